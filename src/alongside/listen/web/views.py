"""Look: choose a file, see where you could act; the text is measured in memory and dropped."""

from http import HTTPStatus
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core.clock import now, today
from alongside.listen.keeping import body_of
from alongside.listen.summary import Report
from alongside.listen.web import flows
from alongside.listen.web.pages import form_parts, result_parts
from alongside.listen.web.queries import kept_looks
from alongside.listen.web.upload import look_at_upload
from alongside.web.answering import answer, error_links, go_on
from alongside.web.held import HELD
from alongside.web.requests import MemberRequest


@require_http_methods(["GET", "HEAD", "POST"])
def look(request: MemberRequest) -> HttpResponse:
    """The form, and after it the result in its place."""
    if request.method != "POST":
        parts = form_parts({}, {}, kept=kept_looks(request.keeper))
        return answer(request, "listen/look", parts)
    looked = look_at_upload(request)
    if looked.report is None:
        values = {name: str(request.POST.get(name, "")) for name in ("me", "pasted")}
        parts = form_parts(values, looked.errors, kept=kept_looks(request.keeper))
        context = {**parts, "errors": error_links(looked.errors)}
        return answer(request, "listen/look", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    ticket = HELD.put(looked.report, owner=request.user.id)
    response = redirect("listen:look-result", ticket=ticket)
    response.status_code = HTTPStatus.SEE_OTHER
    return response


@require_safe
def result(request: MemberRequest, ticket: str) -> HttpResponse:
    """What a look found, as long as it is held in memory."""
    report = HELD.get(ticket, owner=request.user.id)
    if not isinstance(report, Report):
        return go_on("listen:look", done="look-gone")
    return answer(request, "listen/result", result_parts(report, ticket=ticket))


@require_POST
def keep(request: MemberRequest) -> HttpResponse:
    """Keep the numbers and verdicts of a look that is still held."""
    report = HELD.get(str(request.POST.get("ticket", "")), owner=request.user.id)
    if not isinstance(report, Report):
        return go_on("listen:look", done="look-gone")
    flows.keep_result(request.keeper, body_of(report), id=uuid4(), now=now())
    return go_on("listen:look", done="look-kept")


@require_POST
def forget(request: MemberRequest, look: UUID) -> HttpResponse:
    """Take a kept result out again."""
    flows.forget_result(request.keeper, look, today=today())
    return go_on("listen:look", done="forgotten")
