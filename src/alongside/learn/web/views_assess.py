"""The self-assessment: one item a page, kept with every answer, to leave and to go on with another day."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.core.clock import today
from alongside.core.practices import Practice
from alongside.learn import flows
from alongside.learn.assess import Answer, Item, Occasions, Share, Stall
from alongside.learn.keeping import read_kept
from alongside.learn.path import practices_to_ask
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
    acted = given.acted.value if given.acted else ""
    return {"occasions": given.occasions.value, _part_two(given.occasions): acted}


def _part_two(occasions: Occasions | None) -> str:
    """The form of part two that fits so many moments."""
    return pages.ACTED_OF_TWO if occasions is Occasions.FEW else pages.ACTED


def _read(answers: Answers, asked: Item) -> Answer | None:
    """The answer; where something is missing, None and an error at its question."""
    occasions = answers.choice("occasions", Occasions)
    name = _part_two(occasions)
    acted = answers.choice(name, Share)
    if occasions is None:
        answers.errors.setdefault("occasions", _("Choose how often it came up, or skip this one."))
    elif occasions is not Occasions.NONE and acted is None:
        answers.errors.setdefault(name, _("It came up: choose in how many you acted."))
    if occasions is None or answers.errors:
        return None
    acted = None if occasions is Occasions.NONE else acted
    return Answer(item=asked.id, practice=asked.practice, occasions=occasions, acted=acted)


def _next(request: MemberRequest, number: int, *, leaving: bool) -> HttpResponse:
    if leaving:
        return go_on("learn:learn-assess", done="assess-left")
    if number < len(held().items):
        return go_on("learn:learn-assess-item", done="assess-kept", args=(number + 1,))
    profile = read_kept(request.keeper).profile
    still = [each for each in practices_to_ask(profile) if each not in profile.stalls]
    return go_on("learn:learn-assess-stall" if still else "learn:learn-assess-result", done="assess-kept")


@require_http_methods(["GET", "HEAD", "POST"])
def stall(request: MemberRequest) -> HttpResponse:
    """Where it stalled, on one page for the practices with most room."""
    profile = read_kept(request.keeper).profile
    if request.method != "POST":
        return answer(request, "learn/stall", pages.stall_parts(profile, of=len(held().items)))
    answers = Answers(request.POST)
    given = {each: answers.choice(pages.stall_field(each), Stall) for each in Practice}
    said = {practice: stall for practice, stall in given.items() if stall}
    flows.save_answers(request.keeper, (), id=uuid4(), today=today(), stalls=said)
    return go_on("learn:learn-assess-result", done="assess-kept" if said else "nothing")


@require_safe
def result(request: MemberRequest) -> HttpResponse:
    """What came of the last round."""
    return answer(request, "learn/result", pages.result_parts(read_kept(request.keeper)))


@require_http_methods(["GET", "HEAD", "POST"])
def forget(request: MemberRequest, round: UUID) -> HttpResponse:
    """Ask before a round goes, then take it out; nothing happens where there is none."""
    found = next((each for each in read_kept(request.keeper).rounds if each.id == round), None)
    if request.method != "POST":
        if found is None:
            raise Http404
        return answer(request, "learn/forget-round", pages.forget_parts(found))
    if found:
        flows.forget_round(request.keeper, round, today=today())
    return go_on("learn:learn-assess", done="forgotten")
