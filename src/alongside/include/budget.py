"""A circle's money, written down: planned, approved, spent. It records; it moves nothing.

Sums are exact, in one currency. Above the circle's limit two people approve, so that nobody has to carry it
alone. What is spent stays within what was approved; more is a line of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.core.problems import Trouble

CENT: Final = Decimal("0.01")
MOST: Final = Decimal("9999999.99")
"""Largest amount (our choice: a small budget)."""

_AMOUNT: Final = re.compile(r"[0-9]{1,7}(?:[.,][0-9]{1,2})?")


class NotSo(Trouble):
    """A line of the budget cannot be kept or moved on as asked; `place` is the field."""


class LineState(StrEnum):
    """Where a line stands."""

    PLANNED = "planned"
    APPROVED = "approved"
    SPENT = "spent"

    @property
    def label(self) -> str:
        """The state as people read it."""
        return _(_STATES[self])


_STATES = {
    LineState.PLANNED: _later("Planned"),
    LineState.APPROVED: _later("Approved"),
    LineState.SPENT: _later("Spent"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that costs. `amount` is what was planned and approved, `spent` what it came to.

    `approved_by` are the people who said yes, in their order; no two of them are the same.
    """

    id: UUID
    what: str
    amount: Decimal
    day: date
    planned_by: UUID
    approved_by: tuple[UUID, ...] = ()
    spent: Decimal | None = None
    state: LineState = LineState.PLANNED


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What a budget comes to. `left` is what nothing was promised for; it may be below zero."""

    granted: Decimal
    planned: Decimal
    approved: Decimal
    spent: Decimal

    @property
    def left(self) -> Decimal:
        """Granted, less what is approved and spent."""
        return self.granted - self.approved - self.spent


def balance(lines: Sequence[Line], *, granted: Decimal = Decimal(0)) -> Balance:
    """The sums. A line counts once: as planned, as approved, or with what was really spent."""
    sums = dict.fromkeys(LineState, Decimal(0))
    for line in lines:
        sums[line.state] += line.amount if line.spent is None else line.spent
    return Balance(
        granted=granted.quantize(CENT),
        planned=sums[LineState.PLANNED].quantize(CENT),
        approved=sums[LineState.APPROVED].quantize(CENT),
        spent=sums[LineState.SPENT].quantize(CENT),
    )


def read_amount(text: str, *, place: str = "amount") -> Decimal:
    """An amount as people write it: 12, 12.50 or 12,50. Raises NotSo."""
    given = text.strip()
    if not _AMOUNT.fullmatch(given):
        raise NotSo(place, _("This is no amount."), _("Write it like 12.50."))
    return Decimal(given.replace(",", ".")).quantize(CENT)


def needed(line: Line, *, limit: Decimal) -> int:
    """How many people have to approve a line."""
    return 2 if line.amount > limit else 1


def approve(line: Line, *, by: UUID, limit: Decimal) -> Line:
    """The line with one more yes; approved once there are enough. Raises NotSo.

    Whoever planned it may be one of them (our choice: small circles), and never more than one.
    """
    if line.state is not LineState.PLANNED:
        raise NotSo("", _("This is approved already."), _("There is nothing to do."))
    if by in line.approved_by:
        raise NotSo("", _("You have said yes to this already."), _("Ask somebody else for the second yes."))
    said = (*line.approved_by, by)
    enough = len(said) >= needed(line, limit=limit)
    return replace(line, approved_by=said, state=LineState.APPROVED if enough else LineState.PLANNED)


def spend(line: Line, amount: Decimal) -> Line:
    """The line with what it came to. Raises NotSo where it is not approved, or comes to more than that."""
    if line.state is LineState.PLANNED:
        raise NotSo("spent", _("This is not approved yet."), _("Ask for the approval first."))
    if amount > line.amount:
        cure = _("Plan the rest as a line of its own.")
        raise NotSo("spent", _("This is more than was approved."), cure)
    return replace(line, spent=amount, state=LineState.SPENT)


def changed(line: Line, *, what: str, amount: Decimal, day: date) -> Line:
    """The line with other words or another amount, which takes every yes back. Raises NotSo."""
    if line.state is not LineState.PLANNED:
        raise NotSo("", _("What is approved stays as it is."), _("Plan another line."))
    same = (what, amount, day) == (line.what, line.amount, line.day)
    return line if same else replace(line, what=what, amount=amount, day=day, approved_by=())
