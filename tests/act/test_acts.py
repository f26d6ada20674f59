"""Logging: what is done, in one line."""

from dataclasses import replace

import pytest
from tests.act.builders import TODAY, an_act, away

from alongside.act.acts import ActKind, Refused, log_act
from alongside.act.away import weeks_away
from alongside.core.practices import Practice


def test_what_was_done_today_or_before_is_logged_as_given() -> None:
    for days in (0, 400):
        assert log_act(an_act(days), today=TODAY) == an_act(days)


def test_tomorrow_is_refused_with_the_way_out() -> None:
    with pytest.raises(Refused, match="log it when it is done"):
        log_act(an_act(-1), today=TODAY)


@pytest.mark.parametrize("effort", [0, 6, 9, -1])
def test_an_effort_outside_one_to_five_is_refused(effort: int) -> None:
    with pytest.raises(Refused, match=f"Effort is 1 to 5; you wrote {effort}"):
        an_act(effort=effort)


def test_an_act_needs_words_or_an_action() -> None:
    with pytest.raises(Refused, match="nothing to log"):
        log_act(replace(an_act(), what=" "), today=TODAY)
    assert log_act(replace(an_act(), what="", action="amplify-01"), today=TODAY).action == "amplify-01"


def test_what_was_learnt_counts_as_learn() -> None:
    assert an_act(practice=Practice.REPAIR, kind=ActKind.LEARN).counted_as is Practice.LEARN
    assert an_act(practice=Practice.REPAIR).counted_as is Practice.REPAIR
    assert not an_act(kind=ActKind.TALK).counts


def test_days_away_that_overlap_count_once() -> None:
    assert weeks_away([away(3, 2), away(3, 2)], last_day=TODAY, weeks=26) == ()
    assert weeks_away([away(3, 2), away(1, 0)], last_day=TODAY, weeks=26) == (0,)


def test_days_away_to_come_or_long_ago_touch_no_week() -> None:
    assert weeks_away([away(-1, -30), away(400, 183)], last_day=TODAY, weeks=26) == ()


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Refused, match="first day away"):
        away(1, 2)
