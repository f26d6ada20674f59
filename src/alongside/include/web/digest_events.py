"""What this room gives to a member's letter: events to come, and what was called off."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import islice
from typing import Final
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.include.event import EventState
from alongside.include.seating import Answer
from alongside.include.web.kept import engine_of
from alongside.include.web.models import Event, Rsvp
from alongside.include.web.times import when
from alongside.web.digest_lines import DigestLine, Lines, Readers
from alongside.web.models import Member

AHEAD: Final = timedelta(days=35)
_WEEK: Final = timedelta(days=7)
MOST: Final = 5
"""How far a letter looks ahead, and how many events it names (our choice: a letter, not a calendar)."""


def lines(among: Readers, *, today: date) -> Lines:
    """What was cancelled in the week of this letter, then the next events in their order."""
    morning = datetime.combine(today, time(), tzinfo=UTC)
    seen = Event.objects.visible_in(among.circles).select_related("circle").order_by("begins", "id")
    ahead = seen.filter(state=EventState.PUBLISHED, begins__gte=morning, begins__lt=morning + AHEAD)
    off = seen.filter(state=EventState.CANCELLED, cancelled_at__gte=morning - _WEEK, begins__gte=morning)
    coming, cancelled, meant = list(ahead), list(off), _meant(among, off)
    line = cache(_line)  # many are told of the same event

    def told(member: Member) -> Sequence[DigestLine]:
        own, language = among.circles_of(member), get_language() or ""
        called_off = (row for row in cancelled if row.is_visible_in(own) and (row.pk, member.pk) in meant)
        next_ones = islice((row for row in coming if row.is_visible_in(own)), MOST)
        return [*(line(row, language) for row in called_off), *(line(row, language) for row in next_ones)]

    return told


def _meant(among: Readers, events: QuerySet[Event]) -> frozenset[tuple[UUID, UUID]]:
    """Who of them meant to come to which of these events."""
    rows = Rsvp.objects.filter(member__in=among.members, event__in=events.values("pk"))
    return frozenset(rows.exclude(answer=Answer.GONE).values_list("event", "member"))


def _line(row: Event, _language: str) -> DigestLine:
    cancelled = row.state == EventState.CANCELLED
    form = _("Cancelled: %(title)s. %(when)s") if cancelled else _("%(title)s. %(when)s")
    words = form % {"title": row.title, "when": when(engine_of(row))}
    return DigestLine(
        section="events", text=words, url=reverse("include:events-event", args=[row.pk]), circle=row.circle
    )
