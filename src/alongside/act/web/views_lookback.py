"""Look back: the rhythm in words, what was done, what to carry over, three questions, days away."""

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside.act import flows
from alongside.act.acts import Refused
from alongside.act.away import Away
from alongside.act.bodies import prompts
from alongside.act.explain import explain as explain_rhythm
from alongside.act.web.lookback import look_back_parts
from alongside.act.web.ties import diary_with_credit
from alongside.act.weeks import read_rhythm
from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.parts import PageHead
from alongside.web.requests import MemberRequest


@require_safe
def look_back(request: MemberRequest) -> HttpResponse:
    """The week looks back."""
    return _page(request, {})


@require_safe
def explain(request: MemberRequest) -> HttpResponse:
    """The formula with the person's own numbers."""
    rhythm = read_rhythm(diary_with_credit(request), today=today())
    head = PageHead(
        where=_("Look back"),
        heading=_("How your rhythm is worked out"),
        lead=_("Line by line, with your own numbers. It is for you alone, and only this page shows it."),
    )
    back = reverse("act:look-back")
    return answer(request, "act/explain", {"head": head, "lines": explain_rhythm(rhythm), "back": back})


@require_POST
def reflect(request: MemberRequest) -> HttpResponse:
    """Keep what somebody wrote; every question can be left empty."""
    answers = Answers(request.POST)
    names = [f"answer-{n}" for n, _prompt in enumerate(prompts(), start=1)]
    try:
        said = [answers.text(name) for name in names]
        kept = flows.reflect(request.keeper, said, id=uuid4(), today=today())
    except Trouble as trouble:
        answers.refused(trouble, at=max(names, key=lambda name: len(answers.text(name))))
        return _page(request, answers.errors, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return go_on("act:look-back", done="reflected" if kept else "nothing")


@require_POST
def set_away(request: MemberRequest) -> HttpResponse:
    """Set days aside."""
    answers = Answers(request.POST)
    first, last = answers.day("first"), answers.day("last")
    if first is None:
        answers.errors.setdefault("first", _("Give the first day away."))
    if first and not answers.errors:
        try:
            flows.set_away(request.keeper, Away(id=uuid4(), first=first, last=last or first), today=today())
            return go_on("act:look-back", done="away")
        except Trouble as trouble:
            answers.refused(trouble, at="first")
    return _page(request, answers.errors, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@require_POST
def forget_away(request: MemberRequest, away: UUID) -> HttpResponse:
    """Take days away out again."""
    try:
        flows.forget_away(request.keeper, away, today=today())
    except Refused:
        return go_on("act:look-back", done="forgotten")  # gone already: what was asked for is true
    return go_on("act:look-back", done="forgotten")


def _page(
    request: MemberRequest, errors: dict[str, str], *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    diary = diary_with_credit(request)
    rhythm = read_rhythm(diary, today=today())
    values = Answers(request.POST).values() if errors else {}
    parts = look_back_parts(diary, rhythm, values=values, errors=errors)
    return answer(request, "act/look-back", {**parts, "errors": error_links(errors)}, status=status)
