"""What lies in a member's vault for letters: a reading key of their own, and their support card."""

from datetime import date
from typing import Final
from uuid import UUID

from alongside.act import cards, diary
from alongside.act.cards import Card
from alongside.core.deeds import Deed, Entry, Reader
from alongside.core.sealing import ReaderKey

KEY: Final = "keypair"
CARD: Final = "card"


def read_key(keeper: Reader) -> ReaderKey | None:
    """The newest reading key, None before there is one."""
    held = keeper.entries(diary.ROOM, KEY)
    return ReaderKey.from_body(held[-1].entry.body) if held else None


def deed_keep_key(key: ReaderKey, *, id: UUID, today: date) -> Deed:
    """Keep a reading key."""
    return Deed(
        action="letters.key", put={id: Entry(room=diary.ROOM, kind=KEY, day=today, body=key.to_body())}
    )


def read_card(keeper: Reader) -> tuple[UUID | None, Card]:
    """The person's own card and its id; a blank one and None before it is written."""
    held = keeper.entries(diary.ROOM, CARD)
    return (held[-1].id, cards.from_body(held[-1].entry.body)) if held else (None, Card())


def deed_keep_card(card: Card, *, id: UUID, today: date) -> Deed:
    """Keep the card under `id`: that of the card that is there already, where there is one."""
    return Deed(
        action="card.keep", put={id: Entry(room=diary.ROOM, kind=CARD, day=today, body=cards.to_body(card))}
    )
