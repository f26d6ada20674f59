"""The personal vault: entries that no database, backup or log gives away without the member's key.

XChaCha20-Poly1305 (libsodium through PyNaCl) with a random nonce a seal. The associated data binds a sealed
entry to its key, its id and its version, so that rows cannot be swapped between members, entries or
versions. Lengths are padded to five buckets. Limits: whoever controls the running server can read entries
while they are being used. Source: RFC 8439 and draft-irtf-cfrg-xchacha; padding as in libsodium's sodium_pad
(ISO/IEC 7816-4).
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple, NoReturn, Self
from uuid import UUID

import nacl.bindings
import nacl.secret

from alongside.core import boxes
from alongside.core.deeds import Entry
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble

KEY_BYTES: Final = boxes.KEY_BYTES
KEY_ID_BYTES: Final = 16
BUCKETS: Final = (256, 1024, 4096, 16384, 65536)
"""Padded lengths in bytes (our choice): five sizes tell little about what was written."""
_PURPOSE: Final = b"alongside/vault/1"
_PURPOSE_FIRST: Final = len(_PURPOSE).to_bytes(2, "big") + _PURPOSE
"""Each part of the associated data has its length before it, in two bytes: 17, 16, 16 and 8."""
_FORMAT: Final = b"\x01"
_PAD_MARK: Final = b"\x80"


class Unopenable(Trouble):
    """A sealed entry does not open: another key, or its bytes or its place were changed."""


class TooLong(Trouble):
    """An entry is larger than the largest bucket."""


class Sealed(NamedTuple):
    """A sealed entry as it lies in a table: everything here may be seen by whoever reads the database."""

    entry_id: UUID
    key_id: bytes
    version: int
    bucket: int
    shelf: bytes
    box: bytes


SealedFields = tuple[UUID, bytes, int, int, bytes, bytes]
"""The fields of `Sealed` in their order: a page opens a year of them, and the names double their cost."""


class Unlocked:
    """A member's open vault, for one request or command. It can be neither copied nor written out."""

    __slots__ = ("_key", "key_id")

    def __init__(self, key: bytes, key_id: bytes) -> None:
        if len(key) != KEY_BYTES or len(key_id) != KEY_ID_BYTES:
            message = "a vault key has 32 bytes and its id 16"
            raise ValueError(message)
        self._key = bytearray(key)
        self.key_id = key_id

    @classmethod
    def create(cls) -> Self:
        """A vault with a new random key, from the operating system's randomness."""
        return cls(secrets.token_bytes(KEY_BYTES), secrets.token_bytes(KEY_ID_BYTES))

    def seal(self, entry: Entry, *, entry_id: UUID, version: int) -> Sealed:
        """The entry sealed under its id and version. Raises TooLong above 64 KiB."""
        plain = _FORMAT + _to_json(entry)
        bucket = next((size for size in BUCKETS if len(plain) < size), None)
        if bucket is None:
            raise TooLong(
                "",
                _("This entry is longer than the %(limit)d KiB that fit in one piece.")
                % {"limit": BUCKETS[-1] // 1024},
                _("Split it in two, or shorten it."),
            )
        padded = nacl.bindings.sodium_pad(plain, bucket)
        bound = self._bound_first() + _bound_last(entry_id, version)
        box = nacl.secret.Aead(bytes(self._key)).encrypt(padded, bound)
        return Sealed(
            entry_id=entry_id,
            key_id=self.key_id,
            version=version,
            bucket=bucket,
            shelf=self.shelf(entry.room, entry.kind),
            box=bytes(box),
        )

    def open(self, sealed: Sealed) -> Entry:
        """The entry. Raises Unopenable where anything was changed, moved, or sealed with another key."""
        return self.open_all((sealed,))[0]

    def open_all(self, rows: Iterable[SealedFields]) -> list[Entry]:
        """The entries of many rows in their order; the cipher is set up once, so a year's worth is cheap."""
        open_box, bound_first = boxes.opener(bytes(self._key), most=BUCKETS[-1]), self._bound_first()
        shelves: dict[tuple[str, str], bytes] = {}
        plains, places = [], []
        for entry_id, key_id, version, bucket, shelf, sealed in rows:
            try:
                plain = _unpad(open_box(sealed, bound_first + _bound_last(entry_id, version)), bucket)
            except ValueError as error:
                raise _unopenable() from error
            plains.append(plain)
            places.append((key_id, shelf))
        entries = _from_json(plains)
        for entry, (key_id, shelf) in zip(entries, places, strict=True):
            # Neither column is under the seal, so a row could be passed off as another kind of entry.
            place = entry.room, entry.kind
            if place not in shelves:
                shelves[place] = self.shelf(*place)
            if key_id != self.key_id or shelf != shelves[place]:
                raise _unopenable()
        return entries

    def shelf(self, room: str, kind: str) -> bytes:
        """A keyed 128-bit name for one kind of entry, so that the table itself names no room."""
        subkey = hashlib.blake2b(key=bytes(self._key), person=b"alongside-shelf", digest_size=32).digest()
        return hashlib.blake2b(f"{room}/{kind}".encode(), key=subkey, digest_size=16).digest()

    def close(self) -> None:
        """Overwrite the key in memory, as far as Python allows."""
        for place in range(len(self._key)):
            self._key[place] = 0

    def export_key(self) -> bytes:
        """The raw key, for `core.keyfile` alone."""
        return bytes(self._key)

    def _bound_first(self) -> bytes:
        """The associated data up to the entry: the same for a whole shelf."""
        return b"".join((_PURPOSE_FIRST, b"\0\x10", self.key_id, b"\0\x10"))

    def __repr__(self) -> str:
        """Never the key."""
        return "vault unlocked"

    def __reduce__(self) -> NoReturn:
        """Refuse pickling and copying."""
        message = "an unlocked vault is never copied or stored"
        raise TypeError(message)


def week_of(day: date) -> date:
    """The Monday of the day's week: the only date that lies outside the seal."""
    return day - timedelta(days=day.weekday())


def _bound_last(entry_id: UUID, version: int) -> bytes:
    return entry_id.bytes + b"\0\x08" + version.to_bytes(8, "big")


def _unpad(padded: bytes, bucket: int) -> bytes:
    """What sodium_pad made longer, taken off in Python: a tenth of the cost, and it is authenticated."""
    plain = padded.rstrip(b"\0")
    if len(padded) != bucket or plain[-1:] != _PAD_MARK:
        raise ValueError(bucket)
    return plain[:-1]


def _to_json(entry: Entry) -> bytes:
    held = {
        "room": entry.room,
        "kind": entry.kind,
        "practice": entry.practice,
        "day": entry.day.isoformat(),
        "body": dict(entry.body),
    }
    return json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _from_json(plains: Sequence[bytes]) -> list[Entry]:
    """The entries of many bodies, read as one list: each is its own JSON text, and authentic."""
    if {plain[:1] for plain in plains} - {_FORMAT}:
        raise Unopenable(
            "", _("An entry was written by a newer Alongside."), _("Update Alongside, then try again.")
        )
    held = json.loads("[" + ",".join([plain[1:].decode() for plain in plains]) + "]")
    day = date.fromisoformat
    return [
        Entry(each["room"], each["kind"], day(each["day"]), each["body"], each["practice"]) for each in held
    ]


def _unopenable() -> Unopenable:
    return Unopenable(
        "",
        _("An entry does not open with this key, or was changed after it was sealed."),
        _("If vault.key was replaced, put the old file back; otherwise restore the database from a backup."),
    )
