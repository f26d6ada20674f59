"""Noticing drills: varied, a third of them ordinary talk, and an answer is met with a reading, not a mark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.practise.drills import PLACES, an_entry, kinds_of, many

from alongside.core import content
from alongside.practise.notice import Answer, count_for, drills_for, from_entries, rating, read
from alongside.practise.notice_plans import from_entries as plans_from
from alongside.practise.notice_plans import plan_for
from alongside.practise.schedule import Rating

DRILLS = from_entries(many())
PLANS = plans_from(content.load("notice-plans").entries)
days = st.dates().map(lambda day: day.isoformat())


def test_where_there_are_no_drills_none_are_shown():
    assert drills_for((), count=5, seed="2026-03-12") == ()


def test_a_reading_holds_no_verdict():
    for drill in DRILLS:
        for answer in Answer:
            said = read(drill, answer).lead.casefold()
            assert not {"right", "wrong", "correct", "false", "score", "well"} & set(said.split())


def test_what_depends_is_read_in_both_ways_and_the_rest_in_one():
    yes, no, depends = from_entries([an_entry(1, "yes"), an_entry(2, "no"), an_entry(3, "depends")])
    assert [len(read(drill, Answer.NO).readings) for drill in (yes, no, depends)] == [1, 1, 2]


def test_a_day_gives_the_same_drills_twice_and_another_day_others():
    first, again = (drills_for(DRILLS, count=5, seed="2026-03-12") for _ in range(2))
    assert first == again
    assert first != drills_for(DRILLS, count=5, seed="2026-03-13")


@given(days)
def test_of_six_drills_two_are_ordinary(day):
    assert kinds_of(drills_for(DRILLS, count=6, seed=day)).count("no") == 2


def test_of_five_drills_one_or_two_are_ordinary_and_a_third_over_many_days():
    # 5 / 3 = 1.67 a day: about 167 in 100 days; three deviations of the lot are 3 * sqrt(100 * 2/9) = 14
    counts = [kinds_of(drills_for(DRILLS, count=5, seed=f"day {n}")).count("no") for n in range(100)]
    assert set(counts) == {1, 2}
    assert 153 <= sum(counts) <= 181


@given(days)
def test_five_drills_come_from_five_places(day):
    assert {drill.place for drill in drills_for(DRILLS, count=5, seed=day)} == set(PLACES)


def test_the_place_in_the_set_does_not_tell_which_is_ordinary():
    first = [kinds_of(drills_for(DRILLS, count=6, seed=f"day {n}"))[0] for n in range(60)]
    assert {"yes", "no", "depends"} == set(first)


def test_what_was_seen_waits_until_all_were():
    seen: dict[str, int] = {}
    for day in range(5):  # 5 days of 6: the 30 there are
        for drill in drills_for(DRILLS, count=6, seed=str(day), seen=seen):
            seen[drill.id] = seen.get(drill.id, 0) + 1
    assert set(seen.values()) == {1}
    assert len(seen) == 30


def test_what_is_due_comes_before_what_is_not():
    two = from_entries([an_entry(1, skill="notice.work"), an_entry(2, skill="notice.late")])
    for day in range(20):
        (drill,) = drills_for(two, count=1, seed=f"{day}", due={"notice.late"}) or two[1:]
        assert drill.skill == "notice.late"


@pytest.mark.parametrize(("minutes", "count"), [(1, 1), (5, 5), (0, 1)])
def test_a_drill_takes_a_minute(minutes, count):
    assert count_for(minutes) == count


@pytest.mark.parametrize(
    ("is_one", "answer", "expected"),
    [
        ("no", Answer.NO, Rating.GOOD),
        ("yes", Answer.YES, Rating.GOOD),
        ("yes", Answer.NO, Rating.AGAIN),
        ("no", Answer.DEPENDS, Rating.HARD),
        ("depends", Answer.YES, Rating.HARD),
    ],
)
def test_readings_that_were_apart_come_back_sooner(is_one, answer, expected):
    (drill,) = from_entries([an_entry(1, is_one)])
    assert rating(drill, answer) is expected


def test_without_plans_nothing_is_taken_along():
    assert plan_for((), [(DRILLS[0], Answer.YES)], seed="2026-03-12") is None


@pytest.mark.parametrize("form", ["microassault", "microinsult", "microinvalidation", "environment"])
def test_what_is_taken_along_fits_what_was_noticed(form):
    ordinary, noticed = from_entries([an_entry(1, "no"), an_entry(2, form=form)])
    fitting = {plan.intention for plan in PLANS if form in plan.forms}
    answered = [(ordinary, Answer.YES), (ordinary, Answer.YES), (noticed, Answer.YES)]
    assert plan_for(PLANS, answered, seed="2026-03-12") in fitting


def test_where_nothing_was_noticed_the_plan_is_to_ask():
    (drill,) = from_entries([an_entry(1, "yes")])
    fitting = {plan.intention for plan in PLANS if "none" in plan.forms}
    assert plan_for(PLANS, [(drill, Answer.NO)], seed="2026-03-12") in fitting


def test_the_plans_to_take_along_change_with_the_day():
    (drill,) = from_entries([an_entry(1, "yes")])
    assert len({plan_for(PLANS, [(drill, Answer.YES)], seed=str(day)) for day in range(30)}) > 1
