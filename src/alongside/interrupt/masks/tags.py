"""Tags of HTML and XML: where one ends, its name, and which of its attributes are read by people."""

import re
from collections.abc import Iterator

from alongside.interrupt.masks.spans import Pair

TAG = re.compile(rb"</?+([A-Za-z][^\s/>]*+)(?>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')|=)*)(?:>|\Z)")
"""A whole tag; a `>` within a quoted value does not end it. One that is never closed runs to the end."""
WELL_FORMED = re.compile(
    rb"<([A-Za-z][A-Za-z0-9.-]*+)(?>(?:\s++[A-Za-z_:][A-Za-z0-9_.:-]*+"
    rb"(?>(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|\{(?>(?:[^{}]++|\{[^{}]*+\})*)\}|[^\s\"'=<>`{]++))?))*)\s*+/?>"
    rb"|</([A-Za-z][A-Za-z0-9.-]*+)\s*+>"
)
"""A tag by the narrow rules of Markdown, where `<` often stands for itself; MDX writes values in braces."""
COMMENT = re.compile(rb"<!---?+>|<!--.*?(?:--!?>|\Z)", re.DOTALL)
OTHER = re.compile(
    rb"<!\[CDATA\[|<\?.*?(?:\?>|\Z)|<!(?>(?:[^>\[]++|\[[^\]]*+\]?+)*)(?:>|\Z)|</[^A-Za-z>][^>]*+>", re.DOTALL
)
"""Declarations, instructions to programs, and the mark before raw text (whose words are for readers)."""
RAW = frozenset({b"script", b"style"})
"""What they hold is no markup, and runs to their closing tag whatever stands there."""
CODE = frozenset({b"pre", b"code", b"kbd", b"samp", b"var", b"tt", b"listing", b"programlisting", b"literal"})
"""Elements of code and of what machines print or people type; the last three are DocBook's."""

_SPOKEN = re.compile(
    rb"[\s\"'](?:alt|title|aria-label|aria-description|placeholder|summary)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    rb"\s(?:name|property)\s*+=\s*+[\"']?(?:og:|twitter:)?(?:description|title)\b", re.IGNORECASE
)
_CONTENT = re.compile(rb"\scontent\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)')", re.IGNORECASE)


def unspoken(tag: bytes, start: int) -> Iterator[Pair]:
    """The parts of a tag that nobody reads or hears: all but the values of `alt`, `title` and their like."""
    at = start
    for first, last in _spoken(tag):
        yield at, start + first
        at = start + last
    yield at, start + len(tag)


def _spoken(tag: bytes) -> Iterator[Pair]:
    if b"=" not in tag:
        return
    describes = tag[1:5].lower() == b"meta" and _DESCRIBED.search(tag)
    for found in (_CONTENT if describes else _SPOKEN).finditer(tag):
        yield found.span(found.lastindex or 0)
