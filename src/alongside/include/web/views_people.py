"""People in a circle: who is there, who asks to come in, parts offered and given back, handing over."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.include.web import flows_coming_in, queries
from alongside.include.web import flows_keeping as flows
from alongside.include.web.pages_people import hand_over_parts, offer_parts, people_parts
from alongside.include.web.queries import Look, Person
from alongside.include.web.views_circles import UNPROCESSABLE
from alongside.include.web.views_coming_in import keeping
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.models import Part
from alongside.web.policy import action
from alongside.web.requests import MemberRequest


@action("circle.read", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Who is in the circle; a POST gives one's own part back, or keeps it for another term."""
    seen = queries.look_inside(request.user, circle, today=today())
    if request.method != "POST":
        return _people(request, seen)
    if Answers(request.POST).text("deed") != "stay":
        flows.step_back(request.user, seen.circle, today=seen.today)
        return go_on("include:circle-people", done="part-given-back", args=(circle,))
    try:
        flows.stay(request.user, seen.circle, today=seen.today)
    except Trouble as trouble:
        return _people(request, seen, said=f"{trouble.cause} {trouble.way_out}")
    return go_on("include:circle-people", done="part-kept", args=(circle,))


def _people(request: MemberRequest, seen: Look, *, said: str = "") -> HttpResponse:
    waiting = queries.waiting(seen) if seen.may_keep else ()
    parts = people_parts(seen, queries.people(seen), waiting)
    if not said:
        return answer(request, "include/people", parts)
    return answer(request, "include/people", {**parts, "said": said}, status=UNPROCESSABLE)


@action("circle.keep", community=True)
@require_POST
def let_in(request: MemberRequest, circle: UUID, membership: UUID) -> HttpResponse:
    """Answer somebody who asks to come in."""
    seen = keeping(request, circle)
    yes = Answers(request.POST).text("deed") == "yes"
    try:
        flows_coming_in.let_in(request.user, seen.circle, membership, yes=yes, today=seen.today)
    except Trouble as trouble:
        return _people(request, seen, said=f"{trouble.cause} {trouble.way_out}")
    return go_on("include:circle-people", done="let-in" if yes else "not-let-in", args=(circle,))


@action("circle.keep", community=True)
@require_POST
def end_part(request: MemberRequest, circle: UUID) -> HttpResponse:
    """End a visit, or the part of a facilitator or moderator."""
    seen = keeping(request, circle)
    whose = Answers(request.POST).id("whose")
    if whose is None:
        raise Http404
    flows.end_part(request.user, seen.circle, whose, today=seen.today)
    return go_on("include:circle-people", done="part-ended", args=(circle,))


@action("circle.keep", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: MemberRequest, circle: UUID, membership: UUID) -> HttpResponse:
    """Offer somebody a part."""
    seen = keeping(request, circle)
    person = _other(seen, membership)
    answers = Answers(request.POST)
    if request.method == "POST" and _try_to_offer(request, seen, person, answers):
        return go_on("include:circle-people", done="part-offered", args=(circle,))
    parts = offer_parts(seen, person, answers)
    return answer(request, "include/offer", parts, status=UNPROCESSABLE if answers.errors else HTTPStatus.OK)


def _other(seen: Look, membership: UUID) -> Person:
    found = next((each for each in queries.people(seen) if each.id == membership), None)
    if found is None or found.is_me:
        raise Http404
    return found


def _try_to_offer(request: MemberRequest, seen: Look, person: Person, answers: Answers) -> bool:
    role = answers.choice("role", Part)
    if role is None:
        answers.errors.setdefault("role", _("Choose one."))
        return False
    try:
        flows.offer(
            request.user,
            seen.circle,
            person.id,
            role=role,
            steps_down=answers.checked("steps_down"),
            today=seen.today,
        )
    except Trouble as trouble:
        answers.refused(trouble, at="role")
        return False
    return True


@action("circle.read", community=True)
@require_POST
def answer_offer(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Take on a part that was offered, or not."""
    seen = queries.look_inside(request.user, circle, today=today())
    yes = Answers(request.POST).text("deed") == "yes"
    flows.answer_offer(request.user, seen.circle, yes=yes, today=seen.today)
    return go_on("include:circle", done="part-taken" if yes else "part-not-taken", args=(circle,))


@action("circle.steward", community=True)
@require_safe
def hand_over(request: MemberRequest, circle: UUID) -> HttpResponse:
    """The check-list before somebody else keeps the circle."""
    seen = queries.look_inside(request.user, circle, today=today())
    if not seen.may_keep:
        raise Http404
    return answer(request, "include/hand-over", hand_over_parts(seen, queries.on_its_hands(seen)))
