"""Events in a community: who is there, and an evening proposed as somebody would fill in the form."""

from datetime import timedelta

from django.test import Client

from alongside.include.access import Access
from alongside.include.event import Event as Engine
from alongside.include.event import EventState
from alongside.include.wall import Wall
from alongside.include.web.flows_events import Plan, propose
from alongside.include.web.models import Event
from alongside.include.web.times import now
from alongside.web.models import Circle, Member

LINK = "https://example.org/room"


def in_days(days: int, clock: str = "18:00") -> Wall:
    """So many days from today, at this time."""
    return Wall.of(f"{(now() + timedelta(days=days)).date().isoformat()}T{clock}")


def an_evening(
    member: Member, circle: Circle, *, days: int = 7, state: EventState = EventState.PUBLISHED, **more: object
) -> Event:
    """An event that a member of the circle hosts; published unless said otherwise."""
    audience = str(more.pop("audience", "circle"))
    told: dict[str, object] = {
        "uid": "",
        "title": "Reading aloud",
        "starts": in_days(days),
        "ends": in_days(days, "20:00"),
        "zone": "Europe/Berlin",
        "changed": now(),
        "place": "Library",
        "online": LINK,
        "access": Access(ask_whom="Noor, 0123"),
        **more,
    }
    row = propose(member, circle, Plan(event=Engine(**told), audience=audience), today=now().date())  # type: ignore[arg-type]
    row.state = state
    row.save()
    return row


def filled_in(days: int = 7, **more: str) -> dict[str, str]:
    """The form of an event as somebody fills it in."""
    day = in_days(days).day.isoformat()
    return {
        "title": "Reading aloud",
        "about": "Everybody brings a page.",
        "starts_day": day,
        "starts_clock": "18:00",
        "ends_clock": "20:00",
        "zone": "Europe/Berlin",
        "place": "Library",
        "online": LINK,
        "audience": "circle",
        **more,
    }


def said(client: Client, path: str, data: dict[str, object] | None = None) -> str:
    """The page that follows a form that was sent."""
    return client.post(path, data or {}, follow=True).content.decode()
