"""Commit messages: the words, without lines that git drops and all below the scissors.

Hidden are also who signed or reviewed (“Signed-off-by:” and its like), code between backticks, and addresses.
"""

import re
from collections.abc import Iterator

from alongside.interrupt.hits import Span
from alongside.interrupt.masks.addresses import addresses
from alongside.interrupt.masks.spans import Pair, apart

_SCISSORS = re.compile(rb"^[#;] -{8,}+ ?>8 ?-{8,}+[ \t]*\r?$", re.MULTILINE)
_DIFF = re.compile(rb"^diff --git ", re.MULTILINE)
_DROPPED = re.compile(rb"^#[^\n]*+", re.MULTILINE)
_TRAILER = re.compile(
    rb"^(?:[A-Z][A-Za-z-]{2,40}-by|Cc|Change-Id|Fixes|Closes|Refs|See-also|Link):[^\n]*+", re.MULTILINE
)
_CODE = re.compile(rb"^```.*?(?:^```|\Z)|`[^`\n]++`", re.MULTILINE | re.DOTALL)


def mask(data: bytes) -> tuple[Span, ...]:
    """What in a commit message is not written for readers."""
    return apart(_hidden(data))


def _hidden(data: bytes) -> Iterator[Pair]:
    ends = [found.start() for found in (_SCISSORS.search(data), _DIFF.search(data)) if found]
    yield min(ends, default=len(data)), len(data)
    for pattern in (_DROPPED, _TRAILER, _CODE):
        yield from (found.span() for found in pattern.finditer(data))
    yield from addresses(data)
