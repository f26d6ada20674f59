"""A second factor: who has one, how its secrets lie in the database, and what it shows of itself.

Duties for the whole community count only with a second factor: without it they give nothing.
"""

import hashlib
from typing import Final

import nacl.encoding
import nacl.secret
import qrcode
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from alongside.web.asked import once
from alongside.web.community import community_name
from alongside.web.models import Member

_COUNTS: Final = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""Recovery codes alone are no second factor: they stand in for one that was lost."""
QUIET_ZONE: Final = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""


def has_second_factor(member: Member) -> bool:
    """Whether they sign in with more than one thing."""
    return once(("second factor", member.pk), lambda: _is_kept(member))


def _is_kept(member: Member) -> bool:
    return bool(Authenticator.objects.filter(user=member, type__in=_COUNTS).exists())


class Adapter(DefaultMFAAdapter):
    """Our choices where allauth asks for some."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _later(
            "This code does not fit. Look at the app again; a code lasts half a minute."
        ),
        "cannot_generate_recovery_codes": _later("Add a passkey or an app first; the codes stand in for it."),
        "unverified_email": _later("Confirm your e-mail address first."),
    }

    def encrypt(self, text: str) -> str:
        """The secret of an app or of recovery codes, unreadable in a stolen database."""
        return _box().encrypt(text.encode(), encoder=nacl.encoding.URLSafeBase64Encoder).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """The other way round."""
        return _box().decrypt(encrypted_text.encode(), encoder=nacl.encoding.URLSafeBase64Encoder).decode()

    def get_totp_issuer(self) -> str:
        """What the app shows above the code."""
        return community_name() or str(settings.MFA_TOTP_ISSUER)

    def generate_authenticator_name(self, user: Member, type: Authenticator.Type) -> str:
        """What a passkey is called until its owner calls it something else."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return _("My passkey") if not count else _("Passkey %(number)d") % {"number": count + 1}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Whom the browser says the passkey is for."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {**entity, "name": community_name() or "Alongside"}

    def build_totp_svg(self, url: str) -> str:
        """The address as a QR code, dark on white in light and dark pages alike, without style attributes."""
        code = qrcode.QRCode(border=QUIET_ZONE)
        code.add_data(url)
        rows = code.get_matrix()
        path = "".join(
            f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
        )
        return format_html(
            '<svg class="qr" role="img" aria-label="{}" viewBox="0 0 {} {}" shape-rendering="crispEdges">'
            '<rect width="100%" height="100%" fill="#fff"/><path fill="#000" d="{}"/></svg>',
            _("QR code for your app. The same secret stands below in letters."),
            len(rows),
            len(rows),
            path,
        )


def _box() -> nacl.secret.Aead:
    key = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"alongside-mfa").digest()
    return nacl.secret.Aead(key)
