"""What is kept of practising: when a skill comes back and what was shown; no answer, no choice, no rating."""

from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

from tests.act.builders import KeeperInMemory

from alongside.practise.keeping import (
    due_today,
    forget,
    least_seen,
    read_skills,
    returned,
    seen_in,
    whole_day,
)
from alongside.practise.schedule import Rating

THURSDAY = datetime(2026, 3, 12, 21, 14, 7)  # noqa: DTZ001  # the person's own clock


def practised(keeper, skill="notice.work", *, shown=("a",), day=0, n=1):
    now = THURSDAY + timedelta(days=day)
    return returned(keeper, skill, Rating.GOOD, shown=shown, id=UUID(int=n), now=now)


def test_nothing_comes_back_before_anything_was_practised():
    assert due_today(KeeperInMemory(), now=THURSDAY) == ()


def test_the_body_holds_the_plain_state_what_was_shown_and_no_more():
    keeper = KeeperInMemory()
    practised(keeper)
    (stored,) = keeper.entries("practise", "skill")
    assert set(stored.entry.body) == {
        "skill", "seen", "card_id", "state", "step", "stability", "difficulty", "due", "last_review",
    }  # fmt: skip
    assert (stored.entry.practice, stored.entry.body["seen"]) == ("", {"a": 1})


def test_the_hour_is_not_kept():
    keeper = KeeperInMemory()
    practised(keeper)
    (stored,) = keeper.entries("practise", "skill")
    assert stored.entry.body["last_review"] == "2026-03-12T00:00:00+00:00"
    assert stored.entry.body["due"] == "2026-03-14T00:00:00+00:00"  # the first Good: two days


def test_one_skill_is_one_entry_however_often_it_returns():
    keeper = KeeperInMemory()
    practised(keeper, n=1)
    practised(keeper, day=2, shown=("b", "a"), n=2)
    (skill,) = read_skills(keeper).values()
    assert (skill.id, skill.seen) == (UUID(int=1), {"a": 2, "b": 1})
    assert skill.memory.due == whole_day(THURSDAY) + timedelta(days=2 + 11)


def test_each_return_is_one_deed_with_one_line_in_the_trail():
    keeper = KeeperInMemory()
    practised(keeper)
    assert keeper.trail == [(THURSDAY.date(), "practise.save_schedule")]


def test_it_comes_back_on_its_day_from_the_morning_on():
    keeper = KeeperInMemory()
    practised(keeper)
    assert due_today(keeper, now=THURSDAY + timedelta(days=1)) == ()
    assert due_today(keeper, now=THURSDAY + timedelta(days=2, hours=-21)) == ("notice.work",)


def test_two_returns_never_show_the_same_until_all_were_shown():
    keeper = KeeperInMemory()
    scenes = ["credit/0/level", "credit/0/steep", "credit/1/level", "talked-over/0/level"]
    shown = []
    for day in range(12):
        shown.append(least_seen(scenes, seen_in(read_skills(keeper))))
        practised(keeper, "amplify.credit-aloud", shown=shown[-1:], day=day)
    # four scenes, twelve returns: three rounds, each with all four
    assert [set(shown[n : n + 4]) for n in (0, 4, 8)] == [set(scenes)] * 3
    assert all(one != next_one for one, next_one in pairwise(shown))


def test_all_of_it_can_be_forgotten():
    keeper = KeeperInMemory()
    practised(keeper, "notice.work", n=1)
    practised(keeper, "correct.work", n=2)
    assert forget(keeper, today=THURSDAY.date()) == 2
    assert (read_skills(keeper), keeper.trail[-1][1]) == ({}, "practise.forget_all")


def test_forgetting_nothing_leaves_no_trace():
    keeper = KeeperInMemory()
    assert forget(keeper, today=THURSDAY.date()) == 0
    assert keeper.trail == []
