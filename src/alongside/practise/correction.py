"""Taking correction: which parts a reply holds, and which habits get in its way. Never a score.

For somebody who was told "that was hurtful". Four parts help: thank, own, fix, follow up; a plain "Thank you, I
will correct it" is always enough. Four habits move the talk back to oneself: defence, over-apology,
self-centring, asking them to teach. Each mark names its rule and the words it saw.

Limits: rules over phrases, made for English; they see words, not tone, and miss what is worded in a new way.
How well they do: docs/method/corrections.md. Nothing that is written here is kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from alongside.core import content
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.practise.phrases import Phrase, Word, find_by_word, is_denied, phrase, words
from alongside.practise.schedule import Rating

LEAST_WORDS: Final = 4
"""Below this many words nothing is said of a reply (our choice)."""
ENOUGH_APOLOGIES: Final = 2
"""More than these are marked (our choice: the first is heard, the third asks to be comforted)."""


class Sort(StrEnum):
    """What a mark shows: the four parts of a reply, then the four habits."""

    THANK = "thank"
    OWN = "own"
    FIX = "fix"
    FOLLOW_UP = "follow-up"
    DEFENCE = "defence"
    OVER_APOLOGY = "over-apology"
    SELF_CENTRING = "self-centring"
    ASK_TO_TEACH = "ask-to-teach"

    @property
    def is_part(self) -> bool:
        """Whether it belongs to a good reply."""
        return self in PARTS

    @property
    def label(self) -> str:
        """Its name as people read it."""
        return _LABELS[self]()


PARTS: Final = (Sort.THANK, Sort.OWN, Sort.FIX, Sort.FOLLOW_UP)
HABITS: Final = (Sort.DEFENCE, Sort.OVER_APOLOGY, Sort.SELF_CENTRING, Sort.ASK_TO_TEACH)

_LABELS = {
    Sort.THANK: lambda: _("thank"),
    Sort.OWN: lambda: _("own it"),
    Sort.FIX: lambda: _("mend it"),
    Sort.FOLLOW_UP: lambda: _("follow up"),
    Sort.DEFENCE: lambda: _("defence"),
    Sort.OVER_APOLOGY: lambda: _("many apologies"),
    Sort.SELF_CENTRING: lambda: _("about yourself"),
    Sort.ASK_TO_TEACH: lambda: _("asking them to teach"),
}


class When(StrEnum):
    """Under which condition a rule's words are marked."""

    ALWAYS = "always"
    MORE_THAN_TWO = "more-than-two"
    WITHOUT_FIX = "without-fix"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Phrases that show one sort; `why` it matters and what to write instead. `unless` clears a sentence."""

    id: str
    sort: Sort
    when: When
    phrases: Mapping[str, Sequence[Phrase]]
    unless: Mapping[str, Sequence[Phrase]]
    why: str
    try_next: str


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


def reply_rules(locale: str, *, also: Sequence[Path] = (), cache: Path | None = None) -> tuple[Rule, ...]:
    """The rules of a language. Raises Trouble where there are none."""
    loaded = content.load("reply-rules", locale=locale, also=also, cache=cache)
    if not loaded.entries:
        raise Trouble(
            "",
            _("there are no rules for replies in “%(locale)s” yet.") % {"locale": locale},
            _("Practise in English, or compare your reply with the parts by yourself."),
        )
    return rules_from(loaded.entries)


def rules_from(entries: Sequence[Mapping[str, object]]) -> tuple[Rule, ...]:
    """The rules out of content entries that passed their schema."""
    return tuple(map(_rule, entries))


def _marks(rule: Rule, said: Sequence[Word]) -> Iterator[Mark]:
    """Each place that the rule sees, none inside another."""
    cleared = {said[start].sentence for start, _end in find_by_word(rule.unless, said)}
    after = 0
    for start, end in find_by_word(rule.phrases, said):
        if start < after or said[start].sentence in cleared or is_denied(said, start):
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


def _rule(entry: Mapping[str, object]) -> Rule:
    return Rule(
        id=str(entry["id"]),
        sort=Sort(str(entry["class"])),
        when=When(str(entry.get("when", When.ALWAYS))),
        phrases=_by_first_word(entry["phrases"]),
        unless=_by_first_word(entry.get("unless", ())),
        why=str(entry["why"]),
        try_next=str(entry.get("try_next", "")),
    )


def _by_first_word(written: object) -> Mapping[str, Sequence[Phrase]]:
    by_word: dict[str, list[Phrase]] = {}
    for each in written if isinstance(written, Sequence) else ():
        slots = phrase(str(each))
        for word in slots[0].words:
            by_word.setdefault(word, []).append(slots)
    return by_word
