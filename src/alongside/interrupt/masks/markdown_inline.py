"""What within one block of Markdown is not for readers: code spans, tags, targets of links, templates."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from alongside.interrupt.masks.spans import Pair
from alongside.interrupt.masks.tags import CODE, COMMENT, RAW, WELL_FORMED, unspoken

_SIGN = re.compile(rb"\\.|``*+|<|\]\(|\]\[|\[\^|\{", re.DOTALL)
_LONGEST = (
    4000  # own choice, in bytes: further on, no end of a tag or of an element within a line is looked for
)
_BACKTICKS = re.compile(rb"`+")
_AUTOLINK = re.compile(rb"<[A-Za-z][A-Za-z0-9+.-]{1,31}+:[^\s<>]*+>|<[^\s<>@]++@[^\s<>]++>")
_TARGET = re.compile(
    rb"\]\((\s*+(?:<(?>(?:[^<>\\\n]++|\\.)*)>|(?>(?:[^\s()\\]++|\\.|\((?>(?:[^\s()\\]++|\\.)*)\))*)))"
    rb"(?>(?:\s++(?:\"(?>(?:[^\"\\]++|\\.)*)\"|'(?>(?:[^'\\]++|\\.)*)'|\([^()]*+\)))?)\s*+\)",
    re.DOTALL,
)
_LABEL = re.compile(rb"\]\[[^\[\]]{0,999}+\]")
_FOOTNOTE = re.compile(rb"\[\^[^\[\]\s]{1,200}+\]")
_TEMPLATE = re.compile(rb"\{\{[^{}\n]*+\}\}|\{%[^{}%\n]*+%\}|\{[:#.][^{}\n]{0,200}+\}")
_EXPRESSION = re.compile(rb"\{(?>(?:[^{}]++|\{[^{}]*+\})*)\}")


def inline(data: bytes, start: int, end: int, *, mdx: bool = False) -> Iterator[Pair]:
    """What of the block from `start` to `end` is not for readers."""
    ticks: dict[int, list[int]] | None = None
    at = start
    while found := _SIGN.search(data, at, end):
        sign, place = found[0], found.start()
        hidden: tuple[Pair, ...] = ()
        if sign[:1] == b"`":
            ticks = ticks or _ticks(data, place, end)
            hidden = _code(ticks, found)
        elif sign == b"<":
            hidden = _angle(data, place, end)
        elif sign[:1] != b"\\":
            hidden = _bracket(data, found, end, mdx=mdx)
        yield from hidden
        at = max(found.end(), hidden[-1][1] if hidden else 0)


def _ticks(data: bytes, start: int, end: int) -> dict[int, list[int]]:
    """Where the runs of backticks of each length are, in order."""
    runs: dict[int, list[int]] = {}
    for run in _BACKTICKS.finditer(data, start, end):
        runs.setdefault(len(run[0]), []).append(run.start())
    return runs


def _code(ticks: dict[int, list[int]], opening: re.Match[bytes]) -> tuple[Pair, ...]:
    """A code span: it ends at the next run of as many backticks, or there is none."""
    size = len(opening[0])
    same = ticks.get(size, [])
    after = bisect_left(same, opening.end())
    return ((opening.start(), same[after] + size),) if after < len(same) else ()


def _angle(data: bytes, place: int, end: int) -> tuple[Pair, ...]:
    """An address in angle brackets, a comment, or a tag; code between tags goes with them."""
    if found := (_AUTOLINK.match(data, place, end) or COMMENT.match(data, place, end)):
        return (found.span(),)
    if found := WELL_FORMED.match(data, place, end):
        name = (found[1] or b"").lower()
        if name in CODE or name in RAW:
            return ((place, _closing(data, name, found.end(), end)),)
        return tuple(unspoken(found[0], place))
    ending = {ord(b"?"): b"?>", ord(b"!"): b">"}.get(data[place + 1] if place + 1 < end else 0)
    close = data.find(ending, place, min(end, place + _LONGEST)) if ending else -1
    return ((place, close + len(ending)),) if ending and close >= 0 else ()


def _closing(data: bytes, name: bytes, at: int, end: int) -> int:
    """Where the element's closing tag ends, or where its opening tag does when there is none in the block."""
    if data[at - 2 : at] == b"/>":
        return at
    end = min(end, at + _LONGEST)
    close = data.find(b"</" + name, at, end)
    if close < 0:
        return at
    bracket = data.find(b">", close, end)
    return bracket + 1 if bracket >= 0 else at


def _bracket(data: bytes, found: re.Match[bytes], end: int, *, mdx: bool) -> tuple[Pair, ...]:
    place = found.start()
    match found[0]:
        case b"](":
            target = _TARGET.match(data, place, end)
            return ((place, target.end(1)),) if target else ()
        case b"][":
            whole = _LABEL.match(data, place, end)
        case b"[^":
            whole = _FOOTNOTE.match(data, place, end)
        case _:
            whole = (_EXPRESSION if mdx else _TEMPLATE).match(data, place, end)
    return (whole.span(),) if whole else ()
