"""Events as a calendar that other programs read (RFC 5545, with names and links as RFC 7986 has them).

Written by hand, since a feed is asked for every few hours by everybody: the packages that write calendars
build an object for each property first. Zones come from `icalendar`. Times keep their zone, so that a
calendar follows when its rules change. A cancelled event stays in for 90 days, so that calendars hear of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final

from alongside.core.language import gettext as _
from alongside.include.event import ANNOUNCED, Event, EventState
from alongside.include.ical_lines import escaped, folded, quoted
from alongside.include.wall import Wall, moment

CANCELLED_STAYS: Final = timedelta(days=90)
"""How long a cancelled event stays in a calendar (our choice: longer than most stay away from theirs)."""

REFRESH: Final = "PT6H"
"""How often a calendar is asked to look again (our choice)."""

_UTC: Final = frozenset({"UTC", "Etc/UTC"})
_STATUS: Final = {
    EventState.PUBLISHED: "CONFIRMED",
    EventState.HELD: "CONFIRMED",
    EventState.CANCELLED: "CANCELLED",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """How a calendar is called, and the UIDs of events of which it says when and no more."""

    name: str = ""
    neutral: frozenset[str] = frozenset()


def to_ical(events: Sequence[Event], *, now: datetime, cover: Cover | None = None) -> bytes:
    """The events that people were invited to, as one calendar. The same events make the same bytes.

    `online` of an event is written as it stands: leave it out for readers who are not to have it.
    """
    told = cover or Cover()
    shown = [event for event in events if is_shown(event, now=now)]
    lines = [*_head(told), *_zones(shown)]
    for event in shown:
        lines.extend(_neutral_lines(event) if event.uid in told.neutral else _lines(event))
    return b"".join(map(folded, (*lines, "END:VCALENDAR")))


def is_shown(event: Event, *, now: datetime) -> bool:
    """Whether a calendar carries it now: once published, and for 90 days after it was cancelled."""
    if event.state not in ANNOUNCED:
        return False
    return event.cancelled is None or now - event.cancelled <= CANCELLED_STAYS


def _head(cover: Cover) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Alongside//Events//EN", "CALSCALE:GREGORIAN")
    if cover.name:
        name = escaped(cover.name)
        yield from (f"NAME:{name}", f"X-WR-CALNAME:{name}")
    yield from (f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}", f"X-PUBLISHED-TTL:{REFRESH}")


def _lines(event: Event) -> Iterator[str]:
    yield from _frame(event)
    yield f"SUMMARY:{escaped(event.title)}"
    told = _description(event)
    if told:
        yield f"DESCRIPTION:{escaped(told)}"
    if event.place:
        yield f"LOCATION:{escaped(event.place)}"
    if event.url:
        yield f"URL:{event.url}"
    if event.online:
        label = quoted(_("Take part on line"))
        yield f"CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL={label}:{event.online}"
    yield "END:VEVENT"


def _neutral_lines(event: Event) -> Iterator[str]:
    """When, and nothing of what or where: for a calendar that others may see over a shoulder."""
    yield from _frame(event)
    yield from (f"SUMMARY:{escaped(_('An event'))}", "CLASS:PRIVATE", "END:VEVENT")


def _frame(event: Event) -> Iterator[str]:
    stamp = _instant(event.changed)
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.uid)}"
    # Without METHOD the stamp is when the event last changed (section 3.8.7.2): a feed stays the same.
    yield from (f"DTSTAMP:{stamp}", f"LAST-MODIFIED:{stamp}", f"SEQUENCE:{event.sequence}")
    yield f"STATUS:{_STATUS[event.state]}"
    yield _time("DTSTART", event.starts, event.zone)
    # The end of whole days is the day after (section 3.6.1).
    ends = event.ends if event.ends.clock else Wall(day=event.ends.day + timedelta(days=1))
    yield _time("DTEND", ends, event.zone)


def _description(event: Event) -> str:
    """What it is about, the content note, the price and the access, as a few paragraphs."""
    note = _("Content note: %(note)s") % {"note": event.note} if event.note else ""
    price = _("Price: %(price)s") % {"price": event.price or _("free")}
    parts = (note, event.about, price, "\n".join(event.access.lines()))
    return "\n\n".join(part for part in parts if part)


def _time(name: str, wall: Wall, zone: str) -> str:
    if wall.clock is None:
        return f"{name};VALUE=DATE:{_plain(wall.day.isoformat())}"
    stamp = _plain(wall.bare.isoformat(timespec="seconds"))
    return f"{name}:{stamp}Z" if zone in _UTC else f"{name};TZID={zone}:{stamp}"


def _instant(moment: datetime) -> str:
    bare = moment.astimezone(UTC).replace(tzinfo=None)
    return f"{_plain(bare.isoformat(timespec='seconds'))}Z"


def _plain(stamp: str) -> str:
    """The basic form of ISO 8601."""
    return stamp.replace("-", "").replace(":", "")


def _zones(events: Iterable[Event]) -> Iterator[str]:
    """A VTIMEZONE for every zone that is named, from a year before its first event to two after its last."""
    years: dict[str, set[int]] = {}
    for event in events:
        if not event.all_day and event.zone not in _UTC:
            years.setdefault(event.zone, set()).update((event.starts.day.year, event.ends.day.year))
    for zone in sorted(years):
        yield from _zone(zone, min(years[zone]) - 1, max(years[zone]) + 3)


@lru_cache(maxsize=256)
def _zone(name: str, first: int, end: int) -> tuple[str, ...]:
    from icalendar import Timezone  # noqa: PLC0415 -- keeps the terminal quick to start

    component = Timezone.from_tzid(name, first_date=date(first, 1, 1), last_date=date(end, 1, 1))
    return tuple(component.to_ical().decode().replace("\r\n ", "").splitlines())


def begins(event: Event) -> datetime:
    """When an event begins, in UTC: the order in which people read them."""
    return moment(event.starts, event.zone)
