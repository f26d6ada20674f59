"""Words: paste a text or choose a file, see what may leave readers out; the text is checked and dropped."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Final
from uuid import uuid4

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from alongside.core.clock import today
from alongside.interrupt.hits import Profile
from alongside.interrupt.job_ad import score_job_ad
from alongside.interrupt.job_ad_first import first_things
from alongside.interrupt.web import flows, pages, pages_job_ad
from alongside.interrupt.web.given import Given, read_given
from alongside.interrupt.web.queries import Checked, checked, hidden_rules
from alongside.interrupt.web.shelf import held
from alongside.web.answering import answer, error_links
from alongside.web.keeper import DjangoKeeper
from alongside.web.parts import Button
from alongside.web.requests import MemberRequest

Parts = Mapping[str, object]
_DEEDS: Final = {"hide": "rule-hidden", "show": "rule-shown"}


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: MemberRequest) -> HttpResponse:
    """The form, and after it the result in its place. A rule can be hidden on the way; the text stays."""
    return _page(request, "interrupt/words", pages.empty_parts, _words_result)


@require_http_methods(["GET", "HEAD", "POST"])
def job_ad(request: MemberRequest) -> HttpResponse:
    """The same for a job advert."""
    return _page(request, "interrupt/job-ad", pages_job_ad.empty_parts, _job_ad_result)


def _page(
    request: MemberRequest,
    page: str,
    empty: Callable[[Given], Parts],
    result: Callable[[MemberRequest, Given], Parts],
) -> HttpResponse:
    if request.method != "POST":
        return answer(request, page, empty(Given()))
    given = read_given(request)
    if given.errors:
        context = {**empty(given), "errors": error_links(given.errors)}
        return answer(request, page, context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    deed, rule = _deed(request)
    return answer(
        request, page, {**result(request, given), "undo": _undo(deed, rule)}, done=_DEEDS.get(deed, "")
    )


def _deed(request: MemberRequest) -> tuple[str, str]:
    """Hide or show a rule, where one of these buttons was pressed."""
    for deed in _DEEDS:
        rule = str(request.POST.get(deed, ""))
        if rule in held().rules:
            if deed == "hide":
                flows.hide_rule(request.keeper, rule, id=uuid4(), today=today())
            else:
                flows.show_rule(request.keeper, rule, today=today())
            return deed, rule
    return "", ""


def _undo(deed: str, rule: str) -> Button | None:
    """Right after hiding, one press undoes it."""
    if deed != "hide":
        return None
    return Button(label=pages.undo_label(), id="undo", kind="plain", name="show", value=rule)


def _words_result(request: MemberRequest, given: Given) -> Parts:
    found = _check(request, given, given.profile)
    return pages.result_parts(given, found, can_hide=_can_hide(request))


def _job_ad_result(request: MemberRequest, given: Given) -> Parts:
    found = _check(request, given, Profile.JOB_AD)
    score = score_job_ad(given.text, employer=given.employer)
    return pages_job_ad.result_parts(
        given, score, first_things(given.text), found, can_hide=_can_hide(request)
    )


def _check(request: MemberRequest, given: Given, profile: Profile) -> Checked:
    return checked(given.passages, profile, hidden=hidden_rules(request.keeper))


def _can_hide(request: MemberRequest) -> bool:
    """What is hidden lies in the vault: while it is locked, nothing is offered that would need it."""
    return isinstance(request.keeper, DjangoKeeper)
