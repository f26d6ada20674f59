"""What moderators do: read a report, step aside or decide; and the counts that everybody can read."""

from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core.clock import now, today
from alongside.core.problems import Trouble
from alongside.include.moderation import Outcome
from alongside.include.web import flows_moderation as flows
from alongside.include.web import flows_unmasking, found
from alongside.include.web import queries_moderation as queries
from alongside.include.web.models.moderation import Report
from alongside.include.web.pages_moderation import (
    case_parts,
    counts_parts,
    decision_parts,
    name_ask_parts,
    name_parts,
    queue_parts,
)
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.policy import action, require
from alongside.web.requests import MemberRequest

_REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY


@action("report.queue", community=True)
@require_safe
def queue(request: MemberRequest) -> HttpResponse:
    """What waits for a moderator."""
    names = queries.names_asked(request.user, today=today())
    return answer(
        request, "include/moderation", queue_parts(queries.queue(request.user, now=_moment()), names)
    )


@action("report.answer", community=True)
@require_safe
def case(request: MemberRequest, report: UUID) -> HttpResponse:
    """One report, for whoever has it."""
    return _case(request, _held(request, report), {}, {})


@action("report.answer", community=True)
@require_POST
def acknowledge(request: MemberRequest, report: UUID) -> HttpResponse:
    """Say that one has seen it."""
    row = _held(request, report)
    flows.acknowledge(row.pk, by=request.user, now=_moment())
    return go_on("include:case", args=(row.pk,), done="report-seen")


@action("report.answer", community=True)
@require_POST
def step_aside(request: MemberRequest, report: UUID) -> HttpResponse:
    """Say that one is close to it."""
    flows.step_aside(_held(request, report).pk, by=request.user, now=_moment())
    return go_on("include:moderation", done="report-aside")


@action("report.answer", community=True)
@require_POST
def decide(request: MemberRequest, report: UUID) -> HttpResponse:
    """Decide, in two steps."""
    row = _held(request, report)
    answers = Answers(request.POST)
    values = answers.values()
    if values.get("step") == "change":
        return _case(request, row, values, {})
    try:
        decision = flows.check_decision(row.pk, _decision(answers), by=request.user)
        if values.get("step") != "send":
            shown = queries.case(row, now=_moment())
            return answer(request, "include/decision", decision_parts(shown, decision, values))
        flows.decide(row.pk, decision, by=request.user, now=_moment())
    except Trouble as trouble:
        return _case(request, row, values, {trouble.place or "outcome": f"{trouble.cause} {trouble.way_out}"})
    return go_on("include:moderation", done="report-decided")


def _decision(answers: Answers) -> flows.Decision:
    outcome = answers.choice("outcome", Outcome)
    if outcome is None:
        raise flows.no_outcome_chosen()
    return flows.Decision(
        outcome=outcome,
        to_reported=answers.text("to_reported"),
        to_reporter=answers.text("to_reporter"),
    )


def _held(request: MemberRequest, report: UUID) -> Report:
    row = found.report_held(request.user, report)
    require(request.user, "report.answer", row)
    return row


def _case(
    request: MemberRequest, row: Report, values: Mapping[str, str], errors: Mapping[str, str]
) -> HttpResponse:
    parts = case_parts(queries.case(row, now=_moment()), values=values, errors=errors)
    links = error_links({"outcome-1" if name == "outcome" else name: said for name, said in errors.items()})
    status = _REFUSED if errors else HTTPStatus.OK
    return answer(request, "include/case", {**parts, "errors": links}, status=status)


@action("name.ask", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def name_ask(request: MemberRequest, membership: UUID) -> HttpResponse:
    """Ask a second moderator to agree that one may know whose pseudonym it is."""
    held = found.pseudonymous(request.user, membership)
    require(request.user, "name.ask", held)
    shown = (held.circle.name, held.shown_name, held.pk)
    if request.method != "POST":
        return answer(request, "include/unmask-ask", name_ask_parts(*shown))
    reason = Answers(request.POST).text("reason")
    try:
        row = flows_unmasking.ask_name(held, reason, by=request.user, today=today())
    except Trouble as trouble:
        said = f"{trouble.cause} {trouble.way_out}"
        parts = {**name_ask_parts(*shown, value=reason, error=said), "errors": error_links({"reason": said})}
        return answer(request, "include/unmask-ask", parts, status=_REFUSED)
    return go_on("include:unmask", args=(row.pk,), done="name-asked")


@action("name.agree", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def name(request: MemberRequest, unmasking: UUID) -> HttpResponse:
    """One wish to know a name: agree to it, or look the name up once two agreed."""
    row = found.name_asked(request.user, unmasking)
    require(request.user, "name.agree", row)
    error, status = "", HTTPStatus.OK
    if request.method == "POST":
        try:
            flows_unmasking.agree_name(row.pk, by=request.user, today=today())
        except Trouble as trouble:
            error, status = f"{trouble.cause} {trouble.way_out}", _REFUSED
        else:
            return go_on("include:unmask", args=(row.pk,), done="name-agreed")
    asked = queries.asked_name(row, reader=request.user, today=today())
    return answer(request, "include/unmask", name_parts(asked, error=error), status=status)


@action("report.counts", community=True)
@require_safe
def counts(request: MemberRequest) -> HttpResponse:
    """What moderation did, by quarter, for everybody in the community."""
    day = today()
    return answer(request, "include/moderation-counts", counts_parts(queries.quarter_counts(day), today=day))


def _moment() -> datetime:
    return now().astimezone()
