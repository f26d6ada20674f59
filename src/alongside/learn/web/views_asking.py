"""Asking people: the library and shared answers first, then one person who offered. In a community alone."""

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.learn.flows import LONGEST_QUESTION
from alongside.learn.questions import documents, duplicate
from alongside.learn.search import index, search
from alongside.learn.web import flows_questions as flows
from alongside.learn.web import queries_questions as queries
from alongside.learn.web.flows_questions import Sending
from alongside.learn.web.held import held
from alongside.learn.web.pages_asking import (
    CAN_PAY,
    NAMED,
    SHARES,
    near_parts,
    people_parts,
    sent_parts,
    shared_parts,
)
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.policy import action
from alongside.web.requests import MemberRequest

NEAREST = 5
ANSWERS = 3
"""Things shown for a question, and of those shared answers at most (taste)."""


@action("question.ask", community=True)
@require_safe
def people(request: MemberRequest) -> HttpResponse:
    """Ask, and what one asked so far."""
    return answer(request, "learn/people", _people(request))


def _people(request: MemberRequest, *, value: str = "", error: str = "") -> dict[str, object]:
    mine = queries.my_questions(request.user, today=today())
    return people_parts(mine, value=value, error=error, shared=len(queries.shared_answers()))


@action("question.ask", community=True)
@require_POST
def near(request: MemberRequest) -> HttpResponse:
    """What comes nearest. The question comes in a form and not in an address, which browsers remember."""
    text = " ".join(Answers(request.POST).text("text").split())
    if not text or len(text) > LONGEST_QUESTION:
        return _refused(request, text)
    return answer(request, "learn/near", _near(text, once=uuid4()))


def _near(text: str, *, once: UUID, error: str = "") -> dict[str, object]:
    shared = queries.shared_answers()
    asked, shelf = queries.as_asked(shared), held().shelf
    same = duplicate(text, asked, stop_words=shelf.stop_words)
    twin = next((each for each in shared if same and each.id.hex == same.id), None)
    others = [each for each in asked if twin is None or each.id != twin.id.hex]
    answered = index(documents(others), synonyms=shelf.synonyms, stop_words=shelf.stop_words)
    hits = (*search(answered, text, limit=ANSWERS).hits, *search(held().index, text, limit=NEAREST).hits)
    return near_parts(text, hits[:NEAREST], shared, twin, once=once, error=error)


def _refused(request: MemberRequest, text: str) -> HttpResponse:
    error = _("A question has 1 to %(most)d letters. Write it in a sentence or two.")
    said = error % {"most": LONGEST_QUESTION}
    parts = {**_people(request, value=text, error=said), "errors": error_links({"text": said})}
    return answer(request, "learn/people", parts, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@action("question.ask", community=True)
@require_POST
def send(request: MemberRequest) -> HttpResponse:
    """Send a question, or be glad that it is answered: then nothing is kept."""
    answers = Answers(request.POST)
    if answers.text("deed") == "answered":
        return go_on("learn:questions-people", done="question-solved")
    text, wishes = answers.text("text"), request.POST.getlist("wish")
    sending = Sending(text=text, named=NAMED in wishes, can_pay=CAN_PAY in wishes, shares=SHARES in wishes)
    try:
        made = flows.ask(request.user, sending, id=answers.fresh_id(), today=today())
    except Trouble as trouble:
        return _not_sent(request, text, trouble)
    return go_on("learn:questions-sent", done="question-sent", args=(made.id,))


def _not_sent(request: MemberRequest, text: str, trouble: Trouble) -> HttpResponse:
    said = f"{trouble.cause} {trouble.way_out}"
    parts = {**_people(request, value=text, error=said), "errors": error_links({"text": said})}
    return answer(request, "learn/people", parts, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@action("question.own", community=True)
@require_safe
def sent(request: MemberRequest, question: UUID) -> HttpResponse:
    """One question that was sent: where it is, and what came back."""
    found = queries.my_question(request.user, question, today=today())
    if found is None:
        raise Http404
    return answer(request, "learn/sent", sent_parts(found))


@action("question.own", community=True)
@require_POST
def withdraw(request: MemberRequest, question: UUID) -> HttpResponse:
    """Take a question back."""
    flows.withdraw(request.user, question, today=today())
    return go_on("learn:questions-sent", done="question-withdrawn", args=(question,))


@action("question.own", community=True)
@require_POST
def share(request: MemberRequest, question: UUID) -> HttpResponse:
    """Say whether others may read it."""
    flows.share_question(
        request.user, question, shares=Answers(request.POST).checked("shares"), today=today()
    )
    return go_on("learn:questions-sent", done="changed", args=(question,))


@action("question.ask", community=True)
@require_safe
def shared_answers(request: MemberRequest) -> HttpResponse:
    """The answers that two people agreed to share."""
    return answer(request, "learn/answers", shared_parts(queries.shared_answers()))
