"""The self-assessment: one item a page, kept with every answer, to leave and to go on with another day."""

from collections.abc import Mapping
from dataclasses import dataclass
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
    kept = read_kept(request.keeper)
    open_now = flows.open_round(kept, id=uuid4(), today=today())
    parts = pages.assess_parts(kept, open_now, held().items)
    return answer(request, "learn/assess", parts)


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: MemberRequest, number: int) -> HttpResponse:
    """One item, asked or answered."""
    items = held().items
    if not 1 <= number <= len(items):
        raise Http404
    page = _Page(request=request, asked=items[number - 1], number=number, of=len(items))
    if request.method != "POST":
        return page.answer(values=_answered(page))
    answers = Answers(request.POST)
    given = _read(answers, page.asked)
    if given is None:
        return page.answer(values=answers.values(), errors=answers.errors)
    once = answers.fresh_id()
    sent_before = once in {each.id for each in read_kept(request.keeper).rounds}
    flows.save_answers(request.keeper, [given], id=once, today=today(), anew=page.anew and not sent_before)
    return _next(request, number, leaving=answers.text("deed") == "leave")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The page of one item; with `anew` its answer begins a new round."""

    request: MemberRequest
    asked: Item
    number: int
    of: int

    @property
    def anew(self) -> bool:
        """Whether the form or the address says so."""
        given = self.request.POST if self.request.method == "POST" else self.request.GET
        return given.get("new") == "1"

    def answer(self, *, values: Mapping[str, str], errors: Mapping[str, str] | None = None) -> HttpResponse:
        """The page, with what was answered or what is wrong."""
        parts = pages.item_parts(
            self.asked, self.number, of=self.of, values=values, errors=errors or {}, anew=self.anew
        )
        links = error_links({f"{name}-1": message for name, message in (errors or {}).items()})
        status = HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK
        return answer(self.request, "learn/item", {**parts, "errors": links}, status=status)


def _answered(page: _Page) -> dict[str, str]:
    kept = read_kept(page.request.keeper)
    given = flows.open_round(kept, id=uuid4(), today=today(), anew=page.anew).answer_to(page.asked.id)
    if given is None:
        return {}
    return {"occasions": given.occasions.value, "acted": given.acted.value if given.acted else ""}


def _read(answers: Answers, asked: Item) -> Answer | None:
    """The answer; where something is missing, None and an error at its question."""
    occasions, acted = answers.choice("occasions", Occasions), answers.choice("acted", Share)
    if occasions is None:
        answers.errors.setdefault("occasions", _("Choose how often it came up, or skip this one."))
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
def forget(request: MemberRequest, round: UUID) -> HttpResponse:
    """Take a round out again; nothing happens where there is none."""
    if round in {each.id for each in read_kept(request.keeper).rounds}:
        flows.forget_round(request.keeper, round, today=today())
    return go_on("learn:learn-assess", done="forgotten")
