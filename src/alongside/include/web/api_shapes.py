"""What the interface for programs says of circles and events. A person is a membership and a name in it."""

from collections.abc import Sequence
from datetime import date, time
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field

from alongside.include.access import Need, Standing
from alongside.include.event import EventState
from alongside.include.seating import Answer
from alongside.include.web.queries import Line, Look, Person
from alongside.include.web.queries_events import EventPage, Listed
from alongside.web.models import Opening, Part

Clock = Annotated[str, Field(pattern=r"^\d\d:\d\d$")]
"""A time on the wall, as in 18:30: which moment that is, the event's zone says."""


class CircleLine(Schema):
    """A circle of yours in a list."""

    id: UUID
    name: str
    purpose: str
    opening: Opening
    archived: bool


class CirclesOut(Schema):
    """A page of your circles, by name; `after` asks for the next one, and is empty at the end."""

    circles: list[CircleLine]
    after: str


class PersonOut(Schema):
    """Somebody in a circle: the id of their membership there, and the name they chose for it."""

    id: UUID
    name: str
    part: Part
    is_me: bool


class ClauseOut(Schema):
    """One promise of a charter, and why it is made."""

    text: str
    why: str


class CircleOut(CircleLine):
    """A circle of yours: what it promises, who is there, and whether you can write in it now."""

    may_write: bool
    clauses: list[ClauseOut]
    posts_kept_days: int
    chatham_house: bool
    people: list[PersonOut]


class EventLine(Schema):
    """An event in a list. Times are by the clock of `zone`; without one the event takes whole days."""

    id: UUID
    title: str
    circle_name: str
    for_everybody: bool
    state: EventState
    starts_day: date
    starts_clock: Clock | None
    ends_day: date
    ends_clock: Clock | None
    zone: str
    place: str
    on_line: bool
    coming: bool
    waiting: bool


class EventsOut(Schema):
    """A page of events; `after` asks for the next one, and is empty at the end."""

    events: list[EventLine]
    after: str


class AccessOut(Schema):
    """How an event stands on one point; "unknown" never means yes."""

    need: Need
    standing: Standing
    note: str


class EventOut(EventLine):
    """One event. `link` is empty unless you are coming, or host it; `note` is the content note."""

    about: str
    note: str
    price: str
    host: str
    seats: int | None
    is_full: bool
    can_attend: bool
    link: str
    access: list[AccessOut]
    getting_there: str
    ask_whom: str


def circle_line(line: Line) -> CircleLine:
    """A circle in a list."""
    return CircleLine(
        id=line.id, name=line.name, purpose=line.purpose, opening=line.opening, archived=line.archived
    )


def circle_shown(seen: Look, people: Sequence[Person]) -> CircleOut:
    """A circle for somebody who is in it."""
    circle, promise = seen.circle, seen.promise
    return CircleOut(
        id=circle.pk,
        name=circle.name,
        purpose=circle.purpose,
        opening=Opening(circle.opening),
        archived=circle.archived_on is not None,
        may_write=seen.may_write,
        clauses=[ClauseOut(text=each.text, why=each.why) for each in promise.clauses],
        posts_kept_days=promise.retention_days,
        chatham_house=promise.chatham_house,
        people=[PersonOut(id=each.id, name=each.name, part=each.role, is_me=each.is_me) for each in people],
    )


def event_line(listed: Listed) -> EventLine:
    """An event in a list, without its link."""
    event = listed.event
    return EventLine(
        id=listed.id,
        title=event.title,
        circle_name=listed.circle,
        for_everybody=listed.to_all,
        state=event.state,
        starts_day=event.starts.day,
        starts_clock=_clock(event.starts.clock),
        ends_day=event.ends.day,
        ends_clock=_clock(event.ends.clock),
        zone=event.zone,
        place=event.place,
        on_line=listed.on_line,
        coming=listed.answer is Answer.COMING,
        waiting=listed.answer is Answer.WAITING,
    )


def event_shown(page: EventPage) -> EventOut:
    """One event as its reader may see it."""
    event, line = page.listed.event, event_line(page.listed)
    return EventOut(
        **line.dict(),
        about=event.about,
        note=event.note,
        price=event.price,
        host=page.host,
        seats=event.capacity,
        is_full=page.is_full,
        can_attend=page.attends,
        link=event.online if line.coming or page.hosts else "",
        access=[
            AccessOut(need=each.need, standing=each.standing, note=each.note) for each in event.access.all
        ],
        getting_there=event.access.getting_there,
        ask_whom=event.access.ask_whom,
    )


def _clock(told: time | None) -> str | None:
    return f"{told:%H:%M}" if told else None
