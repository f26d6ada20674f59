"""The rhythm against numbers worked out by hand (26 weeks: sum of g = (1 - L^26) / (1 - L) = 10.780)."""

import pytest
from tests.act.builders import TODAY, a_commitment, an_act, away, days_ago, number

from alongside.act.acts import Act, ActKind
from alongside.act.rhythm import rhythm
from alongside.act.words import Word
from alongside.core.practices import Practice


def test_no_acts_give_nothing() -> None:
    r = rhythm([], [], [], today=TODAY)
    assert (r.consistency, r.rhythm, r.breadth, r.follow_through) == (0, 0, 0, 0.5)
    assert r.word is Word.STARTING


def test_one_act_of_effort_3_eight_days_ago() -> None:
    # g = .9170, x = 1 - exp(-(1 - exp(-1))) = .46854; rhythm = .9170 * .46854 / 10.780 = .03985
    # breadth = (1 - exp(-.9170 * .63212 / 2)) / 4 = .06290; 100 * .03985 * .53145 * .85 = 1.800
    r = rhythm([an_act(8)], [], [], today=TODAY)
    assert r.rhythm == pytest.approx(0.03985, abs=5e-6)
    assert r.consistency == pytest.approx(1.800, abs=5e-4)
    assert r.weeks == (0, 0, pytest.approx(0.46854, abs=5e-6), 0)


@pytest.mark.parametrize(("a_week", "consistency"), [(1, 27), (2, 48), (3, 62)])
def test_varied_acts_every_week(a_week: int, consistency: int) -> None:
    # The practices take turns, the newest week first, `learn` last of the eight.
    turns = [*list(Practice)[1:], Practice.LEARN]
    acts = [
        an_act(7 * week, turns[(week * a_week + k) % 8], n=100 * week + k)
        for week in range(26)
        for k in range(a_week)
    ]
    assert round(rhythm(acts, [], [], today=TODAY).consistency) == consistency


@pytest.mark.parametrize(("weeks", "ceiling"), [(1, 14), (2, 22), (4, 36), (8, 58), (13, 77), (26, 98)])
def test_the_ceiling_after_so_many_weeks_of_everything(weeks: int, ceiling: int) -> None:
    # Every practice, every day from the first to today, at effort 5, confirmed and reflected, and a
    # three commitments kept a week. The count begins on a first day and ends on the same weekday.
    acts = [
        Act(
            id=number(1), day=days_ago(d), practice=p, effort=5, confirmed=True, reflected=True,
            commitment=number(d),
        )
        for d in range(7 * weeks + 1)
        for p in Practice
    ]  # fmt: skip
    kept = [a_commitment(made=d, due=d, n=d) for d in range(7 * weeks + 1) if d % 7 in {1, 3, 5}]
    assert rhythm(acts, kept, [], today=TODAY).consistency == pytest.approx(ceiling, abs=1)


def test_one_practice_twice_on_a_day_counts_as_its_larger_credit() -> None:
    once = rhythm([an_act(3, effort=4)], [], [], today=TODAY)
    assert rhythm([an_act(3, effort=4), an_act(3, effort=2, n=2)], [], [], today=TODAY) == once


def test_confirmed_and_reflected_credit_multiply() -> None:
    # credit 1 * 1.25 * 1.1 = 1.375
    r = rhythm([an_act(confirmed=True, reflected=True)], [], [], today=TODAY)
    assert r.cells == ((0, Practice.AMPLIFY, pytest.approx(1.375)),)


def test_what_was_learnt_counts_as_learn_and_half() -> None:
    # v = (1 - exp(-1)) / 2 = .31606; x = 1 - exp(-.31606) = .27098
    about = [an_act(practice=Practice.REPAIR, kind=ActKind.LEARN)]
    assert rhythm(about, [], [], today=TODAY).window[0] == pytest.approx(0.27098, abs=5e-6)


def test_tomorrow_and_last_year_do_not_enter() -> None:
    empty = rhythm([], [], [], today=TODAY)
    assert rhythm([an_act(-1), an_act(26 * 7, n=2)], [], [], today=TODAY).consistency == empty.consistency
    assert rhythm([an_act(26 * 7 - 1)], [], [], today=TODAY).window[25] > 0


def test_six_weeks_away_are_set_aside_and_the_seventh_counts() -> None:
    # One act this week: x = .46854. Weeks 1 to 7 are away; 1 to 6 are set aside.
    # sum of g without them = 10.780 - (L + ... + L^6) = 10.780 - 4.4791 = 6.3007; .46854 / 6.3007 = .07436
    r = rhythm([an_act()], [], [away(7 * 8 - 1, 7)], today=TODAY)
    assert r.set_aside == (1, 2, 3, 4, 5, 6)
    assert r.rhythm == pytest.approx(0.0744, abs=5e-4)


def test_a_week_with_three_days_away_is_an_ordinary_week() -> None:
    assert rhythm([], [], [away(9, 7)], today=TODAY).set_aside == ()
    assert rhythm([], [], [away(10, 7)], today=TODAY).set_aside == (1,)


def test_an_act_in_a_week_away_is_taken_in_where_it_helps() -> None:
    r = rhythm([an_act(8)], [], [away(13, 7)], today=TODAY)
    assert r.set_aside == ()
    assert r.consistency == pytest.approx(rhythm([an_act(8)], [], [], today=TODAY).consistency)
