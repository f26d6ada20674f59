"""Whose a spelling is: those that begin with one word, in order, looked up without taking them apart."""

from bisect import bisect_left
from typing import Final

NEXT_SPELLING: Final = "\x7f"
"""Parts the spellings of one word, as `WHOSE` parts each from its rules. JSON need not escape these marks,
which makes reading them twice as fast (measured)."""
WHOSE: Final = "|"
Indexes = tuple[int, ...]


class _Lines:
    """Spellings in order, each with the rules it belongs to; looked up without taking them apart."""

    __slots__ = ("_lines",)

    def __init__(self, written: str) -> None:
        self._lines = written.split(NEXT_SPELLING) if written else []

    def __bool__(self) -> bool:
        return bool(self._lines)

    @property
    def longest(self) -> int:
        """Characters of the longest, with its rules."""
        return max(map(len, self._lines), default=0)

    def whose(self, spelling: str) -> Indexes:
        """The rules of exactly this spelling."""
        line = self._first_with(spelling + WHOSE)
        return tuple(map(int, line[len(spelling) + 1 :].split(","))) if line else ()

    def go_on_from(self, beginning: str) -> bool:
        """Whether any begins so."""
        return self._first_with(beginning) != ""

    def _first_with(self, beginning: str) -> str:
        at = bisect_left(self._lines, beginning)
        if at == len(self._lines) or not self._lines[at].startswith(beginning):
            return ""
        return self._lines[at]


class Group:
    """The spellings that begin with one word: what follows it, and whose they are."""

    __slots__ = ("exact", "longest", "rests")

    def __init__(self, folded: str, exact: str) -> None:
        self.rests = _Lines(folded)
        self.exact = _Lines(exact)
        self.longest = max(self.rests.longest, self.exact.longest)

    def whose(self, first: str, rest: str) -> Indexes:
        """The rules whose spelling this is."""
        rules = self.rests.whose(rest.lower())
        return (*rules, *self.exact.whose(first + rest)) if self.exact else rules

    def go_on_from(self, first: str, rest: str) -> bool:
        """Whether a spelling begins with this or is this."""
        return self.rests.go_on_from(rest.lower()) or (
            bool(self.exact) and self.exact.go_on_from(first + rest)
        )
