"""Timed cues of WebVTT and SubRip: id, start, end, payload; whatever is no cue is named by line, never guessed.

Most cues of a file have one shape ("id", timing of 29 characters, text). Those are cut out with plain string
operations and their times are computed for the whole file at once. Every other block is read line by line,
like the W3C's WebVTT parser but lenient, and brought to the same shape, so both ways meet in one place.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from alongside.core.language import gettext as _
from alongside.listen.transcript import Problem

_ASIDES = ("NOTE", "STYLE", "REGION")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_STAMP = r"(?:([0-9]{1,2}):)?([0-5]?[0-9]):([0-5]?[0-9])[.,]([0-9]{1,3})"
_TIMING = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}(?:\s.*)?")
_SHAPE = "00:00:00.000 --> 00:00:00.000"
_ZERO = np.frombuffer(_SHAPE.encode(), np.uint8)
_DIGITS = np.flatnonzero(_ZERO == ord("0"))
_POINTS = np.flatnonzero(_ZERO == ord("."))
_SIGNS = np.flatnonzero((_ZERO != ord("0")) & (_ZERO != ord(".")))
_TENS = (3, 6, 20, 23)  # tens of minutes and of seconds: 5 at most
_MILLISECONDS = np.array([36_000_000, 3_600_000, 600_000, 60_000, 10_000, 1_000, 100, 10, 1], np.float64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Cues in the order of the file: ids ("" where none), times in seconds, payloads with their line breaks."""

    ids: Sequence[str]
    start: NDArray[np.float64]
    end: NDArray[np.float64]
    payloads: Sequence[str]
    problems: tuple[Problem, ...]


class _Row(NamedTuple):
    """A cue with its place: the number of its block, and the line in the block that holds the timing."""

    block: int
    line: int
    id: str
    timing: str
    payload: str


class _Odd(NamedTuple):
    """A cue that cannot be read."""

    block: int
    line: int
    why: str
    negative: bool = False


def find(text: str, *, plainly: bool = False) -> Cues:
    """All cues of `text`, whose line ends are `\\n`. `plainly` reads every block line by line."""
    blocks = text.strip("\n").split("\n\n")
    before = len(text) - len(text.lstrip("\n"))
    rows, rest = ([], list(range(len(blocks)))) if plainly else _regular(blocks, text)
    start, end, valid = _seconds([row.timing for row in rows])
    odd: list[_Odd] = []
    if rest or not valid.all():
        rest += [row.block for row, fine in zip(rows, valid.tolist(), strict=True) if not fine]
        rows = [row for row, fine in zip(rows, valid.tolist(), strict=True) if fine]
        found = [cue for index in rest for cue in _line_by_line(index, blocks[index])]
        odd = [cue for cue in found if isinstance(cue, _Odd)]
        rows = sorted([*rows, *(cue for cue in found if isinstance(cue, _Row))], key=lambda row: row[:2])
        start, end, valid = _seconds([row.timing for row in rows])
    backwards = end < start
    if backwards.any():
        odd += [
            _Odd(row.block, row.line, _("the end is before the start"), negative=True)
            for row, wrong in zip(rows, backwards.tolist(), strict=True)
            if wrong
        ]
        rows = [row for row, wrong in zip(rows, backwards.tolist(), strict=True) if not wrong]
    return Cues(
        ids=[row.id for row in rows],
        start=start[~backwards],
        end=end[~backwards],
        payloads=[row.payload for row in rows],
        problems=_placed(odd, blocks, before=before),
    )


def _regular(blocks: Sequence[str], text: str) -> tuple[list[_Row], list[int]]:
    """The blocks that have the one common shape as rows, and the numbers of all others."""
    rows: list[_Row] = []
    rest: list[int] = []
    width, has_asides = len(_SHAPE), any(word in text for word in _ASIDES)
    arrows_inside = text.count("-->") > len(blocks) - 1
    for index, block in enumerate(blocks):
        parts = block.split("\n", 2)
        if len(parts) == 3 and len(parts[1]) == width and parts[2] and "-->" not in parts[0]:  # noqa: PLR2004
            rows.append(_Row(index, 1, *parts))
        else:
            rest.append(index)
    if has_asides or arrows_inside:
        kept = [r for r in rows if not _ASIDE.match(r.id) and "-->" not in r.payload]
        rest += {row.block for row in rows} - {row.block for row in kept}
        rows = kept
    return rows, rest


def _seconds(timings: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    """Start and end of each timing of the common shape, and whether it is one."""
    shape = (len(timings), len(_SHAPE))
    signs = np.frombuffer("".join(timings).encode("ascii", errors="replace"), np.uint8).reshape(shape)
    digits = signs[:, _DIGITS] - ord("0")  # below "0" wraps round to above 9
    valid = (digits <= 9).all(axis=1) & (signs[:, _SIGNS] == _ZERO[_SIGNS]).all(axis=1)  # noqa: PLR2004
    valid &= ((signs[:, _POINTS] == ord(".")) | (signs[:, _POINTS] == ord(","))).all(axis=1)
    valid &= (signs[:, _TENS] <= ord("5")).all(axis=1)
    milliseconds = digits.reshape(-1, 2, 9) @ _MILLISECONDS
    return milliseconds[:, 0] / 1000, milliseconds[:, 1] / 1000, valid


def _line_by_line(index: int, block: str) -> Iterator[_Row | _Odd]:
    """The cues of one block; more than one where the blank line between them is missing."""
    if _ASIDE.match(block.lstrip("\n")):
        return
    lines = block.split("\n")
    places = list(_timing_lines(lines))
    for place, following in zip_longest(places, places[1:]):
        timing = _in_shape(lines[place])
        payload = lines[place + 1 : following]
        if following is not None and payload and _is_id(payload[-1]):
            payload.pop()
        if timing is None:
            yield _Odd(index, place, _("the times cannot be read"))
        elif not any(payload):
            yield _Odd(index, place, _("the cue holds no words"))
        else:
            yield _Row(
                index, place, lines[place - 1] if place else "", timing, "\n".join(payload).strip("\n")
            )


def _timing_lines(lines: Iterable[str]) -> Iterator[int]:
    """Lines with an arrow; after the first one of a block only those that begin with a digit, as talk has arrows."""
    seen = False
    for place, line in enumerate(lines):
        if "-->" in line and (not seen or line[:1].isdigit()):
            seen = True
            yield place


def _in_shape(line: str) -> str | None:
    match = _TIMING.fullmatch(line)
    if not match:
        return None
    hours, minutes, seconds, fraction, *end = match.groups(default="0")
    first = f"{hours:0>2}:{minutes:0>2}:{seconds:0>2}.{fraction:0<3}"
    return f"{first} --> {end[0]:0>2}:{end[1]:0>2}:{end[2]:0>2}.{end[3]:0<3}"


def _is_id(line: str) -> bool:
    return line.strip().isdigit() or ("/" in line and " " not in line and line[-1:].isdigit())


def _placed(odd: Iterable[_Odd], blocks: Sequence[str], *, before: int) -> tuple[Problem, ...]:
    """The cues left out, by line of the file."""
    odd = sorted(odd)
    if not odd:
        return ()
    first_lines = [before + 1]
    for block in blocks[: odd[-1].block]:
        first_lines.append(first_lines[-1] + block.count("\n") + 2)
    return tuple(
        Problem(line=first_lines[cue.block] + cue.line, why=cue.why, negative=cue.negative) for cue in odd
    )
