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
_TEMPLATE = re.compile(rb"\{\{[^\n]{0,500}?\}\}|\{%[^\n]{0,500}?%\}|\{\#[^\n]{0,500}?\#\}")
_RAW_END = {name: re.compile(rb"</" + name + rb"(?=[\s/>])", re.IGNORECASE) for name in RAW}


def mask(data: bytes) -> tuple[Span, ...]:
    """What in a page is not written for readers."""
    return apart(markup(data))


def markup(data: bytes) -> Iterator[Pair]:
    """The same as pairs, in no order."""
    yield from addresses(data)
    depth, since, at = 0, 0, 0
    while sign := _SIGN.search(data, at):
        place = sign.start()
        found = _markup_at(data, place)
        if found is None:
            at = place + 1
            continue
        at = found.end()
        name = (found[1] or b"").lower() if found.re is TAG else b""
        if name in RAW and data[place + 1] != ord(b"/"):
            at = _raw_end(data, name, at)
            yield place, at
        elif name in CODE and not found[0].endswith(b"/>"):
            closes = data[place + 1] == ord(b"/")
            since = since if depth else place
            depth = max(0, depth - 1) if closes else depth + 1
            if depth == 0:
                yield since, at
        elif found.re is TAG:
            yield from unspoken(found[0], place)
        else:
            yield place, at
    if depth:
        yield since, len(data)


def _markup_at(data: bytes, place: int) -> re.Match[bytes] | None:
    if data[place] == ord(b"{"):
        return _TEMPLATE.match(data, place)
    return TAG.match(data, place) or COMMENT.match(data, place) or OTHER.match(data, place)


def _raw_end(data: bytes, name: bytes, at: int) -> int:
    close = _RAW_END[name].search(data, at)
    return close.start() if close else len(data)
