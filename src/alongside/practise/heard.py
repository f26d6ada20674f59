"""What a reply may sound like: whole clauses, one rule for each stretch, the weightiest first.

Several rules often see the same words. Here each stretch is told once, by the rule that saw the most of it.
Limits: a clause ends at a comma or at a word such as "but" or "and"; no grammar is known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from alongside.practise.correction import Assessment, Mark
from alongside.practise.phrases import Word, words
from alongside.practise.reply_rules import HABITS, Sort

SHOWN: Final = 2
"""How many are told at once (our choice: more than two are too many to hear)."""
_LINKS: Final = frozenset({"and", "so", "then"})
"""Words that tie a clause to the one before and are left out of a quotation."""
_PROMISE: Final = re.compile(
    r"(?:(?:i|we)(?:['\u2019]ll|\s+will|\s+shall|['\u2019]m\s+going\s+to|\s+(?:am|are)\s+going\s+to)|will|shall)\s+",
    re.IGNORECASE,
)
_NEXT_PROMISE: Final = re.compile(r"[,;]?\s+(?:(?:and|but|so|then)\s+)+(?:i|we)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What one rule saw: every clause with it, and the words of the rule. `places` are starts and ends."""

    sort: Sort
    rule: str
    places: tuple[tuple[int, int], ...]
    quotes: tuple[str, ...]
    why: str
    try_next: str


def heard(found: Assessment) -> tuple[Heard, ...]:
    """What may get in the way, each stretch once. First one of each habit, then what is left."""
    told: dict[str, list[tuple[Mark, int, int]]] = {}
    for start, end, marks in _stretches(found):
        mark = max(marks, key=lambda each: each.end - each.start)
        told.setdefault(mark.rule, []).append((mark, start, end))
    each = [_heard(found, places) for places in told.values()]
    return tuple(sorted(each, key=lambda one: (_nth(one, each), HABITS.index(one.sort), one.places)))


def quotes(found: Assessment, sort: Sort) -> tuple[str, ...]:
    """The clauses that show a part or habit, each once."""
    said = words(found.text)
    spans = (_clause(said, mark) for mark in found.marks if mark.sort is sort)
    return tuple(dict.fromkeys(found.text[start:end] for start, end in spans))


def promise(found: Assessment) -> str:
    """What the reply says will be mended, as it is worded, without "I will"; "" where it says nothing."""
    said = words(found.text)
    for mark in found.marks:
        begun = _PROMISE.match(found.text, mark.start) if mark.sort is Sort.FIX else None
        if begun:
            return _within(found.text, begun.end(), _sentence_end(said, mark))
    return ""


def _heard(found: Assessment, places: Sequence[tuple[Mark, int, int]]) -> Heard:
    mark = places[0][0]
    return Heard(
        sort=mark.sort,
        rule=mark.rule,
        places=tuple((start, end) for _mark, start, end in places),
        quotes=tuple(dict.fromkeys(found.text[start:end] for _mark, start, end in places)),
        why=mark.why,
        try_next=mark.try_next,
    )


def _nth(one: Heard, among: Sequence[Heard]) -> int:
    """How many of the same habit come before it in the reply."""
    return sum(other.sort is one.sort and other.places < one.places for other in among)


def _stretches(found: Assessment) -> Iterator[tuple[int, int, tuple[Mark, ...]]]:
    """Clauses with habits in them, those that touch the same words together."""
    said = words(found.text)
    spans = sorted(
        ((*_clause(said, mark), mark) for mark in found.marks if not mark.sort.is_part),
        key=lambda span: (span[0], span[1], span[2].rule),
    )
    while spans:
        start, end, first = spans.pop(0)
        marks = [first]
        while spans and spans[0][0] < end:
            _start, further, mark = spans.pop(0)
            end = max(end, further)
            marks.append(mark)
        yield start, end, tuple(marks)


def _clause(said: Sequence[Word], mark: Mark) -> tuple[int, int]:
    """Where the clauses begin and end in which a mark lies."""
    inside = [word for word in said if mark.start <= word.start < mark.end]
    first, last = inside[0].clause, inside[-1].clause
    all_of_it = [word for word in said if first <= word.clause <= last]
    links = (word.start for word in all_of_it if word.text not in _LINKS or word.start >= mark.start)
    return next(links), all_of_it[-1].end


def _sentence_end(said: Sequence[Word], mark: Mark) -> int:
    sentence = next(word.sentence for word in said if word.start >= mark.start)
    return max(word.end for word in said if word.sentence == sentence)


def _within(text: str, start: int, end: int) -> str:
    """The words between, up to the next promise; a quotation that was begun is closed."""
    following = _NEXT_PROMISE.search(text, start, end)
    act = " ".join(text[start : following.start() if following else end].split())
    return act + "”" if act.count("“") > act.count("”") else act


def marked(found: Assessment) -> Iterator[tuple[int, int, str]]:
    """The reply cut where something was seen: start, end, and "part", "habit" or "".

    Whole clauses are marked. Where a part and a habit share one, the words that a rule saw decide.
    """
    said = words(found.text)
    layers = [*_layers((mark, mark.start, mark.end) for mark in found.marks)]
    layers += _layers((mark, *_clause(said, mark)) for mark in found.marks)
    edges = sorted({0, len(found.text), *(edge for _kind, start, end in layers for edge in (start, end))})
    cut = [(start, _kind_at(layers, start, end)) for start, end in pairwise(edges)]
    begins = [(start, kind) for n, (start, kind) in enumerate(cut) if n == 0 or cut[n - 1][1] != kind]
    for (start, kind), (end, _next) in pairwise([*begins, (len(found.text), "")]):
        yield start, end, kind


def _layers(spans: Iterable[tuple[Mark, int, int]]) -> list[tuple[str, int, int]]:
    """Kind, start and end of each span; habits lie over parts."""
    named = (("part" if mark.sort.is_part else "habit", start, end) for mark, start, end in spans)
    return sorted(named, key=lambda span: span[0])


def _kind_at(layers: Sequence[tuple[str, int, int]], start: int, end: int) -> str:
    return next((kind for kind, low, high in layers if low <= start and end <= high), "")
