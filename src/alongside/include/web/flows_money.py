"""What people do with a circle's budget: a period, plans, a yes, what it came to, receipts."""

import time
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from django.conf import settings
from django.http import Http404
from django.utils.translation import gettext as _

from alongside.core.files import write_whole
from alongside.include import budget as rules
from alongside.include.budget import NotSo
from alongside.include.receipts import ReceiptKind, kind_of
from alongside.include.web.models import Budget, BudgetLine, BudgetYes, Receipt
from alongside.include.web.queries_money import line_of, place_of
from alongside.web.belonging import membership_of
from alongside.web.keeper import append_to_trail
from alongside.web.models import Circle, Member
from alongside.web.policy import require
from alongside.web.writing import writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What a circle may spend, from when to when, and above which amount two people approve."""

    first: date
    last: date
    granted: Decimal
    limit: Decimal
    currency: str


def open_period(member: Member, circle: Circle, period: Period, *, today: date) -> Budget:
    """Open a budget for a period. Raises NotSo."""
    require(member, "budget.grant", circle)
    if period.last < period.first:
        raise NotSo("last", _("It ends before it begins."), _("Choose a later last day."))
    if len(period.currency) != _CODE or not (period.currency.isascii() and period.currency.isalpha()):
        raise NotSo("currency", _("This is no currency."), _("Write its three letters, such as EUR."))
    with writing():
        made = Budget.objects.create(
            circle=circle,
            first=period.first,
            last=period.last,
            granted=period.granted,
            limit=period.limit,
            currency=period.currency.upper(),
        )
        append_to_trail("budget.open", actor=member, today=today)
    return made


_CODE = 3


def _locked(line: UUID) -> BudgetLine:
    rows = BudgetLine.objects.select_for_update(of=("self",)).select_related("budget__circle")
    row = rows.filter(pk=line).first()
    if row is None:
        raise Http404
    return row


def plan(member: Member, budget: Budget, *, what: str, amount: Decimal, day: date, today: date) -> BudgetLine:
    """Plan something that costs. Raises NotSo."""
    require(member, "budget.plan", budget)
    if not what:
        raise NotSo("what", _("There is no name for it."), _("Say in a few words what it is."))
    if amount <= 0:
        raise NotSo("amount", _("This is no amount."), _("Write what it may cost, such as 12.50."))
    with writing():
        made = BudgetLine.objects.create(
            budget=budget, what=what, amount=amount, day=day, planned_by=membership_of(member, budget)
        )
        append_to_trail("budget.plan", actor=member, today=today)
    return made


def approve(member: Member, line: UUID, *, today: date) -> rules.Line:
    """Say yes to a line; above the limit it takes two people. Raises NotSo."""
    with writing():
        row = _locked(line)
        require(member, "budget.approve", row)
        mine = membership_of(member, row)
        if mine is None:
            raise Http404
        approved = rules.approve(line_of(row), by=mine.pk, limit=row.budget.limit)
        BudgetYes.objects.create(line=row, by=mine)
        BudgetLine.objects.filter(pk=row.pk).update(state=approved.state)
        append_to_trail("budget.approve", actor=member, today=today)
    return approved


def note_spent(member: Member, line: UUID, amount: Decimal, receipt: bytes, *, today: date) -> None:
    """Note what a line came to, with its receipt where there is one. Raises NotSo."""
    kind = kind_of(receipt) if receipt else None
    with writing():
        row = _locked(line)
        require(member, "budget.keep", row)
        spent = rules.spend(line_of(row), amount)
        BudgetLine.objects.filter(pk=row.pk).update(state=spent.state, spent=spent.spent)
        if kind is not None:
            _keep(row, receipt, kind)
        append_to_trail("budget.spend", actor=member, today=today)


def _keep(row: BudgetLine, data: bytes, kind: ReceiptKind) -> None:
    """The file first, so that a row without one never stands; a file without a row is swept later."""
    made = Receipt(id=uuid4(), line=row, kind=kind, size=len(data))
    write_whole(place_of(made), data, private=True)
    made.save()


def take_out(member: Member, line: UUID, *, today: date) -> Budget:
    """Take a line out that was not approved yet. Raises NotSo."""
    with writing():
        row = _locked(line)
        require(member, "budget.keep", row)
        if row.state != rules.LineState.PLANNED:
            raise NotSo("", _("What is approved stays as it is."), _("Plan another line."))
        budget = row.budget
        row.delete()
        append_to_trail("budget.take-out", actor=member, today=today)
    return budget


def sweep_receipts() -> None:
    """Remove files whose line is gone, a day after they were written at the soonest. Safe to do twice."""
    kept = {receipt.hex for receipt in Receipt.objects.values_list("pk", flat=True)}
    before_s = time.time() - _DAY_S
    for file in (settings.DATA / "receipts").glob("*"):
        if file.stem not in kept and file.stat().st_mtime < before_s:
            file.unlink(missing_ok=True)


_DAY_S = 24 * 60 * 60
