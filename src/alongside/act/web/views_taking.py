"""Taking an ask up, saying that it is done, giving it back, and the tap of those it was for."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.act.acts import Refused
from alongside.act.confirming import Answer
from alongside.act.promises import intend
from alongside.act.web import flows_takes, pages_asks
from alongside.act.web.queries_asks import ShownAsk, ShownTake, ask_for_member
from alongside.act.web.ties import asked_by, need_vault
from alongside.act.web.views_asks import show_ask
from alongside.core.clock import now, today
from alongside.core.problems import Trouble
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.parts import Button, Link, PageHead
from alongside.web.policy import action
from alongside.web.requests import MemberRequest


@action("ask.take", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def take_up(request: MemberRequest, ask: UUID) -> HttpResponse:
    """Take an ask up: the plan for oneself, one line for the circle."""
    shown = ask_for_member(request.user, ask, asked=asked_by(request))
    if shown.my_take:
        return go_on("act:asks-ask", done="ask-taken", args=(ask,))
    if not shown.can_take:
        raise Http404
    need_vault(request)
    if request.method != "POST":
        return _take_form(request, shown, {}, {})
    answers = Answers(request.POST)
    if _took_up(request, answers, shown):
        return go_on("act:asks-ask", done="ask-taken", args=(ask,))
    return _take_form(request, shown, answers.values(), answers.errors)


@action("ask.take", community=True)
@require_POST
def claim(request: MemberRequest, ask: UUID) -> HttpResponse:
    """Say that it is done."""
    shown, mine = _own_take(request, ask)
    answers = Answers(request.POST)
    effort = answers.whole("effort")
    if not answers.errors:
        try:
            done = answers.text("done")
            flows_takes.claim(
                request.user, need_vault(request), mine.take.id, done=done, effort=effort, now=now()
            )
            return go_on("act:asks-ask", done="ask-claimed", args=(ask,))
        except Trouble as trouble:
            if isinstance(trouble, Refused) and not trouble.place:
                return go_on("act:asks-ask", done="ask-moved", args=(ask,))
            answers.refused(trouble, at="done")
    return show_ask(request, shown, values=answers.values(), errors=answers.errors)


@action("ask.read", community=True)
@require_POST
def let_go(request: MemberRequest, ask: UUID) -> HttpResponse:
    """Give one's place back."""
    _shown, mine = _own_take(request, ask)
    try:
        flows_takes.let_go(request.user, need_vault(request), mine.take.id, today=today())
    except Refused:
        return go_on("act:asks-ask", done="ask-moved", args=(ask,))
    return go_on("act:asks", done="ask-let-go")


@action("ask.answer", community=True)
@require_POST
def answer_claim(request: MemberRequest, ask: UUID, take: UUID) -> HttpResponse:
    """One tap: it helped, something is missing, or it was not what was asked for."""
    asked = asked_by(request)
    shown = ask_for_member(request.user, ask, asked=asked)
    if not any(each.take.id == take for each in shown.takes):
        raise Http404
    answers = Answers(request.POST)
    said, words = answers.choice("answer", Answer), f"words-{take}"
    if said is None:
        answers.errors = {f"words-{take}": _("Choose one of the three answers.")}
        return show_ask(request, shown, values=answers.values(), errors=answers.errors)
    try:
        flows_takes.answer_claim(
            request.user, take, said, words=answers.text(words), asked=asked, today=today()
        )
    except Refused as refused:
        if not refused.place:
            return go_on("act:asks-ask", done="ask-moved", args=(ask,))
        answers.errors = {words: f"{refused.cause} {refused.way_out}"}
        return show_ask(request, shown, values=answers.values(), errors=answers.errors)
    return go_on("act:asks-ask", done="ask-answered", args=(ask,))


def _own_take(request: MemberRequest, ask: UUID) -> tuple[ShownAsk, ShownTake]:
    shown = ask_for_member(request.user, ask, asked=asked_by(request))
    if shown.my_take is None:
        raise Http404
    return shown, shown.my_take


def _took_up(request: MemberRequest, answers: Answers, shown: ShownAsk) -> bool:
    """Whether it is taken up; else the errors say what does not fit yet."""
    effort = answers.whole("effort")
    if answers.errors:
        return False
    intention = intend(shown.ask, cue=answers.text("cue"), act=answers.text("act"), effort=effort)
    try:
        flows_takes.take_up(
            request.user,
            need_vault(request),
            shown.ask.id,
            intention,
            line=answers.text("line"),
            asked=asked_by(request),
            now=now(),
        )
    except Trouble as trouble:
        answers.refused(trouble, at="act")
        return False
    return True


def _take_form(
    request: MemberRequest, shown: ShownAsk, values: dict[str, str], errors: dict[str, str]
) -> HttpResponse:
    return answer(
        request,
        "act/ask-take",
        {
            "head": PageHead(where=shown.circle_name, heading=_("Take this up"), lead=shown.ask.what),
            "rather_not": shown.ask.rather_not,
            "plan": pages_asks.plan_questions(values, errors),
            "line": pages_asks.public_line(values, errors),
            "errors": error_links(errors),
            "button": Button(label=_("Take it up"), id="take"),
            "back": Link(
                label=_("Back to the ask"), url=reverse("act:asks-ask", args=(shown.ask.id,)), id="back"
            ),
        },
        status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK,
    )
