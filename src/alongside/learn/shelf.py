"""What ships for this room, and the person's own beside it; broken entries are named, not fatal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from alongside.core.content import load
from alongside.core.content_check import Entry, Problem
from alongside.core.folder import content_roots
from alongside.core.practices import Practice
from alongside.learn.assess import Item, Mode, in_order, item
from alongside.learn.cards import Card, card
from alongside.learn.fields import Refused, one, table, text, whole, words
from alongside.learn.library import Library, Resource, library_of, resource
from alongside.learn.ranking import Document
from alongside.learn.search import Index, index
from alongside.learn.small_deeds import ACTION, Doing

RESOURCE: Final = "resource"
CARD: Final = "card"
SCENE: Final = "scene"
FUNCTION_WORDS: Final = "function-words"
EVERYDAY_WORDS: Final = "everyday-words"
SCENE_MINUTES: Final = 5
"""What a scene takes to walk through (our choice)."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The library, the cards and what search needs; `problems` names what had to be left out."""

    library: Library
    cards: tuple[Card, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    stop_words: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    language: str = ""
    problems: tuple[Problem, ...] = ()

    def find_card(self, id: str) -> Card | None:
        """The card with this id, None where there is no such card."""
        return next((each for each in self.cards if each.id == id), None)

    def index(self, also: Sequence[Document] = ()) -> Index:
        """Everything here made ready to be searched, with other documents such as earlier answers."""
        documents = (*map(of_resource, self.library), *map(of_card, self.cards), *also)
        return index(
            documents,
            synonyms=self.synonyms,
            stop_words=self.stop_words,
            everyday=self.everyday,
            language=self.language,
        )


def read_shelf(folder: Path, *, locale: str = "en") -> Shelf:
    """Everything of a locale; `folder` is the data folder, for the person's own entries and the cache."""
    problems: list[Problem] = []
    resources = _read("resources", resource, folder, locale, problems)
    cards = _read("cards", card, folder, locale, problems)
    groups = _read("synonyms", lambda entry: words(entry, "terms"), folder, locale, problems)
    return Shelf(
        library=library_of(resources),
        cards=tuple(sorted(cards, key=lambda each: each.id)),
        synonyms=tuple(groups),
        stop_words=stop_words(folder, locale=locale),
        everyday=stop_words(folder, locale=locale, kind=EVERYDAY_WORDS),
        language=locale,
        problems=tuple(problems),
    )


def read_items(folder: Path, *, locale: str = "en") -> tuple[Item, ...]:
    """The items of the self-assessment, in the order in which they are asked."""
    return in_order(_read("items", item, folder, locale, []))


def read_doings(folder: Path, *, locale: str = "en") -> tuple[Doing, ...]:
    """The scenes and actions that a path can hold, as plain data: content, not another room."""
    actions = _read("actions", _action, folder, locale, [])
    scenes = _read("scenarios", _scene, folder, locale, [])
    return (*scenes, *actions)


def scenes_on(card: str, folder: Path, *, locale: str = "en") -> tuple[Doing, ...]:
    """The scenes behind which this card stands, by its id, as plain data: content, not another room."""
    loaded = load("scenarios", locale=locale, also=content_roots(folder), cache=folder / "cache")
    found = (entry for entry in loaded.entries if card in words(table(entry, "covers"), "cards"))
    return tuple(sorted(map(_scene, found), key=lambda each: each.id))


def _action(entry: Entry) -> Doing:
    return Doing(
        kind=ACTION,
        id=text(entry, "id"),
        title=text(entry, "title"),
        practice=one(entry, "practice", Practice),
        minutes=whole(entry, "minutes"),
        effort=whole(entry, "effort"),
        mode=one(entry, "mode", Mode),
    )


def _scene(entry: Entry) -> Doing:
    practice = one(entry, "practice", Practice)
    return Doing(
        kind=SCENE, id=text(entry, "id"), title=text(entry, "title"), practice=practice, minutes=SCENE_MINUTES
    )


def stop_words(folder: Path, *, locale: str = "en", kind: str = FUNCTION_WORDS) -> tuple[str, ...]:
    """Words that say little of the matter: they tie a sentence together, or stand in any question."""
    lists = load("speech", locale=locale, cache=folder / "cache").entries
    return tuple(word for each in lists if each.get("kind") == kind for word in words(each, "items"))


def _read(
    kind: str, make: Callable[[Entry], _T], folder: Path, locale: str, problems: list[Problem]
) -> list[_T]:
    loaded = load(kind, locale=locale, also=content_roots(folder), cache=folder / "cache")
    problems += loaded.problems
    made = []
    for entry in loaded.entries:
        try:
            made.append(make(entry))
        except Refused as refused:
            problems.append(Problem(file=kind, entry=refused.place, what=refused.cause, cure=refused.way_out))
    return made


def of_resource(resource: Resource) -> Document:
    """A work as the search sees it."""
    practices = [each.label for each in resource.practices]
    labels = [*practices, *(each.label for each in resource.grounds)]
    return Document(
        kind=RESOURCE,
        id=resource.id,
        title=resource.title,
        why=resource.why,
        authors=", ".join(resource.authors),
        topics=", ".join(resource.topics),
        body=", ".join([resource.type.label, *labels]),
        language=resource.language,
        thing=resource,
    )


def of_card(card: Card) -> Document:
    """A card as the search sees it."""
    return Document(
        kind=CARD,
        id=card.id,
        title=card.title,
        why=card.what_happened,
        authors=card.led_by,
        topics=f"{card.topic.replace('-', ' ')}, {', '.join(card.places)}",
        body=f"{card.what_allies_did} {card.what_it_changed}",
        thing=card,
    )
