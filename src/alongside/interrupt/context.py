"""What stands around words: the sentence, the words before and after, with what is no prose taken out.

Offsets stay true: every text here has as many bytes as the stretch it was made of.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from alongside.interrupt.hits import Passage, Span
from alongside.interrupt.positions import decoded

WINDOW: Final = 400
"""Bytes looked at on each side (our choice): sentences longer than that are rare."""
CODE: Final = "\x1a"
"""Stands for each byte of code or an address; a run of them counts as one word for a thing."""
_BLOCK: Final = re.compile(
    rb"</?(?:p|div|li|ul|ol|td|th|tr|h[1-6]|table|d[tdl]|section|br|pre|blockquote|title|option)\b",
    re.IGNORECASE,
)
_PARAGRAPH: Final = re.compile(r"\n[ \t\r]*(?:[>#*/;%]+[ \t\r]*)?\n|\f")
_SENTENCE: Final = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bSt)(?<!\bvs)(?<!\be\.g)(?<!\bi\.e)"
    r"[.!?…]+[\"'\u201d\u2019)\]*_`]*\s+(?=[\"'\u201c\u2018(\[*_`]*[A-Z0-9])"
    r"|\n[ \t]*(?:[-+•]|\d+[.)]|\*(?=[ \t]+[A-Z]))[ \t]+"
)


class Context:
    """What stands around the bytes from `start` to `end` of a passage.

    `before` and `after` reach to the end of the paragraph, at most `WINDOW` bytes; `sentence_start` and
    `sentence_end` are the places in them where the sentence begins and ends.
    """

    __slots__ = ("after", "before", "sentence_end", "sentence_start", "words")

    def __init__(self, passage: Passage, start: int, end: int) -> None:
        begin = max(0, start - WINDOW)
        before = _prose(passage, begin, start)
        after = _prose(passage, end, min(len(passage.data), end + WINDOW))
        self.words = decoded(passage.data[start:end])
        self.before = before[_last(_PARAGRAPH, before) :]
        self.after = after[: _first(_PARAGRAPH, after)]
        self.sentence_start = _last(_SENTENCE, self.before)
        self.sentence_end = _first(_SENTENCE, self.after)

    @property
    def sentence(self) -> str:
        """The sentence on one line, the words in it."""
        left, right = self.before[self.sentence_start :], self.after[: self.sentence_end]
        return " ".join(f"{left}{self.words}{right}".replace(CODE, " ").split())


def _prose(passage: Passage, begin: int, end: int) -> str:
    """The text there, with markup as spaces and code as `CODE`."""
    window = passage.data[begin:end]
    for span in overlapping(passage.masked, begin, end):
        first, last = max(begin, span.start) - begin, min(end, span.end) - begin
        window = window[:first] + _stand_in(window[first:last]) + window[last:]
    return decoded(window)


def _stand_in(masked: bytes) -> bytes:
    if _BLOCK.match(masked):
        return b"\n" * len(masked)
    mark = b" " if masked.startswith(b"<") or not _LETTER.search(masked) else CODE.encode()
    return b"".join(line if line == b"\n" else mark * len(line) for line in _LINES.findall(masked))


_LETTER: Final = re.compile(rb"[A-Za-z0-9]")
_LINES: Final = re.compile(rb"\n|[^\n]+")


def overlapping(spans: Sequence[Span], begin: int, end: int) -> Sequence[Span]:
    """Those of the spans, which are in order and apart, that share a byte with the stretch."""
    if not spans:
        return ()
    first = bisect_right(spans, begin, key=lambda span: span.end)
    last = first
    while last < len(spans) and spans[last].start < end:
        last += 1
    return spans[first:last]


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; 0 where there is none."""
    end = 0
    for found in pattern.finditer(text):
        end = found.end()
    return end


def _first(pattern: re.Pattern[str], text: str) -> int:
    """Where the first match begins; the end where there is none."""
    found = pattern.search(text)
    return found.start() + (found.group()[:1] in ".!?…") if found else len(text)
