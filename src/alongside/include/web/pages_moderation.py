"""The parts of the pages for those who moderate, and of the counts for everybody."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.moderation import Kind, State
from alongside.include.transparency import Quarter, Table
from alongside.include.web import words_moderation as words
from alongside.include.web.flows_moderation import Decision
from alongside.include.web.queries_moderation import AskedName, Case
from alongside.web.parts import Button, Choice, ChoiceGroup, Empty, Field, Link, PageHead
from alongside.web.parts import Table as ShownTable


def queue_parts(cases: Sequence[Case], names: Sequence[AskedName]) -> dict[str, object]:
    """What waits for a moderator."""
    return {
        "head": PageHead(
            heading=_("Reports with you"),
            lead=_("People read and decide here. Nothing is weighed or removed by itself."),
        ),
        "cases": [_line(each) for each in cases],
        "names": [_name_line(each) for each in names],
        "empty": Empty(
            title=_("Nothing waits for you"),
            text=_(
                "When somebody reports something and it comes to you, it stands here until you decide it."
            ),
        ),
        "counts": Link(label=_("Counts by quarter"), url=reverse("include:moderation-counts"), id="counts"),
    }


def _line(case: Case) -> dict[str, object]:
    about = f"case-{case.id}"
    return {
        "id": about,
        "title": _kind(case),
        "circle": case.circle,
        "due": due_line(case),
        "overdue": case.overdue,
        "link": Link(
            label=_to_do(case), url=reverse("include:case", args=[case.id]), id=f"open-{about}", about=about
        ),
    }


def _kind(case: Case) -> str:
    return _("Something written") if case.report.kind is Kind.POST else _("How somebody behaved")


def _to_do(case: Case) -> str:
    return {
        State.OPEN: _("Read it"),
        State.ACKNOWLEDGED: _("Decide it"),
        State.APPEALED: _("Look at it a second time"),
    }.get(case.report.state, _("Read it"))


def due_line(case: Case) -> str:
    """Until when the next thing is to be done."""
    if case.due is None:
        return ""
    told = {"moment": words.moment_in_words(case.due)}
    if case.overdue:
        return _("This was due on %(moment)s. Nobody else is free to take it.") % told
    if case.report.state is State.OPEN:
        return _("Say that you have seen it by %(moment)s. After that it goes to somebody else.") % told
    return _("Decide by %(moment)s. After that it goes to somebody else.") % told


def _name_line(asked: AskedName) -> dict[str, object]:
    about = f"name-{asked.id}"
    return {
        "id": about,
        "title": asked.pseudonym,
        "circle": asked.circle,
        "link": Link(
            label=_("Read why"),
            url=reverse("include:unmask", args=[asked.id]),
            id=f"open-{about}",
            about=about,
        ),
    }


def case_parts(case: Case, *, values: Mapping[str, str], errors: Mapping[str, str]) -> dict[str, object]:
    """One report, and what its moderator can do."""
    second = case.report.state is State.APPEALED
    mask = case.about is not None and case.about.pseudonymous
    return {
        "head": PageHead(where=case.circle, heading=_("A second look") if second else _kind(case)),
        "case": case,
        "gone": case.report.kind is Kind.POST and not case.quoted,
        "due": due_line(case),
        "seen": case.report.state is not State.OPEN,
        "second": second,
        "first_outcome": words.outcome_label(case.report.outcome, case.report.kind)
        if case.report.outcome
        else "",
        "acknowledge": Button(label=_("I have seen it"), id="acknowledge"),
        "aside": Button(label=_("I step aside"), id="step-aside", kind="plain"),
        "group": _outcome_group(case, values.get("outcome", ""), errors.get("outcome", "")),
        "to_reported": Field(
            name="to_reported",
            label=_("What do you say to the person it is about?"),
            hint=_("Calm and plain: what happened, what it did, what you ask for. Never who reported it."),
            value=values.get("to_reported", ""),
            error=errors.get("to_reported", ""),
            optional=True,
        ),
        "to_reporter": Field(
            name="to_reporter",
            label=_("What do you say to the person who reported it?"),
            hint=_("They hear the outcome in any case."),
            value=values.get("to_reporter", ""),
            error=errors.get("to_reporter", ""),
            optional=True,
        ),
        "button": Button(label=_("Look at it once more"), id="check-decision", name="step", value="check"),
        "name": Link(
            label=_("Ask to know whose pseudonym it is"),
            url=reverse("include:unmask-ask", args=[case.about.id]),
            id="ask-name",
        )
        if mask and case.about
        else None,
        "back": Link(label=_("All reports with you"), url=reverse("include:moderation"), id="back"),
    }


def _outcome_group(case: Case, chosen: str, error: str) -> ChoiceGroup:
    kind = case.report.kind
    return ChoiceGroup(
        name="outcome",
        legend=_("What follows?"),
        hint=_("From the mildest on. Choose the mildest that helps."),
        error=error,
        choices=tuple(
            Choice(
                value=each.value,
                label=words.outcome_label(each, kind),
                hint=words.outcome_means(each, kind, second=bool(case.report.outcome)),
                chosen=each.value == chosen,
            )
            for each in case.outcomes
        ),
    )


def decision_parts(case: Case, decision: Decision, values: Mapping[str, str]) -> dict[str, object]:
    """The decision as it will be sent."""
    return {
        "head": PageHead(where=case.circle, heading=_("Is this what you decide?")),
        "case": case,
        "outcome": words.outcome_label(decision.outcome, case.report.kind),
        "means": words.outcome_means(decision.outcome, case.report.kind, second=bool(case.report.outcome)),
        "decision": decision,
        "kept": [(name, values.get(name, "")) for name in ("outcome", "to_reported", "to_reporter")],
        "send": Button(label=_("Decide"), id="send-decision", name="step", value="send"),
        "change": Button(
            label=_("Change it"), id="change-decision", name="step", value="change", kind="plain"
        ),
    }


def name_ask_parts(
    circle: str, pseudonym: str, membership: UUID, *, value: str = "", error: str = ""
) -> dict[str, object]:
    """Ask to know whose pseudonym it is."""
    return {
        "head": PageHead(
            where=circle,
            heading=_("Whose pseudonym is it?"),
            lead=_("A second moderator has to agree, and the person is told the same day."),
        ),
        "pseudonym": pseudonym,
        "membership": membership,
        "field": Field(
            name="reason",
            label=_("What cannot be done without knowing it?"),
            hint=_("The person will read this, word for word. A private word reaches them without it."),
            value=value,
            error=error,
        ),
        "button": Button(label=_("Ask a second moderator"), id="ask"),
        "back": Link(label=_("All reports with you"), url=reverse("include:moderation"), id="back"),
    }


def name_parts(asked: AskedName, *, error: str = "") -> dict[str, object]:
    """One wish to know a name, for the moderators of the circle."""
    return {
        "head": PageHead(where=asked.circle, heading=_("Whose pseudonym is it?")),
        "asked": asked,
        "error": error,
        "day": words.day_in_words(asked.asked),
        "ends": words.day_in_words(asked.ends) if asked.ends else "",
        "button": Button(label=_("I agree; the person is told"), id="agree"),
        "back": Link(label=_("All reports with you"), url=reverse("include:moderation"), id="back"),
    }


def counts_parts(quarters: Sequence[tuple[Quarter, Sequence[Table]]], *, today: date) -> dict[str, object]:
    """What moderation did, by quarter."""
    return {
        "head": PageHead(
            heading=_("What moderation did"),
            lead=_("Counts by quarter. Small numbers are hidden, so that no case can be told from them."),
        ),
        "today": words.day_in_words(today),
        "quarters": [_quarter(*each) for each in quarters],
    }


def _quarter(quarter: Quarter, tables: Sequence[Table]) -> dict[str, object]:
    """One table a quarter; a sentence where nothing happened at all."""
    name = f"quarter-{quarter.year}-{quarter.number}"
    rows = tuple(
        (_in_words(table, label), str(int(cell.value)) if cell.value is not None else cell.hidden)
        for table in tables
        for label, cell in table.cells.items()
    )
    quiet = all(cell.value == 0 for table in tables for cell in table.cells.values())
    return {
        "id": name,
        "title": words.quarter_label(quarter),
        "quiet": quiet,
        "table": ShownTable(
            id=f"{name}-counts",
            caption=_("Reports and what followed"),
            headers=(_("What"), _("How many")),
            rows=rows,
        ),
    }


def _in_words(table: Table, label: str) -> str:
    told = {"subject": words.subject_caption(table.subject), "label": words.cell_label(label)}
    return _("%(subject)s: %(label)s") % told
