"""Today: three things that fit the week, what is due, and one line to log what was done."""

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Final
from uuid import UUID, uuid4

from django.core import signing
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside.act import bodies, flows
from alongside.act.acts import Refused
from alongside.act.diary import read_diary
from alongside.act.web.catalogue import catalogue
from alongside.act.web.once import form_id
from alongside.act.web.pages_asks import somebody_asks
from alongside.act.web.today import today_parts
from alongside.act.weeks import Week, read_week
from alongside.core.clock import now, today
from alongside.core.practices import Practice
from alongside.core.problems import Trouble
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.offers import ReadTogether, offers
from alongside.web.parts import Button
from alongside.web.requests import MemberRequest

_PLACES = {"logged": "log", "planned": "picks", "swapped": "picks", "no-other": "picks"}
"""Where on the page a deed is said to be done, for eyes that are further down than the status line."""

PUT_BACK: Final = "act.put-back"
UNDO_WITHIN_S: Final = 60 * 60

SHOWN: Final = frozenset({"what", "practice", "effort"})


@require_safe
def today_page(request: MemberRequest) -> HttpResponse:
    """The week at a glance."""
    return _page(request)


@require_POST
def choose(request: MemberRequest) -> HttpResponse:
    """One of the three was chosen: plan it, log it as done, or see another in its place."""
    answers = Answers(request.POST)
    action, deed = answers.text("action"), answers.text("deed")
    try:
        if deed == "did":
            _log_once(request, flows.Note(action=action), answers)
            return _after(request, "logged")
        if deed == "swap":
            return _after(request, _swap(request, action))
        plan = flows.from_action(action, catalogue=catalogue(), id=uuid4(), today=today())
        made = flows.commit_once(request.keeper, plan, today=today(), now=now())
    except Trouble:
        message = _("Choose one of the three first.")
        return _page(request, {"action": message}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return (
        _after(request, "planned")
        if request.htmx
        else go_on("act:commitments-change", done="planned", args=(made.id,))
    )


@require_POST
def log(request: MemberRequest) -> HttpResponse:
    """Log one line, or the act of a commitment."""
    answers = Answers(request.POST)
    note = flows.Note(
        what=answers.text("what"),
        day=answers.day("day"),
        practice=answers.choice("practice", Practice),
        effort=answers.whole("effort"),
        commitment=answers.id("commitment"),
    )
    if not answers.errors:
        try:
            _log_once(request, note, answers)
        except Trouble as trouble:
            answers.refused(trouble, at="what")
    if answers.errors:
        return _page(request, _shown(answers.errors), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _after(request, "kept" if note.commitment else "logged")


@require_POST
def forget(request: MemberRequest, act: UUID) -> HttpResponse:
    """Take a logged act out again."""
    held = read_diary(request.keeper).act(act)
    if held is None:
        return _after(request, "forgotten")  # gone already: what was asked for is true
    flows.forget_act(request.keeper, act, today=today())
    ticket = signing.dumps({"id": str(act), **bodies.of_act(held)}, salt=PUT_BACK)
    return _page(request, done="forgotten", undo=ticket)


@require_POST
def put_back(request: MemberRequest) -> HttpResponse:
    """Undo taking an act out; the ticket is the act as this server took it out a moment ago."""
    try:
        held = signing.loads(str(request.POST.get("ticket", "")), salt=PUT_BACK, max_age=UNDO_WITHIN_S)
        act = bodies.act(UUID(held["id"]), held)
    except (signing.BadSignature, Trouble):
        return _after(request, "too-late")
    flows.put_back(request.keeper, act, today=today())
    return _after(request, "put-back")


@require_POST
def take_offer(request: MemberRequest) -> HttpResponse:
    """Plan with the capacity that was offered."""
    answers = Answers(request.POST)
    points = answers.whole("capacity")
    held = read_diary(request.keeper).profile
    try:
        if points is not None:
            flows.save_profile(request.keeper, replace(held, capacity=points), id=uuid4(), today=today())
    except Trouble as trouble:
        answers.refused(trouble, at="capacity")
    if answers.errors:
        return _page(request, _shown(answers.errors), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _after(request, "capacity")


def _log_once(request: MemberRequest, note: flows.Note, answers: Answers) -> None:
    """Log it, unless this very form was sent before (a double click, a reload)."""
    held = read_diary(request.keeper)
    id_, sent_before = form_id(answers, held, kind=(act.id for act in held.acts))
    if not sent_before:
        flows.log(request.keeper, note, id=id_, catalogue=catalogue(), today=today(), now=now())


def _shown(errors: Mapping[str, str]) -> dict[str, str]:
    """The errors at the fields this page has: what came in a hidden field is told at the first one."""
    return {name if name in SHOWN else "what": message for name, message in errors.items()}


def _swap(request: MemberRequest, action: str) -> str:
    week = read_week(request.keeper, catalogue=catalogue(), today=today())
    if action not in {step.action.id for step in week.plan.steps}:
        raise Refused("action", _("Choose one of the three first."), "")
    flows.set_aside(request.keeper, (*week.plan.set_aside, action), id=uuid4(), today=today())
    fresh = read_week(request.keeper, catalogue=catalogue(), today=today())
    if fresh.plan.swapped:
        return "swapped"
    flows.set_aside(request.keeper, week.plan.set_aside, id=uuid4(), today=today())
    return "no-other"


def _after(request: MemberRequest, done: str) -> HttpResponse:
    """The page again, saying what was done: in place for htmx, else by a redirect."""
    return _page(request, done=done) if request.htmx else go_on("act:today", done=done)


def _page(
    request: MemberRequest,
    errors: dict[str, str] | None = None,
    *,
    status: HTTPStatus = HTTPStatus.OK,
    done: str = "",
    undo: str = "",
) -> HttpResponse:
    held = ReadTogether(request.keeper, "act")
    week: Week = read_week(held, catalogue=catalogue(), today=today())
    values = Answers(request.POST).values() if errors else {}
    context = {
        **today_parts(
            week,
            values=values,
            errors=errors or {},
            offers=offers(held, today=week.today),
            asked=somebody_asks(request.user),
        ),
        "errors": error_links(errors or {}),
        "undo": {"ticket": undo, "button": Button(label=_("Put it back"), id="put-back", kind="plain")}
        if undo
        else None,
        "said_at": _PLACES.get(done or request.GET.get("done", ""), ""),
    }
    return answer(request, "act/today", context, status=status, done=done)
