"""For admins: what could not be sent, and mail that came back. Neither shows to whom anything was to go."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.core.clock import now, today
from alongside.include.web import flows_letters, flows_outbox
from alongside.include.web.queries_letters import parked_rows
from alongside.web.answering import answer, go_on
from alongside.web.answers import Answers
from alongside.web.models import OutboxRow
from alongside.web.parts import Button, Empty, Field, PageHead
from alongside.web.policy import action
from alongside.web.requests import MemberRequest


@action("community.operate", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def unsent(request: MemberRequest) -> HttpResponse:
    """What is parked; try one again, or let it go."""
    if request.method != "POST":
        return answer(request, "include/unsent", _page())
    row = Answers(request.POST).id("row")
    if row is not None:
        _do(row, deed=request.POST.get("deed", ""), request=request)
    return go_on("include:post", done="changed")


@action("community.operate", community=True)
@require_POST
def bounced(request: MemberRequest) -> HttpResponse:
    """Mail to an address came back: its letters end. The answer does not tell whether there were any."""
    address = Answers(request.POST).text("address")
    if address:
        flows_letters.end_for_address(address, by=request.user, today=today())
    return go_on("include:post", done="letters-bounced")


def _do(row: UUID, *, deed: str, request: MemberRequest) -> None:
    if deed == "again":
        flows_outbox.send_again(row, by=request.user, now=now())
    elif deed == "drop":
        flows_outbox.let_go(row, by=request.user, today=today())


def _page() -> dict[str, object]:
    return {
        "head": PageHead(
            heading=_("What could not be sent"),
            lead=_("After seven tries in two days a message waits here, for thirty days."),
        ),
        "rows": tuple(_row(row) for row in parked_rows()),
        "empty": Empty(
            title=_("Everything was sent."),
            text=_("What a mail server or a chat service refuses shows here."),
        ),
        "address": Field(
            name="address",
            label=_("Mail to this address came back"),
            hint=_("All letters to it end. You are not told whether there were any."),
            kind="email",
        ),
        "button": Button(label=_("End its letters"), id="bounced", kind="plain"),
    }


def _row(row: OutboxRow) -> dict[str, object]:
    names = {"letter": _("A letter"), "mail": _("A mail"), "news": _("News for another service")}
    about = f"row-{row.pk}"
    return {
        "id": row.pk,
        "about": about,
        "title": names.get(row.kind, row.kind),
        "text": _("Last answer: %(answer)s") % {"answer": row.trouble or _("none")},
        "url": reverse("include:post"),
        "again": Button(
            label=_("Try again"), id=f"again-{row.pk}", kind="plain", name="deed", value="again", about=about
        ),
        "drop": Button(
            label=_("Let it go"), id=f"drop-{row.pk}", kind="quiet", name="deed", value="drop", about=about
        ),
    }
