"""What people need at an event, sealed under a key of that event alone, destroyed two weeks after it.

The key lies beside the database in a file of its own, and in no backup: a copy of the database, or an old
backup, shows nobody's needs, and once the key is gone nothing ever does. Limits: the host reads without a
passphrase, so whoever runs the server could open them too, as long as they are kept. The page where they are
written says so.
"""

import json
import os
from pathlib import Path
from typing import Final
from uuid import UUID

from nacl.exceptions import CryptoError
from nacl.secret import Aead
from nacl.utils import random

from alongside.include.access import NOTE_LENGTH, Asked, Need

SIZE: Final = 2048
"""Octets before sealing: all alike, so that a length tells nothing."""

_KEY: Final = 32


def seal(asked: Asked, *, folder: Path, event: UUID, rsvp: UUID) -> bytes:
    """What somebody needs, sealed for this event and this answer."""
    note = "".join(char for char in asked.note if char.isprintable() or char == "\n")[:NOTE_LENGTH]
    body = {"needs": sorted(need.value for need in asked.needs), "note": note}
    plain = json.dumps(body, ensure_ascii=False).encode().ljust(SIZE)
    return bytes(Aead(_made_key(folder, event)).encrypt(plain, _bound(event, rsvp)))


def unseal(box: bytes, *, folder: Path, event: UUID, rsvp: UUID) -> Asked:
    """What somebody needs; nothing where the key is gone, or the box is another's."""
    key = _key(folder, event)
    if key is None:
        return Asked()
    try:
        body = json.loads(Aead(key).decrypt(box, _bound(event, rsvp)))
    except CryptoError:
        return Asked()
    return Asked(needs=frozenset(map(Need, body["needs"])), note=body["note"])


def destroy(*, folder: Path, event: UUID) -> None:
    """Make what was sealed for an event unreadable for ever, in every copy."""
    file = _file(folder, event)
    try:
        with file.open("r+b") as key:  # a removed file's octets may stay on the disk for long
            key.write(bytes(_KEY))
            key.flush()
            os.fsync(key.fileno())
        file.unlink()
    except FileNotFoundError:
        return


def kept_for(folder: Path) -> tuple[UUID, ...]:
    """The events whose key is still there."""
    return tuple(UUID(file.stem) for file in (folder / "event-keys").glob("*.key"))


def _file(folder: Path, event: UUID) -> Path:
    return folder / "event-keys" / f"{event.hex}.key"


def _key(folder: Path, event: UUID) -> bytes | None:
    try:
        key = _file(folder, event).read_bytes()
    except FileNotFoundError:
        return None
    return key if len(key) == _KEY else None


def _made_key(folder: Path, event: UUID) -> bytes:
    """The event's key, made where there is none; called under the write lock, so by one at a time."""
    held = _key(folder, event)
    if held is not None:
        return held
    file = _file(folder, event)
    file.parent.mkdir(mode=0o700, exist_ok=True)
    beside = file.with_suffix(".part")
    beside.unlink(missing_ok=True)
    key: bytes = random(_KEY)
    with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
        out.write(key)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(file)
    return key


def _bound(event: UUID, rsvp: UUID) -> bytes:
    return b"alongside/needs/1" + event.bytes + rsvp.bytes
