"""Where a circle's public news is told: the page of the steward."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.clock import now, today
from alongside.core.problems import Trouble
from alongside.include.posters import Service
from alongside.include.web import flows_posters as flows
from alongside.include.web import queries_letters as queries
from alongside.include.web.models import Poster
from alongside.include.web.pages_posters import key_page, places_page, trial_news
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.models import Circle
from alongside.web.policy import action
from alongside.web.requests import MemberRequest


@action("letter.write", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def places(request: MemberRequest, circle: UUID) -> HttpResponse:
    """Where news is told so far, and a new place."""
    found = queries.circle_for(request.user, circle, "letter.write")
    answers = Answers(request.POST)
    if request.method != "POST":
        return _page(request, found, answers)
    service = answers.choice("service", Service) or Service.WEBHOOK
    url, token = answers.text("url"), answers.text("token")
    try:
        _poster, key = flows.set_up(
            found, service=service, url=url, token=token, by=request.user, today=today()
        )
    except Trouble as trouble:
        answers.refused(trouble, at="url")
    if answers.errors:
        return _page(request, found, answers)
    if key:
        return answer(request, "include/telling-key", key_page(found, key))
    return go_on("include:telling", done="telling-added", args=(circle,))


@action("letter.write", community=True)
@require_POST
def place(request: MemberRequest, circle: UUID, poster: UUID) -> HttpResponse:
    """Try a place, renew its key, or take it away."""
    found = queries.circle_for(request.user, circle, "letter.write")
    kept = Poster.objects.select_related("circle").filter(circle=found, id=poster).first()
    if kept is None:
        raise Http404
    deed = request.POST.get("deed")
    if deed == "renew" and kept.service == Service.WEBHOOK:
        key = flows.renew_key(kept, by=request.user, today=today())
        return answer(request, "include/telling-key", key_page(found, key))
    if deed == "take-away":
        flows.take_away(kept, by=request.user, today=today())
        return go_on("include:telling", done="telling-gone", args=(circle,))
    if deed == "try":
        flows.try_out(kept, trial_news(found), by=request.user, now=now())
        return go_on("include:telling", done="telling-tried", args=(circle,))
    return go_on("include:telling", done="", args=(circle,))


def _page(request: MemberRequest, circle: Circle, answers: Answers) -> HttpResponse:
    page = places_page(circle, queries.posters_of(circle), answers)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if answers.errors else HTTPStatus.OK
    return answer(request, "include/telling", page, status=status)
