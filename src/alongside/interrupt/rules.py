"""What a rule for wording is: which words, why, what to say and write instead, and where they are fine.

Rules are content, checked by their schema; here they get types.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Final

from alongside.interrupt.hits import Level, Profile
from alongside.interrupt.mentions import Mention
from alongside.interrupt.neighbours import Lists

Entry = Mapping[str, object]


class Case(StrEnum):
    """How capitals are read. `title` marks words that are found among names, too."""

    FOLD = "fold"
    EXACT = "exact"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Where the words mean something else. Each list holds words, phrases, `{lists}` and `stems~`."""

    allow: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    not_previous: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    not_next: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    needs_person: bool = False
    mention: Mention = Mention.SKIP
    reach: bool = False

    def lists(self) -> tuple[str, ...]:
        """All items that name words."""
        return tuple(item for name in WORD_FIELDS for item in getattr(self, name))


WORD_FIELDS: Final = tuple(each.name for each in fields(Guard))[:10]
"""The fields of a guard that hold words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where we learned it, looked up by whoever wrote the rule."""

    id: str
    title: str
    publisher: str
    url: str
    kind: str
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Texts that are the rule's tests: «the words» that are found, and look-alikes that are left alone."""

    flagged: tuple[str, ...] = ()
    unflagged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Words worth another look, with all that a reader needs to judge for themselves."""

    id: str
    kind: str
    level: Level
    profiles: tuple[Profile, ...]
    grounds: tuple[str, ...]
    forms: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    case: Case = Case.FOLD
    guard: Guard = field(default_factory=Guard)
    why: str = ""
    call_in: str = ""
    alternatives: tuple[str, ...] = ()
    no_drop_in: str = ""
    fine_when: str = ""
    both_ways: str = ""
    fix: str = "none"
    scene: str = ""
    sources: tuple[str, ...] = ()
    examples: Examples = field(default_factory=Examples)
    review: str = "unreviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Rules with the lists and sources they name, and what could not be read of them."""

    rules: tuple[Rule, ...]
    lists: Lists
    sources: Mapping[str, Source]
    problems: tuple[str, ...] = ()


NOTHING: Final = Book(rules=(), lists={}, sources={})


def rule_from(entry: Entry) -> Rule:
    """The rule of a content entry. Raises ValueError where a field has no such value."""
    return Rule(
        id=_text(entry, "id"),
        kind=_text(entry, "kind"),
        level=Level(_text(entry, "level")),
        profiles=tuple(Profile(each) for each in _texts(entry, "profiles")),
        grounds=_texts(entry, "grounds"),
        forms=_texts(entry, "forms"),
        patterns=_texts(entry, "patterns"),
        alternatives=_texts(entry, "alternatives"),
        sources=_texts(entry, "sources"),
        case=Case(_text(entry, "case") or Case.FOLD),
        guard=_guard(_table(entry, "guard")),
        why=_text(entry, "why"),
        call_in=_text(entry, "call_in"),
        no_drop_in=_text(entry, "no_drop_in"),
        fine_when=_text(entry, "fine_when"),
        both_ways=_text(entry, "both_ways"),
        fix=_text(entry, "fix") or "none",
        scene=_text(entry, "scene"),
        examples=_examples(_table(entry, "examples")),
        review=_text(entry, "review"),
    )


def source_from(entry: Entry) -> Source:
    """The source of a content entry."""
    year = entry.get("year")
    texts = {name: _text(entry, name) for name in ("id", "title", "publisher", "url", "kind")}
    return Source(**texts, year=year if isinstance(year, int) else None)


def _guard(entry: Entry) -> Guard:
    return Guard(
        **{name: _texts(entry, name) for name in WORD_FIELDS},
        needs_person=_text(entry, "needs") == "person",
        mention=Mention(_text(entry, "mention") or Mention.SKIP),
        reach=entry.get("reach") is True,
    )


def _examples(entry: Entry) -> Examples:
    return Examples(flagged=_texts(entry, "flagged"), unflagged=_texts(entry, "unflagged"))


def _table(entry: Entry, name: str) -> Entry:
    value = entry.get(name)
    return value if isinstance(value, Mapping) else {}


def _text(entry: Entry, name: str) -> str:
    return str(entry.get(name, "")).strip()


def _texts(entry: Entry, name: str) -> tuple[str, ...]:
    value = entry.get(name)
    return tuple(str(each) for each in value) if isinstance(value, list | tuple) else ()
