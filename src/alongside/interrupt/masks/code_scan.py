"""Telling a program's comments and strings from its code, by the table of languages.

Each language becomes one regular expression that is tried only at bytes with which a comment or a string can
begin. No part of it goes back over what it read, so that the time grows with the size only.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from alongside.interrupt.masks.code_languages import Language

_HEREDOC = re.compile(rb"<<(?:<|[-~])?[ \t]?([\"']?)([A-Za-z_][A-Za-z0-9_]{0,60}+)\1")
_ONE_WORD = re.compile(rb"^[ \t]*+([A-Za-z_][A-Za-z0-9_]*+)\b", re.MULTILINE)


class Part(StrEnum):
    """What a stretch of a program is."""

    COMMENT = "comment"
    STRING = "string"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Token:
    """A comment, a string, or code that looks like either, from `start` up to but without `end`."""

    part: Part
    start: int
    end: int


def tokens(data: bytes, language: Language) -> Iterator[Token]:
    """The comments and strings of a program in order."""
    signs, pattern = _compiled(language)
    heredocs = _Heredocs(data)
    at = _beginning(data, language)
    while sign := signs.search(data, at):
        start = sign.start()
        found = pattern.match(data, start)
        if found is None:
            at = heredocs.behind(start) if language.heredoc and sign[0] == b"<" else start + 1
            continue
        end = found.end()
        group = found.lastgroup or "skipped"
        if group == "block":
            end = _block_end(data, language, found)
        at = max(end, start + 1)
        yield Token(Part.COMMENT if group in {"line", "block"} else Part(group), start, at)


def _beginning(data: bytes, language: Language) -> int:
    if not language.opens:
        return 0
    place = data.find(language.opens)
    return place + len(language.opens) if place >= 0 else len(data)


@cache
def _compiled(language: Language) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """Where to try, and what to try there; `block` matches the opening only."""
    openings = b"|".join(opening for opening, _closing in language.block)
    groups = {
        b"skipped": b"|".join(language.skipped),
        b"block": openings,
        b"line": b"(?:" + b"|".join(language.line) + b")" + language.line_rest if language.line else b"",
        b"string": b"|".join(language.strings),
    }
    whole = b"|".join(b"(?P<" + name + b">" + body + b")" for name, body in groups.items() if body)
    signs = b"[" + re.escape(language.signs) + b"]"
    return re.compile(signs), re.compile(whole, re.DOTALL | re.MULTILINE)


@cache
def _edges(opening: bytes, closing: bytes, *, nested: bool) -> re.Pattern[bytes]:
    inner = b"(?P<in>" + opening + b")|" if nested else b""
    return re.compile(inner + b"(?P<out>" + closing + b")", re.MULTILINE)


def _block_end(data: bytes, language: Language, found: re.Match[bytes]) -> int:
    """Where a comment between two signs ends, or the end of all when it is never closed."""
    opening, closing = _pair(language, found[0])
    edges = _edges(opening, closing, nested=language.nested)
    depth = 1
    for edge in edges.finditer(data, found.end()):
        depth += 1 if edge.lastgroup == "in" else -1
        if depth == 0:
            return edge.end()
    return len(data)


def _pair(language: Language, sign: bytes) -> tuple[bytes, bytes]:
    """The pair whose opening this is; a pair's opening may look ahead, so the others are tried first."""
    for opening, closing in language.block[:-1]:
        if re.match(opening, sign, re.MULTILINE):
            return opening, closing
    return language.block[-1]


class _Heredocs:
    """Texts in a program up to their closing word; the words are looked up once for all of them."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._lines: dict[bytes, list[int]] | None = None

    def behind(self, start: int) -> int:
        """Behind the text that the sign at `start` opens; behind the sign where it opens none."""
        found = _HEREDOC.match(self._data, start)
        if found is None:
            return start + 1
        if self._lines is None:
            self._lines = {}
            for line in _ONE_WORD.finditer(self._data):
                self._lines.setdefault(line[1], []).append(line.end())
        ends = self._lines.get(found[2], [])
        after = bisect_right(ends, found.end())
        return ends[after] if after < len(ends) else found.end(2)
