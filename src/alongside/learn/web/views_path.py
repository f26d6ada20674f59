"""The path: see it, make it fit the week, and have another step in place of one."""

from http import HTTPStatus
from uuid import uuid4

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.learn import flows
from alongside.learn.keeping import PathState, read_kept
from alongside.learn.web.held import held
from alongside.learn.web.pages_path import path_parts
from alongside.learn.web.queries import my_path
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.requests import MemberRequest

MOST_SET_ASIDE = 200
"""Steps that are remembered as left out (our choice); the oldest come again."""


@require_safe
def path_page(request: MemberRequest) -> HttpResponse:
    """The path as it is today."""
    return _page(request)


@require_POST
def set_minutes(request: MemberRequest) -> HttpResponse:
    """How many minutes a week it is made for."""
    answers = Answers(request.POST)
    minutes = answers.whole("minutes")
    try:
        if minutes is not None:
            flows.keep_path(request.keeper, id=uuid4(), today=today(), minutes=minutes)
    except Trouble as trouble:
        answers.errors["minutes"] = f"{trouble.cause} {trouble.way_out}"
    if answers.errors:
        return _page(request, answers.errors, typed=answers.text("minutes"))
    return _after(request, "path-minutes" if minutes is not None else "nothing")


@require_POST
def change(request: MemberRequest, step: str) -> HttpResponse:
    """Another step instead of one, a work first, or one that was left out back again."""
    deed = str(request.POST.get("deed", ""))
    kept = read_kept(request.keeper).path or PathState(id=uuid4())
    aside = [each for each in kept.set_aside if each != step]
    first = [each for each in kept.first if each != step]
    if not _known(step, kept) or deed not in {"skip", "first", "back"}:
        raise Http404
    if deed == "skip":
        aside = [*aside, step][-MOST_SET_ASIDE:]
    if deed == "first":
        first = [step, *first]
    flows.keep_path(request.keeper, id=kept.id, today=today(), set_aside=aside, first=first)
    return _after(request, f"path-{deed}")


def _known(step: str, kept: PathState) -> bool:
    library = held()
    named = {each.id for each in library.doings} | set(kept.set_aside)
    return step in named or library.shelf.library.find(step) is not None


def _after(request: MemberRequest, done: str) -> HttpResponse:
    return _page(request, done=done) if request.htmx else go_on("learn:learn-path", done=done)


def _page(
    request: MemberRequest, errors: dict[str, str] | None = None, *, typed: str = "", done: str = ""
) -> HttpResponse:
    kept = read_kept(request.keeper)
    steps = my_path(kept, today=today())
    parts = path_parts(kept, steps, errors=errors or {}, today=today(), typed=typed)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    return answer(
        request, "learn/path", {**parts, "errors": error_links(errors or {})}, status=status, done=done
    )
