r"""Timed cues of WebVTT and SubRip: id, start, end, payload; what is no cue is named by line, never guessed.

The text is read piece by piece. Where all cues of a piece have the common shape (id, timing of 29 characters,
one line of text, blank line) they are cut out by stride and their times computed at once. Any other piece is
read line by line, like the W3C's WebVTT parser but lenient. Both ways give the same cues.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray

from alongside.core.language import gettext as _
from alongside.listen.transcript import Problem

_PIECE = 1 << 16  # characters read at once: one odd cue makes its piece slow, not the file
_ASIDES = ("NOTE", "STYLE", "REGION")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_STAMP = r"(?:([0-9]{1,2}):)?([0-5]?[0-9]):([0-5]?[0-9])[.,]([0-9]{1,3})"
_TIMING = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}(?:\s.*)?")
_SHAPE = b"00:00:00.000 --> 00:00:00.000"
_WIDTH = len(_SHAPE)
_SIGNS = np.frombuffer(_SHAPE, np.uint8)
_DIGITS = np.array([place for place, sign in enumerate(_SHAPE) if sign == ord("0")])
_POINTS = np.array([place for place, sign in enumerate(_SHAPE) if sign == ord(".")])
_FIXED = np.array([place for place, sign in enumerate(_SHAPE) if sign not in b"0."])
_TENS = np.array([3, 6, 20, 23])  # tens of minutes and of seconds: 5 at most
_MILLISECONDS = np.array([36_000_000, 3_600_000, 600_000, 60_000, 10_000, 1_000, 100, 10, 1], np.float64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Cues in the file's order: ids ("" where none), times in seconds, payloads cut in two.

    heads: what stands before the first `cut` of a payload, or None; equal heads are one object.
    rests: what follows it, or the whole payload, with its line breaks. Cutting while the file is read keeps
    whole payloads out of memory, and fresh memory is what costs most time here.
    """

    cut: str
    ids: Sequence[str]
    start: NDArray[np.float64]
    end: NDArray[np.float64]
    heads: Sequence[str | None]
    rests: Sequence[str]
    problems: tuple[Problem, ...] = ()

    def payload(self, row: int) -> str:
        """A cue's payload as it stands in the file."""
        head = self.heads[row]
        return self.rests[row] if head is None else f"{head}{self.cut}{self.rests[row]}"

    @property
    def payloads(self) -> list[str]:
        """All payloads."""
        return [self.payload(row) for row in range(len(self.rests))]


@dataclass(slots=True)
class _Found:
    """Cues being collected from the pieces."""

    cut: str
    ids: list[str] = field(default_factory=list)
    times: list[NDArray[np.float64]] = field(default_factory=list)
    heads: list[str | None] = field(default_factory=list)
    rests: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)

    def take(self, payloads: Sequence[str]) -> None:
        """Cut payloads in two and keep the halves."""
        parts = [payload.partition(self.cut) for payload in payloads]
        one = self.known.setdefault
        self.heads += [one(head, head) if sign else None for head, sign, _rest in parts]
        self.rests += [rest if sign else head for head, sign, rest in parts]


def find(text: str, *, cut: str = ": ", plainly: bool = False) -> Cues:
    r"""All cues of `text`, whose line ends are `\n`. `plainly` reads every piece line by line."""
    found = _Found(cut=cut)
    line = 1
    for piece in _pieces(text):
        if plainly or not _by_stride(piece, found):
            _line_by_line(piece, line, found)
        line += piece.count("\n")
    times = np.concatenate(found.times) if found.times else np.zeros((0, 2))
    return Cues(
        cut=cut,
        ids=found.ids,
        start=times[:, 0].copy(),
        end=times[:, 1].copy(),
        heads=found.heads,
        rests=found.rests,
        problems=tuple(found.problems),
    )


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that end with a blank line. The first is the header, as it has no cue's shape."""
    begin, size = 0, 1
    while begin < len(text):
        end = text.find("\n\n", begin + size)
        while end != -1 and text.startswith("\n", end + 2):
            end += 1
        end = len(text) if end == -1 else end + 2
        yield text[begin:end]
        begin, size = end, _PIECE


def _by_stride(piece: str, found: _Found) -> bool:
    """Collect the cues of a piece in which all have the common shape; False where one has not."""
    lines = piece.rstrip("\n").split("\n")
    stride = 3 if "-->" in lines[0] else 4
    timings, payloads = lines[stride - 3 :: stride], lines[stride - 2 :: stride]
    if (len(lines) + 1) % stride or any(lines[stride - 1 :: stride]) or not all(payloads):
        return False
    if piece.count("-->") != len(timings) or any(word in piece for word in _ASIDES):
        return False
    joined = "".join(timings)
    if not joined.isascii() or len(joined) != _WIDTH * len(timings):
        return False
    times = _seconds(np.frombuffer(joined.encode("ascii"), np.uint8).reshape(-1, _WIDTH))
    if times is None:
        return False
    found.ids += lines[::stride] if stride == 4 else [""] * len(timings)  # noqa: PLR2004
    found.times.append(times)
    found.take(payloads)
    return True


def _seconds(signs: NDArray[np.uint8]) -> NDArray[np.float64] | None:
    """Start and end of each timing, or None where one of them is no timing or runs backwards."""
    digits = signs[:, _DIGITS] - ord("0")  # below "0" wraps round to above 9
    points = signs[:, _POINTS]
    if (
        (digits > 9).any()  # noqa: PLR2004
        or (signs[:, _FIXED] != _SIGNS[_FIXED]).any()
        or (signs[:, _TENS] > ord("5")).any()
        or not ((points == ord(".")) | (points == ord(","))).all()
    ):
        return None
    times: NDArray[np.float64] = (digits.reshape(-1, 2, 9) @ _MILLISECONDS) / 1000
    return None if (times[:, 1] < times[:, 0]).any() else times


def _line_by_line(piece: str, first_line: int, found: _Found) -> None:
    """Collect the cues of a piece, block by block; several of a block where the blank line is missing."""
    times: list[tuple[float, float]] = []
    line = first_line
    for block in piece.split("\n\n"):
        lines = block.split("\n")
        if not _ASIDE.match(block.lstrip("\n")):
            _collect(lines, line, times, found)
        line += len(lines) + 1
    found.times.append(np.array(times, np.float64).reshape(-1, 2))


def _collect(lines: Sequence[str], first_line: int, times: list[tuple[float, float]], found: _Found) -> None:
    places = list(_timing_lines(lines))
    for place, following in zip_longest(places, places[1:]):
        payload = list(lines[place + 1 : following])
        if following is not None and payload and _is_id(payload[-1]):
            payload.pop()
        span = _span(lines[place])
        why = _trouble(span, payload)
        if span is None or why:
            backwards = span is not None and span[1] < span[0]
            found.problems.append(Problem(line=first_line + place, why=why, negative=backwards))
            continue
        found.ids.append(lines[place - 1] if place else "")
        found.take(["\n".join(payload).strip("\n")])
        times.append(span)


def _trouble(span: tuple[float, float] | None, payload: Sequence[str]) -> str:
    if span is None:
        return _("the times cannot be read")
    if span[1] < span[0]:
        return _("the end is before the start")
    return "" if any(payload) else _("this piece holds no words")


def _timing_lines(lines: Sequence[str]) -> Iterator[int]:
    """Lines with an arrow; after the first of a block only those that begin with a digit."""
    seen = False
    for place, line in enumerate(lines):
        if "-->" in line and (not seen or line[:1].isdigit()):
            seen = True
            yield place


def _span(line: str) -> tuple[float, float] | None:
    match = _TIMING.fullmatch(line)
    if not match:
        return None
    first, last = match.groups(default="0")[:4], match.groups(default="0")[4:]
    return _stamp(*first), _stamp(*last)


def _stamp(hours: str, minutes: str, seconds: str, fraction: str) -> float:
    whole = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    return (whole * 1000 + int(fraction.ljust(3, "0"))) / 1000


def _is_id(line: str) -> bool:
    return line.strip().isdigit() or ("/" in line and " " not in line and line[-1:].isdigit())
