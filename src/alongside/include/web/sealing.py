"""Addresses and keys of other services, sealed under a key of this server that lies outside the database.

Whoever holds the database or a backup cannot post in the circle's name. Without `secret.key` they are lost,
and are set up anew.
"""

import json
from dataclasses import asdict, dataclass
from hashlib import blake2b
from uuid import UUID

import nacl.exceptions
import nacl.secret
from django.conf import settings

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble


class Unreadable(Trouble):
    """Sealed under another key than this server has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a poster needs: the whole address, a token where the service wants one, and our keys."""

    url: str
    token: str = ""
    keys: tuple[str, ...] = ()


def seal(opened: Opened, *, id: UUID) -> bytes:
    """Sealed for this row alone."""
    return bytes(_box().encrypt(json.dumps(asdict(opened)).encode(), id.bytes))


def unseal(sealed: bytes, *, id: UUID) -> Opened:
    """What was sealed. Raises Unreadable."""
    try:
        told = json.loads(_box().decrypt(bytes(sealed), id.bytes))
    except nacl.exceptions.CryptoError as error:
        raise Unreadable(
            "", _("this server's key has changed since."), _("Set the place up anew.")
        ) from error
    return Opened(url=told["url"], token=told["token"], keys=tuple(told["keys"]))


def _box() -> nacl.secret.Aead:
    key = blake2b(
        settings.SECRET_KEY.encode(), digest_size=nacl.secret.Aead.KEY_SIZE, person=b"alongside-poster"
    )
    return nacl.secret.Aead(key.digest())
