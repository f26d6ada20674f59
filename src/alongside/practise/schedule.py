"""When a skill comes back: spaced further apart each time it went well, sooner where it did not.

The unit is a skill ("amplify.credit-aloud"), never a scene. Spacing helps (Latimier, Peyre & Ramus 2021);
which spaced timetable one takes matters little, so nothing more is claimed. The intervals are those of FSRS
(the package fsrs, imported late); without it they are 3, 10, 30 and 90 days, and a state moves between the
two.

Limits: the state says how a rehearsal went, not how anybody acts in life. Nothing piles up: what is overdue
waits, and no count is shown. No clock is read and no chance is used.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from fsrs import Card, Scheduler, State
    from fsrs import Rating as FsrsRating

RETENTION: Final = 0.9
"""The share that should still be there when a skill comes back (the makers' default)."""
LONGEST_DAYS: Final = 90
"""Everything comes back within a season. Effects were seen after 1-2 months and up to a year (evidence:
Jouriles and others 2015, Moynihan and others 2014); 90 days is our choice."""
FALLBACK_DAYS: Final = (3, 10, 30, 90)
"""Intervals without fsrs (our choice)."""
DAY_S: Final = 300
"""At most five minutes a day (our choice)."""
DRILL_S: Final = 60
SCENE_S: Final = 150
"""How long a drill and a scene take (our estimate)."""
DRILLS: Final = ("notice", "correct")
"""First word of the skills that are practised with a drill; all others have scenes."""
_MIDDLE: Final = 5.0
"""Difficulty, from 1 to 10, of a skill that only the fallback has seen."""


class Rating(IntEnum):
    """How a rehearsal went. It moves a date; it is shown to nobody and not kept."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is known of one skill: `stability` in days, `difficulty` from 1 to 10, and two moments in UTC."""

    stability: float
    difficulty: float
    due: datetime
    last: datetime


def reschedule(state: Memory | None, rating: Rating, *, now: datetime) -> Memory:
    """The state after one rehearsal; None before the first. Raises ValueError for a `now` without a zone."""
    if now.tzinfo is None:
        message = "now carries its time zone"
        raise ValueError(message)
    moment = now if now.tzinfo is UTC else now.astimezone(UTC)
    known = _fsrs()
    return _by_steps(state, rating, moment) if known is None else _by_fsrs(known, state, rating, moment)


def due(
    states: Mapping[str, Memory], *, now: datetime, new: Collection[str] = (), most_s: int = DAY_S
) -> tuple[str, ...]:
    """The skills to offer today, longest due first, then new ones, as long as `most_s` holds them.

    A skill is due on the whole of its day, as the zone of `now` has it. What was practised today is taken off
    the five minutes, or off whatever longer time somebody asks for.
    """
    today = now.date()
    waiting = sorted((state.due, skill) for skill, state in states.items() if _day(state.due, now) <= today)
    left = most_s - sum(
        seconds_of(skill) for skill, state in states.items() if _day(state.last, now) == today
    )
    offered = []
    for skill in (*(skill for _due, skill in waiting), *sorted(set(new) - set(states))):
        if seconds_of(skill) <= left:
            offered.append(skill)
            left -= seconds_of(skill)
    return tuple(offered)


def seconds_of(skill: str) -> int:
    """How long practising it once takes, as we estimate it."""
    return DRILL_S if skill.partition(".")[0] in DRILLS else SCENE_S


def as_body(state: Memory) -> Mapping[str, object]:
    """The state as plain JSON values, in the form of fsrs' own `Card.to_dict()`."""
    return {
        "card_id": 0,  # the entry has an id of its own
        "state": 2,  # fsrs' "review": without learning steps there is no other
        "step": None,
        "stability": state.stability,
        "difficulty": state.difficulty,
        "due": state.due.isoformat(),
        "last_review": state.last.isoformat(),
    }


def from_body(body: Mapping[str, object]) -> Memory:
    """The state as it was kept. Raises KeyError or ValueError where it is no state."""
    return Memory(
        stability=float(str(body["stability"])),
        difficulty=float(str(body["difficulty"])),
        due=datetime.fromisoformat(str(body["due"])),
        last=datetime.fromisoformat(str(body["last_review"])),
    )


def _day(moment: datetime, now: datetime) -> date:
    return moment.astimezone(now.tzinfo).date()


class _Fsrs(NamedTuple):
    """What is used of the package, looked up once."""

    scheduler: "Scheduler"
    card: "type[Card]"
    ratings: "tuple[FsrsRating, ...]"
    reviewed: "State"


@lru_cache(maxsize=1)
def _fsrs() -> _Fsrs | None:
    try:
        import fsrs  # noqa: PLC0415  # 75 ms that only a rehearsal pays
    except ImportError:
        return None
    # Every argument counts: by default the first steps are minutes, and intervals are shaken by chance.
    scheduler = fsrs.Scheduler(
        desired_retention=RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST_DAYS,
        enable_fuzzing=False,
    )
    return _Fsrs(scheduler, fsrs.Card, tuple(fsrs.Rating), fsrs.State.Review)


def _by_fsrs(known: _Fsrs, state: Memory | None, rating: Rating, moment: datetime) -> Memory:
    """A card without id or due date would read the clock, and so would a review without its moment."""
    if state is None:
        card = known.card(card_id=0, due=moment)
    else:
        card = known.card(
            0, known.reviewed, None, state.stability, state.difficulty, due=state.due, last_review=state.last
        )
    after, _log = known.scheduler.review_card(card, known.ratings[rating - 1], moment)
    return Memory(
        stability=after.stability or 0.0, difficulty=after.difficulty or _MIDDLE, due=after.due, last=moment
    )


def _by_steps(state: Memory | None, rating: Rating, moment: datetime) -> Memory:
    """Without the package: the next longer step, the same one again, or the first."""
    before = (state.due - state.last).days if state else 0
    at_least = {Rating.AGAIN: 0, Rating.HARD: before, Rating.GOOD: before + 1, Rating.EASY: before + 1}[
        rating
    ]
    days = next((step for step in FALLBACK_DAYS if step >= at_least), FALLBACK_DAYS[-1])
    return Memory(
        stability=float(days),
        difficulty=state.difficulty if state else _MIDDLE,
        due=moment + timedelta(days=days),
        last=moment,
    )
