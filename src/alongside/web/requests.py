"""The request as our views know it, and the id by which a person can name a request that went wrong."""

import secrets
from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

from alongside.core.language import use_language
from alongside.web.keeper import DjangoKeeper
from alongside.web.models import Member


class MemberRequest(HttpRequest):
    """A signed-in member's request: who, their open vault, and whether htmx asks for a part of the page."""

    user: Member
    keeper: DjangoKeeper
    htmx: HtmxDetails
    request_id: str


def keeper_of(request: HttpRequest) -> DjangoKeeper:
    """The keeper of whoever asks; it raises VaultLocked where their vault is locked."""
    return cast("MemberRequest", request).keeper


def identify(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: give the request an id, and keep signed-in pages out of caches."""

    def respond(request: HttpRequest) -> HttpResponse:
        request.request_id = secrets.token_hex(4)  # type: ignore[attr-defined]  # see MemberRequest
        use_language("en")
        response = get_response(request)
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
            response.headers["Permissions-Policy"] = _NOTHING_ALLOWED
        return response

    return respond


_NOTHING_ALLOWED = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
