"""Moments of correction: which comes, and the repair it ends in."""

from datetime import date

import pytest

from alongside.core import content
from alongside.core.practices import Practice
from alongside.core.problems import Trouble
from alongside.practise.repairs import from_entries, pick, repair

TODAY = date(2026, 3, 12)
SHIPPED = from_entries(content.load("corrections").entries)


def test_without_moments_that_is_said():
    with pytest.raises(Trouble, match="none yet"):
        pick(())


def test_an_unknown_moment_names_three_near_ones():
    with pytest.raises(Trouble) as told:
        pick(SHIPPED, id=f"{SHIPPED[0].id}x")
    assert SHIPPED[0].id in told.value.way_out
    assert told.value.way_out.count(",") == 2


def test_the_moment_seen_least_comes_next():
    seen = {each.id: 1 for each in SHIPPED[1:]}
    assert pick(SHIPPED, seen=seen) is SHIPPED[0]


@pytest.mark.parametrize("moment", SHIPPED, ids=lambda moment: moment.id)
def test_every_shipped_repair_reads_as_one_sentence_and_has_its_day(moment):
    planned = repair(moment, today=TODAY)
    assert planned.practice is Practice.REPAIR
    assert 1 <= (planned.due - TODAY).days <= 30
    assert "I will do not" not in planned.sentence
    assert "yourself" not in planned.sentence
    assert (
        planned.sentence.count(".") == planned.act.count(".") + 1
    )  # the full stop at the end is the only new one


def test_own_words_take_the_place_of_what_is_proposed():
    assert repair(SHIPPED[0], today=TODAY, act=" Write to her today. ").act == "write to her today"


@pytest.mark.parametrize(
    ("written", "within"),
    [
        ("Do not use it again.", "not use it again"),
        ("I write to her.", "I write to her"),
        ("BSL is booked", "BSL is booked"),
    ],
)
def test_words_are_fitted_into_the_sentence(written, within):
    assert repair(SHIPPED[0], today=TODAY, act=written).act == within
