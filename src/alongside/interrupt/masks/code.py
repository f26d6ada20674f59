"""Programs: comments and docstrings are for readers; strings only where they are asked for; names never.

A docstring is a string at the start of a statement (Python, Julia) or after `@doc` and its like (Elixir).
Limits: words between tags of JSX are code here; of a language's rarer forms of string some are taken for
code.
"""

import re
from collections.abc import Iterator

from alongside.interrupt.hits import Span
from alongside.interrupt.masks.code_languages import LANGUAGES, Language
from alongside.interrupt.masks.code_prose import unread
from alongside.interrupt.masks.code_scan import Part, Token, tokens
from alongside.interrupt.masks.html import markup
from alongside.interrupt.masks.pod import mask as pod_mask
from alongside.interrupt.masks.spans import Pair, apart, between

_ATTRIBUTE = re.compile(rb"@(?:module|type|short)?doc[ \t]+(?:~[sS])?\Z")
_PREFIX = b"rRbBuUfF"


def mask(data: bytes, *, language: Language = LANGUAGES[-1], strict: bool = False) -> tuple[Span, ...]:
    """What in a program is not for readers; `strict` reads every string."""
    found = list(tokens(data, language))
    shown = list(_joined(data, _for_readers(data, found, language, strict=strict)))
    hidden = [pair for start, end in shown for pair in unread(data, start, end)]
    if language.id == "perl":
        hidden += [
            pair for start, end in shown if data[start : start + 1] == b"=" for pair in _pod(data, start, end)
        ]
    if language.opens:
        shown, hidden = _with_markup(data, found, language, shown, hidden)
    return apart([*hidden, *between(shown, data, 0, len(data))])


def _for_readers(data: bytes, found: list[Token], language: Language, *, strict: bool) -> Iterator[Pair]:
    depth, behind = 0, 0
    for token in found:
        if language.documents == "statement":
            depth = max(0, depth + _opened(data, behind, token.start))
            behind = token.end
        if (
            token.part is Part.COMMENT
            or (token.part is Part.STRING and strict)
            or (
                token.part is Part.STRING
                and language.documents
                and _is_document(data, token, language, depth)
            )
        ):
            yield token.start, token.end


def _opened(data: bytes, start: int, end: int) -> int:
    """How many brackets more are opened than closed there."""
    code = data[start:end]
    return (
        code.count(b"(")
        + code.count(b"[")
        + code.count(b"{")
        - code.count(b")")
        - code.count(b"]")
        - code.count(b"}")
    )


def _is_document(data: bytes, token: Token, language: Language, depth: int) -> bool:
    line = data.rfind(b"\n", 0, token.start) + 1
    before = data[max(line, token.start - 200) : token.start]
    if language.documents == "attribute":
        return bool(_ATTRIBUTE.search(before))
    continued = data[max(0, line - 3) : line].rstrip(b"\r\n").endswith(b"\\")
    return depth == 0 and not before.strip().strip(_PREFIX) and not continued


def _joined(data: bytes, shown: Iterator[Pair]) -> Iterator[Pair]:
    """Comments with nothing but white space between them are one text."""
    held: Pair | None = None
    for start, end in shown:
        if held and not data[held[1] : start].strip():
            held = held[0], end
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def _pod(data: bytes, start: int, end: int) -> Iterator[Pair]:
    for span in pod_mask(data[start:end]):
        yield start + span.start, start + span.end


def _with_markup(
    data: bytes, found: list[Token], language: Language, shown: list[Pair], hidden: list[Pair]
) -> tuple[list[Pair], list[Pair]]:
    """PHP stands within HTML, whose words are for readers."""
    first = data.find(language.opens)
    outside = [(0, first if first >= 0 else len(data))]
    outside += [
        (token.start + 2, token.end)
        for token in found
        if token.part is Part.SKIPPED and data.startswith(b"?>", token.start)
    ]
    for start, end in outside:
        hidden += [(start + a, start + b) for a, b in markup(data[start:end])]
    return sorted([*shown, *outside]), hidden
