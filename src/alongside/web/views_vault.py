"""The pages of the personal vault in a community: make it, open it, lock it, change what opens it."""

import json
from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.core import slots
from alongside.core.clock import today
from alongside.core.problems import Trouble
from alongside.web import vault_flows
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.models import Vault
from alongside.web.parts import Button, Field, Link, PageHead
from alongside.web.policy import action
from alongside.web.requests import MemberRequest
from alongside.web.vault import forget, opened_vault, remember_open
from alongside.web.vault_parts import unlock_parts


@action("own", community=True)
@require_safe
def vault(request: MemberRequest) -> HttpResponse:
    """How it stands, what is protected from whom, and what can be changed."""
    head = PageHead(heading=_("Your vault"), lead=_("What you write for yourself lies in it, sealed."))
    opened = opened_vault(request, request.user)
    context = {
        "head": head,
        "has_vault": _has_vault(request),
        "is_open": opened is not None,
        "lock": Button(label=_("Lock now"), id="lock"),
        "create": Link(label=_("Make your vault"), url=reverse("vault-create"), id="create"),
        "unlock": Link(label=_("Open your vault"), url=reverse("vault-unlock"), id="unlock"),
        "changes": (
            Link(label=_("Change the passphrase"), url=reverse("vault-passphrase"), id="passphrase"),
            Link(label=_("Get a new recovery code"), url=reverse("vault-recovery"), id="recovery"),
            Link(label=_("Seal everything anew"), url=reverse("vault-rekey"), id="rekey"),
        ),
    }
    return answer(request, "vault/vault", context)


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def create(request: MemberRequest) -> HttpResponse:
    """Choose a passphrase; the recovery code is shown once, on the answer."""
    if _has_vault(request):
        return redirect("vault")
    answers = Answers(request.POST)
    if request.method == "POST":
        try:
            made, code = vault_flows.create(request.user, answers.text("passphrase"), today=today())
        except Trouble as trouble:
            answers.refused(trouble, at="passphrase")
        else:
            response = _show_code(request, code)
            remember_open(request, response, request.user, made)
            made.close()
            return response
    head = PageHead(
        heading=_("Make your vault"),
        lead=_("Choose what opens it. It is not your sign-in, and nobody can set it anew for you."),
    )
    return _form(
        request, answers, head, Button(label=_("Make the vault"), id="make"), template="vault/create"
    )


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def unlock(request: MemberRequest) -> HttpResponse:
    """Open it with the passphrase, or with the recovery code."""
    if not _has_vault(request):
        return redirect("vault-create")
    answers = Answers(request.POST)
    onward = _onward(request)
    if request.method == "POST" and (answers.text("passphrase") or answers.text("code")):
        try:
            opened = vault_flows.unlock(
                request.user, passphrase=answers.text("passphrase"), code=answers.text("code")
            )
        except Trouble as trouble:
            at = "code" if answers.text("code") else "passphrase"
            answers.errors[at] = f"{trouble.cause} {trouble.way_out}".strip()
        else:
            response = _resume(request, onward) or redirect(onward)
            remember_open(request, response, request.user, opened)
            opened.close()
            return response
    context = {"next": onward, "kept": request.POST.get("kept", ""), "files": False}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if answers.errors else HTTPStatus.OK
    return answer(request, "vault/unlock", {**context, **unlock_parts(answers)}, status=status)


@action("own", community=True)
@require_POST
def lock(_request: MemberRequest) -> HttpResponse:
    """Lock now: the key is forgotten."""
    response = go_on("vault", done="vault-locked")
    forget(response)
    return response


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def passphrase(request: MemberRequest) -> HttpResponse:
    """Another passphrase for the open vault."""
    opened = opened_vault(request, request.user)
    if opened is None:
        return redirect(f"{reverse('vault-unlock')}?next={reverse('vault-passphrase')}")
    answers = Answers(request.POST)
    if request.method == "POST":
        try:
            vault_flows.change_passphrase(
                request.user, opened.vault, answers.text("passphrase"), today=today()
            )
        except Trouble as trouble:
            answers.refused(trouble, at="passphrase")
        else:
            return go_on("vault", done="vault-passphrase")
    head = PageHead(
        heading=_("Change the passphrase"),
        lead=_("The old one stops working at once. Your entries stay as they are."),
    )
    return _form(request, answers, head, Button(label=_("Change it"), id="change"), template="vault/create")


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def recovery(request: MemberRequest) -> HttpResponse:
    """A fresh recovery code for the open vault."""
    opened = opened_vault(request, request.user)
    if opened is None:
        return redirect(f"{reverse('vault-unlock')}?next={reverse('vault-recovery')}")
    if request.method == "POST":
        return _show_code(request, vault_flows.renew_code(request.user, opened.vault, today=today()))
    head = PageHead(heading=_("Get a new recovery code"), lead=_("The old code opens nothing from then on."))
    context = {"head": head, "button": Button(label=_("Show me a new code"), id="renew")}
    return answer(request, "vault/recovery", context)


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def rekey(request: MemberRequest) -> HttpResponse:
    """A new key for everything: after somebody may have seen the passphrase or the code."""
    opened = opened_vault(request, request.user)
    if opened is None:
        return redirect(f"{reverse('vault-unlock')}?next={reverse('vault-rekey')}")
    answers = Answers(request.POST)
    if request.method == "POST":
        try:
            made, code = vault_flows.rekey(
                request.user, opened.vault, answers.text("passphrase"), today=today()
            )
        except Trouble as trouble:
            answers.refused(trouble, at="passphrase")
        else:
            response = _show_code(request, code)
            remember_open(request, response, request.user, made)
            made.close()
            return response
    head = PageHead(
        heading=_("Seal everything anew"),
        lead=_(
            "For when somebody may have seen your passphrase or code. Older backups still hold the old seal."
        ),
    )
    return _form(request, answers, head, Button(label=_("Seal anew"), id="seal"), template="vault/create")


def _form(
    request: MemberRequest, answers: Answers, head: PageHead, button: Button, *, template: str
) -> HttpResponse:
    field = Field(
        name="passphrase",
        label=_("Passphrase"),
        hint=_("At least 14 characters. Write it down, or keep it in a password manager."),
        value=answers.text("passphrase") or slots.offer_passphrase(),
        autocomplete="off",
        error=answers.errors.get("passphrase", ""),
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if answers.errors else HTTPStatus.OK
    context = {"head": head, "field": field, "button": button, "errors": error_links(answers.errors)}
    return answer(request, template, context, status=status)


def _show_code(request: HttpRequest, code: str) -> HttpResponse:
    head = PageHead(
        heading=_("Write down your recovery code"),
        lead=_("It is shown this once. It opens your vault when you no longer know the passphrase."),
    )
    context = {
        "head": head,
        "code": code,
        "onward": Link(label=_("I have written it down"), url="/", id="onward"),
    }
    return answer(request, "vault/code", context)


def _resume(request: MemberRequest, onward: str) -> HttpResponse | None:
    """After unlocking in the middle of a form: what was typed, ready to be sent."""
    try:
        kept = json.loads(request.POST.get("kept", "") or "null")
        pairs = [(str(name), str(value)) for name, values in kept.items() for value in values] if kept else []
    except (ValueError, AttributeError, TypeError) as error:
        raise Http404 from error
    if not kept:
        return None
    head = PageHead(heading=_("Your vault is open"), lead=_("What you wrote is still here. Send it now."))
    button = Button(label=_("Send what I wrote"), id="send")
    return answer(request, "vault/resume", {"head": head, "target": onward, "pairs": pairs, "button": button})


def _onward(request: HttpRequest) -> str:
    given = request.POST.get("next") or request.GET.get("next") or "/"
    safe = url_has_allowed_host_and_scheme(given, allowed_hosts=None, require_https=settings.SECURE)
    return given if safe and given.startswith("/") else "/"


def _has_vault(request: MemberRequest) -> bool:
    return Vault.objects.filter(member=request.user).exists()
