"""Acts for programs: read what one did, log another, by a token that opens one's own vault.

Asks have a module of their own; the room's one router holds both.
"""

from datetime import date
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import Field

from alongside.act import diary, flows
from alongside.act.acts import Act, ActKind
from alongside.act.web import api_asks
from alongside.act.web.catalogue import catalogue
from alongside.core.clock import now, today
from alongside.core.practices import Practice
from alongside.web.api.door import REFUSALS, WrittenDay, fresh_id, needs, page_of
from alongside.web.api.tokens import Scope
from alongside.web.requests import keeper_of

router = Router(tags=["acts"])
router.add_router("", api_asks.router)


class ActOut(Schema):
    """One act as it lies in the diary."""

    id: UUID
    day: date
    practice: Practice
    effort: int
    kind: ActKind
    what: str
    confirmed: bool


class ActsOut(Schema):
    """A page of acts, newest first; `after` asks for the next one, and is empty at the end."""

    acts: list[ActOut]
    after: str


class ActIn(Schema):
    """What was done: one line is enough."""

    what: str = Field(min_length=1, max_length=500)
    day: WrittenDay | None = None
    practice: Practice | None = None
    effort: int | None = Field(default=None, ge=1, le=5)
    kind: ActKind = ActKind.ACT


@router.get("/acts", response={200: ActsOut, **REFUSALS}, operation_id="list_acts")
def list_acts(
    request: HttpRequest, after: str = "", limit: Annotated[int, Field(ge=1, le=200)] = 50
) -> ActsOut:
    """Your acts, newest first."""
    needs(request, Scope.ACTS)
    held = tuple(reversed(diary.read_diary(keeper_of(request)).acts))
    part, onward = page_of(held, after=after, limit=limit)
    return ActsOut(acts=[_shown(act) for act in part], after=onward)


@router.post("/acts", response={201: ActOut, **REFUSALS}, operation_id="log_act")
def log_act(request: HttpRequest, payload: ActIn) -> Status[ActOut]:
    """Log what you did. With an `Idempotency-Key` the same request twice logs it once."""
    needs(request, Scope.ACTS_WRITE)
    keeper, fresh = keeper_of(request), fresh_id(request)
    before = next((act for act in diary.read_diary(keeper).acts if act.id == fresh), None)
    if before is not None:
        return Status(201, _shown(before))
    note = flows.Note(
        what=payload.what,
        day=payload.day,
        practice=payload.practice,
        effort=payload.effort,
        kind=payload.kind,
    )
    act, _plan = flows.log(keeper, note, id=fresh, catalogue=catalogue(), today=today(), now=now())
    return Status(201, _shown(act))


def _shown(act: Act) -> ActOut:
    return ActOut(
        id=act.id,
        day=act.day,
        practice=act.practice,
        effort=act.effort,
        kind=act.kind,
        what=act.what,
        confirmed=act.confirmed,
    )
