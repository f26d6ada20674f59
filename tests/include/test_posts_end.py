"""A post goes on a day that stands on it from the beginning, and never later than the circle promised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.include.builders import TODAY, in_days

from alongside.include.charter import RETENTION_DAYS
from alongside.include.posts import Draft, check, days_to_choose, how_long, is_expired, last_day
from alongside.include.refusals import Refused


def test_on_its_last_day_a_post_is_still_there():
    assert not is_expired(TODAY, today=TODAY)
    assert is_expired(TODAY, today=in_days(1))


def test_thirty_days_are_thirty_days():
    # 12 March + 30 days: 19 days to 31 March, 11 into April
    assert last_day(TODAY, days=30, retention_days=365).isoformat() == "2026-04-11"


@given(days=st.sampled_from(RETENTION_DAYS), promised=st.sampled_from(RETENTION_DAYS))
def test_no_post_stays_longer_than_its_writer_or_its_circle_said(days, promised):
    stays = (last_day(TODAY, days=days, retention_days=promised) - TODAY).days

    assert stays <= days
    assert stays <= promised
    assert stays in (days, promised)


@pytest.mark.parametrize(
    ("promised", "offered"), [(30, (30,)), (90, (30, 90)), (365, (30, 90, 365)), (7, (30,))]
)
def test_only_times_that_the_circle_allows_are_offered(promised, offered):
    assert days_to_choose(promised) == offered


@pytest.mark.parametrize(
    ("draft", "place"),
    [
        (Draft(text=" \n "), "text"),
        (Draft(text="x" * 5001), "text"),
        (Draft(text="Something", note="x" * 121), "note"),
        (Draft(text="Something", days=365), "days"),
        (Draft(text="Something", days=31), "days"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(draft, place):
    with pytest.raises(Refused) as refused:
        check(draft, retention_days=90)

    assert refused.value.place == place


def test_a_text_is_kept_as_it_was_written():
    kept = check(Draft(text="\n One.\n\n  Two. ", note=" loss \n of a child ", days=90), retention_days=90)

    assert (kept.text, kept.note, kept.days) == ("One.\n\n  Two.", "loss of a child", 90)


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (30, "goes on 2026-04-11"),
        (8, "goes on 2026-03-20"),
        (7, "goes in 7 days"),
        (1, "goes in 1 day"),
        (0, "goes tonight"),
    ],
)
def test_a_reader_sees_when_a_post_goes(last, said):
    assert how_long(in_days(last), today=TODAY) == said
