"""Your account: what it is made of, how you are called, where you are signed in, and a second factor."""

from http import HTTPStatus

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language_info, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.core.clock import today
from alongside.web import presence
from alongside.web.account_flows import introduce
from alongside.web.answering import answer, error_links, go_on
from alongside.web.answers import Answers
from alongside.web.models import Member, Vault
from alongside.web.parts import Button, Choice, Field, Link, PageHead, Term
from alongside.web.policy import action, held_roles, may_try
from alongside.web.requests import MemberRequest
from alongside.web.second_factor import has_second_factor
from alongside.web.vault import opened_vault

LONGEST_NAME = 60
BROWSERS_SHOWN = 20  # those signed in before are counted, and end with all others


@action("own", community=True)
@require_safe
def account(request: MemberRequest) -> HttpResponse:
    """What the account is made of, each with where to change it."""
    member = request.user
    context = {
        "head": PageHead(
            heading=_("Your account"), lead=_("It needs an address to sign in with. The rest is up to you.")
        ),
        "groups": (
            {"title": _("You"), "terms": _you_terms(member)},
            {"title": _("Ways in"), "terms": _way_terms(member)},
            {"title": _("What is yours"), "terms": _own_terms(request)},
        ),
        "needs_factor": bool(held_roles(member)) and not has_second_factor(member),
        "second_factor": Link(
            label=_("Protect your sign-in"), url=reverse("second-factor"), id="second-factor"
        ),
        "operate": Link(label=_("The community as a whole"), url=reverse("community"), id="community"),
        "operates": may_try(member, "community.operate"),
        "sign_out": Button(label=_("Sign out"), id="sign-out-here", kind="plain"),
    }
    return answer(request, "you/account", context)


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def you(request: MemberRequest) -> HttpResponse:
    """How you want to be called, and the language of the pages."""
    answers = Answers(request.POST)
    languages = dict(settings.LANGUAGES)
    if request.method == "POST":
        if len(answers.text("name")) > LONGEST_NAME:
            answers.errors["name"] = _("This is longer than %(most)d characters.") % {"most": LONGEST_NAME}
        if answers.text("language") not in {"", *languages}:
            answers.errors["language"] = _("Choose one from the list.")
        if not answers.errors:
            introduce(
                request.user, name=answers.text("name"), language=answers.text("language"), today=today()
            )
            return go_on("account", done="changed")
    name = answers.text("name") if request.method == "POST" else request.user.name
    chosen = answers.text("language") if request.method == "POST" else request.user.language
    context = {
        "head": PageHead(where=_("Your account"), heading=_("You")),
        "fields": (
            Field(
                name="name",
                label=_("What to call you"),
                hint=_("Any name you like. In a circle you can go by another one. Members see it."),
                value=name,
                optional=True,
                autocomplete="nickname",
                error=answers.errors.get("name", ""),
            ),
        ),
        "select": Field(
            name="language",
            label=_("Language of the pages"),
            error=answers.errors.get("language", ""),
            choices=(
                Choice(value="", label=_("As my browser asks for it"), chosen=not chosen),
                *(
                    Choice(value=code, label=get_language_info(code)["name_local"], chosen=chosen == code)
                    for code in languages
                ),
            ),
        ),
        "button": Button(label=_("Save"), id="save"),
        "back": Link(label=_("Back"), url=reverse("account"), id="back"),
        "errors": error_links(answers.errors),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if answers.errors else HTTPStatus.OK
    return answer(request, "you/form", context, status=status)


@action("own", community=True)
@require_http_methods(["GET", "HEAD", "POST"])
def browsers(request: MemberRequest) -> HttpResponse:
    """Where you are signed in; each can be signed out from here."""
    here = request.session.session_key or ""
    if request.method == "POST":
        answers = Answers(request.POST)
        if answers.text("deed") == "all":
            presence.sign_out_elsewhere(request.user, here=here, today=today())
        else:
            presence.sign_out_of(request.user, answers.text("browser"), today=today())
        return go_on("account-browsers", done="signed-out-there")
    listed = presence.browsers(request.user, here=here)
    rows = tuple(
        {
            "id": f"browser-{number}",
            "title": _("This browser") if each.is_this else _("Another browser"),
            "text": _("Signed in since %(day)s") % {"day": date_format(each.since, "DATE_FORMAT")},
            "button": None if each.is_this else _sign_out_there(number, each.id),
        }
        for number, each in enumerate(listed[:BROWSERS_SHOWN])
    )
    older = max(0, len(listed) - BROWSERS_SHOWN)
    context = {
        "head": PageHead(
            where=_("Your account"),
            heading=_("Where you are signed in"),
            lead=_("We keep the day a sign-in began, and not from where or with what."),
        ),
        "rows": rows,
        "all": Button(
            label=_("Sign out everywhere else"), id="sign-out-all", kind="plain", name="deed", value="all"
        ),
        "more": len(rows) > 1,
        "older": ngettext("And %(n)d browser, longer ago.", "And %(n)d browsers, longer ago.", older)
        % {"n": older}
        if older
        else "",
    }
    return answer(request, "you/browsers", context)


@action("own", community=True)
@require_safe
def second_factor(request: MemberRequest) -> HttpResponse:
    """Why somebody with a duty needs a second factor, and how to get one."""
    context = {
        "head": PageHead(
            where=_("Your account"),
            heading=_("Protect your sign-in first"),
            lead=_(
                "You have a duty for the whole community. It starts to count once a second thing,"
                " beside your e-mail, shows that it is you."
            ),
        ),
        "passkey": Link(label=_("Add a passkey"), url=reverse("mfa_add_webauthn"), id="add-passkey"),
        "app": Link(label=_("Use codes from an app instead"), url=reverse("mfa_activate_totp"), id="add-app"),
        "has_one": has_second_factor(request.user),
        "back": Link(label=_("Your account"), url=reverse("account"), id="back"),
    }
    return answer(request, "you/second-factor", context)


def _sign_out_there(number: int, browser: str) -> Button:
    return Button(
        label=_("Sign out there"),
        id=f"sign-out-{number}",
        kind="quiet",
        name="browser",
        value=browser,
        about=f"browser-{number}",
    )


def _change(name: str, about: str, label: str = "") -> Link:
    return Link(label=label or _("Change"), url=reverse(name), id=name.replace("_", "-"), about=about)


def _you_terms(member: Member) -> tuple[Term, ...]:
    chosen = dict(settings.LANGUAGES).get(member.language)
    local = get_language_info(member.language)["name_local"] if chosen else ""
    return (
        Term(
            term=_("What to call you"),
            text=member.name or _("No name. Others see “A member”."),
            action=_change("account-you", "name"),
        ),
        Term(
            term=_("Language"),
            text=local or _("As your browser asks for it"),
            action=Link(
                label=_("Change"), url=reverse("account-you"), id="account-language", about="language"
            ),
        ),
        Term(
            term=_("About you"),
            text=_("Nobody has to say anything. What you say lies in your vault."),
            action=_change("account-about", "about", _("Look")),
        ),
    )


def _way_terms(member: Member) -> tuple[Term, ...]:
    addresses = EmailAddress.objects.filter(user=member).count()
    kinds = list(Authenticator.objects.filter(user=member).values_list("type", flat=True))
    keys = kinds.count(Authenticator.Type.WEBAUTHN)
    app = _("Set up") if Authenticator.Type.TOTP in kinds else _("None")
    password = member.has_usable_password()
    terms = (
        Term(
            term=_("E-mail"),
            text=ngettext("%(count)d address", "%(count)d addresses", addresses) % {"count": addresses},
            action=_change("account_email", "email"),
        ),
        Term(
            term=_("Passkeys and codes"),
            text=_("%(passkeys)s; app: %(app)s")
            % {
                "passkeys": ngettext("%(count)d passkey", "%(count)d passkeys", keys) % {"count": keys},
                "app": app,
            },
            action=_change("mfa_index", "mfa"),
        ),
        Term(
            term=_("Password"),
            text=_("Set") if password else _("None, and none is needed"),
            action=_change("account_change_password" if password else "account_set_password", "password"),
        ),
        Term(
            term=_("Where you are signed in"),
            text=_("Each browser, and signing out of it"),
            action=_change("account-browsers", "browsers", _("Look")),
        ),
    )
    if not settings.SOCIALACCOUNT_PROVIDERS and not SocialAccount.objects.filter(user=member).exists():
        return terms
    sign_on = Term(
        term=_("Your organisation's sign-on"),
        text=_("Connect it, or take it off"),
        action=_change("socialaccount_connections", "sign-on"),
    )
    return (*terms, sign_on)


def _own_terms(request: MemberRequest) -> tuple[Term, ...]:
    if not Vault.objects.filter(member=request.user).exists():
        vault = _("None yet. Your diary, plans and practice need one.")
    else:
        vault = _("Open") if opened_vault(request, request.user) else _("Locked")
    return (
        Term(term=_("Vault"), text=vault, action=_change("vault", "vault", _("Look"))),
        Term(
            term=_("What is kept about you"),
            text=_("Every field, what it is for, and how to take it along or leave"),
            action=_change("kept", "kept", _("Look")),
        ),
        Term(
            term=_("Programs of yours"),
            text=_("Tokens by which a program may do a few things in your name"),
            action=_change("tokens", "tokens", _("Look")),
        ),
    )
