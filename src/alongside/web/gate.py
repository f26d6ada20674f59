"""The gate: every page asks who is there, but for a short list that says nothing about anybody.

Solo, that is the owner, who came through a one-time link. In a community one signs in; what a visitor may
see says its view's action.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, ResolverMatch, resolve, reverse

from alongside.web.policy import may_try
from alongside.web.refusals import refuse

Respond = Callable[[HttpRequest], HttpResponse]

OPEN_TO_ALL: Final = frozenset({"healthz", "readyz", "open"})
"""Names of the addresses that answer whoever asks, however Alongside is run."""
OF_THEIR_OWN: Final = ("/accounts/", "/api/v1/")
"""What lies below decides itself whom it answers: allauth's pages, and programs with a token. Not at home."""


class let_in:  # noqa: N801  # a middleware, named like the others
    """Middleware: refuse politely whoever may not be here. Unknown means no."""

    def __init__(self, get_response: Respond) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let in a member, and a visitor where the address is open to visitors."""
        if request.user.is_authenticated or _is_open(request, _match(request.path_info)):
            return self._get_response(request)
        if not settings.COMMUNITY:
            return refuse(request, "closed.html", {}, status=HTTPStatus.FORBIDDEN)
        target = f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}"
        if getattr(request, "htmx", False):
            return HttpResponse(headers={"HX-Redirect": target})
        return redirect(target)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Accounts and tokens exist in a community alone."""
        if request.path_info.startswith(OF_THEIR_OWN) and not settings.COMMUNITY:
            raise Http404
        return None


def _match(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def _is_open(request: HttpRequest, match: ResolverMatch | None) -> bool:
    if match is None:
        return False
    if match.view_name in OPEN_TO_ALL:
        return True
    if not settings.COMMUNITY:
        return False
    if request.path_info.startswith(OF_THEIR_OWN):
        return True
    action = getattr(match.func, "action", None)
    return action is not None and may_try(request.user, action)
