"""What stands around words: the sentence, the words before and after, with what is no prose taken out.

Offsets stay true: each text here has as many bytes as the stretch it was made of.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from alongside.interrupt.hits import Passage, Span
from alongside.interrupt.marks import gap, same_length
from alongside.interrupt.mentions import CODE
from alongside.interrupt.positions import decoded

WINDOW: Final = 400
"""Bytes looked at on each side (our choice): sentences longer than that are rare."""
WIDE: Final = 3_000
"""The same for quotation marks (our choice): quotations run on over many lines."""
NEAR_CHARACTERS: Final = 160
"""Characters on each side in which guards look for words: twelve words are seldom longer."""
_BLOCK: Final = re.compile(
    rb"</?(?:p|div|li|ul|ol|td|th|tr|h[1-6]|table|d[tdl]|section|br|pre|blockquote|title|option)\b",
    re.IGNORECASE,
)
_PARAGRAPH: Final = re.compile(r"\n[ \t\r]*(?:[>#*/;%]+[ \t\r]*)?\n|\f")
_QUOTATION: Final = re.compile(rb"[\"]|\xe2\x80[\x9c\x9e]|\xc2\xab|&(?:quot|ldquo);")
_QUOTED_LINES: Final = re.compile(r"(?:^|\n)[ \t]*>[^\n]*(?:\n[ \t]*>[^\n]*)*")
"""Lines that Markdown and mail begin with `>`: a quotation in them may have paragraphs."""
_QUOTE_SIGN: Final = re.compile(r"(?:^|\n)[ \t]*>[ \t]?")
_SENTENCE: Final = re.compile(
    r"[.!?\u2026](?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bMrs\.)(?<!\bSt\.)(?<!\bvs\.)(?<!\be\.g\.)(?<!\bi\.e\.)"
    r"[.!?\u2026]*[\"'\u201d\u2019)\]*_`]*\s+(?=[\"'\u201c\u2018(\[*_`]*[A-Z0-9])"
    r"|\n[ \t]*(?:[-+\u2022]|\d+[.)]|\*(?=[ \t]+[A-Z]))[ \t]+"
)
_TAGS: Final = re.compile(rb"<!--.*?(?:-->|\Z)|<[^>]*>?", re.DOTALL)
_CODE: Final = re.compile(rb"[A-Za-z0-9\x80-\xff](?:[^\n]*[A-Za-z0-9\x80-\xff])?")
_SEEN: Final = re.compile(rb"[^\n]")
_MARKS: Final = bytes(byte for byte in range(128) if not chr(byte).isalnum())
_QUOTES: Final = re.compile("&(quot|[lr][sd]quo);")
_WORD: Final = re.compile(rf"[^\W_]+(?:'[^\W_]+)*|{CODE}+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: in lower case, as it was written, and whether it directly follows another."""

    text: str
    written: str
    end: int
    joined: bool


class Context:
    """What stands around the bytes from `start` to `end` of a passage.

    `before` and `after` reach to the end of the paragraph, at most `WINDOW` bytes.
    """

    __slots__ = ("_around", "_passage", "_place", "_split", "_split_beyond", "after", "before", "words")

    def __init__(self, passage: Passage, start: int, end: int) -> None:
        begin = max(0, start - WINDOW)
        before = _with_quotes(_prose(passage, begin, start) + "x")[:-1]
        after = _with_quotes("x" + _prose(passage, end, min(len(passage.data), end + WINDOW)))[1:]
        self.words = decoded(passage.data[start:end])
        self.before = before[_last(_PARAGRAPH, before) :]
        self.after = after[: _first(_PARAGRAPH, after)]
        self._passage, self._place = passage, (start, end)
        self._around: tuple[str, str] | None = None
        self._split: tuple[list[Word], int, int] | None = None
        self._split_beyond: tuple[list[Word], int, int] | None = None

    @property
    def around(self) -> tuple[str, str]:
        """What stands before and after in the same sentence."""
        if self._around is None:
            before, after = self.before, self.after
            self._around = before[_last(_SENTENCE, before) :], after[: _first(_SENTENCE, after)]
        return self._around

    @property
    def has_quotation_marks(self) -> bool:
        """Whether any stands before, as far as `wide` looks; most texts have none, and need no wide look."""
        start, _end = self._place
        return _QUOTATION.search(self._passage.data, max(0, start - WIDE), start) is not None

    @property
    def wide(self) -> tuple[str, str]:
        """What stands before and after as far as a long quotation goes: `WIDE` bytes, of the same paragraph.

        Lines that begin with `>` hold together, blank ones among them too.
        """
        start, end = self._place
        data = self._passage.data
        before = _with_quotes(_prose(self._passage, max(0, start - WIDE), start) + "x")[:-1]
        after = _with_quotes("x" + _prose(self._passage, end, min(len(data), end + WIDE)))[1:]
        if before[before.rfind("\n") + 1 :].lstrip(" \t").startswith(">"):
            return _quoted_lines(before, after)
        return before[_last(_PARAGRAPH, before) :], after[: _first(_PARAGRAPH, after)]

    @property
    def sentence(self) -> str:
        """The sentence on one line, the words in it."""
        before, after = self.around
        return " ".join(f"{before}{self.words}{after}".replace(CODE, " ").split())

    def _near(self, before: str, after: str) -> tuple[str, int]:
        """As much of it as guards look at, the words in it, and where what is meant begins."""
        if len(before) > NEAR_CHARACTERS:
            before = (
                before[before.index(" ", -NEAR_CHARACTERS) :]
                if " " in before[-NEAR_CHARACTERS:]
                else before[-NEAR_CHARACTERS:]
            )
        return f"{before}{self.words}{after[:NEAR_CHARACTERS]}", len(before)

    @property
    def split(self) -> tuple[list[Word], int, int]:
        """The words of the sentence, and from which to which of them are meant (without the last)."""
        if self._split is None:
            self._split = self._words_of(*self._near(*self.around))
        return self._split

    @property
    def split_beyond(self) -> tuple[list[Word], int, int]:
        """The same with the sentences before and after, of the same paragraph."""
        if self._split_beyond is None:
            self._split_beyond = self._words_of(*self._near(self.before, self.after))
        return self._split_beyond

    def _words_of(self, text: str, first: int) -> tuple[list[Word], int, int]:
        last = first + len(self.words)
        words, start, end = _words(text), 0, 0
        for word in words:
            start += word.end <= first
            end += word.end - len(word.written) < last
        return words, start, end

    def reached(self, word: Word, *, beyond: bool = False) -> str:
        """What stands from the beginning of what is meant to the end of that word of `split`, or `beyond`."""
        text, first = self._near(self.before, self.after) if beyond else self._near(*self.around)
        return text[first : word.end]


def _quoted_lines(before: str, after: str) -> tuple[str, str]:
    """What stands before and after in the same lines that begin with `>`, without that sign."""
    *_others, lines = _QUOTED_LINES.finditer(before)
    rest = _QUOTED_LINES.match(f">{after}")
    assert rest is not None  # noqa: S101  # it begins with the sign
    return _QUOTE_SIGN.sub("\n", lines.group()), _QUOTE_SIGN.sub("\n", rest.group()[1:])


def _words(text: str) -> list[Word]:
    plain = same_length(text)
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(plain):
        start = match.start()
        joined = bool(found) and _is_joined(text[end:start])
        end = match.end()
        found.append(Word(match.group(), text[start:end], end, joined))
    return found


def _is_joined(between: str) -> bool:
    """Whether two words follow each other directly: with a space, a hyphen, or a line's end between them."""
    if between in {" ", "-"}:
        return True
    written = gap(between)
    return written is not None and not written.strip(" -*_")


def word_parts(phrase: str) -> list[str]:
    """The words of a phrase as they are told apart in a sentence."""
    return _WORD.findall(same_length(phrase))


def _prose(passage: Passage, begin: int, end: int) -> str:
    """The text there, with markup as spaces and code as `CODE`."""
    window = passage.data[begin:end]
    for span in overlapping(passage.masked, begin, end):
        first, last = max(begin, span.start) - begin, min(end, span.end) - begin
        window = window[:first] + _stand_in(window[first:last]) + window[last:]
    return decoded(window)


def _with_quotes(text: str) -> str:
    return _QUOTES.sub(_as_long, text) if "&" in text else text


def _as_long(entity: re.Match[str]) -> str:
    """A quotation mark that HTML names, and spaces to keep its length: they stand outside the quotation."""
    mark = "'" if "s" in entity.group(1) else '"'
    text, side = entity.string, entity.group(1)[0]
    inward = text[entity.end() : entity.end() + 1].isalnum() and not text[: entity.start()][-1:].isalnum()
    opens = side == "l" or (side == "q" and inward)
    return mark.rjust(len(entity.group())) if opens else mark.ljust(len(entity.group()))


def _stand_in(masked: bytes) -> bytes:
    if _BLOCK.match(masked):
        return b"\n" * len(masked)
    if masked.startswith(b"<"):  # tags, and code between them
        plain = _TAGS.sub(lambda found: _SEEN.sub(b" ", found[0]), masked)
        return _CODE.sub(lambda found: CODE.encode() * len(found[0]), plain)
    core = masked.strip(_MARKS)  # the quotation marks of a string in a program are no part of its code
    begin = masked.find(core)
    rest = masked[begin + len(core) :]
    return _SEEN.sub(b" ", masked[:begin]) + _SEEN.sub(CODE.encode(), core) + _SEEN.sub(b" ", rest)


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
    """Where the first match begins, marks that end a sentence not counted; the end where there is none."""
    found = pattern.search(text)
    return found.start() + (found.group()[:1] in ".!?\u2026") if found else len(text)
