"""What counts as due and as kept. follow-through = (1 + sum g kept) / (2 + sum g due)."""

from datetime import timedelta

import pytest
from tests.act.builders import TODAY, a_commitment, an_act, away, number

from alongside.act.acts import Act, ActKind
from alongside.act.away import Away
from alongside.act.commitments import Commitment, Outcome
from alongside.act.rhythm import rhythm


def follow(commitment: Commitment, *acts: Act, apart: tuple[Away, ...] = ()) -> float:
    return rhythm(acts, [commitment], apart, today=TODAY).follow_through


def test_without_commitments_it_is_one_half() -> None:
    assert rhythm([], [], [], today=TODAY).follow_through == 0.5


@pytest.mark.parametrize("due", [None, -3, 0])
def test_a_day_that_has_not_gone_by_does_not_count(due: int | None) -> None:
    assert follow(a_commitment(30, due)) == 0.5


def test_a_day_gone_by_without_the_act_counts() -> None:
    # one day after: g = 1; (1 + 0) / (2 + 1)
    assert follow(a_commitment(30, 1)) == pytest.approx(1 / 3)


def test_kept_counts_both_ways() -> None:
    kept = a_commitment(30, 1, outcome=Outcome.KEPT, closed=2)
    assert follow(kept) == pytest.approx(2 / 3)


def test_eight_weeks_on_it_counts_half() -> None:
    # g = .5 ** (8 / 8) = .5; 1.5 / 2.5
    assert follow(a_commitment(90, 57, outcome=Outcome.KEPT, closed=57)) == pytest.approx(0.6)


def test_let_go_before_its_day_is_not_due() -> None:
    assert follow(a_commitment(30, 5, outcome=Outcome.DROPPED, closed=6)) == 0.5
    assert follow(a_commitment(30, 5, outcome=Outcome.DROPPED, closed=5)) == 0.5


def test_let_go_after_its_day_was_due() -> None:
    assert follow(a_commitment(30, 5, outcome=Outcome.DROPPED, closed=3)) == pytest.approx(1 / 3)


def test_an_act_logged_on_it_keeps_it() -> None:
    assert follow(a_commitment(30, 5), an_act(6, commitment=number(100))) == pytest.approx(2 / 3)


def test_talk_logged_on_it_does_not() -> None:
    talk = an_act(6, commitment=number(100), kind=ActKind.TALK)
    assert follow(a_commitment(30, 5), talk) == pytest.approx(1 / 3)


def test_a_weekly_one_is_due_on_the_last_of_each_seven_days() -> None:
    # Made 14 days ago: its weeks end 8 days and 1 day ago; g = L and 1 with L = .5 ** (1/8) = .91700.
    weekly = a_commitment(14, weekly=True)
    assert follow(weekly) == pytest.approx(1 / 3.91700, abs=1e-5)
    first_week = an_act(10, commitment=number(100))
    assert follow(weekly, first_week) == pytest.approx(1.91700 / 3.91700, abs=1e-5)
    assert follow(weekly, first_week, an_act(1, n=2, commitment=number(100))) == pytest.approx(
        2.91700 / 3.91700, abs=1e-5
    )


def test_a_weekly_one_that_has_not_had_a_whole_week_is_not_due() -> None:
    assert follow(a_commitment(6, weekly=True)) == 0.5


def test_a_weekly_one_let_go_owes_nothing_for_that_week() -> None:
    let_go = a_commitment(14, weekly=True, outcome=Outcome.DROPPED, closed=9)
    assert follow(let_go) == 0.5


def test_a_week_away_owes_nothing_and_may_still_be_kept() -> None:
    weekly, apart = a_commitment(7, weekly=True), (away(7, 1),)
    assert follow(weekly, apart=apart) == 0.5
    assert follow(weekly, an_act(3, commitment=number(100)), apart=apart) == pytest.approx(2 / 3)


def test_a_weekly_one_ends_on_its_last_day() -> None:
    # Made 21 days ago, meant until 14 days ago: only the week that ended 15 days ago was due; g = L ** 2.
    assert follow(a_commitment(21, 14, weekly=True)) == pytest.approx(1 / (2 + 0.5 ** (2 / 8)))


def test_closing_late_counts_from_the_day_it_was_closed() -> None:
    late = a_commitment(60, 20, outcome=Outcome.KEPT, closed=2)
    assert follow(late) > 0.5
    then = rhythm([], [late], [], today=TODAY - timedelta(days=7))
    assert then.follow_through < 0.5
