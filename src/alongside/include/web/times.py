"""The doors' clock as events need it, and their times in words."""

from datetime import UTC, date, datetime

from babel.dates import format_date, format_time
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.core import clock
from alongside.include.event import Event
from alongside.include.wall import Wall


def now() -> datetime:
    """This moment in UTC; the day can be set, see `core.clock`."""
    return clock.now().astimezone(UTC)


def when(event: Event) -> str:
    """From when to when, on one line, with its zone: hybrid events are read far away."""
    if event.starts.clock is None or event.ends.clock is None:
        return _span(event.starts.day, event.ends.day)
    told = {
        "day": day_in_words(event.starts.day),
        "start": _clock(event.starts),
        "end": _clock(event.ends),
        "end_day": day_in_words(event.ends.day),
        "zone": event.zone.replace("_", " "),
    }
    if event.starts.day == event.ends.day:
        return _("%(day)s, %(start)s to %(end)s (%(zone)s)") % told
    return _("%(day)s, %(start)s to %(end_day)s, %(end)s (%(zone)s)") % told


def _span(first: date, last: date) -> str:
    if first == last:
        return _("%(day)s, all day") % {"day": day_in_words(first)}
    return _("%(first)s to %(last)s") % {"first": day_in_words(first), "last": day_in_words(last)}


def day_in_words(day: date) -> str:
    """The day as "Tuesday 12 May 2026", in the reader's language."""
    return str(format_date(day, "EEEE d MMMM y", locale=get_language() or "en"))


def _clock(wall: Wall) -> str:
    return str(format_time(wall.clock, "short", locale=get_language() or "en")).replace("\u202f", " ")


def short_day(day: date) -> str:
    """The day as "12 May 2026", in the reader's language."""
    return str(format_date(day, "d MMM y", locale=get_language() or "en"))
