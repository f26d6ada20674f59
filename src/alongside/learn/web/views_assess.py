"""The self-assessment: one item a page, kept with every answer, to leave and to go on with another day."""

from collections.abc import Mapping
from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core.clock import today
from alongside.core.practices import Practice
from alongside.learn import flows
from alongside.learn.assess import Answer, Item, Occasions, Share, Stall
from alongside.learn.keeping import read_kept
from alongside.learn.web import pages_assess as pages
from alongside.learn.web.held import held
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.requests import MemberRequest


@require_safe
def assess_page(request: MemberRequest) -> HttpResponse:
    """What it is, and the way in."""
    parts = pages.assess_parts(read_kept(request.keeper), held().items, today=today())
    return answer(request, "learn/assess", parts)


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: MemberRequest, number: int) -> HttpResponse:
    """One item, asked or answered."""
    items = held().items
    if not 1 <= number <= len(items):
        raise Http404
    asked = items[number - 1]
    if request.method != "POST":
        return _item_page(request, asked, number, of=len(items), values=_answered(request, asked))
    answers = Answers(request.POST)
    given = _read(answers, asked)
    if given is None:
        values, errors = answers.values(), answers.errors
        return _item_page(request, asked, number, of=len(items), values=values, errors=errors)
    flows.save_answers(request.keeper, [given], id=uuid4(), today=today())
    return _next(request, number, leaving=answers.text("deed") == "leave")


def _answered(request: MemberRequest, asked: Item) -> dict[str, str]:
    round_ = pages.open_round(read_kept(request.keeper), today=today())
    given = round_.answer_to(asked.id) if round_ else None
    if given is None:
        return {}
    return {"occasions": given.occasions.value, "acted": given.acted.value if given.acted else ""}


def _read(answers: Answers, asked: Item) -> Answer | None:
    """The answer; where something is missing, None and an error at its question."""
    occasions, acted = answers.choice("occasions", Occasions), answers.choice("acted", Share)
    if occasions is None:
        answers.errors.setdefault("occasions", _("Choose how often it came up, or leave this one out."))
    elif occasions is not Occasions.NONE and acted is None:
        answers.errors.setdefault("acted", _("It came up: choose in how many you acted."))
    if occasions is None or answers.errors:
        return None
    acted = None if occasions is Occasions.NONE else acted
    return Answer(item=asked.id, practice=asked.practice, occasions=occasions, acted=acted)


def _next(request: MemberRequest, number: int, *, leaving: bool) -> HttpResponse:
    if leaving:
        return go_on("learn:learn-assess", done="assess-left")
    if number < len(held().items):
        return go_on("learn:learn-assess-item", done="assess-kept", args=(number + 1,))
    still = pages.stalled(read_kept(request.keeper).profile)
    if still:
        return go_on("learn:learn-assess-stall", done="assess-kept", args=(still[0].value,))
    return go_on("learn:learn-assess-result", done="assess-kept")


def _item_page(
    request: MemberRequest,
    asked: Item,
    number: int,
    *,
    of: int,
    values: Mapping[str, str],
    errors: Mapping[str, str] | None = None,
) -> HttpResponse:
    parts = pages.item_parts(asked, number, of=of, values=values, errors=errors or {})
    links = error_links({f"{name}-1": message for name, message in (errors or {}).items()})
    status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
    return answer(request, "learn/item", {**parts, "errors": links}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def stall(request: MemberRequest, practice: str) -> HttpResponse:
    """Where it stalls in one practice."""
    if practice not in {each.value for each in Practice}:
        raise Http404
    asked, kept = Practice(practice), read_kept(request.keeper)
    if request.method != "POST":
        return answer(request, "learn/stall", pages.stall_parts(asked, kept.profile))
    answers = Answers(request.POST)
    said = answers.choice("stall", Stall)
    if said is None:
        error = _("Choose one, or go on without.")
        parts = pages.stall_parts(asked, kept.profile, error=error)
        context = {**parts, "errors": error_links({"stall-1": error})}
        return answer(request, "learn/stall", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    flows.save_stall(request.keeper, asked, said, id=uuid4(), today=today())
    still = pages.stalled(read_kept(request.keeper).profile)
    if still:
        return go_on("learn:learn-assess-stall", done="assess-kept", args=(still[0].value,))
    return go_on("learn:learn-assess-result", done="assess-kept")


@require_safe
def result(request: MemberRequest) -> HttpResponse:
    """What came of the last round."""
    return answer(request, "learn/result", pages.result_parts(read_kept(request.keeper)))


@require_POST
def anew(request: MemberRequest) -> HttpResponse:
    """Begin a new round; the one before stays."""
    flows.save_answers(request.keeper, (), id=uuid4(), today=today(), anew=True)
    return go_on("learn:learn-assess-item", done="assess-anew", args=(1,))


@require_POST
def forget(request: MemberRequest, round: UUID) -> HttpResponse:
    """Take a round out again; nothing happens where there is none."""
    if round in {each.id for each in read_kept(request.keeper).rounds}:
        flows.forget_round(request.keeper, round, today=today())
    return go_on("learn:learn-assess", done="forgotten")
