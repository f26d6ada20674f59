"""The pages of events for those who arrange them: propose, change, access, the next step, calling off."""

from collections.abc import Mapping
from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.include.event import EventState
from alongside.include.web import flows_events
from alongside.include.web.forms_access import read_access
from alongside.include.web.forms_events import read_plan, values_of
from alongside.include.web.kept import access_of, engine_of
from alongside.include.web.pages_arrange import (
    access_parts,
    both_parts,
    cancel_parts,
    change_parts,
    choose_parts,
    hand_back_parts,
    propose_parts,
    take_back_parts,
)
from alongside.include.web.pages_events import event_parts, host_parts
from alongside.include.web.queries_events import (
    event_page,
    find,
    host_page,
    proposable,
    usual_zone,
)
from alongside.include.web.times import now
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.models import Circle
from alongside.web.policy import action, require
from alongside.web.requests import MemberRequest

FORM = ["GET", "HEAD", "POST"]
WRONG = HTTPStatus.UNPROCESSABLE_ENTITY


@action("event.list", community=True)
@require_safe
def choose_circle(request: MemberRequest) -> HttpResponse:
    """In which circle; with one alone, straight to the form."""
    circles = proposable(request.user, now=now())
    if len(circles) == 1:
        return redirect("include:events-new", circle=circles[0][0])
    return answer(request, "include/choose-circle", choose_parts(circles))


@action("event.propose", community=True)
@require_http_methods(FORM)
def propose(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Propose an event in a circle."""
    found = _circle(request, circle)
    answers = Answers(request.POST)
    if request.method != "POST":
        parts = propose_parts(found, {"zone": usual_zone(found)}, {})
        return answer(request, "include/propose", parts)
    plan = read_plan(answers, now=now())
    if plan is not None:
        try:
            made = flows_events.propose(request.user, found, plan, today=today())
        except Trouble as trouble:
            answers.refused(trouble, at="title")
        else:
            return go_on("include:events-access", done="event-proposed", args=(made.pk,))
    parts = propose_parts(found, answers.values(), answers.errors)
    return answer(request, "include/propose", parts, status=WRONG)


def _circle(request: MemberRequest, circle: UUID) -> Circle:
    found = Circle.objects.visible_to(request.user).filter(pk=circle).first()
    require(request.user, "event.propose", found)
    assert found is not None  # noqa: S101  # nothing is allowed with None
    return found


@action("event.arrange", community=True)
@require_http_methods(FORM)
def change(request: MemberRequest, event: UUID) -> HttpResponse:
    """Change an event; where somebody else has, both versions are shown."""
    row = find(request.user, event, "event.arrange")
    if request.method != "POST":
        values = {
            **values_of(engine_of(row, online=True), audience=row.audience),
            "version": str(row.version),
        }
        return answer(request, "include/change", change_parts(row, values, {}))
    answers = Answers(request.POST)
    plan, version = read_plan(answers, now=now()), answers.whole("version") or 0
    if plan is None:
        return answer(
            request, "include/change", change_parts(row, answers.values(), answers.errors), status=WRONG
        )
    try:
        flows_events.change(request.user, event, plan, version=version, now=now(), today=today())
    except flows_events.Changed as changed:
        parts = both_parts(row, answers.values(), changed)
        return answer(request, "include/both", parts, status=HTTPStatus.CONFLICT)
    except Trouble as trouble:
        answers.refused(trouble, at="title")
        return answer(
            request, "include/change", change_parts(row, answers.values(), answers.errors), status=WRONG
        )
    return go_on("include:events-event", done="event-changed", args=(event,))


@action("event.arrange", community=True)
@require_http_methods(FORM)
def access(request: MemberRequest, event: UUID) -> HttpResponse:
    """Say what access there is."""
    row = find(request.user, event, "event.arrange")
    if request.method != "POST":
        return answer(request, "include/access", access_parts(row, access_of(row), {}, {}))
    answers = Answers(request.POST)
    told = read_access(answers)
    if answers.errors:
        return answer(
            request, "include/access", access_parts(row, told, answers.values(), answers.errors), status=WRONG
        )
    whole = answers.checked("whole_series")
    try:
        flows_events.say_access(request.user, event, told, whole_series=whole, now=now(), today=today())
    except Trouble as trouble:
        return _refused(request, event, trouble)
    return go_on("include:events-event", done="event-access", args=(event,))


@action("event.read", community=True)
@require_POST
def step(request: MemberRequest, event: UUID) -> HttpResponse:
    """The next step: approved, published, held."""
    find(request.user, event, "event.read")
    to = Answers(request.POST).choice("to", EventState)
    if to is None or to not in _DONE:
        return redirect("include:events-event", event=event)
    try:
        flows_events.move_on(request.user, event, to, now=now(), today=today())
    except Trouble as trouble:
        return _refused(request, event, trouble)
    return go_on("include:events-event", done=_DONE[to], args=(event,))


_DONE: Mapping[EventState, str] = {
    EventState.APPROVED: "event-approved",
    EventState.PUBLISHED: "event-published",
    EventState.HELD: "event-held",
}


def _refused(request: MemberRequest, event: UUID, trouble: Trouble) -> HttpResponse:
    """The event's page, with what keeps it from going on."""
    parts = event_parts(event_page(request.user, event, now=now()))
    said = {"steps": f"{trouble.cause} {trouble.way_out}".strip()}
    return answer(request, "include/event", {**parts, "errors": error_links(said)}, status=WRONG)


@action("event.approve", community=True)
@require_http_methods(FORM)
def hand_back(request: MemberRequest, event: UUID) -> HttpResponse:
    """Hand a proposal back with a word on what would make it fit."""
    row = find(request.user, event, "event.approve")
    answers = Answers(request.POST)
    word = answers.text("word")[:300]
    if request.method != "POST" or not word:
        status = WRONG if request.method == "POST" else HTTPStatus.OK
        return answer(
            request, "include/word", hand_back_parts(row, asked=request.method == "POST"), status=status
        )
    try:
        flows_events.hand_back(request.user, event, word=word, now=now(), today=today())
    except Trouble as trouble:
        return _refused(request, event, trouble)
    return go_on("include:events", done="event-handed-back")


@action("event.arrange", community=True)
@require_http_methods(FORM)
def take_back(request: MemberRequest, event: UUID) -> HttpResponse:
    """Withdraw a proposal."""
    row = find(request.user, event, "event.arrange")
    if request.method != "POST":
        return answer(request, "include/take-back", take_back_parts(row))
    try:
        flows_events.take_back(request.user, event, today=today())
    except Trouble as trouble:
        return _refused(request, event, trouble)
    return go_on("include:events", done="event-taken-back")


@action("event.arrange", community=True)
@require_http_methods(FORM)
def cancel(request: MemberRequest, event: UUID) -> HttpResponse:
    """Call an event off, with a word to those who meant to come."""
    row = find(request.user, event, "event.arrange")
    if request.method != "POST":
        return answer(request, "include/word", cancel_parts(row))
    answers = Answers(request.POST)
    word, later_too = answers.text("word")[:300], answers.checked("later_too")
    try:
        flows_events.cancel(request.user, event, word=word, later_too=later_too, now=now(), today=today())
    except Trouble as trouble:
        return _refused(request, event, trouble)
    return go_on("include:events-event", done="event-cancelled", args=(event,))


@action("event.host", community=True)
@require_safe
def host(request: MemberRequest, event: UUID) -> HttpResponse:
    """What those who come need, for the host alone."""
    return answer(request, "include/host", host_parts(host_page(request.user, event)))
