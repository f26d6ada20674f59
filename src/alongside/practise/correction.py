"""Taking correction: which parts a reply holds, and which habits get in its way. Never a score.

For somebody who was told "that was hurtful". Four parts help: thank, own, fix, follow up; a plain "Thank
you, I will correct it" is always enough. Four habits move the talk back to oneself: defence, over-apology,
self-centring, asking them to teach. Each mark names its rule and the words it saw.

Limits: rules over phrases, made for English; they see words, not tone, and miss what is worded in a new way.
How well they do: docs/method/corrections.md. Nothing that is written here is kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from alongside.practise.phrases import Word, find, is_denied, words
from alongside.practise.reply_rules import HABITS, PARTS, Rule, Sort, When
from alongside.practise.schedule import Rating

LEAST_WORDS: Final = 4
"""Below this many words nothing is said of a reply (our choice)."""
ENOUGH_APOLOGIES: Final = 2
"""More than these are marked (our choice: the first is heard, the third asks to be comforted)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of the reply from `start` to `end`, and the rule that saw them."""

    sort: Sort
    rule: str
    start: int
    end: int
    why: str
    try_next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What a reply holds. Where `cannot_say` it is too short to say anything, and there are no marks."""

    text: str
    marks: tuple[Mark, ...]
    cannot_say: bool = False

    @property
    def parts(self) -> tuple[Sort, ...]:
        """The parts that are there, in the order thank, own, fix, follow up."""
        return self._among(PARTS)

    @property
    def habits(self) -> tuple[Sort, ...]:
        """The habits that are there."""
        return self._among(HABITS)

    @property
    def is_enough(self) -> bool:
        """Thanked, to be mended, and nothing in the way: no more is ever needed."""
        return not self.habits and {Sort.THANK, Sort.FIX} <= set(self.parts)

    def quote(self, mark: Mark) -> str:
        """The words that were marked."""
        return self.text[mark.start : mark.end]

    def _among(self, sorts: Sequence[Sort]) -> tuple[Sort, ...]:
        there = {mark.sort for mark in self.marks}
        return tuple(sort for sort in sorts if sort in there)


def assess_reply(text: str, *, rules: Sequence[Rule]) -> Assessment:
    """The parts and habits of a reply, each with the words that show it, in the order of the text."""
    said = words(text)
    if len({word.start for word in said}) < LEAST_WORDS:
        return Assessment(text=text, marks=(), cannot_say=True)
    found = [mark for rule in rules if rule.when is When.ALWAYS for mark in _marks(rule, said)]
    mended = any(mark.sort is Sort.FIX for mark in found)
    for rule in rules:
        if rule.when is When.MORE_THAN_TWO:
            found.extend(list(_marks(rule, said))[ENOUGH_APOLOGIES:])
        elif rule.when is When.WITHOUT_FIX and not mended:
            found.extend(_marks(rule, said))
    return Assessment(
        text=text, marks=tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.rule)))
    )


def rating(assessment: Assessment) -> Rating:
    """When the next one comes: sooner where a habit is left, or nothing was thanked, owned or mended."""
    if assessment.habits:
        return Rating.HARD
    return Rating.GOOD if assessment.parts else Rating.AGAIN


def _marks(rule: Rule, said: Sequence[Word]) -> Iterator[Mark]:
    """Each place that the rule sees, none inside another."""
    cleared = {said[start].sentence for start, _end in find(rule.unless, said)}
    after = 0
    for start, end in find(rule.phrases, said):
        if start < after or said[start].sentence in cleared or is_denied(said, start):
            continue
        if said[start].asked and not rule.in_questions:
            continue
        if all(word.said for word in said[start:end]):
            after = end
            yield Mark(
                sort=rule.sort,
                rule=rule.id,
                start=said[start].start,
                end=said[end - 1].end,
                why=rule.why,
                try_next=rule.try_next,
            )
