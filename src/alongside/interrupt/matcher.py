"""The engine: where spellings may begin in bytes, and which stand there.

RE2 runs over the bytes in time linear in their number, whatever the text; where its package is missing, the
standard library does the same, slower. Both read the same expression and lead to the same words.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, Protocol

from alongside.interrupt.forms import gap
from alongside.interrupt.positions import decoded, encoded_length

MEMORY: Final = 256 << 20
"""Bytes that RE2 may use for one expression, of which it takes what it needs."""
_PIECES: Final = re.compile(r"[^\W_]+|[\W_]+")
_SLACK: Final = 3
"""How much longer than a spelling its place in a text may be: lines break, comments have margins."""

Indexes = Sequence[int]


class _Found(Protocol):
    def start(self) -> int: ...
    def end(self) -> int: ...


Search = Callable[[bytes, int], _Found | None]
"""From a text and an offset, the next place."""


class Spellings:
    """All spellings of a profile: the sieve, and what each spelling belongs to."""

    __slots__ = ("_exact", "_forms", "_longest", "_patterns", "_search")

    def __init__(
        self,
        *,
        expression: str,
        forms: Mapping[str, Indexes],
        longest: int,
        exact: Mapping[str, Indexes] | None = None,
        patterns: Sequence[tuple[int, str]] = (),
    ) -> None:
        whole = "|".join(filter(None, [expression, *(f"(?:{pattern})" for _rule, pattern in patterns)]))
        self._search = searcher(whole) if whole else _nowhere
        self._forms = forms
        self._exact = exact or {}
        self._longest = longest
        self._patterns = [(rule, searcher(pattern, here=True)) for rule, pattern in patterns]

    def find(self, data: bytes, at: int) -> tuple[int, list[tuple[int, Indexes]]] | None:
        """The next place from `at` on where spellings stand: their ends and rules, longest first."""
        while (found := self._search(data, at)) is not None:
            start = found.start()
            if ends := self._ends(data, start):
                return start, ends
            at = next_word(data, start)
        return None

    def _ends(self, data: bytes, start: int) -> list[tuple[int, Indexes]]:
        if not _begins_word(data, start):
            return []
        text = decoded(data[start : start + self._longest * _SLACK])
        found = [(start + encoded_length(text[:end]), rules) for end, rules in self._known(text)]
        for rule, match_here in self._patterns:
            if (place := match_here(data, start)) is not None:
                found.append((place.end(), (rule,)))
        return sorted(found, key=lambda each: -each[0])

    def _known(self, text: str) -> Iterator[tuple[int, Indexes]]:
        """The ends of all known spellings at the beginning of a text, and their rules."""
        so_far = ""
        for piece in _PIECES.finditer(text):
            written = piece.group()
            if written[0].isalnum():
                so_far += written
                yield from self._known_here(so_far, text, piece.end())
                continue
            between = gap(written)
            if between is None or len(so_far) > self._longest:
                return
            for mark in between:
                so_far += mark
                if mark not in "-' ":  # a spelling may end in a mark, as a question does
                    yield from self._known_here(so_far, text, piece.start() + written.find(mark) + 1)

    def _known_here(self, so_far: str, text: str, end: int) -> Iterator[tuple[int, Indexes]]:
        rules = (*self._forms.get(so_far.lower(), ()), *self._exact.get(so_far, ()))
        if rules and not goes_on(text[end : end + 1]):
            yield end, rules


def goes_on(character: str) -> bool:
    """Whether a word goes on with this character: a letter, a figure, an underscore, an accent."""
    return f"a{character}".isidentifier() and character != ""


def _begins_word(data: bytes, start: int) -> bool:
    before = data[max(0, start - 4) : start].decode("utf-8", "ignore")[-1:]
    return not goes_on(before)


def next_word(data: bytes, start: int) -> int:
    """Where to go on after nothing was found at `start`: behind the word that begins there."""
    found = _WORD(data, start)
    return max(start + 1, found.end()) if found else start + 1


_WORD: Final = re.compile(rb"[A-Za-z0-9]+").match


def _nowhere(_data: bytes, _at: int) -> None:
    return None


def has_re2() -> bool:
    """Whether the fast engine is there."""
    try:
        import re2  # noqa: F401, PLC0415  # an installation without a wheel for it does without
    except ImportError:
        return False
    return True


def searcher(expression: str, *, here: bool = False) -> Search:
    """What finds an expression from an offset on, or right there; Raises ValueError where it is none."""
    try:
        import re2  # noqa: PLC0415  # the same
    except ImportError:
        return plain_searcher(expression, here=here)
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = MEMORY
    options.case_sensitive = False
    options.never_capture = True
    options.log_errors = False
    try:
        compiled = re2.compile(expression.encode("ascii"), options)
    except re2.error as error:
        raise ValueError(str(error)) from error
    found: Search = compiled.match if here else compiled.search
    return found


def plain_searcher(expression: str, *, here: bool = False) -> Search:
    """The same by the standard library."""
    compiled = re.compile(expression.encode("ascii"), re.IGNORECASE)
    return compiled.match if here else compiled.search
