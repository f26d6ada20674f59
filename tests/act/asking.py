"""Asks, people of a circle and their moves, for the tests of this room."""

from datetime import date, timedelta
from uuid import UUID

from alongside.act.asks import CLOCK, Ask, AskDeed, Move, Part, Party, advance
from alongside.core.practices import Practice

POSTED = date(2026, 3, 2)  # a Monday
ASKER, STEWARD, ALLY, OTHER = (UUID(int=n) for n in (11, 12, 13, 14))
TAKE, SECOND = UUID(int=21), UUID(int=22)


def later(days: int) -> date:
    return POSTED + timedelta(days=days)


def an_ask(*, places: int = 1, due: date | None = None, posted: date | None = POSTED) -> Ask:
    return Ask(
        id=UUID(int=1),
        what="Somebody to introduce me to the people who decide.",
        practice=Practice.SPONSOR,
        written=POSTED,
        places=places,
        due=due,
        asker=ASKER,
        posted=posted,
    )


def person(id_: UUID, *parts: Part) -> Party:
    return Party(id=id_, parts=frozenset({Part.MEMBER, *parts}))


def moved(  # noqa: PLR0913 -- who, what, when
    ask: Ask, move: Move, *, by: Party, take: UUID | None = TAKE, line: str = "", days: int = 0
) -> Ask:
    return advance(ask, AskDeed(move=move, take=take, line=line), by=by, today=later(days))


def taken(ask: Ask | None = None, *, by: UUID = ALLY, take: UUID = TAKE, days: int = 0) -> Ask:
    return moved(ask or an_ask(), Move.TAKE, by=person(by), take=take, days=days)


def claimed(ask: Ask | None = None, *, by: UUID = ALLY, take: UUID = TAKE, days: int = 0) -> Ask:
    ready = ask or taken(by=by, take=take)
    line = "I introduced them."
    return moved(ready, Move.CLAIM, by=person(by, Part.TAKER), take=take, line=line, days=days)


def confirmed(ask: Ask | None = None, *, take: UUID = TAKE) -> Ask:
    return moved(ask or claimed(), Move.CONFIRM, by=person(STEWARD, Part.STEWARD), take=take)


def expired(ask: Ask) -> Ask:
    return moved(ask, Move.EXPIRE, by=CLOCK, take=None)
