"""The parts of the pages about a circle's budget."""

from collections.abc import Mapping
from decimal import Decimal

from babel.numbers import format_currency
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from alongside.include.budget import LineState
from alongside.include.web.models import Budget, BudgetLine
from alongside.include.web.queries_money import BudgetPage, ShownLine
from alongside.include.web.times import short_day
from alongside.web.parts import Button, Empty, Field, Link, PageHead, Term, error_links


def url(name: str, *args: object) -> str:
    """The address of a page about money."""
    return reverse(f"include:{name}", args=args)


def money(amount: Decimal, currency: str) -> str:
    """An amount in the reader's language."""
    return str(format_currency(amount, currency, locale=get_language() or "en")).replace("\xa0", " ")


def budget_parts(page: BudgetPage) -> dict[str, object]:
    """The sums, the lines, and what one may do with them."""
    new = Link(label=_("Open a period"), url=url("budget-open", page.circle_id), id="open-period")
    head = PageHead(
        where=page.circle,
        heading=_("Budget"),
        lead=_("What is planned, approved and spent. It is written down here; no money moves."),
    )
    parts: dict[str, object] = {
        "head": head,
        "new": new if page.may_grant else None,
        "others": [
            Link(
                label=period(each),
                url=f"{url('budget', page.circle_id)}?period={each.pk}",
                id=f"period-{each.pk}",
            )
            for each in page.others
        ],
        "empty": Empty(
            title=_("No budget yet"),
            text=_("When a steward opens a period, all can see where the money goes."),
            example=_("Captions for the talk in May: 180 euros, approved by two."),
            action=new if page.may_grant else None,
        ),
    }
    return {**parts, **_period_parts(page, page.budget)} if page.budget else parts


def period(budget: Budget) -> str:
    """From when to when."""
    return _("%(first)s to %(last)s") % {"first": short_day(budget.first), "last": short_day(budget.last)}


def _period_parts(page: BudgetPage, budget: Budget) -> dict[str, object]:
    total = page.total
    sums = (
        (_("Granted"), total.granted),
        (_("Approved"), total.approved),
        (_("Spent"), total.spent),
        (_("Left"), total.left),
        (_("Planned, not approved yet"), total.planned),
    )
    limit = _("Above %(limit)s, two people say yes.") % {"limit": money(budget.limit, budget.currency)}
    return {
        "period": period(budget),
        "limit": limit,
        "terms": [Term(term=term, text=money(amount, budget.currency)) for term, amount in sums],
        "lines": [_line(each, budget) for each in page.lines],
        "plan": Link(label=_("Plan something"), url=url("budget-plan", budget.pk), id="plan"),
        "csv": Link(label=_("As a table (CSV)"), url=url("budget-csv", budget.pk), id="csv"),
    }


def _line(shown: ShownLine, budget: Budget) -> dict[str, object]:
    line = shown.line
    key = line.id.hex
    return {
        "id": line.id,
        "about": f"about-{key}",
        "what": line.what,
        "facts": " · ".join(_facts(shown, budget)),
        "approve": Button(label=_("Say yes to it"), id=f"yes-{key}", kind="plain", about=f"about-{key}")
        if shown.may_approve
        else None,
        "spent": Link(
            label=_("Note what it came to"),
            url=url("budget-spent", line.id),
            id=f"spent-{key}",
            about=f"about-{key}",
        )
        if shown.may_keep and line.state is LineState.APPROVED
        else None,
        "out": Button(label=_("Take out"), id=f"out-{key}", kind="quiet", about=f"about-{key}")
        if shown.may_keep and line.state is LineState.PLANNED
        else None,
        "receipts": [
            Link(
                label=_("Receipt (%(kind)s)") % {"kind": kind.upper()},
                url=url("receipt", receipt),
                id=f"receipt-{receipt}",
            )
            for receipt, kind in shown.receipts
        ],
    }


def _facts(shown: ShownLine, budget: Budget) -> list[str]:
    line = shown.line
    told = [money(line.amount, budget.currency), line.state.label, short_day(line.day)]
    if line.spent is not None:
        told[0] = _("%(spent)s of %(amount)s") % {
            "spent": money(line.spent, budget.currency),
            "amount": told[0],
        }
    if line.state is LineState.PLANNED:
        words = ngettext("%(said)d of %(needed)d yes", "%(said)d of %(needed)d yeses", shown.needed)
        told.append(words % {"said": shown.yeses, "needed": shown.needed})
    if shown.planned_by:
        told.append(_("planned by %(name)s") % {"name": shown.planned_by})
    return told


def _asked(
    name: str, values: Mapping[str, str], errors: Mapping[str, str], label: str, **more: object
) -> Field:
    value = values.get(name, "")
    return Field(name=name, label=label, value=value, error=errors.get(name, ""), **more)  # type: ignore[arg-type]  # what Field takes


def open_parts(page: BudgetPage, values: Mapping[str, str], errors: Mapping[str, str]) -> dict[str, object]:
    """Opening a period."""
    questions = (
        _asked("first", values, errors, _("From"), kind="date"),
        _asked("last", values, errors, _("To"), kind="date"),
        _asked("granted", values, errors, _("What there is"), hint=_("Such as 500 or 12.50.")),
        _asked("currency", values, errors, _("Currency"), hint=_("Three letters, such as EUR.")),
        _asked(
            "limit", values, errors, _("Two people say yes above"), hint=_("At or below it, one is enough.")
        ),
    )
    return {
        "head": PageHead(where=page.circle, heading=_("Open a period")),
        "action": url("budget-open", page.circle_id),
        "questions": questions,
        "errors": error_links(questions),
        "button": Button(label=_("Open it"), id="open-it"),
        "back": Link(label=_("Back to the budget"), url=url("budget", page.circle_id), id="back"),
    }


def plan_parts(budget: Budget, values: Mapping[str, str], errors: Mapping[str, str]) -> dict[str, object]:
    """Planning something that costs."""
    questions = (
        _asked("what", values, errors, _("What is it for?"), hint=_("“Captions for the talk in May”")),
        _asked("amount", values, errors, _("What may it cost?"), hint=_("Such as 180 or 12.50.")),
        _asked("day", values, errors, _("When is it due?"), kind="date"),
    )
    return {
        "head": PageHead(where=_("Budget"), heading=_("Plan something")),
        "action": url("budget-plan", budget.pk),
        "questions": questions,
        "errors": error_links(questions),
        "button": Button(label=_("Plan it"), id="plan-it"),
        "back": Link(label=_("Back to the budget"), url=url("budget", budget.circle_id), id="back"),
    }


def spent_parts(row: BudgetLine, values: Mapping[str, str], errors: Mapping[str, str]) -> dict[str, object]:
    """Noting what it came to, with the receipt."""
    most = money(row.amount, row.budget.currency)
    questions = (
        _asked(
            "spent", values, errors, _("What did it come to?"), hint=_("Up to %(most)s.") % {"most": most}
        ),
        _asked(
            "receipt",
            {},
            errors,
            _("Receipt"),
            kind="file",
            optional=True,
            accept=".pdf,.png,.jpg,.jpeg,.webp",
            hint=_(
                "A PDF or a picture, up to 5 MB. The circle can open it; cover what is nobody's business."
            ),
        ),
    )
    return {
        "head": PageHead(where=row.what, heading=_("Note what it came to")),
        "action": url("budget-spent", row.pk),
        "questions": questions,
        "errors": error_links(questions),
        "button": Button(label=_("Keep it"), id="keep"),
        "back": Link(label=_("Back to the budget"), url=url("budget", row.budget.circle_id), id="back"),
    }
