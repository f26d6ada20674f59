"""The gate: every page asks for the owner, but for a short list that says nothing about anybody."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from alongside.web.refusals import refuse

Respond = Callable[[HttpRequest], HttpResponse]

OPEN_TO_ALL: Final = frozenset({"healthz", "readyz", "open"})
"""Names of the addresses that answer without the one-time link."""


def let_in(get_response: Respond) -> Respond:
    """Middleware: refuse politely whoever did not come through a one-time link. Unknown means no."""

    def respond(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated or _is_open(request.path_info):
            return get_response(request)
        return refuse(request, "closed.html", {}, status=HTTPStatus.FORBIDDEN)

    return respond


def _is_open(path: str) -> bool:
    try:
        return resolve(path).view_name in OPEN_TO_ALL
    except Resolver404:
        return False
