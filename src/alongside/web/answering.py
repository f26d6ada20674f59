"""How a view answers: the page, or for htmx the part that changes; after a deed, a redirect that says so."""

from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.html import format_html
from django.utils.translation import gettext as _

from alongside.web.parts import ErrorLink
from alongside.web.said import said

_OF_FORMS = ("csrfmiddlewaretoken", "once", "deed", "practice", "effort", "place", "action", "step")
_OF_WALKS = ("walk", "wall", "round", "moment", "go", "choose")
HIDDEN = frozenset(_OF_FORMS + _OF_WALKS)
"""Fields that nobody types in."""


def answer(
    request: HttpRequest,
    page: str,
    context: Mapping[str, object],
    *,
    status: HTTPStatus = HTTPStatus.OK,
    done: str = "",
) -> HttpResponse:
    """The page `<room>/<name>.html`, or for htmx its part `<room>/_<name>.html` and what was said."""
    words = said(done or request.GET.get("done", ""))
    full = {**context, **({"status": words} if words else {}), **_kept(request)}
    if getattr(request, "htmx", False):
        room, _slash, name = page.rpartition("/")
        part = render_to_string(f"{room}/_{name}.html", full, request)
        spoken = render_to_string("parts/status.html", full, request)
        response = HttpResponse(_title(full) + part + spoken, status=status)
    else:
        response = render(request, f"{page}.html", full, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _kept(request: HttpRequest) -> dict[str, object]:
    """What an error page can promise: typed words stay in the form, a chosen file has to be chosen again."""
    if request.method != "POST":
        return {}
    fields = {name: value for name, value in request.POST.items() if name not in HIDDEN}
    typed = any(str(value).strip() for value in fields.values())
    return {"words_kept": typed, "choose_again": bool(request.FILES)}


def _title(context: Mapping[str, object]) -> str:
    """The title of the page as it is after the swap: htmx takes it out of the part and sets it."""
    name = context.get("title") or getattr(context.get("head"), "heading", "")
    if not name:
        return ""
    lead = _("Error:") + " " if context.get("errors") else ""
    return format_html("<title>{}{} · {}</title>\n", lead, name, _("Alongside"))


def go_on(name: str, *, done: str, args: tuple[object, ...] = ()) -> HttpResponseRedirect:
    """To the page `name` after a deed, which says `done` there."""
    response = HttpResponseRedirect(f"{reverse(name, args=args)}?done={done}")
    response.status_code = HTTPStatus.SEE_OTHER
    return response


def error_links(errors: Mapping[str, str]) -> tuple[ErrorLink, ...]:
    """The error summary of a form, from its errors by field."""
    return tuple(ErrorLink(message=message, target=f"id_{name}") for name, message in errors.items())
