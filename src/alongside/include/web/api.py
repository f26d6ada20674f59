"""Circles and events for programs: those of one's own, read as the pages show them."""

from typing import Annotated
from uuid import UUID

from ninja import Router
from pydantic import Field

from alongside.core.clock import today
from alongside.include.web import queries
from alongside.include.web.api_shapes import (
    CircleOut,
    CirclesOut,
    EventOut,
    EventsOut,
    circle_line,
    circle_shown,
    event_line,
    event_shown,
)
from alongside.include.web.queries_events import coming_and_over, event_page
from alongside.include.web.times import now
from alongside.web.api.door import REFUSALS, needs, page_of
from alongside.web.api.tokens import Scope
from alongside.web.models import Standing
from alongside.web.requests import MemberRequest

Limit = Annotated[int, Field(ge=1, le=200)]
router = Router()


@router.get("/circles", response={200: CirclesOut, **REFUSALS}, operation_id="list_circles", tags=["circles"])
def list_circles(request: MemberRequest, after: str = "", limit: Limit = 50) -> CirclesOut:
    """The circles you are in, by name."""
    needs(request, Scope.CIRCLES)
    found = queries.directory(request.user, today=today()).mine
    mine = [line for line in found if line.state == Standing.ACTIVE]
    part, onward = page_of(mine, after=after, limit=limit)
    return CirclesOut(circles=[circle_line(each) for each in part], after=onward)


@router.get(
    "/circles/{circle}",
    response={200: CircleOut, **REFUSALS},
    operation_id="read_circle",
    tags=["circles"],
)
def read_circle(request: MemberRequest, circle: UUID) -> CircleOut:
    """One of your circles: its charter, your part in it, and who is there by the names they have there."""
    needs(request, Scope.CIRCLES)
    seen = queries.look_inside(request.user, circle, today=today())
    return circle_shown(seen, queries.people(seen))


@router.get("/events", response={200: EventsOut, **REFUSALS}, operation_id="list_events", tags=["events"])
def list_events(request: MemberRequest, after: str = "", limit: Limit = 50) -> EventsOut:
    """The events you are invited to: those to come in their order, then those that are just over."""
    needs(request, Scope.EVENTS)
    part, onward = page_of(coming_and_over(request.user, now=now()), after=after, limit=limit)
    return EventsOut(events=[event_line(each) for each in part], after=onward)


@router.get(
    "/events/{event}", response={200: EventOut, **REFUSALS}, operation_id="read_event", tags=["events"]
)
def read_event(request: MemberRequest, event: UUID) -> EventOut:
    """One event, with what access there is. Its link is given to those who come, and to its host."""
    needs(request, Scope.EVENTS)
    return event_shown(event_page(request.user, event, now=now()))
