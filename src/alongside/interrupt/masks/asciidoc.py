"""AsciiDoc: paragraphs, lists and blocks are for readers; listings, literals, targets, attributes are not.

Limits: an indented paragraph is literal, as in the language, unless it is the text of a list's term; blocks
that hold blocks are read line by line, so that only a listing's own delimiter ends it. Source:
docs.asciidoctor.org.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from alongside.interrupt.hits import Span
from alongside.interrupt.masks.addresses import addresses
from alongside.interrupt.masks.spans import Pair, apart

_LINE = re.compile(rb"([^\n]*+)\n?+")
_DELIMITER = re.compile(rb"(?:-{4,}+|\.{4,}+|\+{4,}+|/{4,}+|```[a-zA-Z0-9,+-]*+)$")
_UNDERLINE = re.compile(rb"(?:-+|=+|~+|\^+|\++)$")
_UNDER = (
    3  # signs by which an underline may miss its title's length; the language says 2, and 3 covers accents
)
_ATTRIBUTES = re.compile(rb"\[[^\n]*\]$|:!?[A-Za-z0-9_][A-Za-z0-9_-]*+!?:(?=\s|$)[^\n]*+|//(?!/)[^\n]*+")
_TERM = re.compile(rb"(?::{2,4}|;;)(?:\s|$)|^\s*(?:[-*.]{1,5}+|[0-9a-z]{1,3}\.)\s")
_DIRECTIVE = re.compile(rb"(?:ifdef|ifndef|ifeval|endif|include)::[^\n]*+")
_HIDDEN = (
    re.compile(rb"`(?<![A-Za-z0-9_`]`)[^`\n]++`|`(?<!``)`[^`\n]++``"),
    re.compile(
        rb"\+(?<![A-Za-z0-9_+]\+)\+{0,2}+[^+\n\s](?>(?:[^+\n]++|\+(?=[A-Za-z0-9]))*)\+{1,3}+(?![A-Za-z0-9+])"
    ),
    re.compile(rb"\{[A-Za-z0-9_][A-Za-z0-9_-]*+(?::[^{}\n]*+)?\}"),
    re.compile(rb"\[\[[^\[\]\n]*+\]\]|\[#[^\[\]\n]*+\]"),
    re.compile(rb"<<[^<>,\n]*+(?:,|>>)"),
    re.compile(rb">>"),
)
"""Each begins with a sign of its own, so that looking for it costs little."""
_MACRO = re.compile(rb"::?+([^\[\]\s:]{0,2000}+)\[([^\[\]\n]*+)\]?+")
_MACRO_NAME = re.compile(rb"[A-Za-z]+\Z")
_LONGEST_NAME = 12
_TARGETED = frozenset(b"link xref image video audio include anchor mailto footnoteref man pass".split())
"""Macros whose text in brackets is for readers; it is not in the next ones."""
_WHOLE = frozenset(b"linkgit stem latexmath asciimath kbd btn icon".split())


@dataclass(slots=True)
class _Page:
    hidden: list[Pair] = field(default_factory=list)
    delimiter: bytes = b""
    blank: bool = True
    literal: bool = False
    titled: int = -1
    """How long the line before is, if it may be a title whose next line underlines it."""
    after_term: bool = False
    """Whether the last line with words was a list's term or item, whose text may follow indented."""


def mask(data: bytes) -> tuple[Span, ...]:
    """What in an AsciiDoc page is not written for readers."""
    page = _Page()
    for line in _LINE.finditer(data):
        _read(page, line)
    page.hidden += _inline(data)
    page.hidden += addresses(data)
    return apart(page.hidden)


def _read(page: _Page, line: re.Match[bytes]) -> None:
    text = line[1].rstrip()
    if page.delimiter:
        page.hidden.append(line.span(1))
        page.delimiter = b"" if text == page.delimiter else page.delimiter
        return
    if not text:
        page.blank, page.literal = True, False
        return
    started, page.blank = page.blank, False
    titled, page.titled = page.titled, len(text) if started and not text.startswith(b".") else -1
    if titled >= 0 and abs(titled - len(text)) <= _UNDER and _UNDERLINE.match(text):
        return
    page.literal = page.literal or (
        started and text[:1] in b" \t" and not page.after_term and not _TERM.search(text)
    )
    if page.literal:
        page.hidden.append(line.span(1))
    elif _DELIMITER.match(text):
        page.delimiter = text[:3] if text.startswith(b"```") else text
        page.hidden.append(line.span(1))
    elif _ATTRIBUTES.match(text) or _DIRECTIVE.match(text):
        page.hidden.append(line.span(1))
        page.blank, page.titled = started, -1
    else:
        page.after_term = bool(_TERM.search(text)) or (page.after_term and text[:1] in b" \t")


def _inline(data: bytes) -> Iterator[Pair]:
    for pattern in _HIDDEN:
        yield from (found.span() for found in pattern.finditer(data))
    for found in _MACRO.finditer(data):
        place = found.start()
        name = _MACRO_NAME.search(data, max(0, place - _LONGEST_NAME), place)
        if name and name[0] in _WHOLE:
            yield name.start(), found.end()
        elif name and name[0] in _TARGETED:
            yield name.start(), found.end(1)
