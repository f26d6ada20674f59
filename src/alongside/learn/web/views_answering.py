"""Answering questions on one's own terms: offer, answer, decline, stop. In a community alone."""

from collections.abc import Mapping
from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.learn.educators import Pay
from alongside.learn.web import flows_questions as flows
from alongside.learn.web import queries_questions as queries
from alongside.learn.web.flows_questions import Answering
from alongside.learn.web.pages_answering import NAMED, SHARES, answering_parts, for_me_parts
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.policy import action
from alongside.web.requests import MemberRequest


@action("question.offer", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def answering(request: MemberRequest) -> HttpResponse:
    """What lies with one, and on what terms one answers."""
    if request.method != "POST":
        return _page(request)
    answers = Answers(request.POST)
    quota, pay = answers.whole("quota"), answers.choice("pay", Pay)
    if not answers.errors:
        try:
            flows.offer(request.user, quota, pay, answers.text("fee"), today=today())
        except Trouble as trouble:
            answers.errors[trouble.place] = f"{trouble.cause} {trouble.way_out}"
    if answers.errors:
        return _page(request, answers.values(), answers.errors)
    return go_on("learn:questions-answering", done="changed")


def _page(
    request: MemberRequest, values: Mapping[str, str] | None = None, errors: Mapping[str, str] | None = None
) -> HttpResponse:
    member = request.user
    lies, mine = queries.for_me(member), queries.my_answers(member)
    parts = answering_parts(queries.offering(member), lies, mine, values=values, errors=errors)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    return answer(request, "learn/answering", parts, status=status)


@action("question.offer", community=True)
@require_POST
def stop(request: MemberRequest) -> HttpResponse:
    """Offer no more."""
    flows.stop_offering(request.user, today=today())
    return go_on("learn:questions-answering", done="offer-ended")


@action("question.answer", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def for_me(request: MemberRequest, question: UUID) -> HttpResponse:
    """One question that lies with one."""
    found = next((each for each in queries.for_me(request.user) if each.id == question), None)
    if found is None:
        raise Http404
    if request.method != "POST":
        return answer(request, "learn/for-me", for_me_parts(found))
    text, wishes = Answers(request.POST).text("answer"), request.POST.getlist("wish")
    answering = Answering(text=text, named=NAMED in wishes, shares=SHARES in wishes)
    try:
        flows.give_answer(request.user, question, answering, today=today())
    except Trouble as trouble:
        parts = for_me_parts(found, value=text, error=f"{trouble.cause} {trouble.way_out}")
        return answer(request, "learn/for-me", parts, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return go_on("learn:questions-answering", done="answer-sent")


@action("question.answer", community=True)
@require_POST
def decline(request: MemberRequest, question: UUID) -> HttpResponse:
    """Decline a question, without a reason."""
    flows.decline(request.user, question, today=today())
    return go_on("learn:questions-answering", done="question-declined")


@action("question.answered", community=True)
@require_POST
def share_answer(request: MemberRequest, question: UUID) -> HttpResponse:
    """Say whether others may read an answer."""
    shares = Answers(request.POST).checked("shares")
    flows.share_answer(request.user, question, shares=shares, today=today())
    return go_on("learn:questions-answering", done="changed")
