"""The audit trail as a hash chain: each row's hash covers the row before it, so an edit or a gap shows.

Rows hold who did what kind of thing and when, never what was written. Limits: cutting off the end of the
chain is seen only by somebody who noted its head. Hash: BLAKE2b-256 (RFC 7693) over the previous hash and
the canonical row.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

GENESIS: Final = b"\0" * 32


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailRow:
    """One row: `actor`, `object_id` are random ids as hex, or empty; sealed deeds have no object."""

    sequence: int
    day: date
    actor: str
    action: str
    object_id: str = ""
    result: str = "done"


def link(previous: bytes, row: TrailRow) -> bytes:
    """The row's hash, 32 bytes, given the hash of the row before it (`GENESIS` for the first)."""
    canonical = json.dumps(
        [row.sequence, row.day.isoformat(), row.actor, row.action, row.object_id, row.result],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.blake2b(previous + canonical.encode(), digest_size=32).digest()


def first_break(rows: Iterable[tuple[TrailRow, bytes]]) -> int | None:
    """The sequence number at which the chain no longer holds, or None where every row fits the one before."""
    previous, expected = GENESIS, 1
    for row, claimed in rows:
        if row.sequence != expected or link(previous, row) != claimed:
            return expected
        previous, expected = claimed, expected + 1
    return None
