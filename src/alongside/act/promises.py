"""Taking up an ask: the if-then plan of the taker, and what ties it to the ask, both sealed.

The tie lies in the taker's vault alone. In the open stands who took it up and the one line they wrote for
the others; which plan and which act of theirs belong to it, only they see.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from alongside.act import diary
from alongside.act.acts import Act, Refused
from alongside.act.asks import Ask
from alongside.act.commitments import Commitment
from alongside.core.deeds import Deed, Entry, Reader, Stored
from alongside.core.intentions import Intention
from alongside.core.language import gettext as _

PROMISE: Final = "promise"
EFFORT: Final = 3
"""What an ask takes where nobody has said (our choice: some time or nerve)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A take-up of mine: the plan it made and, once done, the act it became."""

    id: UUID
    take: UUID
    day: date
    commitment: UUID | None = None
    act: UUID | None = None


def intend(ask: Ask, *, cue: str, act: str, effort: int | None) -> Intention:
    """What somebody makes of an ask for themselves, with its practice and its day."""
    return Intention(
        cue=cue, act=act, practice=ask.practice, effort=EFFORT if effort is None else effort, due=ask.due
    )


def read_promises(keeper: Reader) -> tuple[Promise, ...]:
    """Every take-up of mine, as kept."""
    return tuple(_promise(each) for each in keeper.entries(diary.ROOM, PROMISE))


def promise_for(take: UUID, promises: Sequence[Promise]) -> Promise | None:
    """The promise behind a take-up, None where there is none."""
    return next((each for each in promises if each.take == take), None)


def deed_take_up(promise: Promise, commitment: Commitment) -> Deed:
    """Keep the plan and what ties it to the ask."""
    return Deed(action="act.commit", put={**diary.deed_commit(commitment).put, promise.id: _entry(promise)})


def deed_done(promise: Promise, act: Act, kept: Commitment | None) -> Deed:
    """Keep the act, the plan it closes if there still is one, and the tie between them."""
    put = {**diary.deed_log_act(act).put, promise.id: _entry(replace(promise, act=act.id))}
    if kept:
        put |= diary.deed_close(kept).put
    return Deed(action="act.log", put=put)


def with_confirmed(
    acts: Sequence[Act], promises: Sequence[Promise], confirmed: Collection[UUID]
) -> tuple[Act, ...]:
    """The acts, with those marked whose take-up is among the confirmed ones."""
    helped = {each.act for each in promises if each.take in confirmed}
    return tuple(replace(act, confirmed=True) if act.id in helped else act for act in acts)


def _entry(promise: Promise) -> Entry:
    body = {"take": promise.take, "commitment": promise.commitment, "act": promise.act}
    told = {name: str(value) for name, value in body.items() if value}
    return Entry(room=diary.ROOM, kind=PROMISE, day=promise.day, body=told)


def _promise(stored: Stored) -> Promise:
    body: Mapping[str, object] = stored.entry.body
    try:
        take = UUID(str(body["take"]))
    except (KeyError, ValueError) as error:
        raise Refused(
            str(stored.id),
            _("It cannot be read (%(why)s).") % {"why": error},
            _("Nothing else is touched; restore it from a backup or take it out."),
        ) from error
    return Promise(
        id=stored.id,
        take=take,
        day=stored.entry.day,
        commitment=_id_or_none(body.get("commitment")),
        act=_id_or_none(body.get("act")),
    )


def _id_or_none(value: object) -> UUID | None:
    return UUID(str(value)) if value else None
