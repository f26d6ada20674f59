"""Letters for chosen readers: sealed with a reader's public key, opened only with the private one.

Anybody may seal for a reader; whoever reads the database, the sender included, opens nothing. The private
key of a member lies as an entry in their own vault. Curve25519, XSalsa20-Poly1305 with a key made for each
letter (libsodium's sealed box, through PyNaCl). A sealed box has no associated data, so what the letter is
and whose, stands inside it and is compared on opening: a copy put in another row is refused.

Limits: a sealed box does not prove who wrote it; the running server could put a key of its own in place of a
reader's. Lengths are padded to four buckets, so sizes tell little.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NoReturn
from uuid import UUID

import nacl.bindings
import nacl.exceptions
import nacl.public

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.core.vault import TooLong, Unopenable

PUBLIC_BYTES: Final = nacl.public.PublicKey.SIZE
BUCKETS: Final = (256, 1024, 4096, 16384)
"""Padded lengths in bytes (our choice), as in the vault."""
_FORMAT: Final = b"\x01"


class Unreadable(Trouble):
    """What should be a key of a reader is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What a letter is and where it lies; the same has to be said to seal and to open it."""

    kind: str
    id: UUID
    reader: UUID


class ReaderKey:
    """A reader's private key with its public half, for one request. It is neither copied nor printed."""

    __slots__ = ("_private", "public")

    def __init__(self, private: bytes) -> None:
        self._private = nacl.public.PrivateKey(private)
        self.public = bytes(self._private.public_key)

    @classmethod
    def create(cls) -> "ReaderKey":
        """A new key, from the operating system's randomness."""
        return cls(bytes(nacl.public.PrivateKey.generate()))

    @classmethod
    def from_body(cls, body: Mapping[str, object]) -> "ReaderKey":
        """The key as its owner's vault holds it. Raises Unreadable."""
        try:
            return cls(base64.b64decode(str(body["private"]), validate=True))
        except (KeyError, binascii.Error, nacl.exceptions.CryptoError, ValueError) as error:
            raise Unreadable(
                "", _("Your reading key cannot be read."), _("Make a new one; older letters stay closed.")
            ) from error

    def to_body(self) -> Mapping[str, object]:
        """The key as JSON values, for its owner's vault alone."""
        return {"private": base64.b64encode(bytes(self._private)).decode("ascii")}

    def open(self, box: bytes, *, envelope: Envelope) -> Mapping[str, object]:
        """What was sealed. Raises Unopenable for another reader's letter, a changed or a misplaced one."""
        try:
            padded = nacl.public.SealedBox(self._private).decrypt(box)
            plain = nacl.bindings.sodium_unpad(padded, _bucket_of(len(padded)))
        except (nacl.exceptions.CryptoError, ValueError) as error:
            raise _unopenable() from error
        if plain[: len(_FORMAT)] != _FORMAT:
            raise _unopenable()
        held = json.loads(plain[len(_FORMAT) :])
        if held["for"] != _said(envelope):
            raise _unopenable()
        body: Mapping[str, object] = held["body"]
        return body

    def __repr__(self) -> str:
        """Never the key."""
        return "a reader's key"

    def __reduce__(self) -> NoReturn:
        """Refuse pickling and copying."""
        message = "a reader's key is never copied or stored in the clear"
        raise TypeError(message)


def seal_for(public: bytes, body: Mapping[str, object], *, envelope: Envelope) -> bytes:
    """JSON values sealed for the reader of a public key. Raises TooLong above 16 KiB, Unreadable."""
    held = {"for": _said(envelope), "body": dict(body)}
    plain = _FORMAT + json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    bucket = next((size for size in BUCKETS if len(plain) < size), None)
    if bucket is None:
        raise TooLong(
            "",
            _("This is longer than the %(limit)d KiB that fit in one letter.")
            % {"limit": BUCKETS[-1] // 1024},
            _("Shorten it."),
        )
    padded = nacl.bindings.sodium_pad(plain, bucket)
    try:
        sealed = nacl.public.SealedBox(nacl.public.PublicKey(public)).encrypt(padded)
    except nacl.exceptions.CryptoError as error:
        raise Unreadable(
            "", _("The reader's key cannot be used."), _("They have to open their letters page once.")
        ) from error
    return bytes(sealed)


def fingerprint(public: bytes) -> str:
    """A short name of a public key, to compare by eye: four groups of four."""
    digits = hashlib.blake2b(public, digest_size=8, person=b"alongside-reader").hexdigest()
    return " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))


def _bucket_of(length: int) -> int:
    if length not in BUCKETS:
        raise ValueError(length)
    return length


def _said(envelope: Envelope) -> list[str]:
    return [envelope.kind, envelope.id.hex, envelope.reader.hex]


def _unopenable() -> Unopenable:
    return Unopenable(
        "",
        _("A letter does not open with your key, or was changed after it was sealed."),
        _("Ask whoever wrote it to share it again."),
    )
