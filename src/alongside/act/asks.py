"""Asks: what somebody says would help, who takes it up, what they say they did, and whether it did help.

The whole life of an ask is one table: from which state, by whom, to which state. An ask may have room for
several takers; each take-up goes its own way through the same table, and the ask shows the one that is least
far. Limits: nothing here knows who is really concerned; the circle's steward vouches for that.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from alongside.act.acts import Refused
from alongside.core.language import gettext as _
from alongside.core.practices import Practice

PLACES_MOST: Final = 12
"""Most takers of one ask (our choice: more than that is an event)."""

TELL_AFTER: Final = timedelta(days=14)
"""Open that long without a taker, and the steward is told, once (our choice)."""

LASTS: Final = timedelta(days=90)
"""How long an ask without a day stays open (our choice)."""

GRACE: Final = timedelta(days=14)
"""How long after its day somebody who took it up can still say what they did (our choice)."""

ANSWER_WITHIN: Final = timedelta(days=30)
"""How long a claim waits for a word; then it closes without one, and that is fine (our choice)."""

HANDED_IN_LASTS: Final = timedelta(days=30)
"""How long an ask waits for the steward to post it (our choice)."""


class State(StrEnum):
    """Where an ask or one take-up of it stands. The values are kept in the database; they never change."""

    DRAFT = "draft"
    OPEN = "open"
    TAKEN = "taken"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    NOT_YET = "not yet"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"

    @property
    def words(self) -> str:
        """The state as people read it."""
        return _WORDS[self]()


_WORDS = {
    State.DRAFT: lambda: _("with the steward"),
    State.OPEN: lambda: _("open"),
    State.TAKEN: lambda: _("taken up"),
    State.CLAIMED: lambda: _("claimed"),
    State.CONFIRMED: lambda: _("confirmed"),
    State.NOT_YET: lambda: _("not yet"),
    State.WITHDRAWN: lambda: _("withdrawn"),
    State.EXPIRED: lambda: _("closed"),
}


class Part(StrEnum):
    """In which part somebody acts on an ask."""

    ASKER = "asker"
    STEWARD = "steward"
    MEMBER = "member"
    TAKER = "taker"
    CONCERNED = "concerned"
    CLOCK = "clock"


class Move(StrEnum):
    """What can be done with an ask."""

    POST = "post"
    TAKE = "take"
    LET_GO = "let go"
    CLAIM = "claim"
    CONFIRM = "confirm"
    NOT_YET = "not yet"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who acts: an id within the circle, None for the clock and for five together, and their parts."""

    id: UUID | None
    parts: frozenset[Part]


CLOCK: Final = Party(id=None, parts=frozenset({Part.CLOCK}))
FIVE_TOGETHER: Final = Party(id=None, parts=frozenset({Part.CONCERNED}))


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDeed:
    """One move. `take` names the take-up it is about, or the one it makes; `line` the one line others read.

    For a claim the line says what was done; for "not yet" what is still missing; for a take-up what the
    taker will do.
    """

    move: Move
    take: UUID | None = None
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """One take-up: `by` somebody of the circle; `line`, `done` and `missing` are read by the whole circle.

    `turn` counts the claims: each has answers of its own. `since` is the day of its last move.
    """

    id: UUID
    by: UUID
    since: date
    state: State = State.TAKEN
    line: str = ""
    done: str = ""
    missing: str = ""
    turn: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What would help, in the asker's words: one line, more if they like, and what would not help.

    `asker` is None where it was handed in through the steward.
    `places` is how many takers it has room for; `told` the day the steward was told that nobody has come.
    """

    id: UUID
    what: str
    practice: Practice
    written: date
    more: str = ""
    rather_not: str = ""
    due: date | None = None
    places: int = 1
    asker: UUID | None = None
    posted: date | None = None
    ended: State | None = None
    told: date | None = None
    takes: tuple[Take, ...] = ()

    @property
    def state(self) -> State:
        """Where it stands: what has ended stays so, and what helped once counts as confirmed."""
        if self.ended:
            helped = any(take.state is State.CONFIRMED for take in self.takes)
            return State.CONFIRMED if helped else self.ended
        if self.posted is None:
            return State.DRAFT
        if self.has_room:
            return State.OPEN
        return min((take.state for take in self.takes), key=_FARNESS.index)

    @property
    def has_room(self) -> bool:
        """Whether somebody more could take it up."""
        return len(self.takes) < self.places

    @property
    def is_closed(self) -> bool:
        """Whether nothing more can happen to it."""
        return self.state in ENDS

    def take(self, id: UUID | None) -> Take | None:
        """The take-up with this id, None where there is none."""
        return next((take for take in self.takes if take.id == id), None)

    def take_by(self, person: UUID) -> Take | None:
        """The take-up of this person, None where they have none."""
        return next((take for take in self.takes if take.by == person), None)


ENDS: Final = frozenset({State.CONFIRMED, State.WITHDRAWN, State.EXPIRED})
_FARNESS: Final = (State.TAKEN, State.NOT_YET, State.CLAIMED, State.CONFIRMED)

_ASKERS: Final = frozenset({Part.ASKER, Part.STEWARD})
_TAKERS: Final = frozenset({Part.TAKER, Part.STEWARD})
_THOSE_IT_WAS_FOR: Final = frozenset({Part.ASKER, Part.STEWARD, Part.CONCERNED})
_ONLY_TAKER: Final = frozenset({Part.TAKER})
_TIME: Final = frozenset({Part.CLOCK})

TABLE: Final = {
    (State.DRAFT, Move.POST): (State.OPEN, _ASKERS),
    (State.DRAFT, Move.WITHDRAW): (State.WITHDRAWN, _ASKERS),
    (State.DRAFT, Move.EXPIRE): (State.EXPIRED, _TIME),
    (State.OPEN, Move.TAKE): (State.TAKEN, frozenset({Part.MEMBER})),
    (State.OPEN, Move.WITHDRAW): (State.WITHDRAWN, _ASKERS),
    (State.OPEN, Move.EXPIRE): (State.EXPIRED, _TIME),
    (State.TAKEN, Move.CLAIM): (State.CLAIMED, _ONLY_TAKER),
    (State.TAKEN, Move.LET_GO): (State.OPEN, _TAKERS),
    (State.TAKEN, Move.WITHDRAW): (State.WITHDRAWN, _ASKERS),
    (State.TAKEN, Move.EXPIRE): (State.EXPIRED, _TIME),
    (State.CLAIMED, Move.CONFIRM): (State.CONFIRMED, _THOSE_IT_WAS_FOR),
    (State.CLAIMED, Move.NOT_YET): (State.NOT_YET, _THOSE_IT_WAS_FOR),
    (State.CLAIMED, Move.LET_GO): (State.OPEN, _ONLY_TAKER),
    (State.CLAIMED, Move.WITHDRAW): (State.WITHDRAWN, _ASKERS),
    (State.CLAIMED, Move.EXPIRE): (State.EXPIRED, _TIME),
    (State.NOT_YET, Move.CLAIM): (State.CLAIMED, _ONLY_TAKER),
    (State.NOT_YET, Move.LET_GO): (State.OPEN, _TAKERS),
    (State.NOT_YET, Move.WITHDRAW): (State.WITHDRAWN, _ASKERS),
    (State.NOT_YET, Move.EXPIRE): (State.EXPIRED, _TIME),
}
"""From a state by a move: to which state, and who may. What is not here does not happen."""

_OF_ONE_TAKE: Final = frozenset({Move.CLAIM, Move.LET_GO, Move.CONFIRM, Move.NOT_YET})


def parts_in(ask: Ask, person: UUID, *, take: Take | None, steward: bool, asker: bool = False) -> Party:
    """Somebody of the circle and their parts in this ask. `asker` says that they proved it is theirs."""
    parts = {Part.MEMBER}
    if steward:
        parts.add(Part.STEWARD)
    if asker or ask.asker == person:
        parts.add(Part.ASKER)
    if take and take.by == person:
        parts.add(Part.TAKER)
    return Party(id=person, parts=frozenset(parts))


def may(ask: Ask, deed: AskDeed, *, by: Party) -> bool:
    """Whether the table, and the rule that nobody confirms their own, let `by` do it."""
    take = ask.take(deed.take)
    if deed.move in _OF_ONE_TAKE and take is None:
        return False
    found = TABLE.get((_state_for(ask, deed.move, take), deed.move))
    if found is None or not by.parts & found[1]:
        return False
    if deed.move in {Move.CONFIRM, Move.NOT_YET}:
        return take is not None and take.by != by.id
    if deed.move is Move.TAKE:
        return by.id is not None and Part.ASKER not in by.parts and ask.take_by(by.id) is None
    return True


def advance(ask: Ask, deed: AskDeed, *, by: Party, today: date) -> Ask:
    """The ask after the move. Raises Refused where the table does not have it, or not for this person."""
    if not may(ask, deed, by=by):
        raise Refused(
            "",
            _("This ask has moved on, or this is not yours to do."),
            _("Load the page again to see where it stands."),
        )
    if deed.move is Move.POST:
        return replace(ask, posted=today)
    if deed.move in {Move.WITHDRAW, Move.EXPIRE}:
        return replace(ask, ended=TABLE[ask.state, deed.move][0])
    if deed.move is Move.TAKE:
        return _taken(ask, deed, by=by, today=today)
    if deed.move is Move.LET_GO:
        return replace(ask, takes=tuple(take for take in ask.takes if take.id != deed.take))
    changed = (_moved(take, deed, today=today) if take.id == deed.take else take for take in ask.takes)
    return replace(ask, takes=tuple(changed))


def _state_for(ask: Ask, move: Move, take: Take | None) -> State:
    """The state the table is asked with: that of the take-up for what is done to one, else the ask's own."""
    if move not in _OF_ONE_TAKE or take is None or ask.is_closed or ask.posted is None:
        return ask.state
    return take.state


def _taken(ask: Ask, deed: AskDeed, *, by: Party, today: date) -> Ask:
    if by.id is None or deed.take is None:
        message = "a take-up needs an id of its own, and somebody whose it is"
        raise ValueError(message)
    take = Take(id=deed.take, by=by.id, since=today, line=deed.line)
    return replace(ask, takes=(*ask.takes, take))


def _moved(take: Take, deed: AskDeed, *, today: date) -> Take:
    state = TABLE[take.state, deed.move][0]
    if deed.move is Move.CLAIM:
        return replace(take, state=state, since=today, done=deed.line, missing="", turn=take.turn + 1)
    return replace(take, state=state, since=today, missing=deed.line)


def waits_for_a_taker(ask: Ask, *, today: date) -> bool:
    """Whether the steward is to be told now that nobody has come: once, after a fortnight."""
    alone = ask.state is State.OPEN and not ask.takes and ask.told is None
    return alone and ask.posted is not None and today - ask.posted >= TELL_AFTER


def runs_out(ask: Ask) -> date | None:
    """The last day it stays as it is, None where it has closed already."""
    if ask.is_closed:
        return None
    if ask.posted is None:
        return ask.written + HANDED_IN_LASTS
    last = ask.due or ask.posted + LASTS
    # The day may have gone by before it was posted: a person may mean that, and it is not to vanish unseen.
    last = max(last, ask.posted)
    if not ask.takes:
        return last
    waiting = (take.since + ANSWER_WITHIN for take in ask.takes if take.state is State.CLAIMED)
    return max(last + GRACE, *waiting) if any(t.state is State.CLAIMED for t in ask.takes) else last + GRACE


def has_run_out(ask: Ask, *, today: date) -> bool:
    """Whether its time is over today."""
    last = runs_out(ask)
    return last is not None and today > last
