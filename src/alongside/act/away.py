"""Time away: ranges of days that a person sets aside. No reason is asked, and none is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from alongside.act.acts import Refused
from alongside.core.language import gettext as _

DAYS_THAT_MAKE_A_WEEK_AWAY: Final = 4
"""A week is away when at least this many of its seven days are (our choice)."""
DAYS_MOST: Final = 366
"""Days away in one piece (our choice: catches a slip in the year)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Away from `first` to `last`, both included."""

    id: UUID
    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a range that ends before it begins, or is longer than a year."""
        if self.last < self.first:
            raise Refused(
                "last",
                _("%(last)s is before %(first)s.")
                % {"last": self.last.isoformat(), "first": self.first.isoformat()},
                _("Give the first day away and then the last."),
            )
        if (self.last - self.first).days >= DAYS_MOST:
            raise Refused(
                "last",
                _("That is more than a year at once."),
                _("Look at the year you wrote; a longer time goes in as several."),
            )


def is_away(ranges: Sequence[Away], day: date) -> bool:
    """Whether `day` lies in one of the ranges."""
    return any(away.first <= day <= away.last for away in ranges)


def weeks_away(ranges: Sequence[Away], *, last_day: date, weeks: int) -> tuple[int, ...]:
    """Which of the `weeks` rolling weeks back from `last_day` are away: 0 is the week that ends on it."""
    if not ranges:
        return ()
    end, span = last_day.toordinal(), 7 * weeks
    days = bytearray(span)  # index: days before last_day; overlapping ranges count once
    for away in ranges:
        newest = max(0, end - away.last.toordinal())
        oldest = min(span - 1, end - away.first.toordinal())
        if oldest >= newest:
            days[newest : oldest + 1] = b"\x01" * (oldest + 1 - newest)
    return tuple(w for w in range(weeks) if sum(days[7 * w : 7 * w + 7]) >= DAYS_THAT_MAKE_A_WEEK_AWAY)
