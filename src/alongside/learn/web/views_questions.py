"""Questions: the library and one's own earlier answers first, then one's own box. Nobody is asked by us."""

from collections.abc import Sequence
from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.learn import flows
from alongside.learn.keeping import OwnQuestion, read_kept
from alongside.learn.questions import Question, State, documents, duplicate
from alongside.learn.search import Hit, index, search
from alongside.learn.web.held import held
from alongside.learn.web.pages_questions import asked_parts, question_parts, questions_parts
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.requests import MemberRequest

NEAREST = 5
OWN = 2
"""Entries shown for a question, and of those earlier answers of one's own (taste)."""


@require_safe
def questions_page(request: MemberRequest) -> HttpResponse:
    """Ask, and what waits in one's box."""
    return answer(request, "learn/questions", questions_parts(read_kept(request.keeper).questions))


@require_POST
def ask(request: MemberRequest) -> HttpResponse:
    """What comes nearest. The question comes in a form and not in an address, which browsers remember."""
    text = Answers(request.POST).text("text")
    own = read_kept(request.keeper).questions
    if not text or len(text) > flows.LONGEST_QUESTION:
        return _refused(request, text, own)
    shelf = held().shelf
    earlier = _as_asked(own)
    twin = duplicate(text, earlier, stop_words=shelf.stop_words)
    known = next((each for each in own if twin and each.id.hex == twin.id), None)
    hits = (*_own_hits(text, earlier, known), *search(held().index, text, limit=NEAREST).hits)
    return answer(request, "learn/asked", asked_parts(text, hits[:NEAREST], known))


def _own_hits(text: str, earlier: Sequence[Question], known: OwnQuestion | None) -> tuple[Hit, ...]:
    """Earlier answers that come near, without the one that is the very same question."""
    others = [each for each in earlier if known is None or each.id != known.id.hex]
    shelf = held().shelf
    made = index(documents(others), synonyms=shelf.synonyms, stop_words=shelf.stop_words)
    return search(made, text, limit=OWN).hits


def _as_asked(own: Sequence[OwnQuestion]) -> list[Question]:
    return [
        Question(id=each.id.hex, text=each.text, asked=each.asked, state=State.ANSWERED, answer=each.answer)
        for each in own
    ]


def _refused(request: MemberRequest, text: str, own: Sequence[OwnQuestion]) -> HttpResponse:
    error = _("A question has 1 to %(most)d letters. Write it in a sentence or two.")
    said = error % {"most": flows.LONGEST_QUESTION}
    parts = {**questions_parts(own, value=text, error=said), "errors": error_links({"text": said})}
    return answer(request, "learn/questions", parts, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@require_POST
def keep(request: MemberRequest) -> HttpResponse:
    """Keep a question in one's own box, or be glad that it is answered: then nothing is kept."""
    answers = Answers(request.POST)
    if answers.text("deed") == "answered":
        return go_on("learn:learn-questions", done="question-solved")
    text = answers.text("text")
    try:
        stop_words = held().shelf.stop_words
        flows.keep_question(request.keeper, text, id=uuid4(), today=today(), stop_words=stop_words)
    except Trouble:
        return _refused(request, text, read_kept(request.keeper).questions)
    return go_on("learn:learn-questions", done="question-kept")


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: MemberRequest, question: UUID) -> HttpResponse:
    """Write down what one found out about a question of one's own."""
    found = next((each for each in read_kept(request.keeper).questions if each.id == question), None)
    if found is None:
        raise Http404
    if request.method != "POST":
        return answer(request, "learn/question", question_parts(found, value=found.answer))
    text = Answers(request.POST).text("answer")
    try:
        flows.answer_question(request.keeper, found.id, text, today=today())
    except Trouble as trouble:
        said = f"{trouble.cause} {trouble.way_out}"
        parts = {**question_parts(found, value=text, error=said), "errors": error_links({"answer": said})}
        return answer(request, "learn/question", parts, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return go_on("learn:learn-questions", done="question-answered")


@require_POST
def forget(request: MemberRequest, question: UUID) -> HttpResponse:
    """Take a question out of one's box; nothing happens where there is none."""
    if question in {each.id for each in read_kept(request.keeper).questions}:
        flows.forget_question(request.keeper, question, today=today())
    return go_on("learn:learn-questions", done="forgotten")
