r"""Timed cues of WebVTT and SubRip: id, start, end, payload; what is no cue is named by line, never guessed.

The text is read piece by piece. Where all cues of a piece have the common shape (id, timing of 29 characters,
one line of text, blank line) they are cut out by stride and their times computed at once. Any other piece is
read line by line, like the W3C's WebVTT parser but lenient. Both ways give the same cues.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from operator import le
from struct import unpack

from alongside.core.language import gettext as _
from alongside.listen.transcript import Problem

_PIECE = 1 << 16  # characters read at once: one odd cue makes its piece slow, not the file
_ASIDES = ("NOTE", "STYLE", "REGION")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_STAMP = r"(?:([0-9]{1,2}):)?([0-5]?[0-9]):([0-5]?[0-9])[.,]([0-9]{1,3})"
_TIMING = rf"\s*{_STAMP}\s*-->\s*{_STAMP}(?:\s.*)?"  # costly to compile, and few files need it
_SHAPE = b"00:00:00.000 --> 00:00:00.000"
_WIDTH = len(_SHAPE)
_TO_END = _WIDTH - len(b"00:00:00.000")  # from a sign of the start to its like of the end
_DIGITS = tuple(place for place, sign in enumerate(_SHAPE[:_TO_END]) if sign == ord("0"))
_TENS = (_DIGITS.index(3), _DIGITS.index(6))  # tens of minutes and of seconds: 5 at most
_WEIGHTS_MS = (36_000_000, 3_600_000, 600_000, 60_000, 10_000, 1_000, 100, 10, 1)
_AS_SHAPE = bytes.maketrans(b"123456789,", b"000000000.")
_AS_NUMBER = bytes.maketrans(b"0123456789", bytes(range(10)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Cues in the file's order: ids ("" where none), times in seconds, payloads cut in two.

    heads: what stands before the first `cut` of a payload, or None; equal heads are one object.
    rests: what follows it, or the whole payload, with its line breaks. Cutting while the file is read keeps
    whole payloads out of memory, and fresh memory is what costs most time here.
    """

    cut: str
    ids: Sequence[str]
    start: Sequence[float]
    end: Sequence[float]
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
    start: list[float] = field(default_factory=list)
    end: list[float] = field(default_factory=list)
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
    line, counted, begin = 1, 0, 0
    for piece in _pieces(text):
        if plainly or not _by_stride(piece, found):
            line, counted = line + text.count("\n", counted, begin), begin
            _line_by_line(piece, line, found)
        begin += len(piece)
    return Cues(
        cut=cut,
        ids=found.ids,
        start=found.start,
        end=found.end,
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
    ids = lines[::stride] if stride == 4 else [""] * len(timings)  # noqa: PLR2004
    if piece.count("-->") != len(timings) or any(word in "\n".join(ids) for word in _ASIDES):
        return False
    times = _seconds("".join(timings), len(timings))
    if times is None:
        return False
    found.ids += ids
    found.start += times[0]
    found.end += times[1]
    found.take(payloads)
    return True


def _seconds(timings: str, count: int) -> tuple[list[float], list[float]] | None:
    """Starts and ends of `count` timings, or None where one of them is no timing or runs backwards."""
    if not timings.isascii():
        return None
    signs = timings.encode("ascii")
    if signs.translate(_AS_SHAPE) != _SHAPE * count:
        return None
    # Each place in all starts, then in all ends.
    places = [signs[place::_WIDTH] + signs[place + _TO_END :: _WIDTH] for place in _DIGITS]
    if any(places[at].translate(None, b"012345") for at in _TENS):
        return None
    times = _sums(places)
    start, end = times[:count], times[count:]
    return (start, end) if all(map(le, start, end)) else None


def _sums(places: Sequence[bytes]) -> list[float]:
    """Seconds of all stamps at once: four bytes of one long integer hold the milliseconds of a stamp."""
    count = len(places[0])
    total = 0
    for signs, weight in zip(places, _WEIGHTS_MS, strict=True):
        digits = bytearray(4 * count)
        digits[::4] = signs.translate(_AS_NUMBER)
        total += weight * int.from_bytes(digits, "little")
    return [ms / 1000 for ms in unpack(f"<{count}I", total.to_bytes(4 * count, "little"))]


def _line_by_line(piece: str, first_line: int, found: _Found) -> None:
    """Collect the cues of a piece, block by block; several of a block where the blank line is missing."""
    line = first_line
    for block in piece.split("\n\n"):
        lines = block.split("\n")
        if not _ASIDE.match(block.lstrip("\n")):
            _collect(lines, line, found)
        line += len(lines) + 1


def _collect(lines: Sequence[str], first_line: int, found: _Found) -> None:
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
        found.start.append(span[0])
        found.end.append(span[1])


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
    match = re.fullmatch(_TIMING, line)
    if not match:
        return None
    first, last = match.groups(default="0")[:4], match.groups(default="0")[4:]
    return _stamp(*first), _stamp(*last)


def _stamp(hours: str, minutes: str, seconds: str, fraction: str) -> float:
    whole = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    return (whole * 1000 + int(fraction.ljust(3, "0"))) / 1000


def _is_id(line: str) -> bool:
    return line.strip().isdigit() or ("/" in line and " " not in line and line[-1:].isdigit())
