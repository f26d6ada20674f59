"""History cards: one event or structure a card, dated, with who led, what allies did and what it changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from alongside.core.content_check import Entry
from alongside.core.grounds import Ground
from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.core.review import Standing, standing
from alongside.learn import fields
from alongside.learn.library import Library, Resource
from alongside.learn.words import words_of

MINUTES: Final = 2
"""What a card takes to read (our choice)."""
LINKED: Final = 3
"""Works shown beside a card at most (taste)."""


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From when to when, as exactly as it is known; `last` None for a single day, month or year."""

    first: date
    last: date | None = None
    precision: Precision = Precision.DAY

    def __str__(self) -> str:
        """Such as 1955-12-05 to 1956-12-20, 1955-12, or 1955."""
        length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[self.precision]
        first = self.first.isoformat()[:length]
        last = self.last.isoformat()[:length] if self.last else first
        return first if last == first else _("%(first)s to %(last)s") % {"first": first, "last": last}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSource:
    """Where a card's facts come from, and what of it was looked up."""

    cite: str
    publisher: str
    url: str
    place: str = ""
    year: int = 0
    looked_up: date | None = None
    checked_how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card. `related` are ids of library entries that go further."""

    id: str
    title: str
    topic: str
    date: Span
    places: tuple[str, ...]
    practices: tuple[Practice, ...]
    led_by: str
    what_happened: str
    what_allies_did: str
    what_it_changed: str
    regions: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = (Ground.ANY,)
    sources: tuple[CardSource, ...] = ()
    related: tuple[str, ...] = ()
    language: str = "en"
    standing: Standing = field(default_factory=Standing)

    @property
    def sort(self) -> str:
        """What filters by type know it as."""
        return "card"

    @property
    def minutes(self) -> int:
        """What it takes to read."""
        return MINUTES

    @property
    def level(self) -> int:
        """A card asks for nothing one would have to know."""
        return 1


def card(entry: Entry) -> Card:
    """The card that a content entry describes. Raises Refused naming entry and field."""
    return Card(
        id=fields.text(entry, "id"),
        title=fields.text(entry, "title"),
        topic=fields.text(entry, "topic"),
        date=_span(entry),
        places=fields.words(entry, "places"),
        regions=fields.words(entry, "regions"),
        grounds=fields.known(entry, "grounds", Ground),
        practices=fields.known(entry, "practices", Practice),
        led_by=fields.text(entry, "led_by"),
        what_happened=fields.text(entry, "what_happened"),
        what_allies_did=fields.text(entry, "what_allies_did"),
        what_it_changed=fields.text(entry, "what_it_changed"),
        sources=tuple(_source(each) for each in fields.tables(entry, "sources")),
        related=fields.words(entry, "related"),
        standing=standing(entry),
    )


def _span(entry: Entry) -> Span:
    given = {"id": entry.get("id", ""), **fields.table(entry, "date")}
    first = fields.day(given, "from")
    if first is None:
        raise fields.refused(entry, "date", _("it does not say when it began."))
    return Span(
        first=first, last=fields.day(given, "to"), precision=fields.one(given, "precision", Precision)
    )


def _source(given: Mapping[str, object]) -> CardSource:
    return CardSource(
        cite=fields.text(given, "cite"),
        publisher=fields.text(given, "publisher"),
        url=fields.text(given, "url"),
        place=fields.text(given, "place"),
        year=fields.whole(given, "year"),
        looked_up=fields.day(given, "looked_up"),
        checked_how=fields.text(given, "checked_how"),
    )


def card_of_the_day(cards: Sequence[Card], *, today: date) -> Card | None:
    """One card a day; none comes again until all have been shown. None where there are no cards.

    The order is by the hash of the id, so that a topic's cards do not follow each other; a new round takes
    the same order. Adding a card may bring one back early, once.
    """
    if not cards:
        return None
    shuffled = sorted(cards, key=_scattered)
    return shuffled[today.toordinal() % len(shuffled)]


def _scattered(card: Card) -> tuple[int, str]:
    number = 0
    for sign in card.id:
        number = (number * 1_000_003 + ord(sign)) % 4_294_967_291  # any two primes scatter well enough
    return number, card.id


def on_topic(cards: Sequence[Card], topic: str) -> tuple[Card, ...]:
    """The cards of a topic, or of all, by date; a topic may be said in part or in other letters."""
    asked = words_of(topic)
    found = [each for each in cards if all(word in words_of(each.topic) for word in asked)]
    return tuple(sorted(found, key=lambda each: (each.date.first, each.id)))


def linked(card: Card, library: Library) -> tuple[Resource, ...]:
    """Works that go further: those the card names, then those with a ground and most else in common."""
    named = [found for each in card.related if (found := library.find(each))]
    subject = set(words_of(f"{card.title} {card.topic}"))
    near = []
    for each in library:
        grounds = set(each.grounds) & set(card.grounds) - {Ground.ANY}
        topics = subject & {word for topic in each.topics for word in words_of(topic)}
        deeds = set(each.practices) & set(card.practices)
        if grounds and (topics or deeds) and each not in named:
            near.append((-len(topics), -len(grounds), -len(deeds), each.id, each))
    return tuple([*named, *(each for *_rank, each in sorted(near, key=lambda row: row[:4]))][:LINKED])


def cards_for(resource: Resource, cards: Sequence[Card]) -> tuple[Card, ...]:
    """The cards that name this work, then those that share a ground with it, by date."""
    named = [each for each in cards if resource.id in each.related]
    shared = [
        each
        for each in cards
        if each not in named and set(each.grounds) & set(resource.grounds) - {Ground.ANY}
    ]
    by_date = sorted(shared, key=lambda each: (each.date.first, each.id))
    return tuple([*named, *by_date][:LINKED])
