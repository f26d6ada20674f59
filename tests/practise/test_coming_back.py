"""When a skill comes back: as fsrs has it, day for day, without its traps; and at most five minutes a day."""

import random
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

import fsrs
import fsrs.card
import fsrs.scheduler
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.practise import schedule
from alongside.practise.schedule import Memory, Rating, as_body, due, from_body, reschedule

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
ratings = st.lists(st.sampled_from(Rating), min_size=1, max_size=12)


def days_of(given_ratings: Sequence[Rating]) -> list[int]:
    """The intervals in days where each return is on its day."""
    state, now, days = None, NOON, []
    for rating in given_ratings:
        state = reschedule(state, rating, now=now)
        days.append((state.due - now).days)
        now = state.due
    return days


def due_in(days: int, *, last: int = -10) -> Memory:
    moments = {"due": NOON + timedelta(days=days), "last": NOON + timedelta(days=last)}
    return Memory(stability=5.0, difficulty=5.0, **moments)


@pytest.fixture
def without_fsrs(monkeypatch):
    monkeypatch.setitem(sys.modules, "fsrs", None)
    schedule._fsrs.cache_clear()
    yield
    schedule._fsrs.cache_clear()


class NoClock(datetime):
    """A clock that nobody may read."""

    @classmethod
    def now(cls, tz=None):  # noqa: ARG003
        raise AssertionError("the clock was read")


def test_nothing_is_offered_before_its_day():
    assert due({"amplify.credit-aloud": due_in(1)}, now=NOON) == ()


def test_nothing_is_offered_once_the_five_minutes_of_the_day_are_used():
    # two scenes today, 150 s each: 300 s
    today = {name: due_in(3, last=0) for name in ("amplify.credit-aloud", "interrupt.direct")}
    assert due({**today, "notice.work": due_in(-4)}, now=NOON) == ()


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        reschedule(None, Rating.GOOD, now=datetime(2026, 3, 12))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("rated", "expected"),
    [
        ([Rating.GOOD] * 5, [2, 11, 46, 90, 90]),
        ([Rating.GOOD] * 3 + [Rating.AGAIN, Rating.GOOD], [2, 11, 46, 3, 8]),
        ([Rating.HARD] * 4, [1, 3, 7, 12]),
        ([Rating.EASY] * 2, [8, 66]),
    ],
)
def test_the_intervals_are_those_of_the_method_page(rated, expected):
    assert days_of(rated) == expected


def test_the_packages_own_first_steps_would_be_minutes():
    card, _log = fsrs.Scheduler(enable_fuzzing=False).review_card(
        fsrs.Card(card_id=1, due=NOON), fsrs.Rating.Good, NOON
    )
    assert card.due - NOON < timedelta(hours=1)  # so the tests above fail where they are left at default
    assert days_of([Rating.GOOD]) == [2]


def test_it_equals_the_package_day_for_day_over_eight_weeks_and_200_cards():
    chance = random.Random(8)  # noqa: S311
    bare = fsrs.Scheduler(
        desired_retention=0.9,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=90,
        enable_fuzzing=False,
    )
    cards = [fsrs.Card(card_id=n + 1, due=NOON) for n in range(200)]
    states: list[Memory | None] = [None] * 200
    reviews = 0
    for day in range(56):
        for n in range(200):
            now = NOON + timedelta(days=day, minutes=chance.randrange(600))
            if cards[n].due > now or chance.random() < 0.3:  # some days are missed
                continue
            rating = chance.choice(tuple(Rating))
            cards[n], _log = bare.review_card(cards[n], fsrs.Rating(rating), now)
            states[n] = reschedule(states[n], rating, now=now)
            assert (states[n].due, states[n].stability) == (cards[n].due, cards[n].stability)
            reviews += 1
    assert reviews > 1000


def test_neither_clock_nor_chance_is_used_and_twice_is_the_same(monkeypatch):
    rated = [Rating.GOOD, Rating.AGAIN, Rating.EASY]
    before = days_of(rated)
    for module in (fsrs.card, fsrs.scheduler, schedule):
        monkeypatch.setattr(module, "datetime", NoClock)
    monkeypatch.setattr(fsrs.scheduler, "random", lambda: pytest.fail("chance was used"))
    monkeypatch.setattr(fsrs.card.time, "sleep", lambda _s: pytest.fail("it waited"))
    assert days_of(rated) == days_of(rated) == before


def test_the_clock_above_would_have_been_noticed(monkeypatch):
    monkeypatch.setattr(fsrs.card, "datetime", NoClock)
    with pytest.raises(AssertionError, match="clock"):
        fsrs.Card(card_id=1)


@given(ratings)
def test_what_is_kept_is_the_packages_own_form_and_comes_back_the_same(rated):
    state = None
    for n, rating in enumerate(rated):
        state = reschedule(state, rating, now=NOON + timedelta(days=n))
    assert from_body(as_body(state)) == state
    assert fsrs.Card.from_dict(as_body(state)).to_dict() == as_body(state)


@given(ratings)
def test_nothing_stays_away_for_longer_than_ninety_days(rated):
    assert all(1 <= days <= 90 for days in days_of(rated))


@pytest.mark.usefixtures("without_fsrs")
def test_without_the_package_the_steps_are_3_10_30_and_90_days():
    assert days_of([Rating.GOOD] * 5) == [3, 10, 30, 90, 90]
    assert days_of([Rating.GOOD, Rating.GOOD, Rating.HARD, Rating.AGAIN]) == [3, 10, 10, 3]


def test_a_state_goes_on_where_the_package_is_gone(monkeypatch):
    state = reschedule(None, Rating.GOOD, now=NOON)  # due in 2 days
    monkeypatch.setitem(sys.modules, "fsrs", None)
    schedule._fsrs.cache_clear()
    after = reschedule(state, Rating.GOOD, now=state.due)
    schedule._fsrs.cache_clear()
    assert (after.due - state.due).days == 3  # the first step longer than 2


def test_what_waited_longest_comes_first_and_five_minutes_are_the_end_of_it():
    waiting = {
        "interrupt.direct": due_in(-1),
        "amplify.credit-aloud": due_in(-9),
        "notice.work": due_in(0),
        "repair.own-it": due_in(-2),
    }
    # 150 + 150 = 300 s: the others wait
    assert due(waiting, now=NOON) == ("amplify.credit-aloud", "repair.own-it")


def test_a_drill_fits_where_a_scene_no_longer_does():
    # a scene of today leaves 150 s, a drill of today 90: a scene no longer fits, one drill of 60 s does
    states = {
        "amplify.credit-aloud": due_in(5, last=0),
        "notice.work": due_in(5, last=0),
        "interrupt.direct": due_in(-3),
        "notice.online": due_in(-1),
        "notice.school": due_in(0),
    }
    assert due(states, now=NOON) == ("notice.online",)


def test_new_skills_come_after_those_that_wait():
    assert due(
        {"notice.work": due_in(-1)}, now=NOON, new=["notice.work", "notice.family", "correct.reply"]
    ) == (
        "notice.work",
        "correct.reply",
        "notice.family",
    )


def test_a_skill_is_due_from_the_morning_of_its_day_where_the_person_is():
    state = Memory(stability=2.0, difficulty=5.0, due=NOON, last=NOON - timedelta(days=2))
    auckland = timezone(timedelta(hours=13))  # noon in UTC is 1 in the morning of the 13th there
    assert due({"notice.work": state}, now=datetime(2026, 3, 12, 23, tzinfo=auckland)) == ()
    assert due({"notice.work": state}, now=datetime(2026, 3, 13, 0, 5, tzinfo=auckland)) == ("notice.work",)


names = st.sampled_from([f"{lead}.{n}" for lead in ("notice", "correct", "amplify") for n in range(4)])


@given(st.dictionaries(names, st.integers(-40, 40)), st.frozensets(names))
def test_what_is_offered_never_takes_more_than_five_minutes(days, new):
    offered = due({name: due_in(n, last=n - 50) for name, n in days.items()}, now=NOON, new=new)
    assert sum(schedule.seconds_of(name) for name in offered) <= 300
    assert len(set(offered)) == len(offered)
