"""One's own letter: ask for it, choose how often, see it before it comes, end it."""

from http import HTTPStatus

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.core.clock import now, today
from alongside.include.web import flows_letters as flows
from alongside.include.web.letters import own_digest
from alongside.include.web.models import Subscription
from alongside.include.web.pages_letters import own_page
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.parts import Link, PageHead
from alongside.web.policy import action
from alongside.web.requests import MemberRequest

LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"
"""For a letter shown as it is mailed: its style stands in it, and nothing in it may run, load or be sent."""


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: MemberRequest) -> HttpResponse:
    """How it stands, and the one thing to do about it."""
    kept = _mine(request)
    if request.method != "POST":
        return answer(request, "include/letters", own_page(kept, request.user.email or ""))
    if request.POST.get("deed") == "end":
        if kept is not None:
            flows.end(kept.token, today=today())
        return go_on("include:letters", done="letters-ended")
    answers = Answers(request.POST)
    every = answers.choice("every", Subscription.Every)
    if every is None:
        wrong = answers.errors.get("every") or _("Choose how often.")
        page = own_page(kept, request.user.email or "", error=wrong)
        return answer(request, "include/letters", page, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    flows.ask_for_own(request.user, every=every, now=now())
    confirmed = kept is not None and kept.confirmed_on is not None
    return go_on("include:letters", done="changed" if confirmed else "letters-asked")


@action("own", community=True)
@require_safe
def preview(request: MemberRequest) -> HttpResponse:
    """What would come today, as plain text."""
    head = PageHead(
        where=_("Your letter"),
        heading=_("Your letter as it would come today"),
        lead=_("This is its plain text. Mail programs show this, or the same with colours."),
    )
    links = (
        Link(label=_("See it with colours"), url=reverse("include:letters-preview-html"), id="html"),
        Link(label=_("Back"), url=reverse("include:letters"), id="back"),
    )
    digest = own_digest(request.user, _mine(request), today=today())
    return answer(request, "include/letter-preview", {"head": head, "text": digest.text, "links": links})


@action("own", community=True)
@require_safe
def preview_html(request: MemberRequest) -> HttpResponse:
    """What would come today, as mail programs show it."""
    return shown_as_mailed(own_digest(request.user, _mine(request), today=today()).html)


def shown_as_mailed(html: str) -> HttpResponse:
    """A letter's own HTML, under a policy of its own."""
    response = HttpResponse(html)
    response["Content-Security-Policy"] = LETTER_POLICY
    return response


def _mine(request: MemberRequest) -> Subscription | None:
    return Subscription.objects.filter(member=request.user, circle=None).first()
