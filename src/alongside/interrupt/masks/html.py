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

_TEMPLATE = rb"\{\{[^{}\n]*+\}\}|\{%[^{}%\n]*+%\}|\{\#[^{}#\n]*+\#\}"
_MARKUP = re.compile(b"|".join((TAG.pattern, COMMENT.pattern, OTHER.pattern, _TEMPLATE)), re.DOTALL)
"""The first group is the name of a tag."""
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
    while found := _MARKUP.search(data, at):
        place, at = found.span()
        name = (found[1] or b"").lower()
        if name in _EDGES and data[place + 1] != ord(b"/") and data[at - 2] != ord(b"/"):
            at = _behind(data, name, at)
        elif b"=" in found[0] and name:
            yield from unspoken(found[0], place)
            continue
        yield place, at


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
