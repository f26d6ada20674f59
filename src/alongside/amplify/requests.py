"""Requests to a speaker: no more in a month than they chose; what is over waits, and they do not hear of it.

A no needs no reason, and no answer is one after a while. Limits: nothing here sends mail or moves money.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from alongside.amplify.refusals import Refused
from alongside.core.language import gettext as _
from alongside.core.months import has_room, next_month

UNANSWERED_DAYS: Final = 21
"""Days after which a request without an answer goes back (our choice)."""
OPEN_AT_MOST: Final = 5
"""Open requests that one person may have at a time (our choice)."""
LONGEST: Final = 1500


class State(StrEnum):
    """Where a request stands."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    """What can happen to a request."""

    DELIVER = "deliver"
    ACCEPT = "accept"
    DECLINE = "decline"
    LAPSE = "lapse"
    WITHDRAW = "withdraw"


class Who(StrEnum):
    """Whose move it is."""

    SPEAKER = "speaker"
    ASKER = "asker"
    TIME = "time"


BY: Final[Mapping[Move, Who]] = {
    Move.DELIVER: Who.TIME,
    Move.ACCEPT: Who.SPEAKER,
    Move.DECLINE: Who.SPEAKER,
    Move.LAPSE: Who.TIME,
    Move.WITHDRAW: Who.ASKER,
}
TABLE: Final[Mapping[tuple[State, Move], State]] = {
    (State.WAITING, Move.DELIVER): State.DELIVERED,
    (State.WAITING, Move.LAPSE): State.LAPSED,
    (State.WAITING, Move.WITHDRAW): State.WITHDRAWN,
    (State.DELIVERED, Move.ACCEPT): State.ACCEPTED,
    (State.DELIVERED, Move.DECLINE): State.DECLINED,
    (State.DELIVERED, Move.LAPSE): State.LAPSED,
    (State.DELIVERED, Move.WITHDRAW): State.WITHDRAWN,
}
OPEN: Final = frozenset({State.WAITING, State.DELIVERED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A request on its way: to whom, since when, and until when it makes sense (None: no day named)."""

    id: str
    speaker: str
    asked: date
    held_on: date | None = None


def advance(state: State, move: Move, *, by: Who) -> State:
    """The state after a move. Raises Refused where it is not theirs to make, or cannot be made."""
    after = TABLE.get((state, move))
    if after is None or BY[move] is not by:
        cause = _("That cannot be done with this request any more.")
        raise Refused("", cause, _("Look at it again; it may have changed."))
    return after


def due(
    waiting: Sequence[Waiting], *, quotas: Mapping[str, int], log: Mapping[str, Sequence[date]], today: date
) -> tuple[str, ...]:
    """The requests that reach somebody today, oldest first, as far as each speaker's month has room.

    `log` holds the days on which each speaker was handed a request; speakers without a quota get none.
    """
    handed = {speaker: list(days) for speaker, days in log.items()}
    reached: list[str] = []
    for each in sorted(waiting, key=lambda each: (each.asked, each.id)):
        days = handed.setdefault(each.speaker, [])
        if has_room(days, quota=quotas.get(each.speaker, 0), today=today):
            days.append(today)
            reached.append(each.id)
    return tuple(reached)


def is_overdue(state: State, *, delivered: date | None, held_on: date | None, today: date) -> bool:
    """Whether time ends it: the day it was for has gone by, or it lay unanswered."""
    if state not in OPEN:
        return False
    if held_on is not None and held_on < today:
        return True
    return delivered is not None and (today - delivered).days >= UNANSWERED_DAYS


def check(words: str, *, held_on: date | None, open_now: int, today: date) -> str:
    """What is asked, tidied. Raises Refused."""
    said = words.strip()
    if not said or len(said) > LONGEST:
        told = {"most": LONGEST}
        cause = _("A request has 1 to %(most)d letters.") % told
        raise Refused("words", cause, _("Say what it is for, when, and what you can pay."))
    if held_on is not None and held_on < today:
        raise Refused("held_on", _("That day has gone by."), _("Give a day to come, or leave it open."))
    if open_now >= OPEN_AT_MOST:
        told = {"most": OPEN_AT_MOST}
        cause = _("You have %(most)d open requests.") % told
        raise Refused("words", cause, _("Wait for an answer, or take one back."))
    return said


def standing(
    state: State, *, has_room_now: bool, today: date, say: Callable[[date], str] = date.isoformat
) -> str:
    """What the asker is told; `say` words a day."""
    if state is State.WAITING and not has_room_now:
        told = {"day": say(next_month(today))}
        return _("It waits: they have no room for it before %(day)s.") % told
    return {
        State.WAITING: _("It is on its way."),
        State.DELIVERED: _("They have it. They answer when they can, or not."),
        State.ACCEPTED: _("They said yes."),
        State.DECLINED: _("They said no. A no needs no reason."),
        State.LAPSED: _("It came to an end without an answer."),
        State.WITHDRAWN: _("You took it back."),
    }[state]


def others(found: Sequence[str], asked_before: Collection[str], *, most: int = 3) -> tuple[str, ...]:
    """Whom to look at instead, from a search in its order: people not asked for this yet."""
    return tuple(each for each in found if each not in asked_before)[:most]
