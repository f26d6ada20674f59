"""The rules by which a reply to a correction is read: which phrases show which part or habit, and why.

They are content (`content/<locale>/reply-rules/*.toml`), because they belong to a language. The lists of
words that their phrases name lie beside them (`content/<locale>/reply-words/*.toml`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from alongside.core import content
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.practise.phrases import Phrase, WordLists, phrase


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

    @property
    def said(self) -> str:
        """What you do in a reply with it: a part comes after "you", a habit is a clause of its own."""
        return _SAID[self]()


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
_SAID = {
    Sort.THANK: lambda: _("thanked them"),
    Sort.OWN: lambda: _("said what was yours"),
    Sort.FIX: lambda: _("said what you will mend"),
    Sort.FOLLOW_UP: lambda: _("said that you will come back"),
    Sort.DEFENCE: lambda: _("you explain yourself"),
    Sort.OVER_APOLOGY: lambda: _("you say sorry many times"),
    Sort.SELF_CENTRING: lambda: _("you speak about yourself"),
    Sort.ASK_TO_TEACH: lambda: _("you ask them to teach"),
}


class When(StrEnum):
    """Under which condition a rule's words are marked."""

    ALWAYS = "always"
    MORE_THAN_TWO = "more-than-two"
    WITHOUT_FIX = "without-fix"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Phrases that show one sort; `why` it matters and what to write instead. `unless` clears a sentence.

    `in_questions` tells whether it counts in a sentence that ends in a question mark.
    """

    id: str
    sort: Sort
    when: When
    phrases: Mapping[str, Sequence[Phrase]]
    unless: Mapping[str, Sequence[Phrase]]
    why: str
    try_next: str
    in_questions: bool = True


def reply_rules(locale: str, *, also: Sequence[Path] = (), cache: Path | None = None) -> tuple[Rule, ...]:
    """The rules of a language. Raises Trouble where there are none."""
    loaded = content.load("reply-rules", locale=locale, also=also, cache=cache)
    if not loaded.entries:
        raise Trouble(
            "",
            _("there are no rules for replies in “%(locale)s” yet.") % {"locale": locale},
            _("Practise in English, or compare your reply with the parts by yourself."),
        )
    listed = content.load("reply-words", locale=locale, also=also, cache=cache)
    return rules_from(loaded.entries, words=listed.entries)


def rules_from(
    entries: Sequence[Mapping[str, object]], *, words: Sequence[Mapping[str, object]]
) -> tuple[Rule, ...]:
    """The rules out of content entries that passed their schema, with the lists that they name.

    Raises Trouble where a phrase cannot be read.
    """
    lists = {str(entry["id"]): frozenset(map(str, _sequence(entry["words"]))) for entry in words}
    return tuple(_rule(entry, lists) for entry in entries)


def _rule(entry: Mapping[str, object], lists: WordLists) -> Rule:
    try:
        phrases, unless = (_by_first_word(entry.get(key), lists) for key in ("phrases", "unless"))
    except ValueError as error:
        raise Trouble(
            str(entry["id"]), str(error), _("Mend the phrase, or add the list to reply-words.")
        ) from error
    return Rule(
        id=str(entry["id"]),
        sort=Sort(str(entry["class"])),
        when=When(str(entry.get("when", When.ALWAYS))),
        phrases=phrases,
        unless=unless,
        why=str(entry["why"]),
        try_next=str(entry.get("try_next", "")),
        in_questions=entry.get("in_questions") is not False,
    )


def _by_first_word(written: object, lists: WordLists) -> Mapping[str, Sequence[Phrase]]:
    by_word: dict[str, list[Phrase]] = {}
    for each in _sequence(written):
        read = phrase(str(each), lists)
        for word in read.slots[0].words:
            by_word.setdefault(word, []).append(read)
    return by_word


def _sequence(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) else ()
