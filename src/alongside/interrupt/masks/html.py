"""HTML and XML: words between tags are for readers, and so are `alt`, `title`, `aria-label` and their like.

Hidden are tags, comments, templates, addresses, and whole elements of code. As in the HTML standard, an
element that is never closed runs to the end, and scripts and styles end at their own closing tag only.
"""

import re
from collections.abc import Iterator

from alongside.interrupt.hits import Span
from alongside.interrupt.masks.addresses import addresses
from alongside.interrupt.masks.spans import Pair, apart
from alongside.interrupt.masks.tags import CODE, COMMENT, OTHER, RAW, TAG, unspoken

_SIGN = re.compile(rb"<|\{\{|\{%|\{\#")
_TEMPLATE = re.compile(rb"\{\{[^{}\n]*+\}\}|\{%[^{}%\n]*+%\}|\{\#[^{}#\n]*+\#\}")
_EDGES = {
    name: re.compile(rb"</?" + name + rb"(?=[\s/>])[^>]*+>?", re.IGNORECASE) for name in sorted(CODE | RAW)
}
"""The tags of each element of code: whatever else is within one is hidden with it."""


def mask(data: bytes) -> tuple[Span, ...]:
    """What in a page is not written for readers."""
    return apart(markup(data))


def markup(data: bytes) -> Iterator[Pair]:
    """The same as pairs, in no order."""
    yield from addresses(data)
    at = 0
    while sign := _SIGN.search(data, at):
        place = sign.start()
        found = _markup_at(data, place)
        if found is None:
            at = place + 1
            continue
        at = found.end()
        name = found[1].lower() if found.re is TAG else b""
        if name in _EDGES and data[place + 1] != ord(b"/") and data[at - 2] != ord(b"/"):
            at = _behind(data, name, at)
        elif b"=" in found[0] and name:
            yield from unspoken(found[0], place)
            continue
        yield place, at


def _markup_at(data: bytes, place: int) -> re.Match[bytes] | None:
    if data[place] == ord(b"{"):
        return _TEMPLATE.match(data, place)
    return TAG.match(data, place) or COMMENT.match(data, place) or OTHER.match(data, place)


def _behind(data: bytes, name: bytes, at: int) -> int:
    """Behind an element that may hold others of its name; scripts and styles hold none."""
    depth = 1
    for edge in _EDGES[name].finditer(data, at):
        if edge[0].startswith(b"</"):
            depth -= 1
        elif name not in RAW and not edge[0].endswith(b"/>"):
            depth += 1
        if depth == 0:
            return edge.end()
    return len(data)
