"""The cookie that carries an open vault: the data key, sealed to one session under a key of the server.

The server's key lies in a file of its own, in no backup, and is replaced each day. So a cookie alone, a disk
alone, or a cookie moved to another session opens nothing. Session and vault cookie stolen together do open
it: hence HttpOnly, SameSite=Strict, a short life and a strict content policy.
"""

import base64
import binascii
import hashlib
import json
import os
import secrets
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import nacl.exceptions
import nacl.secret

from alongside.core.vault import KEY_BYTES, KEY_ID_BYTES, Unlocked

IDLE_S: Final = 30 * 60
LONGEST_S: Final = 12 * 60 * 60
REFRESH_S: Final = 60
"""A cookie seen less than a minute ago is not written anew."""
KEY_LIVES_S: Final = 24 * 60 * 60
PREVIOUS_LIVES_S: Final = 12 * 60 * 60
NAME: Final = "cookie.key"
_TIMES: Final = struct.Struct(">QQ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A cookie that opened: the vault, and when it was unlocked and last seen (seconds since the epoch)."""

    vault: Unlocked
    unlocked_s: int
    seen_s: int


def write(vault: Unlocked, *, folder: Path, bound_to: bytes, unlocked_s: int, now_s: int) -> str:
    """The cookie's value, sealed to `bound_to` (see `binding`)."""
    plain = vault.export_key() + vault.key_id + _TIMES.pack(unlocked_s, now_s)
    box = nacl.secret.Aead(_server_keys(folder, now_s=now_s)[0]).encrypt(plain, bound_to)
    return base64.urlsafe_b64encode(box).decode("ascii")


def read(value: str, *, folder: Path, bound_to: bytes, now_s: int) -> Opened | None:
    """The open vault, or None where the cookie is old, moved, or not ours."""
    try:
        box = base64.urlsafe_b64decode(value.encode("ascii"))
    except (binascii.Error, UnicodeEncodeError):
        return None
    for key in _server_keys(folder, now_s=now_s):
        try:
            plain = nacl.secret.Aead(key).decrypt(box, bound_to)
        except (nacl.exceptions.CryptoError, ValueError):
            continue
        return _opened(plain, now_s=now_s)
    return None


def binding(session_key: str, member_id: str) -> bytes:
    """What the cookie is bound to: one session of one member."""
    return hashlib.sha256(f"{session_key}|{member_id}".encode()).digest()


def _opened(plain: bytes, *, now_s: int) -> Opened | None:
    key, rest = plain[:KEY_BYTES], plain[KEY_BYTES:]
    unlocked_s, seen_s = _TIMES.unpack(rest[KEY_ID_BYTES:])
    if now_s - seen_s > IDLE_S or now_s - unlocked_s > LONGEST_S:
        return None
    return Opened(vault=Unlocked(key, rest[:KEY_ID_BYTES]), unlocked_s=unlocked_s, seen_s=seen_s)


def _server_keys(folder: Path, *, now_s: int) -> Sequence[bytes]:
    """The present key, and the one before it for twelve hours more; made anew when they are too old."""
    file = folder / NAME
    held = _read_keys(file)
    fresh = [(made, key) for made, key in held if now_s - made < KEY_LIVES_S]
    if not fresh:
        fresh = [(now_s, secrets.token_bytes(KEY_BYTES))]
        kept = [(made, key) for made, key in held if now_s - made < KEY_LIVES_S + PREVIOUS_LIVES_S]
        _write_keys(file, [*fresh, *kept[:1]])
        return [key for _made, key in (*_read_keys(file), *fresh)][:2]  # another thread's key may have won
    newest = sorted(held, key=lambda pair: -pair[0])
    return [key for made, key in newest if now_s - made < KEY_LIVES_S + PREVIOUS_LIVES_S][:2]


def _read_keys(file: Path) -> list[tuple[int, bytes]]:
    try:
        held = json.loads(file.read_text("ascii"))
    except (FileNotFoundError, ValueError):
        return []
    return [(int(made), bytes.fromhex(key)) for made, key in held]


def _write_keys(file: Path, keys: Sequence[tuple[int, bytes]]) -> None:
    """Written beside and renamed, so that no reader ever sees half a key."""
    beside = file.with_name(f".{NAME}.{secrets.token_hex(8)}")
    handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as text:
        json.dump([(made, key.hex()) for made, key in keys], text)
    beside.replace(file)
