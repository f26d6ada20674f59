"""A text with what was found in it marked: all of a short one; of a long one what stands around each find."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from alongside.web.parts import NumberedStretch

SHORT: Final = 8_000
"""A document up to so many bytes is shown whole (taste: some four printed pages)."""
AROUND: Final = 160
"""Bytes of a longer one that are shown on each side of a find."""
MOST_MARKS: Final = 200
"""Marks on one page (our choice: more is a text to mend in several goes)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A stretch of bytes of a passage to mark; `number` ties it to its entry in the list."""

    passage: int
    start: int
    end: int
    line: int
    number: int
    kind: str = "seen"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of the document shown in one piece; `place` and `line` say where, unless it is all."""

    stretches: tuple[NumberedStretch, ...]
    place: str = ""
    line: int = 0


def blocks(texts: Sequence[bytes], places: Sequence[str], spots: Sequence[Spot]) -> tuple[Block, ...]:
    """The document as a page shows it."""
    whole = len(texts) == 1 and len(texts[0]) <= SHORT
    shown = spots[:MOST_MARKS]
    return tuple(
        block
        for number, (data, place) in enumerate(zip(texts, places, strict=True))
        for block in _of_passage(data, place, [spot for spot in shown if spot.passage == number], whole=whole)
    )


def _of_passage(data: bytes, place: str, spots: Sequence[Spot], *, whole: bool) -> Iterator[Block]:
    if whole:
        yield Block(place=place, stretches=tuple(_stretches(data, 0, len(data), spots)))
        return
    for group in _groups(spots):
        start, end = _around(data, group)
        yield Block(place=place, line=group[0].line, stretches=tuple(_stretches(data, start, end, group)))


def _groups(spots: Sequence[Spot]) -> Iterator[list[Spot]]:
    """Spots whose surroundings touch are shown in one block."""
    group: list[Spot] = []
    for spot in spots:
        if group and spot.start - group[-1].end > 2 * AROUND:
            yield group
            group = []
        group.append(spot)
    if group:
        yield group


def _around(data: bytes, group: Sequence[Spot]) -> tuple[int, int]:
    """From before the first spot to behind the last, cut between words."""
    start, end = max(0, group[0].start - AROUND), min(len(data), group[-1].end + AROUND)
    if start:
        gap = data.find(b" ", start, group[0].start)
        start = gap + 1 if gap >= 0 else _boundary(data, start)
    if end < len(data):
        gap = data.rfind(b" ", group[-1].end, end)
        end = gap if gap >= 0 else _boundary(data, end)
    return start, end


def _boundary(data: bytes, at: int) -> int:
    """The beginning of the character that a byte belongs to."""
    while 0 < at < len(data) and data[at] & 0xC0 == 0x80:  # noqa: PLR2004  # a continuation byte of UTF-8
        at -= 1
    return at


def _stretches(data: bytes, start: int, end: int, spots: Sequence[Spot]) -> Iterator[NumberedStretch]:
    edges = [start, *(edge for spot in _apart(spots) for edge in (spot.start, spot.end)), end]
    marked = iter(_apart(spots))
    for number, (first, last) in enumerate(pairwise(edges)):
        text = data[first:last].decode("utf-8", "replace")
        spot = next(marked) if number % 2 else None
        if spot:
            name = f"at-{spot.number}-{spot.passage}-{spot.start}"
            yield NumberedStretch(text=text, number=spot.number, id=name, kind=spot.kind, note=spot.note)
        elif text:
            yield NumberedStretch(text=text)


def _apart(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Spots that do not overlap; of two that do, the first is marked."""
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda each: (each.start, -each.end)):
        if not kept or spot.start >= kept[-1].end:
            kept.append(spot)
    return tuple(kept)
