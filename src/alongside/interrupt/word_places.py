"""Lines and columns of stretches of a text that is already characters."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """From `start` up to but without `end`, in characters; `line` and `column` count from 1."""

    start: int
    end: int
    line: int
    column: int


def places(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Place, ...]:
    """Where each span stands."""
    begins = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    return tuple(_place(begins, start, end) for start, end in spans)


def _place(begins: Sequence[int], start: int, end: int) -> Place:
    line = bisect_right(begins, start)
    return Place(start=start, end=end, line=line, column=start - begins[line - 1] + 1)
