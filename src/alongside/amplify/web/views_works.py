"""Passing on: see what may be, offer, ask, agree, withdraw, pass on, confirm. In a community alone."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.amplify.consent import Form, Move, Place
from alongside.amplify.passing_on import Move as PassedMove
from alongside.amplify.refusals import NotAgreed
from alongside.amplify.web import flows_works as flows
from alongside.amplify.web import queries_works as queries
from alongside.amplify.web.flows_works import Offering, PassingOn
from alongside.amplify.web.pages_consent import Typed, ask_parts, consent_parts, offer_parts
from alongside.amplify.web.pages_works import home_parts, mine_parts, work_parts
from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.policy import action, require
from alongside.web.requests import MemberRequest

CONSENT_DEEDS: Final = {"refuse": Move.REFUSE, "withdraw": Move.WITHDRAW}
PASSED_DEEDS: Final = {
    "confirm": PassedMove.CONFIRM,
    "miss": PassedMove.MISS,
    "correct": PassedMove.CORRECT,
    "take-back": PassedMove.TAKE_BACK,
}


@action("work.offer", community=True)
@require_safe
def amplify(request: MemberRequest) -> HttpResponse:
    """What was passed on of late, and what may be."""
    member, day = request.user, today()
    passed, may = queries.passed_on(member, today=day), queries.may_be_passed_on(member, today=day)
    waiting = len(queries.my_requests(member, today=day))
    return answer(request, "amplify/amplify", home_parts(passed, may, waiting))


@action("work.offer", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: MemberRequest) -> HttpResponse:
    """Offer something of one's own."""
    answers, errors = Answers(request.POST), {}
    if request.method == "POST":
        circle, offering = answers.id("circle"), _offering(request, answers)
        errors = answers.errors
        if not errors:
            try:
                flows.offer(request.user, offering, id=answers.fresh_id(), circle=circle, today=today())
            except Trouble as trouble:
                answers.refused(trouble, at=trouble.place or "title")
        if not errors:
            return go_on("amplify:mine", done="yes-given")
    parts = offer_parts(
        queries.circles_of(request.user),
        once=answers.fresh_id(),
        today=today(),
        typed=_typed(request),
        errors=errors,
    )
    return answer(request, "amplify/offer", parts, status=_status(errors))


@action("work.consent", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: MemberRequest, work: UUID) -> HttpResponse:
    """Say yes on one's own terms, or change them; say no, or no longer; take it out."""
    row = queries.find_work(work)
    require(request.user, "work.consent", row)
    assert row is not None  # noqa: S101  # no rule allows anything with nothing
    answers = Answers(request.POST)
    if answers.text("deed") in {*CONSENT_DEEDS, "remove"}:
        return _end(request, work, answers.text("deed"))
    typed = _typed(request) if request.method == "POST" else None
    if request.method == "POST":
        _say_yes(request, work, answers)
        if not answers.errors:
            return go_on("amplify:mine", done="yes-given")
    shown = queries.work(request.user, row, today=today())
    parts = consent_parts(shown, today=today(), typed=typed, errors=answers.errors)
    return answer(request, "amplify/consent", parts, status=_status(answers.errors))


def _end(request: MemberRequest, work: UUID, deed: str) -> HttpResponse:
    if deed == "remove":
        flows.remove(request.user, work, today=today())
        return go_on("amplify:mine", done="forgotten")
    flows.move_consent(request.user, work, CONSENT_DEEDS[deed], today=today())
    return go_on("amplify:mine", done="yes-ended")


def _say_yes(request: MemberRequest, work: UUID, answers: Answers) -> None:
    offering = _offering(request, answers)
    if answers.errors:
        return
    try:
        flows.give_yes(request.user, work, offering, today=today())
    except Trouble as trouble:
        answers.refused(trouble, at=trouble.place or "title")


@action("work.offer", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: MemberRequest) -> HttpResponse:
    """Ask somebody of one's circle for their yes."""
    answers = Answers(request.POST)
    if request.method == "POST":
        person = answers.id("person") or UUID(int=0)
        try:
            flows.ask(
                request.user,
                person,
                answers.text("title"),
                answers.text("asked"),
                id=answers.fresh_id(),
                today=today(),
            )
        except Trouble as trouble:
            answers.refused(trouble, at=trouble.place or "title")
        if not answers.errors:
            return go_on("amplify:mine", done="yes-asked")
    people = queries.people_to_ask(request.user)
    parts = ask_parts(people, once=answers.fresh_id(), values=answers.values(), errors=answers.errors)
    return answer(request, "amplify/ask", parts, status=_status(answers.errors))


@action("work.asked", community=True)
@require_POST
def take_back(request: MemberRequest, work: UUID) -> HttpResponse:
    """Take a request for a yes back."""
    flows.move_consent(request.user, work, Move.TAKE_BACK, today=today())
    return go_on("amplify:mine", done="changed")


@action("work.see", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def work(request: MemberRequest, work: UUID) -> HttpResponse:
    """One work; a POST passes it on, and is refused with 403 where no yes covers it."""
    row = queries.find_work(work)
    require(request.user, "work.see", row)
    assert row is not None  # noqa: S101  # no rule allows anything with nothing
    answers, status = Answers(request.POST), HTTPStatus.OK
    if request.method == "POST":
        require(request.user, "work.pass-on", row)
        status = _pass_on(request, work, answers)
        if not answers.errors:
            return go_on("amplify:amplify", done="passed-on")
    shown = queries.work(request.user, row, today=today())
    parts = work_parts(shown, once=answers.fresh_id(), values=answers.values(), errors=answers.errors)
    return answer(request, "amplify/work", parts, status=status)


def _pass_on(request: MemberRequest, work: UUID, answers: Answers) -> HTTPStatus:
    form, place = answers.choice("form", Form), answers.choice("place", Place)
    if form is None or place is None:
        answers.errors.setdefault("form" if form is None else "place", _choose())
        return HTTPStatus.UNPROCESSABLE_ENTITY
    how = PassingOn(
        form=form,
        place=place,
        where=answers.text("where"),
        retold=answers.text("retold"),
        named=answers.checked("named"),
    )
    try:
        flows.pass_on(request.user, work, how, id=answers.fresh_id(), today=today())
    except NotAgreed as trouble:
        answers.refused(trouble, at="place")
        return HTTPStatus.FORBIDDEN
    except Trouble as trouble:
        answers.refused(trouble, at=trouble.place or "form")
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.OK


@action("work.offer", community=True)
@require_safe
def mine(request: MemberRequest) -> HttpResponse:
    """What waits for one's yes, what one agreed to, where it went, what one passed on."""
    member, day = request.user, today()
    parts = mine_parts(
        queries.my_requests(member, today=day),
        queries.my_works(member, today=day),
        queries.where_mine_went(member, today=day),
        queries.what_i_passed_on(member, today=day),
        queries.i_asked(member, today=day),
    )
    return answer(request, "amplify/mine", parts)


@action("passed.own", community=True)
@require_POST
def passed(request: MemberRequest, passed: UUID) -> HttpResponse:
    """Confirm it or miss one's name, as its originator; put it right or take it back, as the ally."""
    deed = PASSED_DEEDS.get(Answers(request.POST).text("deed"))
    if deed is None:
        raise Http404
    flows.move_passing(request.user, passed, deed, today=today())
    return go_on("amplify:mine", done="changed")


def _offering(request: MemberRequest, answers: Answers) -> Offering:
    return Offering(
        title=answers.text("title"),
        words=answers.text("words"),
        url=answers.text("url"),
        credit=answers.text("credit"),
        forms=[each for each in Form if each.value in request.POST.getlist("forms")],
        places=[each for each in Place if each.value in request.POST.getlist("places")],
        until=answers.day("until"),
    )


def _typed(request: MemberRequest) -> Typed:
    return dict(request.POST.lists())


def _status(errors: Mapping[str, str]) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK


def _choose() -> str:
    return _("Choose one from the list.")
