"""What a secret calendar address shows: to whoever has it, as the member it belongs to would see it now."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Count, Max, Q, Sum
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.event import EventState
from alongside.include.ical import CANCELLED_STAYS, Cover, to_ical
from alongside.include.seating import Answer
from alongside.include.web.flows_feeds import hash_of
from alongside.include.web.kept import engine_of
from alongside.include.web.models import CalendarFeed, Event, Rsvp
from alongside.include.web.prepared import CIRCLE, MEMBER, TOKEN, Prepared
from alongside.web.models import Circle, Member, Opening


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLine:
    """One calendar that a member can have: of a circle, or of everything (no circle)."""

    circle: UUID | None
    name: str
    made: bool
    hidden: bool
    titles: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """An address that opens: whose it is, of which circle or everything, and whether it shows all titles."""

    member: UUID
    circle: UUID | None
    titles: bool


def feeds(member: Member) -> tuple[FeedLine, ...]:
    """All calendars a member can have, their own of everything first."""
    made = {feed.circle_id: feed for feed in CalendarFeed.objects.filter(member=member)}
    mine = made.get(None)
    own = FeedLine(
        circle=None, name="", made=mine is not None, hidden=False, titles=mine.titles if mine else False
    )
    circles = Circle.objects.of(member).order_by("name", "id")
    return (own, *(_line(circle, made.get(circle.pk)) for circle in circles))


def _line(circle: Circle, feed: CalendarFeed | None) -> FeedLine:
    return FeedLine(
        circle=circle.pk,
        name=circle.name,
        made=feed is not None,
        hidden=circle.is_hidden,
        titles=feed.titles if feed else False,
    )


_FEED = Prepared(
    lambda: (
        CalendarFeed.objects.filter(token_hash=TOKEN, member__is_active=True)
        .order_by("pk")
        .values_list("member", "circle", "titles")
    )
)
_IN_CIRCLE = Prepared(
    lambda: Circle.objects.of(Member(pk=MEMBER)).filter(pk=CIRCLE).order_by("pk").values_list("pk")
)
_EVENTS = Prepared(
    lambda: (
        Event.objects.visible_to(Member(pk=MEMBER))
        .announced()
        .order_by("circle", "audience")
        .values_list("circle", "audience")
        .annotate(Count("pk"), Max("changed"), Sum("sequence"), Sum("version"))
    )
)
_ANSWERS = Prepared(
    lambda: (
        Rsvp.objects.filter(member=MEMBER, answer=Answer.COMING)
        .order_by("event")
        .values_list("event", "changed")
    )
)


def feed_of(token: str) -> Feed:
    """The address with this token. Raises Http404, also where its member may no longer read it."""
    rows = _FEED.rows(token=hash_of(token))
    if not rows:
        raise Http404
    member, circle, titles = rows[0]
    feed = Feed(member=_id(member), circle=_id(circle) if circle else None, titles=bool(titles))
    if feed.circle and not _IN_CIRCLE.rows(member=feed.member, circle=feed.circle):
        raise Http404
    return feed


def _id(value: object) -> UUID:
    """An id as the database has it: a UUID, or text where it knows none."""
    return value if isinstance(value, UUID) else UUID(str(value))


def etag(feed: Feed, *, now: datetime) -> str:
    """A mark that changes whenever the calendar does, from a few sums: no event is read for it."""
    events, answers = _EVENTS.rows(member=feed.member), _ANSWERS.rows(member=feed.member)
    seen = (feed, now.date(), events, answers)
    return f'"{hashlib.blake2b(repr(seen).encode(), digest_size=16).hexdigest()}"'


def calendar(feed: Feed, *, now: datetime, root: str) -> bytes:
    """The calendar. Events of a hidden circle say when and no more, unless the member chose otherwise."""
    coming = set(
        Rsvp.objects.filter(member=feed.member, answer=Answer.COMING).values_list("event", flat=True)
    )
    hidden = set(Circle.objects.filter(opening=Opening.HIDDEN).values_list("pk", flat=True))
    rows = _shown(feed, now=now)
    address = _address(root)
    told = [engine_of(row, online=row.pk in coming, url=address.replace(_ANY, str(row.pk))) for row in rows]
    unnamed = () if feed.titles else [row for row in rows if row.circle_id in hidden]
    neutral = frozenset(engine_of(row).uid for row in unnamed)
    return to_ical(told, now=now, cover=Cover(name=_name(feed, hidden), neutral=neutral))


def _shown(feed: Feed, *, now: datetime) -> list[Event]:
    rows = Event.objects.visible_to(Member(pk=feed.member)).announced()
    if feed.circle is not None:
        rows = rows.filter(circle=feed.circle)
    kept = Q(state=EventState.CANCELLED, cancelled_at__gte=now - CANCELLED_STAYS)
    return list(rows.filter(~Q(state=EventState.CANCELLED) | kept).order_by("begins", "id"))


_ANY: Final = str(UUID(int=0))
"""Stands in an address for the id of an event: making the address anew for each costs much of a feed."""


def _address(root: str) -> str:
    return f"{root}{reverse('include:events-event', args=(_ANY,))}"


def _name(feed: Feed, hidden: set[UUID]) -> str:
    if feed.circle is None or (feed.circle in hidden and not feed.titles):
        return _("Events")
    return Circle.objects.values_list("name", flat=True).get(pk=feed.circle)


def one_event(member: Member, row: Event, *, now: datetime, root: str) -> bytes:
    """One event as a file. A hidden circle's says when and no more: files are passed on."""
    mine = Rsvp.objects.filter(event=row, member=member, answer=Answer.COMING).exists()
    event = engine_of(row, online=mine, url=_address(root).replace(_ANY, str(row.pk)))
    neutral = frozenset({event.uid}) if row.circle.is_hidden else frozenset[str]()
    return to_ical([event], now=now, cover=Cover(neutral=neutral))
