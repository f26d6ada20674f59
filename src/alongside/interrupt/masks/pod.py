"""POD, Perl's documentation: paragraphs are for readers; verbatim ones, code and targets of links are not.

Text before the first command is a program's and hidden, as is all between `=cut` and the next command.
Source: perlpod, perlpodspec.
"""

import re
from collections.abc import Iterator

from alongside.interrupt.hits import Span
from alongside.interrupt.masks.addresses import addresses
from alongside.interrupt.masks.spans import PARAGRAPH, Pair, apart

_COMMAND = re.compile(rb"=([A-Za-z][A-Za-z0-9]*+)[ \t]*+")
_FORMATS_READ = re.compile(rb"(?:=begin|=for)[ \t]+:|(?:=begin|=for)[ \t]+(?:text|man)\b")
_CODE = re.compile(rb"[A-Z>](?:(?<=>)>*+|<(?:(<++)(?=\s))?+)")
_HIDDEN_LETTERS = frozenset(b"CFXZE")


def mask(data: bytes) -> tuple[Span, ...]:
    """What in a POD page is not written for readers."""
    return apart([*_blocks(data), *addresses(data)])


def _blocks(data: bytes) -> Iterator[Pair]:
    reading, other = False, False
    for found in PARAGRAPH.finditer(data):
        start, end = found.span()
        command = _COMMAND.match(data, start, end)
        name = command[1] if command else b""
        if name:
            reading = name != b"cut"
            other = (name == b"begin" and not _FORMATS_READ.match(data, start, end)) or (
                other and name != b"end"
            )
        if (
            not reading
            or other
            or data[start] in b" \t"
            or name in {b"begin", b"end", b"encoding", b"cut", b"for"}
        ):
            yield start, end
            continue
        yield start, command.end() if command else start
        if data.find(b"<", start, end) >= 0:
            yield from _inline(data, start, end)


def _inline(data: bytes, start: int, end: int) -> Iterator[Pair]:
    """Formatting codes: their letters and brackets, and all of those with code, files or index entries."""
    open_codes: list[tuple[int, int, int]] = []  # letter, how many brackets, where its text starts
    for found in _CODE.finditer(data, start, end):
        sign, at = found[0], found.start()
        if sign[0] != ord(b">"):
            open_codes.append((sign[0], 1 + len(found[1] or b""), found.end()))
            yield found.span()
            continue
        while open_codes and (size := open_codes[-1][1]) <= found.end() - at:
            letter, _size, text = open_codes.pop()
            yield at, at + size
            yield _unread(data, letter, text, at)
            at += size


def _unread(data: bytes, letter: int, start: int, end: int) -> Pair:
    """What of a code's text is hidden: all of it, the target of a link, or nothing."""
    if letter in _HIDDEN_LETTERS:
        return start, end
    if letter == ord(b"L"):
        bar = data.find(b"|", start, end)
        return (bar, end) if bar >= 0 else (start, end)
    return start, start
