"""Words and phrases that a guard names, looked for beside a hit."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from alongside.interrupt.context import Word, word_parts

Lists = Mapping[str, Sequence[str]]
"""Word lists by name."""
_FEW: Final = 40
"""Words for which an expression is quickly made (our choice)."""
FAR: Final = 12
"""How many words “in the same sentence” looks at on each side (our choice)."""


class Items:
    """What one field of a guard lists: words, phrases, lists in braces, and stems that end in `~`."""

    __slots__ = ("_longest", "_phrases", "_stems", "_words")

    def __init__(self, items: Iterable[str], lists: Lists) -> None:
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

    def sieve(self) -> re.Pattern[str] | None:
        """What every text in which one of them stands holds; None where that would be long to look for."""
        begins = {*self._words, *self._stems, *(part[0] for part, _open in self._phrases)}
        if not begins or len(begins) > _FEW:
            return None
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(begins)))})", re.IGNORECASE)

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
        return end < len(words) and words[end].joined and bool(self.lengths(words, end))

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
