"""What pages show of a circle's budget, and where its receipts lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.http import Http404

from alongside.include.budget import Balance, Line, LineState, balance, needed
from alongside.include.web.models import Budget, BudgetLine, Receipt
from alongside.web.belonging import membership_of
from alongside.web.models import Circle, Member
from alongside.web.policy import allowed, require


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """A line as one reader sees it: where it stands, and what they may do."""

    line: Line
    planned_by: str
    yeses: int
    needed: int
    may_approve: bool
    may_keep: bool
    receipts: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetPage:
    """A circle's budget: the newest period unless another was asked for."""

    circle: str
    circle_id: UUID
    budget: Budget | None
    others: tuple[Budget, ...]
    total: Balance
    lines: tuple[ShownLine, ...]
    may_grant: bool


def circle_of(member: Member, circle: UUID, action: str) -> Circle:
    """The circle, for somebody who may do this there. Raises Http404."""
    found = Circle.objects.visible_to(member).filter(pk=circle).first()
    if found is None:
        raise Http404
    require(member, action, found)
    return found


def budget_page(member: Member, circle: UUID, period: UUID | None = None) -> BudgetPage:
    """The budget of a circle. Raises Http404."""
    found = circle_of(member, circle, "budget.read")
    periods = list(Budget.objects.filter(circle=found).order_by("-first", "-last", "id"))
    shown = next((each for each in periods if period in {None, each.pk}), None)
    if shown is None and period is not None:
        raise Http404
    lines = _shown(member, shown) if shown else ()
    return BudgetPage(
        circle=found.name,
        circle_id=found.pk,
        budget=shown,
        others=tuple(each for each in periods if each != shown),
        total=balance([each.line for each in lines], granted=shown.granted if shown else _NOTHING),
        lines=lines,
        may_grant=allowed(member, "budget.grant", found),
    )


_NOTHING = balance(()).granted


def _shown(member: Member, budget: Budget) -> tuple[ShownLine, ...]:
    decides, mine = allowed(member, "budget.approve", budget), membership_of(member, budget)
    rows = _rows(budget)
    return tuple(_shown_line(member, row, mine.pk if mine and decides else None) for row in rows)


def _rows(budget: Budget) -> Sequence[BudgetLine]:
    rows = budget.lines.select_related("planned_by__member", "budget").prefetch_related("yeses", "receipts")
    return list(rows.order_by("day", "id"))


def _shown_line(member: Member, row: BudgetLine, decides: UUID | None) -> ShownLine:
    line = line_of(row)
    open_to = line.state is LineState.PLANNED and decides is not None
    return ShownLine(
        line=line,
        planned_by=row.planned_by.shown_name if row.planned_by else "",
        yeses=len(line.approved_by),
        needed=needed(line, limit=row.budget.limit),
        may_approve=open_to and decides not in line.approved_by,
        may_keep=allowed(member, "budget.keep", row),
        receipts=tuple((each.pk, each.kind) for each in row.receipts.all()),
    )


def line_of(row: BudgetLine) -> Line:
    """The line as the engine has it."""
    return Line(
        id=row.pk,
        what=row.what,
        amount=row.amount,
        day=row.day,
        planned_by=row.planned_by_id or row.pk,
        approved_by=tuple(yes.by_id for yes in row.yeses.all()),
        spent=row.spent,
        state=LineState(row.state),
    )


def lines_of(member: Member, budget: UUID) -> tuple[Budget, tuple[Line, ...]]:
    """A period with its lines, for the table. Raises Http404."""
    found = budget_of(member, budget, "budget.read")
    return found, tuple(line_of(row) for row in _rows(found))


def budget_of(member: Member, budget: UUID, action: str) -> Budget:
    """A period, for somebody who may do this with it. Raises Http404."""
    found = Budget.objects.select_related("circle").filter(pk=budget).first()
    if found is None:
        raise Http404
    require(member, action, found)
    return found


def find_line(member: Member, line: UUID, action: str) -> BudgetLine:
    """A line, for somebody who may do this with it. Raises Http404."""
    found = BudgetLine.objects.select_related("budget__circle").filter(pk=line).first()
    if found is None:
        raise Http404
    require(member, action, found)
    return found


def find_receipt(member: Member, receipt: UUID) -> tuple[Receipt, bytes]:
    """A receipt and what is in it. Raises Http404."""
    found = Receipt.objects.select_related("line__budget__circle").filter(pk=receipt).first()
    if found is None:
        raise Http404
    require(member, "budget.read", found.line)
    try:
        return found, place_of(found).read_bytes()
    except FileNotFoundError as gone:
        raise Http404 from gone


def place_of(receipt: Receipt) -> Path:
    """Where its file lies: in the data folder, which no address leads into."""
    folder: Path = settings.DATA
    return folder / "receipts" / f"{receipt.pk.hex}.{receipt.kind}"
