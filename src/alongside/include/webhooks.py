"""Signing what we tell another server, so that it can know it came from here and was not said before.

Method: the public Standard Webhooks specification: HMAC-SHA256 over "id.timestamp.body", several keys while
one takes the place of another. Limits: it proves who sent it, and hides nothing from whoever reads it.
"""

import base64
import binascii
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble

TOLERANCE: Final = timedelta(minutes=5)
"""How far the sender's clock and ours may be apart (the specification's own figure)."""
LEAST_KEY, MOST_KEY = 24, 64
"""Bytes of a key (the specification's own figures)."""
PREFIX: Final = "whsec_"
VERSION: Final = "v1"


class Forged(Trouble):
    """A message that cannot be shown to come from whoever holds the key."""


class BadKey(Trouble):
    """A text that is no key."""


@dataclass(frozen=True, slots=True)
class Key:
    """A shared secret. It never shows itself."""

    secret: bytes = field(repr=False)

    @classmethod
    def read(cls, text: str) -> "Key":
        """The key that a text such as `whsec_…` stands for. Raises BadKey."""
        try:
            secret = base64.b64decode(text.strip().removeprefix(PREFIX), validate=True)
        except (binascii.Error, ValueError):
            secret = b""
        if not LEAST_KEY <= len(secret) <= MOST_KEY:
            way_out = _("It begins with %(prefix)s and holds 24 to 64 bytes in base64.") % {"prefix": PREFIX}
            raise BadKey("", _("this is no key."), way_out)
        return cls(secret)

    def write(self) -> str:
        """The key as a text, for whoever is to check our messages."""
        return PREFIX + base64.b64encode(self.secret).decode("ascii")


def sign(body: bytes, *, id: str, at: datetime, keys: Sequence[Key]) -> dict[str, str]:
    """The headers that go with `body`: one signature for each key, the newest key first.

    `id` stays the same however often the message is sent; `at` is when it is sent this time.
    """
    stamp = str(int(at.timestamp()))
    signatures = [f"{VERSION},{_signature(body, id=id, stamp=stamp, key=key)}" for key in keys]
    return {"webhook-id": id, "webhook-timestamp": stamp, "webhook-signature": " ".join(signatures)}


def verify(body: bytes, headers: Mapping[str, str], *, now: datetime, keys: Sequence[Key]) -> None:
    """Say nothing where one of the signatures is right and the message fresh. Raises Forged."""
    given = {name.lower(): value for name, value in headers.items()}
    stamp, message = given.get("webhook-timestamp", ""), given.get("webhook-id", "")
    if not (stamp.isascii() and stamp.isdecimal()) or abs(int(stamp) - now.timestamp()) > TOLERANCE.seconds:
        raise Forged("webhook-timestamp", _("it is not of these five minutes."), _("Set the clock right."))
    wanted = [_signature(body, id=message, stamp=stamp, key=key) for key in keys]
    offered = [each.partition(",") for each in given.get("webhook-signature", "").split()]
    same = [
        hmac.compare_digest(right.encode(), signature.encode())
        for version, _comma, signature in offered
        for right in wanted
        if version == VERSION
    ]
    if not any(same):
        raise Forged("webhook-signature", _("no key of ours made it."), _("Compare the keys on both sides."))


def _signature(body: bytes, *, id: str, stamp: str, key: Key) -> str:
    signed = b".".join((id.encode(), stamp.encode(), body))
    return base64.b64encode(hmac.digest(key.secret, signed, sha256)).decode("ascii")
