"""Times as the clock on the wall shows them, with the zone they are meant in: rules of clocks change.

A time that a clock change leaves out, or shows twice, is read as RFC 5545 does (section 3.3.5): a missing one
by the offset before the gap, a double one as the first of the two.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble


class NoSuchZone(Trouble):
    """A zone that is not in the IANA time zone database."""


class Fit(StrEnum):
    """How often the clocks of a zone show a time: once, never, or twice."""

    ONCE = "once"
    MISSING = "missing"
    TWICE = "twice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """A day and what the clock says; without `clock` the whole day is meant."""

    day: date
    clock: time | None = None

    @classmethod
    def of(cls, text: str) -> "Wall":
        """Read 2026-03-29 or 2026-03-29T18:30. Raises ValueError for anything else, a zone included."""
        day, mark, clock = text.partition("T")
        told = time.fromisoformat(clock) if mark else None
        if told is not None and told.tzinfo is not None:
            message = "a wall has no zone"
            raise ValueError(message)
        return cls(day=date.fromisoformat(day), clock=told)

    @property
    def bare(self) -> datetime:
        """Day and time without a zone; a whole day begins at midnight."""
        return datetime.combine(self.day, self.clock or time())

    def isoformat(self) -> str:
        """As `of` reads it."""
        return self.day.isoformat() if self.clock is None else self.bare.isoformat(timespec="minutes")


@lru_cache(maxsize=64)
def zone_of(name: str) -> ZoneInfo:
    """The zone of this IANA name. Raises NoSuchZone."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise NoSuchZone(
            "zone",
            _("“%(zone)s” is no time zone.") % {"zone": name},
            _("Choose one like Europe/Berlin."),
        ) from error


def fit(wall: Wall, zone: str) -> Fit:
    """Whether the clocks there show this time once, never or twice. A whole day is always there once."""
    if wall.clock is None:
        return Fit.ONCE
    here = wall.bare.replace(tzinfo=zone_of(zone))
    first, second = here.utcoffset(), here.replace(fold=1).utcoffset()
    if first is None or second is None or first == second:
        return Fit.ONCE
    return Fit.MISSING if first < second else Fit.TWICE


def moment(wall: Wall, zone: str) -> datetime:
    """The instant in UTC that is meant."""
    return wall.bare.replace(tzinfo=zone_of(zone)).astimezone(UTC)


def shown(instant: datetime, zone: str) -> Wall:
    """What the clocks of a zone show at an instant."""
    here = instant.astimezone(zone_of(zone))
    return Wall(day=here.date(), clock=here.time().replace(fold=0))


def settled(wall: Wall, zone: str) -> Wall:
    """The same, or for a time that is left out what the clocks show at the instant it stands for."""
    return shown(moment(wall, zone), zone) if fit(wall, zone) is Fit.MISSING else wall


def later(wall: Wall, by: timedelta) -> Wall:
    """So much later by the wall, whatever the clocks do between; a whole day moves by whole days."""
    moved = wall.bare + by
    return Wall(day=moved.date(), clock=None if wall.clock is None else moved.time())
