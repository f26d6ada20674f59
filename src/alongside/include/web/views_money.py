"""The pages of a circle's budget."""

from datetime import date
from decimal import Decimal
from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.include.budget import LineState, balance, read_amount
from alongside.include.budget_csv import to_csv
from alongside.include.receipts import LARGEST, ReceiptKind
from alongside.include.web import flows_money
from alongside.include.web.pages_money import budget_parts, open_parts, plan_parts, spent_parts
from alongside.include.web.queries_money import (
    BudgetPage,
    budget_of,
    budget_page,
    circle_of,
    find_line,
    find_receipt,
    lines_of,
)
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.policy import action
from alongside.web.requests import MemberRequest

FORM = ["GET", "HEAD", "POST"]
WRONG = HTTPStatus.UNPROCESSABLE_ENTITY


@action("budget.read", community=True)
@require_safe
def budget(request: MemberRequest, circle: UUID) -> HttpResponse:
    """The budget of a circle: the newest period, or the one that was asked for."""
    period = Answers(request.GET).id("period")
    return answer(request, "include/budget", budget_parts(budget_page(request.user, circle, period)))


@action("budget.grant", community=True)
@require_http_methods(FORM)
def open_period(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Open a period."""
    found = circle_of(request.user, circle, "budget.grant")
    page = budget_page(request.user, circle)
    if request.method != "POST":
        return answer(request, "include/money-form", open_parts(page, {}, {}))
    answers = Answers(request.POST)
    period = _period(answers)
    if period is not None:
        try:
            flows_money.open_period(request.user, found, period, today=today())
        except Trouble as trouble:
            answers.refused(trouble, at="first")
        else:
            return go_on("include:budget", done="budget-opened", args=(circle,))
    return _again(request, open_parts(page, answers.values(), answers.errors))


def _again(request: MemberRequest, parts: dict[str, object]) -> HttpResponse:
    return answer(request, "include/money-form", parts, status=WRONG)


def _period(answers: Answers) -> flows_money.Period | None:
    first, last = _day(answers, "first"), _day(answers, "last")
    granted, limit = _amount(answers, "granted"), _amount(answers, "limit")
    if first is None or last is None or granted is None or limit is None:
        return None
    currency = answers.text("currency")
    return flows_money.Period(first=first, last=last, granted=granted, limit=limit, currency=currency)


def _day(answers: Answers, name: str) -> date | None:
    found = answers.day(name)
    if found is None:
        answers.errors.setdefault(name, _("Choose the day."))
    return found


def _amount(answers: Answers, name: str) -> Decimal | None:
    try:
        return read_amount(answers.text(name), place=name)
    except Trouble as trouble:
        answers.refused(trouble, at=name)
        return None


@action("budget.plan", community=True)
@require_http_methods(FORM)
def plan(request: MemberRequest, budget: UUID) -> HttpResponse:
    """Plan something that costs."""
    found = budget_of(request.user, budget, "budget.plan")
    if request.method != "POST":
        return answer(request, "include/money-form", plan_parts(found, {}, {}))
    answers = Answers(request.POST)
    amount, day = _amount(answers, "amount"), _day(answers, "day")
    if amount is not None and day is not None:
        what = answers.text("what")[:200]
        try:
            flows_money.plan(request.user, found, what=what, amount=amount, day=day, today=today())
        except Trouble as trouble:
            answers.refused(trouble, at="what")
        else:
            return go_on("include:budget", done="budget-planned", args=(found.circle_id,))
    return _again(request, plan_parts(found, answers.values(), answers.errors))


@action("budget.approve", community=True)
@require_POST
def approve(request: MemberRequest, line: UUID) -> HttpResponse:
    """Say yes to a line."""
    row = find_line(request.user, line, "budget.approve")
    try:
        approved = flows_money.approve(request.user, line, today=today())
    except Trouble as trouble:
        return _refused(request, budget_page(request.user, row.budget.circle_id, row.budget_id), trouble)
    done = "budget-approved" if approved.state is LineState.APPROVED else "budget-one-yes"
    return go_on("include:budget", done=done, args=(row.budget.circle_id,))


def _refused(request: MemberRequest, page: BudgetPage, trouble: Trouble) -> HttpResponse:
    said = error_links({"lines": f"{trouble.cause} {trouble.way_out}".strip()})
    return answer(request, "include/budget", {**budget_parts(page), "errors": said}, status=WRONG)


@action("budget.keep", community=True)
@require_http_methods(FORM)
def spent(request: MemberRequest, line: UUID) -> HttpResponse:
    """Note what a line came to, with its receipt."""
    row = find_line(request.user, line, "budget.keep")
    if request.method != "POST":
        return answer(request, "include/money-form", spent_parts(row, {}, {}))
    answers = Answers(request.POST)
    amount = _amount(answers, "spent")
    if amount is not None:
        try:
            flows_money.note_spent(request.user, line, amount, _receipt(request), today=today())
        except Trouble as trouble:
            answers.errors["receipt" if trouble.place == "receipt" else "spent"] = (
                f"{trouble.cause} {trouble.way_out}".strip()
            )
        else:
            return go_on("include:budget", done="budget-spent", args=(row.budget.circle_id,))
    return _again(request, spent_parts(row, answers.values(), answers.errors))


def _receipt(request: MemberRequest) -> bytes:
    """What was uploaded, one octet more than we take at the most: what is larger is refused unread."""
    sent = request.FILES.get("receipt")
    return sent.read(LARGEST + 1) if sent else b""


@action("budget.keep", community=True)
@require_POST
def take_out(request: MemberRequest, line: UUID) -> HttpResponse:
    """Take a planned line out again."""
    row = find_line(request.user, line, "budget.keep")
    try:
        flows_money.take_out(request.user, line, today=today())
    except Trouble as trouble:
        return _refused(request, budget_page(request.user, row.budget.circle_id, row.budget_id), trouble)
    return go_on("include:budget", done="budget-taken-out", args=(row.budget.circle_id,))


@action("budget.read", community=True)
@require_safe
def table(request: MemberRequest, budget: UUID) -> HttpResponse:
    """A period as a table for a spreadsheet."""
    found, lines = lines_of(request.user, budget)
    text = to_csv(lines, balance(lines, granted=found.granted), currency=found.currency)
    headers = {"Content-Disposition": 'attachment; filename="budget.csv"'}
    return HttpResponse("\ufeff" + text, content_type="text/csv; charset=utf-8", headers=headers)


@action("budget.read", community=True)
@require_safe
def receipt(request: MemberRequest, receipt: UUID) -> HttpResponse:
    """A receipt, always as a file to save: what somebody uploaded is never shown as a page of ours."""
    found, data = find_receipt(request.user, receipt)
    kind = ReceiptKind(found.kind)
    name = f"receipt-{found.pk.hex[:8]}.{kind.value}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(data, content_type=kind.media_type, headers=headers)
