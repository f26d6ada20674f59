"""One small deed after reading: ready if-thens for a practice, fitted to where it stalls.

Reading alone moves little. What comes here is small, ready to be planned, and the same for the same answers.
Method: docs/method/learn.md
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from alongside.core.practices import Practice
from alongside.learn.assess import Mode, Stall

ACTION: Final = "action"
SMALL: Final = 2
"""The effort (of 5) up to which a deed counts as small (our choice)."""
SUITS: Final = {
    Stall.NOTICE: Mode.PROACTIVE,
    Stall.MATTERED: Mode.PROACTIVE,
    Stall.MINE: Mode.PROACTIVE,
    Stall.KNOW: Mode.REACTIVE,
    Stall.DARE: Mode.PROACTIVE,
}
"""Who misses the moment or does not dare makes one; who knows no way finds words for it (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """A scene, a drill or an action of another room, as plain data; `kind` is its word for it.

    `effort` is 1 to 5 for an action, 0 where nobody has to be met.
    """

    kind: str
    id: str
    title: str
    practice: Practice
    minutes: int
    effort: int = 0
    mode: Mode | None = None


def ready(
    practice: Practice, doings: Sequence[Doing], *, stall: Stall | None = None, most: int = 3
) -> tuple[Doing, ...]:
    """Actions of a practice, those that suit the stall first, then the smallest; ties by id."""
    suits = SUITS.get(stall) if stall else None
    actions = [each for each in doings if each.kind == ACTION and each.practice is practice]
    ranked = sorted(actions, key=lambda each: (each.effort > SMALL, each.mode is not suits, *size(each)))
    return tuple(ranked[:most])


def after_reading(
    thing: str, practices: Sequence[Practice], doings: Sequence[Doing], *, seen: Collection[str] = ()
) -> Doing | None:
    """One small action that belongs to what was read; another for another thing, the same for the same.

    None where no action belongs to any of the practices.
    """
    for practice in practices:
        fitting = [each for each in doings if each.kind == ACTION and each.practice is practice]
        fresh = [each for each in fitting if each.id not in seen] or fitting
        small = [each for each in fresh if each.effort <= SMALL] or fresh
        if small:
            ordered = sorted(small, key=lambda each: each.id)
            return ordered[_scattered(thing) % len(ordered)]
    return None


def size(doing: Doing) -> tuple[int, int, str]:
    """What the smaller of two deeds is told by: effort, minutes, then the id."""
    return doing.effort, doing.minutes, doing.id


def _scattered(thing: str) -> int:
    return int.from_bytes(blake2b(thing.encode(), digest_size=4).digest())
