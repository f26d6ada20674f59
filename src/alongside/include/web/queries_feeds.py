"""What a secret calendar address shows: to whoever has it, as the member it belongs to would see it now."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
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
from alongside.include.web.models import CalendarFeed, Event, EventQuerySet, Rsvp
from alongside.web.belonging import belongs
from alongside.web.models import Circle, Member


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLine:
    """One calendar that a member can have: of a circle, or of everything (no circle)."""

    circle: UUID | None
    name: str
    made: bool
    hidden: bool
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


def feed_of(token: str) -> CalendarFeed:
    """The address with this token. Raises Http404, also where its member may no longer read it."""
    feed = CalendarFeed.objects.select_related("member", "circle").filter(token_hash=hash_of(token)).first()
    if feed is None or not feed.member.is_active:
        raise Http404
    if feed.circle is not None and not belongs(feed.member, feed.circle):
        raise Http404
    return feed


def etag(feed: CalendarFeed, *, now: datetime) -> str:
    """A mark that changes when the calendar does, from sums alone: no event is read."""
    events = _events(feed, now=now).aggregate(
        count=Count("id"), changed=Max("changed"), raised=Sum("sequence"), versions=Sum("version")
    )
    mine = Rsvp.objects.filter(member=feed.member, answer=Answer.COMING)
    answers = mine.aggregate(count=Count("id"), changed=Max("changed"))
    seen = (feed.pk.hex, feed.titles, *events.values(), *answers.values(), now.date())
    return f'"{hashlib.blake2b(repr(seen).encode(), digest_size=16).hexdigest()}"'


def calendar(feed: CalendarFeed, *, now: datetime, root: str) -> bytes:
    """The calendar. Events of a hidden circle say when and no more, unless the member chose otherwise."""
    coming = set(
        Rsvp.objects.filter(member=feed.member, answer=Answer.COMING).values_list("event", flat=True)
    )
    rows = list(_events(feed, now=now).select_related("circle").order_by("begins", "id"))
    told = [
        engine_of(
            row, online=row.pk in coming, url=f"{root}{reverse('include:events-event', args=(row.pk,))}"
        )
        for row in rows
    ]
    hidden = {row.pk.hex for row in rows if row.circle.is_hidden and not feed.titles}
    neutral = frozenset(event.uid for event in told if event.uid.partition("@")[0] in hidden)
    return to_ical(told, now=now, cover=Cover(name=_name(feed), neutral=neutral))


def _name(feed: CalendarFeed) -> str:
    if feed.circle is None or (feed.circle.is_hidden and not feed.titles):
        return _("Events")
    return feed.circle.name


def _events(feed: CalendarFeed, *, now: datetime) -> EventQuerySet:
    rows = Event.objects.visible_to(feed.member).announced()
    if feed.circle is not None:
        rows = rows.filter(circle=feed.circle)
    kept = Q(state=EventState.CANCELLED, cancelled_at__gte=now - CANCELLED_STAYS)
    return rows.filter(~Q(state=EventState.CANCELLED) | kept)


def one_event(member: Member, row: Event, *, now: datetime, root: str) -> bytes:
    """One event as a file. A hidden circle's says when and no more: files are passed on."""
    mine = Rsvp.objects.filter(event=row, member=member, answer=Answer.COMING).exists()
    address = f"{root}{reverse('include:events-event', args=(row.pk,))}"
    event = engine_of(row, online=mine, url=address)
    neutral = frozenset({event.uid}) if row.circle.is_hidden else frozenset[str]()
    return to_ical([event], now=now, cover=Cover(neutral=neutral))
