"""The parts of a job advert whose words nobody can choose: title, employer's name, benefits, equal chances.

A job is called what it is called, a childcare voucher cannot be offered without the word child, and an equal
opportunity statement is often prescribed. Limits: told by headings and by fixed phrases in English (our
choice); what is not recognised counts as editable.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from alongside.core.language import gettext as _

TITLE_WORDS: Final = 12
HEADING_WORDS: Final = 7
"""Longest title and heading, in words (taste)."""

_BENEFITS: Final = re.compile(
    r"(?i)\b(benefits?|perks?|(?:what\s)?we\soffer|our\soffer|what\syou\sget|what(?:'| i)s\sin\sit\sfor\syou"
    r"|pay\sand\sconditions|compensation|rewards?|remuneration)\b"
)
_EQUAL: Final = re.compile(
    r"(?i)\b(equal[- ](?:opportunit(?:y|ies)|employment|chances)|equality|without\sregard\sto"
    r"|regardless\sof\s(?:\w+[ -]){0,3}?(?:race|gender|sex|age|colou?r|religion|disability|background)"
    r"|protected\s(?:characteristics?|veterans?|class(?:es)?)|reasonable\s(?:accommodations?|adjustments?)"
    r"|all\squalified\sapplicants|diversity(?:,| and| &)|disability\sconfident)\b"
)
_NAMED: Final = re.compile(r"(?im)^\W*(?:company|employer|organi[sz]ation|about)\b:?[ \t]+(.{2,60}?)[ \t:]*$")
_LABELLED_TITLE: Final = re.compile(
    r"(?im)^\W*(?:job title|title|position|role|post|vacancy)[ \t]*:[ \t]*\S.*$"
)
_NO_NAME: Final = re.compile(
    r"(?i)^(?:the|this|our|your|you|us|role|job|position|team|what|who|how|a|an)\b|^\W*$"
)
_BULLET: Final = re.compile(r"^\s*(?:[-*•\u2013·]|\d+[.)])\s")


class LeftOut(StrEnum):
    """Why words are left out of the editable count."""

    TITLE = "title"
    EMPLOYER = "employer"
    BENEFITS = "benefits"
    EQUAL = "equal chances"

    @property
    def words(self) -> str:
        """The reason as people read it."""
        return {
            LeftOut.TITLE: _("in the job's title"),
            LeftOut.EMPLOYER: _("in the employer's name"),
            LeftOut.BENEFITS: _("among the benefits"),
            LeftOut.EQUAL: _("in the statement on equal chances"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Stretches left out, in order and apart; `begins` are their starts."""

    begins: tuple[int, ...]
    ends: tuple[int, ...]
    reasons: tuple[LeftOut, ...]

    def why(self, at: int) -> LeftOut | None:
        """Why the word that begins at a character is left out, or None."""
        number = bisect_right(self.begins, at) - 1
        return self.reasons[number] if number >= 0 and at < self.ends[number] else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    start: int
    end: int
    text: str
    after_gap: bool

    @property
    def is_heading(self) -> bool:
        """Whether the line stands over what follows."""
        words = self.text.split()
        if not words or len(words) > HEADING_WORDS or _BULLET.match(self.text):
            return False
        marked = self.text.lstrip().startswith("#") or self.text.rstrip("* ").endswith(":")
        return marked or (self.after_gap and self.text.rstrip()[-1] not in ".;,?")


def parts_nobody_can_reword(text: str, *, employer: str = "") -> Parts:
    """The stretches of an advert to leave out of the editable count."""
    lines = tuple(_lines(text))
    found = sorted(
        (
            *_titles(text, lines),
            *_sections(lines),
            *_paragraphs(text),
            *_names(text, {employer.strip(), *_names_told(text)} - {""}),
        )
    )
    apart = tuple(_apart(found))
    return Parts(
        begins=tuple(start for start, _end, _why in apart),
        ends=tuple(end for _start, end, _why in apart),
        reasons=tuple(why for _start, _end, why in apart),
    )


_Stretch = tuple[int, int, LeftOut]


def _apart(found: Iterable[_Stretch]) -> Iterator[_Stretch]:
    """Stretches that do not overlap: what begins first keeps what it has."""
    reached = 0
    for start, end, why in found:
        if end > reached:
            yield max(start, reached), end, why
            reached = end


def _lines(text: str) -> Iterator[_Line]:
    start, after_gap = 0, True
    for line in text.splitlines(keepends=True):
        yield _Line(start=start, end=start + len(line), text=line.strip("\r\n"), after_gap=after_gap)
        after_gap = not line.strip()
        start += len(line)


def _titles(text: str, lines: Iterable[_Line]) -> Iterator[_Stretch]:
    first = next((line for line in lines if line.text.strip()), None)
    if first and len(first.text.split()) <= TITLE_WORDS and first.text.rstrip()[-1] not in ".!?":
        yield first.start, first.end, LeftOut.TITLE
    for found in _LABELLED_TITLE.finditer(text):
        yield *found.span(), LeftOut.TITLE


def _sections(lines: Iterable[_Line]) -> Iterator[_Stretch]:
    """From a heading about benefits or equal chances up to the next heading."""
    why, start, end = None, 0, 0
    for line in lines:
        if not line.is_heading:
            end = line.end
            continue
        if why:
            yield start, end, why
        why, start, end = _topic(line.text), line.start, line.end
    if why:
        yield start, end, why


def _topic(heading: str) -> LeftOut | None:
    if _BENEFITS.search(heading):
        return LeftOut.BENEFITS
    return LeftOut.EQUAL if _EQUAL.search(heading) else None


def _paragraphs(text: str) -> Iterator[_Stretch]:
    """Paragraphs that state equal chances, wherever they stand."""
    start = 0
    for gap in (*re.finditer(r"\n[ \t\r]*\n", text), None):
        end = gap.start() if gap else len(text)
        if _EQUAL.search(text, start, end):
            yield start, end, LeftOut.EQUAL
        start = gap.end() if gap else end


def _names_told(text: str) -> set[str]:
    """Names that the advert itself gives: "Company: …", or a heading "About …"."""
    told = (found.group(1).strip(" .*#:") for found in _NAMED.finditer(text))
    return {name for name in told if not _NO_NAME.match(name) and name[:1].isupper()}


def _names(text: str, names: Iterable[str]) -> Iterator[_Stretch]:
    for name in names:
        for found in re.finditer(rf"(?i)\b{re.escape(name)}\b", text):
            yield *found.span(), LeftOut.EMPLOYER
