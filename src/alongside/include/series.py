"""Events that come round: weekly, every other week, or monthly. Each time is an event of its own.

So one of them can move, fill up or be cancelled without the rest. The wall rules: 18:00 stays 18:00 when
clocks change. A time that the clocks leave out that day is held when they have gone forward, as long as ever.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice, takewhile
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.include.wall import Wall, later, settled

MOST: Final = 60
"""Most times of one series (our choice: a weekly evening for a year, with room)."""

_WEEK: Final = timedelta(weeks=1)


class Rhythm(StrEnum):
    """How a series comes round."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY_WEEKDAY = "monthly-weekday"
    MONTHLY_DAY = "monthly-day"

    @property
    def label(self) -> str:
        """The rhythm as people read it."""
        return _(_RHYTHMS[self])


_RHYTHMS = {
    Rhythm.WEEKLY: _later("Every week"),
    Rhythm.FORTNIGHTLY: _later("Every other week"),
    Rhythm.MONTHLY_WEEKDAY: _later("Every month, on the same weekday"),
    Rhythm.MONTHLY_DAY: _later("Every month, on the same day"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A first time, how it comes round, and at most `count` times; days in `left_out` are not made up."""

    starts: Wall
    ends: Wall
    zone: str
    rhythm: Rhythm
    count: int = MOST
    left_out: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One time of a series; `moved` where the clocks leave the usual time out that day."""

    starts: Wall
    ends: Wall
    moved: bool = False


def expand(series: Series, *, until: date) -> list[Occurrence]:
    """Every time of a series up to and including the day `until`, at most `MOST`."""
    days = takewhile(lambda day: day <= until, _days(series.starts.day, series.rhythm))
    counted = islice(days, min(series.count, MOST))
    return [_on(series, day) for day in counted if day not in series.left_out]


def _on(series: Series, day: date) -> Occurrence:
    wished = later(series.starts, day - series.starts.day)
    starts = settled(wished, series.zone)
    end = later(series.ends, day - series.starts.day + (starts.bare - wished.bare))
    return Occurrence(starts=starts, ends=settled(end, series.zone), moved=starts != wished)


def _days(first: date, rhythm: Rhythm) -> Iterator[date]:
    if rhythm in {Rhythm.WEEKLY, Rhythm.FORTNIGHTLY}:
        step = _WEEK if rhythm is Rhythm.WEEKLY else 2 * _WEEK
        while True:
            yield first
            first += step
    for year, month in _months(first):
        length = monthrange(year, month)[1]
        if rhythm is Rhythm.MONTHLY_WEEKDAY:
            yield _same_weekday(first, year, month, length)
        elif first.day <= length:  # as RFC 5545 has it: a month without that day is left out
            yield date(year, month, first.day)


def _months(first: date) -> Iterator[tuple[int, int]]:
    year, month = first.year, first.month
    while year <= date.max.year:
        yield year, month
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004  # December


def _same_weekday(first: date, year: int, month: int, length: int) -> date:
    """The second Tuesday stays the second Tuesday; a fifth one becomes the last of the month."""
    which = (first.day - 1) // 7
    ahead = (first.weekday() - date(year, month, 1).weekday()) % 7
    day = 1 + ahead + 7 * which
    return date(year, month, day if day <= length else day - 7)
