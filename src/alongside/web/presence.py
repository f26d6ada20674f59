"""Being signed in: which browsers a member is signed in with, and when that ends by itself.

Kept is a session's key and the day it began. Where somebody came from, with what, and when they were last
here is nobody's business.
"""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from alongside.core.clock import today
from alongside.web.keeper import append_to_trail
from alongside.web.links import now_s
from alongside.web.models import Member, SignedIn
from alongside.web.policy import held_roles
from alongside.web.vault import forget
from alongside.web.writing import writing

Respond = Callable[[HttpRequest], HttpResponse]

IDLE_S: Final = 30 * 60
"""How long somebody with a duty for all may be away before they sign in again (SECURITY: our choice)."""
SEEN_EVERY_S: Final = 60
NOT_BEFORE_S = 0.5
"""How long an answer about an address takes at least. Making an account writes more than finding one, and the
difference would tell. Our choice, above what either takes on a small server; benchmarks/bench_accounts.py."""
NAMES_AN_ADDRESS: Final = frozenset(
    {
        "account_login",
        "account_request_login_code",
        "account_signup",
        "account_signup_by_passkey",
        "account_reset_password",
    }
)
_KNOWN: Final = "known"
_SEEN: Final = "seen_s"
LOCKS_THE_VAULT: Final = frozenset(
    {
        "account_logout",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_add_webauthn",
        "mfa_remove_webauthn",
        "mfa_generate_recovery_codes",
    }
)
"""After a deed on these pages the vault has to be opened again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """Somewhere a member is signed in."""

    id: str
    key: str
    since: date
    is_this: bool


class keep:  # noqa: N801  # a middleware, named like the others
    """Middleware: the end of idle duties, the list of browsers, and the vault that locks after some deeds."""

    def __init__(self, get_response: Respond) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Whoever has a duty and was away signs in again; a new sign-in goes on the member's list."""
        if not settings.COMMUNITY:
            return self._get_response(request)
        begun_s = time.monotonic()
        if isinstance(request.user, Member):
            _end_if_idle(request, request.user)
        response = self._get_response(request)
        _remember(request)
        if _locks(request, response):
            forget(response)
        if _names_an_address(request):
            time.sleep(max(0.0, begun_s + NOT_BEFORE_S - time.monotonic()))
        return response


def browsers(member: Member, *, here: str) -> tuple[Browser, ...]:
    """Where they are signed in, this browser first; those that have ended are left out."""
    live = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    rows = SignedIn.objects.filter(member=member, session_key__in=live).order_by("-since")
    found = [
        Browser(
            id=_id(row.session_key), key=row.session_key, since=row.since, is_this=row.session_key == here
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda each: not each.is_this))


def sign_out_elsewhere(member: Member, *, here: str, today: date) -> None:
    """End every other session of theirs."""
    with writing():
        others = SignedIn.objects.filter(member=member).exclude(session_key=here)
        Session.objects.filter(session_key__in=others.values("session_key")).delete()
        others.delete()
        append_to_trail("account.sign-out-elsewhere", actor=member, today=today)


def sign_out_of(member: Member, browser: str, *, today: date) -> None:
    """End one session of theirs, by the id that the list shows: the session's key is in no page."""
    for row in SignedIn.objects.filter(member=member):
        if _id(row.session_key) == browser:
            with writing():
                Session.objects.filter(session_key=row.session_key).delete()
                row.delete()
                append_to_trail("account.sign-out", actor=member, today=today)


def _id(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:20]


def _end_if_idle(request: HttpRequest, member: Member) -> None:
    if not held_roles(member):
        return
    now = int(now_s())
    seen = int(request.session.get(_SEEN, now))
    if now - seen > IDLE_S:
        logout(request)
    elif now - seen >= SEEN_EVERY_S or _SEEN not in request.session:
        request.session[_SEEN] = now


def _remember(request: HttpRequest) -> None:
    """Put this browser on the member's list, once for each session."""
    key = request.session.session_key
    if not isinstance(request.user, Member) or not key or request.session.get(_KNOWN) == key:
        return
    with writing():
        SignedIn.objects.get_or_create(session_key=key, defaults={"member": request.user, "since": today()})
    request.session[_KNOWN] = key


def _names_an_address(request: HttpRequest) -> bool:
    match = request.resolver_match
    return request.method == "POST" and match is not None and match.view_name in NAMES_AN_ADDRESS


def _locks(request: HttpRequest, response: HttpResponse) -> bool:
    match = request.resolver_match
    done = request.method == "POST" and response.status_code in {302, 303}
    asked_first = "reauthenticate" in response.headers.get("Location", "")
    return done and not asked_first and match is not None and match.view_name in LOCKS_THE_VAULT
