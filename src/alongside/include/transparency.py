"""What moderation did in a quarter, as counts that give nobody away.

Only quarters that are over are counted, and only by what was dated in them, so that a figure never changes
after it was shown and two readings cannot be subtracted. Every table passes `core.disclosure`. Limits: what
comes from hidden circles is counted nowhere outside them; whoever calls this passes the other reports alone.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from alongside.core.disclosure import K_DEFAULT, Published, publish
from alongside.include.moderation import ACKNOWLEDGE_WITHIN, DECIDE_WITHIN, Kind, Outcome, Report

SHOWN: Final = 4
"""Quarters on the page (our choice): a year."""


class Subject(StrEnum):
    """What a table of the page is about."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    DECIDED = "decided"
    OUTCOMES = "outcomes"
    APPEALS = "appeals"
    UNMASKED = "unmasked"


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months, `number` 1 to 4."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    def __contains__(self, moment: object) -> bool:
        """Whether a day or moment falls into it."""
        return isinstance(moment, date) and quarter_of(moment) == self


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of the page: counts by label, every one of them passed by the rules of disclosure."""

    subject: Subject
    cells: Mapping[str, Published]


def quarter_of(day: date) -> Quarter:
    """The quarter in which a day lies."""
    return Quarter(day.year, (day.month + 2) // 3)


def finished(today: date) -> tuple[Quarter, ...]:
    """The quarters that are over, latest first, as many as the page shows."""
    running = quarter_of(today)
    index = running.year * 4 + running.number - 1
    return tuple(Quarter((index - back) // 4, (index - back) % 4 + 1) for back in range(1, SHOWN + 1))


def quarter_counts(
    reports: Sequence[Report], unmaskings: Sequence[date], quarter: Quarter, *, today: date
) -> tuple[Table, ...]:
    """The tables of a quarter that is over; none for one that is not. `unmaskings` are days of agreement."""
    if quarter >= quarter_of(today):
        return ()
    counts = {
        Subject.RECEIVED: _tally(Kind, [each.kind for each in reports if each.opened in quarter]),
        Subject.ACKNOWLEDGED: _in_time(
            [each for each in reports if each.acknowledged in quarter], "acknowledged"
        ),
        Subject.DECIDED: _in_time([each for each in reports if each.decided in quarter], "decided"),
        Subject.OUTCOMES: _tally(
            Outcome, [each.outcome for each in reports if each.outcome and each.decided in quarter]
        ),
        Subject.APPEALS: _appeals([each for each in reports if each.settled_as and each.final in quarter]),
        Subject.UNMASKED: {"unmasked": sum(day in quarter for day in unmaskings)},
    }
    return _published(counts)


def _published(counts: Mapping[Subject, Mapping[str, int]]) -> tuple[Table, ...]:
    """Every table through the rules of disclosure; one is hidden whole where it stands too close to another.

    The tables count steps of the same reports: 9 seen and 8 decided would tell of one that is open.
    """
    known: list[int] = []
    tables = []
    for subject, cells in counts.items():
        total = sum(cells.values())
        close = subject is not Subject.UNMASKED and any(0 < abs(total - each) < K_DEFAULT for each in known)
        shown = publish(cells, k=total + K_DEFAULT) if close else publish(cells)
        if any(cell.value is not None for cell in shown.values()) and subject is not Subject.UNMASKED:
            known.append(total)
        tables.append(Table(subject=subject, cells=shown))
    return tuple(tables)


def _tally(kinds: type[StrEnum], seen: Sequence[StrEnum]) -> dict[str, int]:
    found = Counter(seen)
    return {each.value: found[each] for each in kinds}


def _in_time(reports: Sequence[Report], step: str) -> dict[str, int]:
    """Counted from when the report came in, as its reporter counts, whoever had it."""
    within = {"acknowledged": ACKNOWLEDGE_WITHIN, "decided": DECIDE_WITHIN}[step]
    moments: list[tuple[datetime, datetime]] = [
        (each.opened, moment)
        for each in reports
        if (moment := each.acknowledged if step == "acknowledged" else each.decided)
    ]
    soon = sum(moment - opened <= within for opened, moment in moments)
    return {"in time": soon, "late": len(moments) - soon}


def _appeals(reports: Sequence[Report]) -> dict[str, int]:
    kept = sum(each.settled_as is each.outcome for each in reports)
    return {"kept": kept, "changed": len(reports) - kept}
