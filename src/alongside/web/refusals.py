"""Pages that say no in words: closed, not there, stale, refused, broken.

A form answers what it can itself. A `Trouble` that no form could answer, such as a vault key that others can
read, is told here with its cause and its way out.
"""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.core.problems import Trouble

Respond = Callable[[HttpRequest], HttpResponse]


def refuse(
    request: HttpRequest, template: str, context: Mapping[str, object], *, status: HTTPStatus
) -> HttpResponse:
    """The whole page; htmx takes its main part, wherever the deed meant to put the answer."""
    response = render(request, template, dict(context), status=status)
    if getattr(request, "htmx", False):
        response["HX-Retarget"] = response["HX-Reselect"] = "#main"
        response["HX-Reswap"] = "outerHTML"
    return response


def say_trouble(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """What stands in the way, and what to do about it."""
    context = {"kind": "trouble", "trouble": trouble}
    return refuse(request, "error.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)


class TroubleInWords:
    """Middleware: a Trouble that a view lets through is told, and is no fault of the page."""

    def __init__(self, get_response: Respond) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Say in words, too, that an address takes a form and is no page (loaded again after a mistake)."""
        response = self._get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or request.method != "GET":
            return response
        page = refuse(request, "error.html", {"kind": "form"}, status=HTTPStatus.METHOD_NOT_ALLOWED)
        page["Allow"] = response["Allow"]
        return page

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a Trouble; anything else is broken and stays so."""
        return say_trouble(request, error) if isinstance(error, Trouble) else None
