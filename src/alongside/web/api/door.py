"""The door for programs: who knocks, one shape for every refusal, and the rooms' routers behind it.

OpenAPI 3.1 lies at /api/v1/openapi.json. Answers hold nothing that the member could not see in the browser.
"""

from collections.abc import Sequence
from datetime import date
from http import HTTPStatus
from importlib import import_module
from typing import Annotated, Final, Protocol, TypeVar
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Router, Schema
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError
from ninja.security import HttpBearer
from ninja.throttling import AuthRateThrottle
from pydantic import BeforeValidator

from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.rooms import ROOMS
from alongside.web.api.tokens import Bearer, Scope, bearer_of
from alongside.web.keeper import DjangoKeeper
from alongside.web.vault import LockedKeeper, VaultLocked


def _only_text(given: object) -> object:
    """A day is written, as in 2026-03-04: a bare number would be read as seconds since 1970."""
    if given is None or isinstance(given, str | date):
        return given
    message = "write the day as year-month-day"
    raise ValueError(message)


WrittenDay = Annotated[date, BeforeValidator(_only_text)]


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> UUID:
        """The id."""


Row = TypeVar("Row", bound=Identified)
RATE: Final = "600/m"
"""Requests of one token in a minute (our choice): a program that asks more often waits."""
KEY_HEADER: Final = "Idempotency-Key"


class What(Schema):
    """What went wrong, in words: `code` is stable, `field` names the part of the request, if one did it."""

    code: str
    message: str
    field: str = ""
    try_next: str = ""


class Refusal(Schema):
    """The one shape of every refusal."""

    error: What


REFUSALS: Final = {
    400: Refusal,
    401: Refusal,
    403: Refusal,
    404: Refusal,
    409: Refusal,
    422: Refusal,
    423: Refusal,
    429: Refusal,
}
"""Every operation declares them all."""


class ByToken(HttpBearer):
    """`Authorization: Bearer …` with a token of one's own; a cookie opens nothing here."""

    def authenticate(self, request: HttpRequest, token: str) -> Bearer | None:
        """Whom the token speaks for, with their keeper on the request."""
        if not settings.COMMUNITY:
            raise Http404
        bearer = bearer_of(token, today=today())
        if bearer is None:
            return None
        request.user = bearer.member
        keeper = DjangoKeeper(bearer.vault, actor=bearer.member) if bearer.vault else LockedKeeper()
        request.keeper = keeper  # type: ignore[attr-defined]  # see MemberRequest
        return bearer


api = NinjaAPI(
    title="Alongside",
    version="1",
    urls_namespace="api",
    auth=ByToken(),
    throttle=[AuthRateThrottle(RATE)],
    docs_url=None,
)
router = Router(tags=["me"])


def needs(request: HttpRequest, scope: Scope) -> Bearer:
    """The bearer, where the token has the scope; else PermissionDenied."""
    bearer: Bearer = request.auth  # type: ignore[attr-defined]  # ninja puts it there
    if not bearer.may(scope):
        raise PermissionDenied(scope.value)
    return bearer


def fresh_id(request: HttpRequest) -> UUID:
    """The id of what a POST makes: the same for the same `Idempotency-Key` of one token, so once."""
    bearer: Bearer = request.auth  # type: ignore[attr-defined]  # ninja puts it there
    key = request.headers.get(KEY_HEADER, "")
    return uuid5(NAMESPACE_URL, f"{bearer.token.pk}/{key}") if key else uuid4()


def page_of(rows: Sequence[Row], *, after: str, limit: int) -> tuple[Sequence[Row], str]:
    """The rows after the one with id `after`, and the id to go on from, "" at the end."""
    ids = [str(row.id) for row in rows]
    start = ids.index(after) + 1 if after in ids else 0
    more = len(rows) > start + limit
    return rows[start : start + limit], ids[start + limit - 1] if more else ""


def refuse(
    request: HttpRequest, status: HTTPStatus, message: str, *, field: str = "", try_next: str = ""
) -> HttpResponse:
    """A refusal in the one shape."""
    told = {"code": status.phrase.lower().replace(" ", "-"), "message": message}
    error = {**told, "field": field, "try_next": try_next}
    return api.create_response(request, {"error": error}, status=status)


@api.exception_handler(Trouble)
def _trouble(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return refuse(request, status, trouble.cause, field=trouble.place, try_next=trouble.way_out)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    first = error.errors[0]
    field = ".".join(str(part) for part in first["loc"] if part not in {"body", "payload", "query", "path"})
    return refuse(request, HTTPStatus.UNPROCESSABLE_ENTITY, str(first["msg"]), field=field)


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    return refuse(
        request,
        HTTPStatus.UNAUTHORIZED,
        _("This needs a token that still opens."),
        try_next=_("Make one under Your account, and send it as: Authorization: Bearer TOKEN"),
    )


@api.exception_handler(PermissionDenied)
def _denied(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return refuse(request, HTTPStatus.FORBIDDEN, _("This token may not do that."), field=str(error))


@api.exception_handler(Http404)
def _missing(request: HttpRequest, _error: Http404) -> HttpResponse:
    return refuse(request, HTTPStatus.NOT_FOUND, _("There is no such thing, or not for you."))


@api.exception_handler(VaultLocked)
def _locked(request: HttpRequest, _error: VaultLocked) -> HttpResponse:
    return refuse(
        request,
        HTTPStatus.LOCKED,
        _("This token does not open your vault."),
        try_next=_("Make another token while your vault is open."),
    )


@api.exception_handler(Throttled)
def _too_many(request: HttpRequest, error: Throttled) -> HttpResponse:
    response = refuse(request, HTTPStatus.TOO_MANY_REQUESTS, _("Too many requests at once."))
    response["Retry-After"] = str(error.wait or 60)
    return response


@api.exception_handler(HttpError)
def _cannot_read(request: HttpRequest, error: HttpError) -> HttpResponse:
    return refuse(request, HTTPStatus(error.status_code), str(error))


class Me(Schema):
    """Whom the token speaks for."""

    name: str
    language: str
    token: str
    scopes: list[str]
    ends: date


@router.get("/me", response={200: Me, **REFUSALS}, operation_id="me")
def me(request: HttpRequest) -> Me:
    """Whom this token speaks for, what it may do, and until when."""
    bearer = needs(request, Scope.ME)
    return Me(
        name=bearer.member.name,
        language=bearer.member.language,
        token=bearer.token.name,
        scopes=list(bearer.token.scopes),
        ends=bearer.token.ends,
    )


api.add_router("", router)
for _room in ROOMS:
    if _room.api:
        _module, _colon, _attribute = _room.api.partition(":")
        api.add_router("", getattr(import_module(_module), _attribute))
