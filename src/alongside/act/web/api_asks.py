"""Asks for programs: read those of one's circles, write one, take one up, say that it is done, answer.

A program sees and does what the pages show and do, under the name that its member has in the circle.
"""

from contextlib import suppress
from typing import Annotated
from uuid import UUID

from django.db import IntegrityError
from django.http import Http404
from ninja import Router, Status
from pydantic import Field

from alongside.act.asking import one_line
from alongside.act.asks import Ask, State
from alongside.act.promises import intend
from alongside.act.web import flows_asks, flows_takes
from alongside.act.web.api_asks_shapes import AnswerIn, AskIn, AskOut, AsksOut, ClaimIn, TakeIn, shown_to
from alongside.act.web.queries_asks import ShownAsk, ShownTake, ask_for_member, asks_for
from alongside.act.web.ties import asked_by, need_vault
from alongside.core.clock import now, today
from alongside.web.api.door import REFUSALS, fresh_id, needs, page_of
from alongside.web.api.tokens import Scope
from alongside.web.models import Circle
from alongside.web.requests import MemberRequest

router = Router(tags=["asks"])


@router.get("/asks", response={200: AsksOut, **REFUSALS}, operation_id="list_asks")
def list_asks(
    request: MemberRequest,
    circle: UUID | None = None,
    after: str = "",
    limit: Annotated[int, Field(ge=1, le=200)] = 50,
) -> AsksOut:
    """The asks of your circles, or of one of them, newest first: those going on, and what helped lately."""
    needs(request, Scope.ASKS)
    if circle:
        _own_circle(request, circle)
    found = asks_for(request.user, today=today(), asked=asked_by(request), circle=circle)
    part, onward = page_of([shown_to(each) for each in found], after=after, limit=limit)
    return AsksOut(asks=list(part), after=onward)


@router.get("/asks/{ask}", response={200: AskOut, **REFUSALS}, operation_id="read_ask")
def read_ask(request: MemberRequest, ask: UUID) -> AskOut:
    """One ask, and what you can do about it."""
    needs(request, Scope.ASKS)
    return shown_to(_ask(request, ask))


@router.post("/asks", response={201: AskOut, **REFUSALS}, operation_id="post_ask")
def post_ask(request: MemberRequest, payload: AskIn) -> Status[AskOut]:
    """Post an ask under the name you have in that circle.

    With an `Idempotency-Key` the same request twice posts it once. Through the steward, without a name, an
    ask can be handed in by the pages alone.
    """
    needs(request, Scope.ASKS_WRITE)
    ask = Ask(
        id=fresh_id(request),
        what=payload.what,
        more=payload.more,
        rather_not=payload.rather_not,
        practice=payload.practice,
        due=payload.due,
        places=payload.places,
        written=today(),
    )
    circle = _own_circle(request, payload.circle)
    with suppress(IntegrityError):  # it is there already: sent twice, perhaps at the same moment
        flows_asks.post_ask(request.user, ask, circle=circle, today=today())
    return Status(201, shown_to(_ask(request, ask.id)))


@router.post("/asks/{ask}/take", response={200: AskOut, **REFUSALS}, operation_id="take_ask")
def take_ask(request: MemberRequest, ask: UUID, payload: TakeIn) -> AskOut:
    """Take an ask up: the plan goes into your vault, the one line to the circle. Twice is once."""
    needs(request, Scope.ASKS_WRITE)
    shown, keeper = _ask(request, ask), need_vault(request)
    if shown.my_take:
        return shown_to(shown)
    flows_takes.take_up(
        request.user,
        keeper,
        ask,
        intend(shown.ask, cue=payload.cue, act=payload.act, effort=payload.effort),
        line=payload.line,
        asked=asked_by(request),
        now=now(),
    )
    return shown_to(_ask(request, ask))


@router.post("/asks/{ask}/claim", response={200: AskOut, **REFUSALS}, operation_id="claim_ask")
def claim_ask(request: MemberRequest, ask: UUID, payload: ClaimIn) -> AskOut:
    """Say that what you took up is done: the act goes into your vault, the one line to the circle."""
    needs(request, Scope.ASKS_WRITE)
    shown, keeper = _ask(request, ask), need_vault(request)
    mine = shown.my_take
    if mine is None:
        raise Http404
    if not _is_said(mine, payload.done):
        flows_takes.claim(
            request.user, keeper, mine.take.id, done=payload.done, effort=payload.effort, now=now()
        )
    return shown_to(_ask(request, ask))


@router.post("/asks/{ask}/answer", response={200: AskOut, **REFUSALS}, operation_id="answer_ask")
def answer_ask(request: MemberRequest, ask: UUID, payload: AnswerIn) -> AskOut:
    """Say of a claim whether it helped, in one tap. Nobody learns who answered, or how many did."""
    needs(request, Scope.ASKS_WRITE)
    shown, asked = _ask(request, ask), asked_by(request)
    if not any(each.take.id == payload.take for each in shown.takes):
        raise Http404
    flows_takes.answer_claim(
        request.user, payload.take, payload.answer, words=payload.words, asked=asked, today=today()
    )
    return shown_to(_ask(request, ask))


def _ask(request: MemberRequest, ask: UUID) -> ShownAsk:
    return ask_for_member(request.user, ask, asked=asked_by(request))


def _own_circle(request: MemberRequest, circle: UUID) -> Circle:
    found = Circle.objects.of(request.user).filter(pk=circle).first()
    if found is None:
        raise Http404
    return found


def _is_said(mine: ShownTake, done: str) -> bool:
    """Whether the same claim stands already: the request was sent twice."""
    return mine.take.state is State.CLAIMED and mine.take.done == one_line(done, place="done", needed=True)
