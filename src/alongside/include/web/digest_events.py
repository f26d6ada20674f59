"""What this room gives to a member's letter: events to come, and what was called off."""

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

AHEAD: Final = timedelta(days=35)
_WEEK: Final = timedelta(days=7)
MOST: Final = 5
"""How far a letter looks ahead, and how many events it names (our choice: a letter, not a calendar)."""


def lines(member: Member, *, today: date) -> Sequence[DigestLine]:
    """What was cancelled in the week of this letter, then the next events in their order."""
    morning = datetime.combine(today, time(), tzinfo=UTC)
    published = Event.objects.visible_to(member).filter(
        state=EventState.PUBLISHED, begins__gte=morning, begins__lt=morning + AHEAD
    )
    coming = published.select_related("circle").order_by("begins", "id")[:MOST]
    told = [_line(row, _("Cancelled: %(title)s. %(when)s")) for row in _called_off(member, morning)]
    return [*told, *(_line(row, _("%(title)s. %(when)s")) for row in coming)]


def _called_off(member: Member, morning: datetime) -> Sequence[Event]:
    """What they meant to come to."""
    meant = Rsvp.objects.filter(member=member).exclude(answer=Answer.GONE).values("event")
    rows = Event.objects.visible_to(member).filter(
        pk__in=meant, state=EventState.CANCELLED, cancelled_at__gte=morning - _WEEK, begins__gte=morning
    )
    return list(rows.select_related("circle").order_by("begins", "id"))


def _line(row: Event, form: str) -> DigestLine:
    words = form % {"title": row.title, "when": when(engine_of(row))}
    return DigestLine(
        section="events", text=words, url=reverse("include:events-event", args=[row.pk]), circle=row.circle
    )
