"""What in a plain text is not written for readers: addresses, and the signposts of an Info manual.

Info manuals are plain text that a program made: each page begins with a line of the pages beside it, lists of
pages stand in menus, and a table of all pages ends the file. Their names are told where they are written.
"""

import re
from collections.abc import Iterator
from typing import Final

from alongside.interrupt.hits import Span
from alongside.interrupt.masks.addresses import addresses
from alongside.interrupt.masks.spans import Pair, apart

_SIGNPOSTS: Final = re.compile(
    rb"^(?:File: [^\n]*Node: [^\n]*|\* [^\n:]+::|\* Menu:|(?:Node|Ref): [^\n]*\x7f\d+)", re.MULTILINE
)


def mask(data: bytes) -> tuple[Span, ...]:
    """Where addresses are, and in an Info manual its signposts."""
    return apart(_pairs(data))


def _pairs(data: bytes) -> Iterator[Pair]:
    yield from addresses(data)
    if b"\n\x1f\n" in data:  # what stands before each page, as the format has it
        yield from (found.span() for found in _SIGNPOSTS.finditer(data))
