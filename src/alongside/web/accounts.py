"""Accounts, as django-allauth is told to keep them: who may join, what is said, which mail is sent."""

from typing import ClassVar, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import BaseSignupForm
from allauth.account.stages import LoginStage
from allauth.core.internal.httpkit import headed_redirect_response
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib.messages import constants
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from alongside.web.community import community_name
from alongside.web.joining import may_join, welcome
from alongside.web.models import Member, Waiting
from alongside.web.writing import writing

SAID = "said"
"""Where the session keeps what the next page says."""


class Wait(LoginStage):
    """After the address is confirmed: who waits for an admin's yes comes no further yet."""

    key = "wait"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        """Stop whoever waits, and say so."""
        if self.login.user is not None and not self.login.user.is_active:
            return headed_redirect_response("join-waiting"), False
        return None, True


class Adapter(DefaultAccountAdapter):
    """Our choices where allauth asks for some."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _later(
            "Address and password do not belong together. Try again, or have a code sent."
        ),
        "incorrect_code": _later("This code does not fit. Look at the newest e-mail from us."),
        "incorrect_password": _later("This is not the password. Try again."),
        "enter_current_password": _later("This is not the password you have now."),
        "too_many_login_attempts": _later("There were many tries. Wait a few minutes, then try again."),
        "rate_limited": _later("That was asked for a moment ago. Wait a little, then try again."),
        "duplicate_email": _later("This address belongs to your account already."),
        "cannot_remove_primary_email": _later("We write to this address. Choose another one for that first."),
        "unverified_primary_email": _later("Confirm this address first; then we can write to it."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether somebody may make an account now: everybody, or whoever holds an invitation."""
        return may_join(request)

    def save_user(
        self,
        request: HttpRequest,
        user: Member,
        form: BaseSignupForm,
        commit: bool = True,
    ) -> Member:
        """A fresh account, its invitation spent or its waiting noted, all at once."""
        with writing():
            member = cast("Member", super().save_user(request, user, form, commit=commit))
            if commit:
                welcome(request, member, words=form.cleaned_data.get("words", ""))
        return member

    def pre_login(self, request: HttpRequest, user: Member, **hook: object) -> HttpResponse | None:
        """Who waits still confirms their address, so that an admin decides about real ones."""
        if Waiting.objects.filter(member=user).exists():
            return None
        return cast("HttpResponse | None", super().pre_login(request, user, **hook))

    def get_login_stages(self) -> list[str]:
        """Waiting comes after the address is confirmed, before any second factor."""
        stages = cast("list[str]", super().get_login_stages())
        at = stages.index("allauth.account.stages.EmailVerificationStage") + 1
        return [*stages[:at], "alongside.web.accounts.Wait", *stages[at:]]

    def add_message(  # noqa: PLR0917  # theirs
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, object] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Keep what is to be said for the next page, in our words."""
        del message_context, extra_tags
        name = (message_template or "").rpartition("/")[2].removesuffix(".txt")
        words = _said().get(name, "") or (str(message or "") if level >= constants.WARNING else "")
        if words:
            request.session[SAID] = words

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account."""
        del request
        return reverse("account")

    def get_email_verification_redirect_url(self, email_address: object) -> str:
        """Back to the addresses, for who added one."""
        if self.request.user.is_authenticated:
            return reverse("account_email")
        return cast("str", super().get_email_verification_redirect_url(email_address))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """A letter that names the community, and not from where or with what somebody came."""
        kept = {name: value for name, value in context.items() if name not in {"ip", "user_agent"}}
        super().send_mail(template_prefix, email, {**kept, "community": community_name()})


class ThroughProvider(DefaultSocialAccountAdapter):
    """Whoever comes through an organisation's sign-on joins by the same rules, and leaves as little."""

    error_messages: ClassVar = {
        **DefaultSocialAccountAdapter.error_messages,
        "connected_other": _later("This sign-on belongs to another account here."),
    }

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """As for everybody else."""
        del sociallogin
        return may_join(request)

    def authenticate_by_email(self, sociallogin: SocialLogin) -> tuple[Member, str] | None:
        """Whose address the provider vouches for. Only `true` itself counts: "false" is a word as well."""
        for each in sociallogin.email_addresses:
            each.verified = each.verified is True
        return cast("tuple[Member, str] | None", super().authenticate_by_email(sociallogin))

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, object]
    ) -> Member:
        """Take the address alone; what else the provider tells is not kept."""
        sociallogin.account.extra_data = {}
        return cast("Member", super().populate_user(request, sociallogin, {"email": data.get("email")}))

    def save_user(
        self, request: HttpRequest, sociallogin: SocialLogin, form: BaseSignupForm | None = None
    ) -> Member:
        """A fresh account; with a form, allauth hands it to the other adapter, which notes it there."""
        with writing():
            member = cast("Member", super().save_user(request, sociallogin, form))
            if form is None:
                welcome(request, member)
        return member


def display(member: Member) -> str:
    """How a device lists the account beside a passkey."""
    return member.name or member.email or member.shown_name


def pop_said(request: HttpRequest) -> str:
    """What an account's deed left to be said, once."""
    return str(request.session.pop(SAID, "")) if SAID in request.session else ""


def _said() -> dict[str, str]:
    """What allauth announces, in our words; what is not here needs no announcement."""
    return {
        "logged_out": _("You are signed out, and your vault is locked."),
        "password_changed": _("Your password is changed."),
        "password_set": _("Your password is set."),
        "email_confirmed": _("The address is confirmed."),
        "email_deleted": _("The address is taken off your account."),
        "primary_email_set": _("We write to this address from now on."),
        "totp_activated": _("The app is set up."),
        "totp_deactivated": _("The app is taken off."),
        "webauthn_added": _("The passkey is added."),
        "webauthn_removed": _("The passkey is taken off."),
        "recovery_codes_generated": _("Here are your codes. Older ones open nothing any more."),
        "account_connected": _("The sign-on is connected."),
        "account_connected_other": _("This sign-on belongs to another account here."),
        "account_disconnected": _("The sign-on is taken off."),
    }
