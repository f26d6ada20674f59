"""Invisible work that somebody did, in minutes, for their own eyes alone.

Teaching, answering, representing, calming: work that is seldom counted. It is never summed over people, and
nobody else can ask for it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from alongside.core.language import gettext as _
from alongside.learn.fields import Refused

MOST_MINUTES: Final = 24 * 60
"""An entry is of one day; more minutes than a day has are a slip of the finger."""


class Kind(StrEnum):
    """What sort of work it was."""

    TEACH = "teach"
    ANSWER = "answer"
    MENTOR = "mentor"
    INTERPRET = "interpret"
    REPRESENT = "represent"
    ORGANISE = "organise"
    COMFORT = "comfort"
    CHECK = "check"

    @property
    def label(self) -> str:
        """The work as people read it."""
        return _LABELS[self]()


_LABELS: Mapping[Kind, Callable[[], str]] = {
    Kind.TEACH: lambda: _("teaching or explaining"),
    Kind.ANSWER: lambda: _("answering questions"),
    Kind.MENTOR: lambda: _("mentoring"),
    Kind.INTERPRET: lambda: _("translating or interpreting"),
    Kind.REPRESENT: lambda: _("sitting on a panel or in a picture for all"),
    Kind.ORGANISE: lambda: _("organising a group or an event"),
    Kind.COMFORT: lambda: _("calming or comforting others"),
    Kind.CHECK: lambda: _("checking texts or plans for others"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Labour:
    """One piece of work on one day."""

    id: UUID
    day: date
    minutes: int
    kind: Kind
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse minutes that no day has."""
        if not 1 <= self.minutes <= MOST_MINUTES:
            raise Refused(
                "--minutes",
                _("Minutes are 1 to %(most)d; you wrote %(given)d.")
                % {"most": MOST_MINUTES, "given": self.minutes},
                _("For several days, write a line for each."),
            )


def by_kind(entries: Iterable[Labour]) -> Mapping[Kind, int]:
    """Minutes by kind of work, in the order of the kinds; only kinds that occur."""
    held = list(entries)
    sums = {kind: sum(each.minutes for each in held if each.kind is kind) for kind in Kind}
    return {kind: minutes for kind, minutes in sums.items() if minutes}


def by_month(entries: Iterable[Labour]) -> Mapping[str, int]:
    """Minutes by month (such as 2026-05), oldest first."""
    sums: dict[str, int] = {}
    for each in sorted(entries, key=lambda each: each.day):
        month = each.day.isoformat()[:7]
        sums[month] = sums.get(month, 0) + each.minutes
    return sums


def hours_and_minutes(minutes: int) -> str:
    """Such as 1 h 25 min, or 40 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("%(minutes)d min") % {"minutes": rest}
    told = {"hours": hours, "minutes": rest}
    return _("%(hours)d h %(minutes)d min") % told if rest else _("%(hours)d h") % told
