"""An ask handed in through the steward: nobody sees whose it is, and its asker can still prove it.

The ask carries no name, only a hash; the secret behind it lies in the asker's vault. With the vault open they
can withdraw it and say whether it helped; steward, operator and database cannot tell who they are. Limits:
somebody who watches the running server at that moment can.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from alongside.act import diary
from alongside.core.deeds import Deed, Entry, Reader

ASKED: Final = "asked"
SECRET_BYTES: Final = 32
_PERSON: Final = b"alongside-asker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An ask of mine that I handed in, and what proves it."""

    id: UUID
    ask: UUID
    secret: bytes
    day: date


def proof_of(secret: bytes, *, ask: UUID) -> bytes:
    """What lies beside the ask in the open; it tells nothing without the secret."""
    return hashlib.blake2b(ask.bytes + secret, person=_PERSON, digest_size=32).digest()


def proves(asked: Sequence[Asked], *, ask: UUID, proof: bytes) -> bool:
    """Whether one of these is the secret behind the ask."""
    mine = (each for each in asked if each.ask == ask)
    return any(hmac.compare_digest(proof_of(each.secret, ask=ask), proof) for each in mine)


def deed_hand_in(asked: Asked) -> Deed:
    """Keep the secret. The deed is named as any plan is, so that the trail does not give the asker away."""
    body = {"ask": str(asked.ask), "secret": asked.secret.hex()}
    entry = Entry(room=diary.ROOM, kind=ASKED, day=asked.day, body=body)
    return Deed(action="act.commit", put={asked.id: entry})


def read_asked(keeper: Reader) -> tuple[Asked, ...]:
    """The asks of mine that I handed in; what cannot be read is passed over, it proves nothing."""
    found = []
    for stored in keeper.entries(diary.ROOM, ASKED):
        try:
            ask = UUID(str(stored.entry.body["ask"]))
            secret = bytes.fromhex(str(stored.entry.body["secret"]))
        except (KeyError, ValueError):
            continue
        found.append(Asked(id=stored.id, ask=ask, secret=secret, day=stored.entry.day))
    return tuple(found)
