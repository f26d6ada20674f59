"""Slots: a vault's data key wrapped under a secret that the person alone holds.

A passphrase is stretched by Argon2id (RFC 9106, 3 passes over 64 MiB, 0.12 CPU s); a recovery code has 130
random bits and needs no stretching. Any slot opens the vault; without any of the secrets nothing does, and
nobody can set them anew. Words for a passphrase: the 1,024 of SLIP-0039, ten bits each.
"""

import hashlib
import secrets
import threading
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import nacl.exceptions
import nacl.pwhash.argon2id
import nacl.secret
from shamir_mnemonic.wordlist import WORDLIST

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.core.vault import KEY_BYTES, Unlocked

PASSPHRASE: Final = "passphrase"  # noqa: S105  # a kind of slot
RECOVERY: Final = "recovery"
SHORTEST: Final = 14
"""Characters of a passphrase of one's own (our choice; the offered one has 60 bits)."""
OFFERED_WORDS: Final = 6
PASSES: Final = 3
MEMORY: Final = 64 * 2**20
SALT_BYTES: Final = 16
CODE_CHARACTERS: Final = 26
GROUP: Final = 4
_AT_ONCE: Final = threading.BoundedSemaphore(2)
"""Each stretching takes 64 MiB, so that at most two run and others wait."""
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS: Final = str.maketrans("OIL", "011")
_PURPOSE: Final = "alongside/slot/1"


class WrongSecret(Trouble):
    """The secret does not open this slot."""


class WeakPassphrase(Trouble):
    """The passphrase is shorter than what protects somebody."""


class Misread(Trouble):
    """A recovery code with a slip of the pen: its last two characters do not fit the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A wrapped data key as it lies in a table. `parameters` are those of Argon2id, or empty."""

    kind: str
    salt: bytes
    parameters: Mapping[str, int]
    box: bytes


def offer_passphrase() -> str:
    """Six words picked by the operating system's randomness: 60 bits."""
    return " ".join(secrets.choice(WORDLIST) for _word in range(OFFERED_WORDS))


def wrap_passphrase(vault: Unlocked, passphrase: str) -> Slot:
    """A slot that this passphrase opens. Raises WeakPassphrase below 14 characters."""
    if len(_plain(passphrase)) < SHORTEST:
        raise WeakPassphrase(
            _("Passphrase"),
            _("this has fewer than %(least)d characters.") % {"least": SHORTEST},
            _("Take the six words we offer, or a longer sentence of your own."),
        )
    salt = secrets.token_bytes(SALT_BYTES)
    parameters = {"passes": PASSES, "memory": MEMORY}
    return _wrap(vault, PASSPHRASE, salt, parameters, _stretch(passphrase, salt, parameters))


def wrap_recovery(vault: Unlocked) -> tuple[Slot, str]:
    """A slot that a fresh recovery code opens, and the code: seven groups of four, to be shown once."""
    body = "".join(secrets.choice(_ALPHABET) for _place in range(CODE_CHARACTERS))
    code = body + _check(body)
    groups = "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))
    return _wrap(vault, RECOVERY, b"", {}, _code_key(body)), groups


def open_with_passphrase(slot: Slot, passphrase: str, *, key_id: bytes) -> Unlocked:
    """The vault. Raises WrongSecret."""
    return _unwrap(slot, _stretch(passphrase, slot.salt, slot.parameters), key_id)


def open_with_code(slot: Slot, code: str, *, key_id: bytes) -> Unlocked:
    """The vault. Raises Misread for a slip of the pen, WrongSecret for another code."""
    letters = "".join(code.split()).replace("-", "").upper().translate(_READ_AS)
    body, check = letters[:CODE_CHARACTERS], letters[CODE_CHARACTERS:]
    if len(body) != CODE_CHARACTERS or set(letters) - set(_ALPHABET) or check != _check(body):
        raise Misread(
            _("Recovery code"),
            _("this is no whole code: a character is missing, or misread."),
            _("It has seven groups of four; compare it with your note, group by group."),
        )
    return _unwrap(slot, _code_key(body), key_id)


def of_kind(slots: Sequence[Slot], kind: str) -> Slot | None:
    """The slot of that kind, where there is one."""
    return next((slot for slot in slots if slot.kind == kind), None)


def _wrap(vault: Unlocked, kind: str, salt: bytes, parameters: Mapping[str, int], key: bytes) -> Slot:
    bound = _bound(kind, vault.key_id, parameters)
    box = nacl.secret.Aead(key).encrypt(vault.export_key(), bound)
    return Slot(kind=kind, salt=salt, parameters=dict(parameters), box=bytes(box))


def _unwrap(slot: Slot, key: bytes, key_id: bytes) -> Unlocked:
    try:
        data_key = nacl.secret.Aead(key).decrypt(slot.box, _bound(slot.kind, key_id, slot.parameters))
        return Unlocked(data_key, key_id)
    except (nacl.exceptions.CryptoError, ValueError) as error:
        raise WrongSecret(
            _("Passphrase") if slot.kind == PASSPHRASE else _("Recovery code"),
            _("this does not open your vault."),
            _("Check it for slips and try again, or use the other one: passphrase or recovery code."),
        ) from error


def _stretch(passphrase: str, salt: bytes, parameters: Mapping[str, int]) -> bytes:
    with _AT_ONCE:
        return nacl.pwhash.argon2id.kdf(
            KEY_BYTES,
            _plain(passphrase).encode(),
            salt,
            opslimit=parameters.get("passes", PASSES),
            memlimit=parameters.get("memory", MEMORY),
        )


def _plain(passphrase: str) -> str:
    return unicodedata.normalize("NFC", " ".join(passphrase.split()))


def _code_key(body: str) -> bytes:
    return hashlib.blake2b(body.encode(), person=b"alongside-recov", digest_size=KEY_BYTES).digest()


def _check(body: str) -> str:
    """Two characters, ten bits of a hash, that a slip of the pen hardly ever leaves right."""
    digest = int.from_bytes(hashlib.blake2b(body.encode(), digest_size=8).digest(), "big")
    return _ALPHABET[digest % 32] + _ALPHABET[digest // 32 % 32]


def _bound(kind: str, key_id: bytes, parameters: Mapping[str, int]) -> bytes:
    told = ",".join(f"{name}={parameters[name]}" for name in sorted(parameters))
    return "|".join((_PURPOSE, kind, key_id.hex(), told)).encode()
