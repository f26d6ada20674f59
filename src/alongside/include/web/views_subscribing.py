"""Behind the links in letters: confirm, and end. They work signed out, and following one changes nothing."""

from http import HTTPStatus
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from alongside.core.clock import now, today
from alongside.include.web import flows_letters as flows
from alongside.include.web.models import Subscription
from alongside.include.web.pages_letters import (
    TEMPLATE_OF_A_LINK,
    ask_page,
    confirm_page,
    confirmed_page,
    end_page,
    ended_page,
)
from alongside.include.web.queries_letters import open_circle
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.policy import action

LONGEST = 254
"""Signs of an address (RFC 5321 allows no more)."""


@action("letter.follow-link", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Ask for the yes; take it."""
    kept = flows.confirm(token, now=now()) if request.method == "POST" else _find(token)
    if kept is None:
        return answer(request, TEMPLATE_OF_A_LINK, ended_page())
    settled = kept.confirmed_on is not None
    return answer(request, TEMPLATE_OF_A_LINK, confirmed_page() if settled else confirm_page(kept))


@csrf_exempt  # RFC 8058: a mail program posts here by itself; the token in the address is what it needs
@action("letter.follow-link", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, token: str) -> HttpResponse:
    """Ask before they end; end them, in one step, for whoever holds the link."""
    if request.method == "POST":
        flows.end(token, today=today())
    kept = _find(token)
    return answer(request, TEMPLATE_OF_A_LINK, ended_page() if kept is None else end_page(kept))


def _find(token: str) -> Subscription | None:
    return Subscription.objects.select_related("member").filter(token=token).first()


@action("letter.follow-link", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, circle: UUID) -> HttpResponse:
    """Ask for a circle's letters without an account. Every address is answered alike."""
    found = open_circle(circle)
    if request.method != "POST":
        return answer(request, "include/letter-ask", ask_page(found, Answers({})))
    answers = Answers(request.POST)
    address = answers.text("address")
    try:
        validate_email(address)
        MaxLengthValidator(LONGEST)(address)
    except ValidationError:
        answers.errors["address"] = _("Write an address such as name@example.org.")
        page = ask_page(found, answers)
        return answer(request, "include/letter-ask", page, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    flows.ask_for_circle(found, address=address, language=get_language() or "", now=now())
    return go_on("include:letters-ask", done="letters-asked", args=(circle,))
