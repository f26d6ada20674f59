"""Who has a seat and who waits. Seats go in the order of asking, and nobody who has one loses it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Answer(StrEnum):
    """What somebody said to an invitation, and what came of it."""

    COMING = "coming"
    WAITING = "waiting"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One answer; `turn` is its place in the order of asking, smaller came first."""

    id: UUID
    turn: int
    answer: Answer


def answer_for(seats: Sequence[Seat], *, capacity: int | None) -> Answer:
    """What somebody gets who asks now: a seat, or a place at the end of the list.

    Nobody passes those who wait: while somebody waits, a free seat is theirs.
    """
    waiting = any(seat.answer is Answer.WAITING for seat in seats)
    return Answer.COMING if _free(seats, capacity) and not waiting else Answer.WAITING


def moving_up(seats: Sequence[Seat], *, capacity: int | None) -> tuple[Seat, ...]:
    """Those who wait and get a seat now, in the order of asking."""
    waiting = sorted((s for s in seats if s.answer is Answer.WAITING), key=lambda seat: seat.turn)
    free = _free(seats, capacity)
    return tuple(waiting if capacity is None else waiting[:free])


def _free(seats: Sequence[Seat], capacity: int | None) -> int:
    """How many seats are free; where there is no limit, one always is."""
    if capacity is None:
        return 1
    return max(0, capacity - sum(seat.answer is Answer.COMING for seat in seats))
