"""Words and phrases that a guard names, looked for beside a hit."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Final

from alongside.interrupt.context import Word, word_parts
from alongside.interrupt.marks import same_length

Lists = Mapping[str, Sequence[str]]
"""Word lists by name."""
_PIECES: Final = re.compile(r"[^\W_]+")
FAR: Final = 12
"""How many words “in the same sentence” looks at on each side (our choice)."""
END: Final = "{end}"
"""Stands in `next` and `not_next` for no word: a mark follows, or the sentence ends."""


def pieces_of(text: str) -> frozenset[str]:
    """The letters and figures of a text between its marks: “well-known” has two."""
    return frozenset(_PIECES.findall(same_length(text)))


class Sieve:
    """Words and phrases as the pieces that a text with one of them must hold, in whatever order."""

    __slots__ = ("_always", "_beginnings", "_open", "_several", "_single")

    def __init__(
        self, whole: Iterable[Sequence[str]], open_ended: Iterable[Sequence[str]], *, always: bool = False
    ) -> None:
        self._always = always
        pieces = [frozenset(_PIECES.findall(" ".join(part))) for part in whole]
        self._single = frozenset(next(iter(each)) for each in pieces if len(each) == 1)
        several = [each for each in pieces if len(each) > 1]
        ends = [_PIECES.findall(" ".join(part)) for part in open_ended]
        self._several = tuple(several)
        self._open = tuple((frozenset(each[:-1]), each[-1]) for each in ends if len(each) > 1)
        self._beginnings = tuple(each[0] for each in ends if len(each) == 1)

    def may_hold(self, pieces: Set[str]) -> bool:
        """Whether a text of these pieces may hold one of them; where not, none stands there for sure."""
        if (
            self._always
            or not self._single.isdisjoint(pieces)
            or any(each <= pieces for each in self._several)
        ):
            return True
        if self._beginnings and any(piece.startswith(self._beginnings) for piece in pieces):
            return True
        return any(
            first <= pieces and any(piece.startswith(last) for piece in pieces) for first, last in self._open
        )


class Items:
    """What one field of a guard lists: words, phrases, lists in braces, and stems that end in `~`."""

    __slots__ = ("_end", "_longest", "_phrases", "_stems", "_words")

    def __init__(self, items: Sequence[str], lists: Lists) -> None:
        self._end = END in items
        spelt = [
            each
            for item in items
            for each in (lists.get(item[1:-1], ()) if item.startswith("{") else (item,))
        ]
        parts = [(tuple(word_parts(each.removesuffix("~"))), each.endswith("~")) for each in spelt]
        self._words = frozenset(part[0] for part, open_end in parts if len(part) == 1 and not open_end)
        self._stems = tuple(part[0] for part, open_end in parts if len(part) == 1 and open_end)
        self._phrases = tuple((part, open_end) for part, open_end in parts if len(part) > 1)
        self._longest = max((len(part) for part, _open in parts), default=0)

    def sieve(self) -> "Sieve":
        """What tells from the words of a text alone that none of them stands in it."""
        return Sieve(
            [*((word,) for word in self._words), *(part for part, open_end in self._phrases if not open_end)],
            [*((stem,) for stem in self._stems), *(part for part, open_end in self._phrases if open_end)],
            always=self._end,
        )

    def lengths(self, words: Sequence[Word], at: int) -> list[int]:
        """How many words from `at` on are one of the items, for each that is."""
        if not 0 <= at < len(words):
            return []
        text = words[at].text
        long = [len(part) for part, _open in self._phrases if part[0] == text]
        found = [1] if self.hold(text) else []
        return [*found, *(n for n in long if self._go_on(words, at, n))] if long else found

    def hold(self, text: str) -> bool:
        """Whether a word by itself is one of the items, also with a possessive ending."""
        if text in self._words or text.removesuffix("'s") in self._words:
            return True
        return bool(self._stems) and text.startswith(self._stems)

    def _go_on(self, words: Sequence[Word], at: int, length: int) -> bool:
        there = words[at : at + length]
        if len(there) < length or not all(word.joined for word in there[1:]):
            return False
        texts = tuple(word.text for word in there)
        return any(_fits(texts, part, open_end) for part, open_end in self._phrases if len(part) == length)

    def stand_before(self, words: Sequence[Word], start: int) -> bool:
        """Whether one of them stands directly before the word number `start`."""
        if start >= len(words) or not words[start].joined:
            return False
        reaches = range(1, min(self._longest, start) + 1)
        return any(length in self.lengths(words, start - length) for length in reaches)

    def stand_after(self, words: Sequence[Word], end: int) -> bool:
        """Whether one of them stands directly after the words up to number `end`."""
        if end >= len(words) or not words[end].joined:
            return self._end
        return bool(self.lengths(words, end))

    def first_in(self, words: Sequence[Word], start: int, end: int) -> int | None:
        """The number of the last word of the first of them there."""
        for at in range(max(0, start), min(end, len(words))):
            if lengths := self.lengths(words, at):
                return at + lengths[-1] - 1
        return None

    def surround(self, words: Sequence[Word], start: int, end: int) -> bool:
        """Whether one of them holds the words from `start` to `end`."""
        begins = range(max(0, start - self._longest), start + 1)
        return any(at + length >= end for at in begins for length in self.lengths(words, at))


def _fits(texts: Sequence[str], part: Sequence[str], open_end: bool) -> bool:
    if not open_end:
        return tuple(texts) == tuple(part)
    return texts[-1].startswith(part[-1]) and tuple(texts[:-1]) == tuple(part[:-1])
