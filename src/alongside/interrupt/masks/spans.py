"""Stretches of bytes: put in order, joined where they touch, and turned inside out."""

import re
from collections.abc import Iterable, Iterator

from alongside.interrupt.hits import Span

Pair = tuple[int, int]
"""Where a stretch starts and where it ends, while it is still being gathered."""

PARAGRAPH = re.compile(rb"^(?>(?:[ \t\r\f\v]*+[^\s][^\n]*+(?:\n|\Z))+)", re.MULTILINE)
"""Lines that hold something, up to a blank one."""


def apart(pairs: Iterable[Pair]) -> tuple[Span, ...]:
    """The stretches in order; those that touch or overlap become one, empty ones go."""
    return tuple(map(Span._make, in_order(pairs)))


def in_order(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The same as pairs."""
    held_start = held_end = -1
    for start, end in sorted(pairs):
        if end <= start:
            continue
        if start > held_end:
            if held_end > held_start:
                yield held_start, held_end
            held_start, held_end = start, end
        elif end > held_end:
            held_end = end
    if held_end > held_start:
        yield held_start, held_end


def between(shown: Iterable[Pair], data: bytes, start: int, end: int) -> Iterator[Pair]:
    """What lies between the stretches shown, from `start` to `end`, without the white space at its edges.

    White space stays open, so that words may run on over the lines of a comment. `shown` is in order.
    """
    at = start
    for first, last in (*shown, (end, end)):
        if first > at:
            gap = data[at:first]
            body = gap.strip()
            if body:
                lead = len(gap) - len(gap.lstrip())
                yield at + lead, at + lead + len(body)
        at = max(at, last)
