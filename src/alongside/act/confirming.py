"""Confirming: those it was for say whether it helped, in one tap, and nobody learns who did.

The asker or a steward decides alone; of those concerned it takes five on one side, and more than half. Until
then nothing is shown, not even a count. A tap keeps no account: a second one by the same person is known by
a keyed hash, and when the ask closes the key goes, and the taps with it.

Limits: while the ask is open, whoever reads the live database holds both key and hashes and could try every
member in turn; afterwards nobody can.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from uuid import UUID

from alongside.act.asks import Move
from alongside.core.language import gettext as _

FLOOR: Final = 5
"""Fewest on one side who decide together, and fewest before any words are shown (our choice)."""

KEY_BYTES: Final = 32
MARK_BYTES: Final = 16
_PERSON: Final = b"alongside-tap"


class Answer(StrEnum):
    """What somebody it was for says. The values are kept while the ask is open; they never change."""

    HELPED = "helped"
    MISSING = "missing"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The answer as people read it on the button."""
        return _WORDS[self]()

    @property
    def move(self) -> Move:
        """What it does to the claim, once it decides."""
        return Move.CONFIRM if self is Answer.HELPED else Move.NOT_YET


_WORDS = {
    Answer.HELPED: lambda: _("It helped"),
    Answer.MISSING: lambda: _("Something is missing"),
    Answer.OTHER: lambda: _("Not what we asked for"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """One answer of one of those concerned: a mark that only the ask's key can make again, and no name."""

    mark: bytes
    answer: Answer
    words: str = ""


def mark_of(person: UUID, *, key: bytes, take: UUID, turn: int) -> bytes:
    """How a person's tap on this claim is known again. Raises ValueError for a key of another length."""
    if len(key) != KEY_BYTES:
        message = f"the key of an ask has {KEY_BYTES} bytes"
        raise ValueError(message)
    about = take.bytes + turn.to_bytes(4, "big") + person.bytes
    return hashlib.blake2b(about, key=key, person=_PERSON, digest_size=MARK_BYTES).digest()


def tapped(taps: Sequence[Tap], tap: Tap) -> tuple[Tap, ...]:
    """The taps with this one, in place of an earlier one by the same person; in order of their marks.

    The order of marks is chance, so it tells nothing of who came first.
    """
    others = (each for each in taps if each.mark != tap.mark)
    return tuple(sorted((*others, tap), key=lambda each: each.mark))


def decided(taps: Sequence[Tap]) -> Move | None:
    """What five or more on one side, and more than half, say together; None while they do not."""
    counts = Counter(tap.answer.move for tap in taps)
    for move in (Move.CONFIRM, Move.NOT_YET):
        if counts[move] >= FLOOR and 2 * counts[move] > len(taps):
            return move
    return None


def words_for_the_steward(taps: Sequence[Tap]) -> tuple[str, ...]:
    """What those concerned added, once five or more have answered; before that, nothing."""
    if len(taps) < FLOOR:
        return ()
    return tuple(tap.words for tap in sorted(taps, key=lambda each: each.mark) if tap.words)
