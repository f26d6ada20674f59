"""What this room gives to a member's letter: the events to come that they were invited to."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.event import EventState
from alongside.include.web.kept import engine_of
from alongside.include.web.models import Event
from alongside.include.web.times import when
from alongside.web.digest_lines import DigestLine
from alongside.web.models import Member

AHEAD: Final = timedelta(days=35)
MOST: Final = 5
"""How far a letter looks ahead, and how many events it names (our choice: a letter, not a calendar)."""


def lines(member: Member, *, today: date) -> Sequence[DigestLine]:
    """The next events, in the order in which they begin."""
    morning = datetime.combine(today, time(), tzinfo=UTC)
    published = Event.objects.visible_to(member).filter(
        state=EventState.PUBLISHED, begins__gte=morning, begins__lt=morning + AHEAD
    )
    return [_line(row) for row in published.select_related("circle").order_by("begins", "id")[:MOST]]


def _line(row: Event) -> DigestLine:
    words = _("%(title)s. %(when)s") % {"title": row.title, "when": when(engine_of(row))}
    return DigestLine(
        section="events", text=words, url=reverse("include:events-event", args=[row.pk]), circle=row.circle
    )
