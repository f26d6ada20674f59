"""The forms of accounts: django-allauth checks what was filled in, our parts show what is asked.

Each form only says how a question reads. What nobody needs (the same password a second time) is not asked.
"""

from collections.abc import Iterator
from typing import ClassVar, cast

from allauth.account import forms as account
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.mfa.base import forms as mfa
from allauth.mfa.recovery_codes import forms as recovery
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from allauth.socialaccount import forms as social
from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from alongside.web.joining import waits_for_a_yes
from alongside.web.models import Member
from alongside.web.parts import Choice, ChoiceGroup, ErrorLink, Field

Words = tuple[str | Promise, str | Promise]
"""How a question reads, and the hint below it."""

_E_MAIL: Words = (_later("E-mail address"), "")
_CODE: Words = (_later("Code from the e-mail"), _later("Capital or small letters make no difference."))
_APP_CODE: Words = (
    _later("Code"),
    _later("Six digits from your app, or one of the recovery codes you kept."),
)
_NEW_PASSWORD: Words = (
    _later("New password"),
    _later("At least 12 characters. A few words in a row are easy to type and hard to guess."),
)
_PASSWORD: Words = (_later("Password"), "")
_KEY_NAME: Words = (
    _later("A name for it"),
    _later("So that you can tell it from others, such as “my phone”."),
)


class Asked(forms.Form):
    """A form that our templates can show."""

    asks: ClassVar[dict[str, Words]] = {}
    """The questions in their order. What is not named here is not asked."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # each of allauth's takes its own
        for name in ("password2",):
            self.fields.pop(name, None)  # typing it twice helps nobody who pastes

    @property
    def questions(self) -> tuple[Field, ...]:
        """What is asked, for `parts/field.html`."""
        return tuple(_question(self[name], self.asks[name]) for name in self._asked())

    @property
    def summary(self) -> tuple[ErrorLink, ...]:
        """The error summary: each question's error, then what concerns the whole form."""
        names = list(self._asked())
        first = f"id_{names[0]}" if names else "heading"
        own = [
            ErrorLink(message=str(e), target=f"id_{name}")
            for name in names
            for e in self.errors.get(name, ())
        ]
        others = [e for name, errors in self.errors.items() if name not in names for e in errors]
        return (*own, *(ErrorLink(message=str(each), target=first) for each in others))

    def _asked(self) -> Iterator[str]:
        return (name for name in self.asks if name in self.fields)


def _question(bound: BoundField, words: Words) -> Field:
    widget = bound.field.widget
    kind = str(widget.attrs.get("type") or getattr(widget, "input_type", "text"))
    label, hint = words
    return Field(
        name=bound.html_name,
        label=str(label),
        hint=str(hint),
        error=" ".join(str(each) for each in bound.errors),
        value="" if kind == "password" or bound.value() is None else str(bound.value()),
        kind=kind,
        optional=not bound.field.required and not bound.field.widget.attrs.get("data-unmarked"),
        autocomplete=str(widget.attrs.get("autocomplete", "off")),
    )


def _has_shown_it_is_them(member: Member) -> None:
    record_authentication(context.request, member, method="mfa", reauthenticated=True)


class SignIn(Asked, account.LoginForm):
    """An address, and a password where somebody would rather use one: without it a code is sent."""

    asks: ClassVar = {"login": _E_MAIL, "password": _PASSWORD}

    def _setup_password_field(self) -> None:
        """Keep the password, which allauth would drop, but never insist on it."""
        self.fields["password"].required = False
        self.fields["password"].widget.attrs["data-unmarked"] = (
            True  # it has a place of its own, so no "(optional)"
        )
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class SignUp(Asked, account.SignupForm):
    """An address, and where an admin lets people in, what they would like to say."""

    asks: ClassVar = {"email": (_E_MAIL[0], _later("We send a code there. Members do not see it."))}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"] = forms.CharField(required=False, max_length=600)

    @property
    def about_you(self) -> Field | None:
        """The question about oneself, asked only where somebody reads the answer."""
        if not waits_for_a_yes(context.request):
            return None
        words = (
            _("What would you like us to know?"),
            _("An admin reads it, with your address, and decides. It is deleted then."),
        )
        return _question(self["words"], words)


class SignUpThroughProvider(Asked, social.SignupForm):
    """The address, where the organisation's sign-on did not vouch for one."""

    asks: ClassVar = {"email": (_E_MAIL[0], _later("We send a code there. Members do not see it."))}


class AskForCode(Asked, account.RequestLoginCodeForm):
    """An address to send a code to."""

    asks: ClassVar = {"email": _E_MAIL}


class ConfirmSignIn(Asked, account.ConfirmLoginCodeForm):
    """The code that opens the door."""

    asks: ClassVar = {"code": _CODE}


class ConfirmEmail(Asked, account.ConfirmEmailVerificationCodeForm):
    """The code that shows that an address is one's own."""

    asks: ClassVar = {"code": _CODE}


class ConfirmReset(Asked, account.ConfirmPasswordResetCodeForm):
    """The code that lets one choose a new password."""

    asks: ClassVar = {"code": _CODE}


class ChangeEmail(Asked, account.ChangeEmailForm):
    """Another address, before the first was confirmed."""

    asks: ClassVar = {"email": _E_MAIL}


class AddEmail(Asked, account.AddEmailForm):
    """One more address."""

    asks: ClassVar = {"email": (_later("Another e-mail address"), _later("We send a code there."))}


class ResetPassword(Asked, account.ResetPasswordForm):
    """Whose password is to be set anew."""

    asks: ClassVar = {"email": _E_MAIL}


class ChooseAfterReset(Asked, account.ResetPasswordKeyForm):
    """The new password, after a code."""

    asks: ClassVar = {"password1": _NEW_PASSWORD}


class ChangePassword(Asked, account.ChangePasswordForm):
    """The password there is, and the one there will be."""

    asks: ClassVar = {"oldpassword": (_later("Password you have now"), ""), "password1": _NEW_PASSWORD}


class SetPassword(Asked, account.SetPasswordForm):
    """A first password."""

    asks: ClassVar = {"password1": _NEW_PASSWORD}


class ShowItIsYou(Asked, account.ReauthenticateForm):
    """The password again, before something that matters."""

    asks: ClassVar = {"password": _PASSWORD}


class SecondFactor(Asked, mfa.AuthenticateForm):
    """A code from an app, or a recovery code."""

    asks: ClassVar = {"code": _APP_CODE}


class ShowItIsYouByCode(Asked, mfa.ReauthenticateForm):
    """A code again, before something that matters."""

    asks: ClassVar = {"code": _APP_CODE}


class TurnOnApp(Asked, totp.ActivateTOTPForm):
    """The first code that the app shows."""

    asks: ClassVar = {"code": (_later("Code from the app"), _later("Six digits."))}

    def clean_code(self) -> str:
        """A code that fits; it also shows that it is them, so the next page need not ask."""
        code = str(super().clean_code())
        _has_shown_it_is_them(self.user)
        return code

    @property
    def secret_in_fours(self) -> str:
        """The secret as one can read it aloud or type it."""
        return " ".join(self.secret[at : at + 4] for at in range(0, len(self.secret), 4))


class TurnOffApp(Asked, totp.DeactivateTOTPForm):
    """Nothing is asked; the page before it says what goes."""


class MakeCodes(Asked, recovery.GenerateRecoveryCodesForm):
    """Nothing is asked; the page before it says what goes."""


class AddPasskey(Asked, webauthn.AddWebAuthnForm):
    """A name, and whether it opens the door alone."""

    asks: ClassVar = {"name": _KEY_NAME}

    def clean(self) -> dict[str, object]:
        """A passkey that was made; it also shows that it is them, so the next page need not ask."""
        cleaned = cast("dict[str, object]", super().clean())
        if not self.errors:
            _has_shown_it_is_them(self.user)
        return cleaned

    @property
    def alone(self) -> ChoiceGroup:
        """Whether it opens the door by itself, or only after a code by e-mail."""
        bound = self["passwordless"]
        choice = Choice(
            value="on",
            label=_("Let it sign me in without anything else"),
            hint=_("It then asks for your fingerprint, face or PIN. Untick it for an older key that cannot."),
            chosen=bool(bound.value()) or not self.is_bound,
        )
        return ChoiceGroup(name="passwordless", legend=_("How it is used"), choices=(choice,), many=True)


class NameFirstPasskey(Asked, webauthn.SignupWebAuthnForm):
    """A name for the passkey one signs up with."""

    asks: ClassVar = {"name": _KEY_NAME}


class RenamePasskey(Asked, webauthn.EditWebAuthnForm):
    """Another name for a passkey."""

    asks: ClassVar = {"name": _KEY_NAME}


class SignInByPasskey(Asked, webauthn.LoginWebAuthnForm):
    """What the browser says about a passkey."""


class SecondFactorByPasskey(Asked, webauthn.AuthenticateWebAuthnForm):
    """What the browser says about a passkey, after a first factor."""


class ShowItIsYouByPasskey(Asked, webauthn.ReauthenticateWebAuthnForm):
    """What the browser says about a passkey, before something that matters."""


class Disconnect(Asked, social.DisconnectForm):
    """Which sign-on to take away."""
