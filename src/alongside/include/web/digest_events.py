"""What events add to a member's letter: what they may come to soon, and what was called off."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.event import EventState
from alongside.include.seating import Answer
from alongside.include.web.kept import engine_of
from alongside.include.web.models import Event, Rsvp
from alongside.include.web.times import when
from alongside.web.digest_lines import DigestLine
from alongside.web.models import Member

AHEAD: Final = timedelta(days=28)
"""How far ahead a letter looks (our choice: time enough to ask for captions)."""

MOST: Final = 6
"""Most events in one letter (our choice: a letter, not a list)."""

_WEEK: Final = timedelta(days=7)


def lines(member: Member, *, today: date) -> Sequence[DigestLine]:
    """The next events, in their order, after what was cancelled in the week of this letter."""
    now = datetime.combine(today, time(), tzinfo=UTC)
    return (*_cancelled(member, now), *_coming(member, now))


def _coming(member: Member, now: datetime) -> list[DigestLine]:
    rows = Event.objects.visible_to(member).filter(
        state=EventState.PUBLISHED, begins__gte=now, begins__lt=now + AHEAD
    )
    return [
        _line(_("%(title)s, %(when)s"), row)
        for row in rows.select_related("circle").order_by("begins", "id")[:MOST]
    ]


def _cancelled(member: Member, now: datetime) -> list[DigestLine]:
    """Told within the week of this letter, so that it stands in one of them."""
    meant = Rsvp.objects.filter(member=member).exclude(answer=Answer.GONE).values("event")
    rows = Event.objects.visible_to(member).filter(
        pk__in=meant, state=EventState.CANCELLED, cancelled_at__gte=now - _WEEK, begins__gte=now
    )
    return [
        _line(_("Cancelled: %(title)s, %(when)s"), row)
        for row in rows.select_related("circle").order_by("begins", "id")
    ]


def _line(words: str, row: Event) -> DigestLine:
    told = words % {"title": row.title, "when": when(engine_of(row))}
    return DigestLine(
        section="events", text=told, url=reverse("include:events-event", args=(row.pk,)), circle=row.circle
    )
