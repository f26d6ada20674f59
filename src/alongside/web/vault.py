"""The door to the personal vault: `request.keeper`, open for one request, or locked.

Solo, the key lies in the owner's folder. In a community it comes with the member's own cookie and is nowhere
else; a page that needs it while it is locked leads to the page that unlocks it, and what was typed is kept.
"""

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import NoReturn
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from alongside.core import keyfile
from alongside.core.problems import Trouble
from alongside.core.vault import Unlocked
from alongside.web import vault_cookie
from alongside.web.answers import Answers
from alongside.web.keeper import DjangoKeeper
from alongside.web.links import now_s
from alongside.web.models import Member, Vault
from alongside.web.refusals import refuse, say_trouble
from alongside.web.vault_parts import unlock_parts

Respond = Callable[[HttpRequest], HttpResponse]
_NOT_KEPT = {"csrfmiddlewaretoken"}


class VaultLocked(Exception):
    """A page asked for sealed entries while the member's vault is locked."""


class LockedKeeper:
    """Stands where the keeper would: whatever is asked of it, the vault has to be opened first."""

    def __getattr__(self, name: str) -> NoReturn:
        """Anything at all."""
        raise VaultLocked(name)


class open_vault:  # noqa: N801  # a middleware, named like the others
    """Middleware: `request.keeper` for a signed-in member; the key is forgotten when the answer is made."""

    def __init__(self, get_response: Respond) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Open the vault where that can be done, answer, and forget the key."""
        if not isinstance(request.user, Member):
            return self._without_cookie(request)
        if settings.COMMUNITY:
            return self._with_cookie(request, request.user)
        try:
            vault = keyfile.unlock(settings.DATA)
        except Trouble as trouble:
            return say_trouble(request, trouble)
        return self._with(request, request.user, vault)

    def _without_cookie(self, request: HttpRequest) -> HttpResponse:
        """Nobody is signed in; a program's token may open a vault on the way."""
        response = self._get_response(request)
        keeper = getattr(request, "keeper", None)
        if isinstance(keeper, DjangoKeeper):
            keeper.close()
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Lead to the page that unlocks, with what was typed."""
        return ask_to_unlock(request) if isinstance(error, VaultLocked) else None

    def _with(self, request: HttpRequest, member: Member, vault: Unlocked) -> HttpResponse:
        request.keeper = DjangoKeeper(vault, actor=member)  # type: ignore[attr-defined]  # see MemberRequest
        try:
            return self._get_response(request)
        finally:
            vault.close()

    def _with_cookie(self, request: HttpRequest, member: Member) -> HttpResponse:
        opened = opened_vault(request, member)
        if opened is None:
            request.keeper = LockedKeeper()  # type: ignore[attr-defined]  # see MemberRequest
            return self._get_response(request)
        now = int(now_s())
        value = None
        if now - opened.seen_s >= vault_cookie.REFRESH_S:
            value = _sealed(request, member, opened.vault, unlocked_s=opened.unlocked_s)
        response = self._with(request, member, opened.vault)
        if value is not None and settings.VAULT_COOKIE_NAME not in response.cookies:
            _set(response, value)
        return response


def opened_vault(request: HttpRequest, member: Member) -> vault_cookie.Opened | None:
    """The member's vault, if the request carries it open, and its key is still the member's."""
    value = request.COOKIES.get(settings.VAULT_COOKIE_NAME, "")
    if not value:
        return None
    bound_to = _binding(request, member)
    opened = vault_cookie.read(value, folder=settings.DATA, bound_to=bound_to, now_s=int(now_s()))
    if opened is None or not Vault.objects.filter(member=member, key_id=opened.vault.key_id).exists():
        return None
    return opened


def remember_open(request: HttpRequest, response: HttpResponse, member: Member, vault: Unlocked) -> None:
    """Let the answer carry the vault open, for this session alone."""
    _set(response, _sealed(request, member, vault, unlocked_s=int(now_s())))


def forget(response: HttpResponse) -> None:
    """Lock: the cookie goes, and with it the key."""
    response.delete_cookie(settings.VAULT_COOKIE_NAME, path="/", samesite="Strict")


def ask_to_unlock(request: HttpRequest) -> HttpResponse:
    """To the page that unlocks and back again; a form that was sent is kept until then."""
    here = request.get_full_path() if request.method in {"GET", "HEAD"} else request.path
    if request.method in {"GET", "HEAD"}:
        target = f"{reverse('vault-unlock')}?{urlencode({'next': here})}"
        if getattr(request, "htmx", False):
            return HttpResponse(headers={"HX-Redirect": target})
        return redirect(target)
    typed = {name: values for name, values in request.POST.lists() if name not in _NOT_KEPT}
    context = {
        "next": here,
        "kept": json.dumps(typed),
        "files": bool(request.FILES),
        **unlock_parts(Answers({})),
    }
    return refuse(request, "vault/unlock.html", context, status=HTTPStatus.LOCKED)


def _binding(request: HttpRequest, member: Member) -> bytes:
    return vault_cookie.binding(request.session.session_key or "", member.id.hex)


def _sealed(request: HttpRequest, member: Member, vault: Unlocked, *, unlocked_s: int) -> str:
    return vault_cookie.write(
        vault,
        folder=settings.DATA,
        bound_to=_binding(request, member),
        unlocked_s=unlocked_s,
        now_s=int(now_s()),
    )


def _set(response: HttpResponse, value: str) -> None:
    """No Max-Age: it ends with the browser, and is read by no script and sent by no other site."""
    response.set_cookie(
        settings.VAULT_COOKIE_NAME,
        value,
        path="/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
