"""Coming into a circle: invitations, joining, asking, leaving."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.include.web import flows_coming_in as flows
from alongside.include.web import queries
from alongside.include.web.naming import proposed
from alongside.include.web.pages_forms import invite_parts, join_parts, leave_parts
from alongside.include.web.queries import Look
from alongside.include.web.views_circles import UNPROCESSABLE, chosen_name
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.models import Membership, Opening, Standing
from alongside.web.policy import action
from alongside.web.requests import MemberRequest


@action("circle.see", community=True)
@require_POST
def answer_invitation(request: MemberRequest, invitation: UUID) -> HttpResponse:
    """Look at the circle one is invited to, or say no."""
    yes = Answers(request.POST).text("deed") == "yes"
    circle = flows.answer_invitation(request.user, invitation, yes=yes, today=today())
    if circle is None:
        return go_on("include:circles", done="invitation-no")
    return go_on("include:circle", done="invitation-yes", args=(circle.pk,))


@action("circle.see", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Accept the charter and come in, or ask to."""
    seen = queries.look(request.user, circle, today=today())
    if not _may_come(seen):
        raise Http404
    answers = Answers(request.POST)
    if request.method == "POST":
        made = _try_to_come_in(request, seen, answers)
        if made is not None and made.state == Standing.ASKED:
            return go_on("include:circle", done="circle-asked", args=(circle,))
        if made is not None:
            return go_on("include:circle", done="circle-joined", args=(circle,))
    parts = join_parts(seen, request.user, answers, proposed=proposed(seen.circle), asks=_asks(seen))
    return answer(request, "include/join", parts, status=UNPROCESSABLE if answers.errors else HTTPStatus.OK)


def _may_come(seen: Look) -> bool:
    if seen.circle.archived_on is not None:
        return False
    if seen.held is not None:
        return seen.held.state == Standing.INVITED
    return seen.circle.opening in (Opening.OPEN, Opening.ASK)


def _asks(seen: Look) -> bool:
    return seen.held is None and seen.circle.opening == Opening.ASK


def _try_to_come_in(request: MemberRequest, seen: Look, answers: Answers) -> Membership | None:
    pseudonym, version = chosen_name(answers), answers.whole("version") or 0
    if answers.errors:
        return None
    try:
        return flows.come_in(
            request.user,
            seen.circle,
            pseudonym=pseudonym,
            version=version,
            text=answers.text("request"),
            today=seen.today,
        )
    except Trouble as trouble:
        answers.refused(trouble, at="as")
        if trouble.place == "version":
            answers.errors = {"as": answers.errors.pop("version", "")}
        return None


@action("circle.see", community=True)
@require_POST
def withdraw(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Take a request back, or say no to an invitation."""
    seen = queries.look(request.user, circle, today=today())
    flows.withdraw(request.user, seen.circle, today=seen.today)
    return go_on("include:circles", done="circle-withdrawn")


@action("circle.read", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Leave, and choose whether one's words go along."""
    seen = queries.look_inside(request.user, circle, today=today())
    if request.method != "POST":
        is_last = queries.is_last(seen.circle)
        return answer(request, "include/confirm", leave_parts(seen, is_last=is_last))
    words_stay = Answers(request.POST).text("words") == "stay"
    flows.leave(request.user, seen.circle, words_stay=words_stay, today=seen.today)
    return go_on("include:circles", done="circle-left")


@action("circle.keep", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Invite somebody by their address."""
    seen = keeping(request, circle)
    answers = Answers(request.POST)
    if request.method == "POST":
        try:
            flows.invite(
                request.user,
                seen.circle,
                email=answers.text("email"),
                as_guest=answers.text("as_guest") == "yes",
                today=seen.today,
            )
        except Trouble as trouble:
            answers.refused(trouble, at="email")
        else:
            return go_on("include:circle-invite", done="circle-invited", args=(circle,))
    waiting = queries.invitations(seen.circle, today=seen.today)
    parts = invite_parts(seen, answers, waiting)
    return answer(request, "include/invite", parts, status=UNPROCESSABLE if answers.errors else HTTPStatus.OK)


@action("circle.keep", community=True)
@require_POST
def take_back(request: MemberRequest, circle: UUID, invitation: UUID) -> HttpResponse:
    """Take an invitation back."""
    seen = keeping(request, circle)
    flows.take_invitation_back(request.user, seen.circle, invitation, today=seen.today)
    return go_on("include:circle-invite", done="invitation-taken-back", args=(circle,))


def keeping(request: MemberRequest, circle: UUID) -> Look:
    """The circle for its steward, while it is not archived. Raises Http404 for everybody else."""
    seen = queries.look_inside(request.user, circle, today=today())
    if not seen.may_keep or seen.circle.archived_on is not None:
        raise Http404
    return seen
