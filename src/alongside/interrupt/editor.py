"""What an editor shows of a text while it is written: places as it counts them, and words to put there.

Editors that speak the language server protocol count lines from 0 and columns in UTF-16 units. Limits: files
that hold their words packed (Word, PDF, notebooks) have no such places, and nothing is shown in them.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from alongside.interrupt.check import check_passage
from alongside.interrupt.fix import in_case_of
from alongside.interrupt.hits import Hit, Passage
from alongside.interrupt.inflection import in_form_of
from alongside.interrupt.positions import decoded, utf16_units
from alongside.interrupt.rule_set import RuleSet
from alongside.interrupt.run import Way, check_data


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Point:
    """A place between two characters: a line from 0, a column from 0 in UTF-16 units."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A hit, and where it begins and ends in the editor."""

    hit: Hit
    begin: Point
    end: Point

    def meets(self, begin: Point, end: Point) -> bool:
        """Whether it shares a place with that range, or touches it."""
        return self.begin <= end and begin <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Text to put in place of what stands between two points."""

    begin: Point
    end: Point
    text: str


def marks_in(text: str, *, name: str, way: Way) -> tuple[Mark, ...]:
    """What stands out in a text, in order. `name` is the file's, which tells what it is written in."""
    data = text.encode("utf-8", "surrogatepass")
    result = check_data(data, path=name, way=way)
    if not result.hits or any(hit.place for hit in result.hits):
        return ()
    begins = line_begins(data)
    return tuple(
        Mark(hit=hit, begin=_point(data, begins, hit.start), end=_point(data, begins, hit.end))
        for hit in result.hits
    )


def line_begins(data: bytes) -> list[int]:
    """The first byte of each line."""
    begins, at = [0], data.find(b"\n")
    while at >= 0:
        begins.append(at + 1)
        at = data.find(b"\n", at + 1)
    return begins


def _point(data: bytes, begins: Sequence[int], offset: int) -> Point:
    line = bisect_right(begins, offset) - 1
    return Point(line=line, column=utf16_units(decoded(data[begins[line] : offset])))


def replacements(mark: Mark, rules: RuleSet) -> tuple[Edit, ...]:
    """The rule's alternatives, ready to stand there: with capitals and, where it can be told, the ending."""
    words = " ".join(mark.hit.words.split())
    rule = mark.hit.rule
    offers = dict.fromkeys(_fitting(words, each, rule, rules) for each in rules.about(rule).alternatives)
    return tuple(Edit(begin=mark.begin, end=mark.end, text=offer) for offer in offers)


def _fitting(words: str, alternative: str, rule: str, rules: RuleSet) -> str:
    inflected = in_form_of(words, alternative, is_base=lambda word: _knows(rules, rule, word))
    return in_case_of(words, inflected or alternative)


def _knows(rules: RuleSet, rule: str, words: str) -> bool:
    """Whether a rule finds these words where they stand alone."""
    return any(hit.rule == rule for hit in check_passage(Passage(data=words.encode()), rules))
