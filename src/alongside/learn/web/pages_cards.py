"""The parts of the history cards: the list by period, one card, and the quiz made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.learn.cards import Card, CardSource, linked, on_topic
from alongside.learn.keeping import Kept
from alongside.learn.quiz import QuizItem
from alongside.learn.shelf import Shelf, scenes_on
from alongside.learn.web import words
from alongside.learn.web.pages_library import first_sentence, mark_parts, onward
from alongside.web.parts import Button, Choice, ChoiceGroup, Field, Link, PageHead, ShownWork

CENTURY = 100
YOUNG = 1900
"""Cards since then are set out by quarter of a century, older ones by century (taste)."""
QUARTER = 25


def topic_name(topic: str) -> str:
    """A topic as people read it; one that a pack brings is shown as it is written."""
    said = {
        "civil-rights": _("Civil rights"),
        "labour": _("Labour"),
        "gender": _("Gender"),
        "migration": _("Migration"),
        "anti-colonial": _("Against colonial rule"),
        "suffrage": _("The vote"),
        "disability": _("Disability"),
        "lgbtq": _("LGBTQ"),
    }
    return said.get(topic, words.capital(topic.replace("-", " ")))


def cards_parts(shelf: Shelf, topic: str) -> dict[str, object]:
    """All cards, or those of a topic, by period."""
    topics = sorted({each.topic for each in shelf.cards}, key=topic_name)
    chosen = topic if topic in topics else ""
    found = on_topic(shelf.cards, chosen)
    periods: dict[str, list[Card]] = {}
    for card in found:
        periods.setdefault(_period(card), []).append(card)
    anything = Choice(value="", label=_("All topics"), chosen=not chosen)
    choices = (anything, *(Choice(value=t, label=topic_name(t), chosen=t == chosen) for t in topics))
    return {
        "head": PageHead(
            where=_("Learn"),
            heading=_("History cards"),
            lead=_("Who led, what allies did, and what it changed. Two minutes each."),
        ),
        "standing": words.standing_of_list(found),
        "topic": Field(name="topic", label=_("Topic"), choices=choices),
        "topic_button": Button(label=_("Show these"), id="show-topic", kind="plain"),
        "periods": [
            {
                "id": f"period-{number}",
                "heading": name,
                "works": [_line(card, whole=bool(chosen)) for card in cards],
            }
            for number, (name, cards) in enumerate(periods.items(), start=1)
        ],
        "quiz": Link(label=_("Try a few questions"), url=_quiz_url(chosen, 0), id="to-quiz"),
    }


def _line(card: Card, *, whole: bool) -> ShownWork:
    """A card in the list: of one topic with its first sentences; among all without, to keep it light."""
    text = first_sentence(card.what_happened) if whole else ""
    facts = " · ".join((words.span_in_words(card.date), ", ".join(card.places)))
    link = Link(label=card.title, url=words.url_of(card), id=f"card-{card.id}")
    return ShownWork(link=link, facts=facts, text=text, standing=words.reviewed(card))


def _period(card: Card) -> str:
    year = card.date.first.year
    length = QUARTER if year >= YOUNG else CENTURY
    first = year - year % length
    return _("%(first)d to %(last)d") % {"first": first, "last": first + length - 1}


def card_parts(card: Card, kept: Kept, shelf: Shelf) -> dict[str, object]:
    """One card with its sources and where to go on."""
    return {
        "head": PageHead(
            where=" · ".join(
                (topic_name(card.topic), words.span_in_words(card.date), ", ".join(card.places))
            ),
            heading=card.title,
        ),
        "chapters": (
            (_("Who led"), card.led_by),
            (_("What happened"), card.what_happened),
            (_("What allies did"), card.what_allies_did),
            (_("What it changed"), card.what_it_changed),
        ),
        "sources": [_source(number, each) for number, each in enumerate(card.sources, start=1)],
        "standing": card.standing.sentence,
        "works": [words.shown_work(each, text=each.why) for each in linked(card, shelf.library)],
        "marks": mark_parts(card.id, kept.mark_of(card.id)),
        "onward": onward(card, kept),
        "quiz": Link(label=_("A question on this card"), url=_quiz_url("", 0, card.id), id="to-quiz"),
        "scenes": [
            Link(
                label=scene.title,
                url=reverse("practise:practise-scene", args=(scene.id,)),
                id=f"scene-{scene.id}",
            )
            for scene in scenes_on(card.id, settings.DATA)
        ],
    }


def _source(number: int, source: CardSource) -> dict[str, object]:
    parts = (source.publisher, str(source.year or ""), source.place)
    return {
        "id": f"source-{number}",
        "cite": source.cite,
        "url": source.url,
        "rest": ", ".join(part for part in parts if part),
        "seen": words.seen_on(source.looked_up),
        "checked_how": words.capital(source.checked_how.rstrip(".")),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which question is asked for: of the day's on a topic, or on one card; and what was chosen."""

    topic: str = ""
    card: str = ""
    place: int = 0
    chosen: int | None = None


def quiz_parts(items: Sequence[QuizItem], asked: Asked, *, cards: Sequence[Card]) -> dict[str, object]:
    """One question; after the answer what stands on the card, and the card itself. Nothing is counted."""
    head = PageHead(where=_("History cards"), heading=_("A question, and the card it comes from"))
    back = Link(label=_("Back to the cards"), url=words.url("learn-cards"), id="back")
    if asked.place >= len(items):
        return {"head": head, "over": True, "none": not items, "back": back}
    item, chosen = items[asked.place], asked.chosen
    spans = {str(card.date): words.span_in_words(card.date) for card in cards}
    options = [spans.get(option, option) for option in item.options]
    return {
        "head": head,
        "back": back,
        "group": ChoiceGroup(
            name="answer",
            legend=item.question,
            choices=tuple(
                Choice(value=str(n), label=option, chosen=n == chosen) for n, option in enumerate(options)
            ),
        ),
        "asked": asked,
        "button": Button(label=_("See what the card says"), id="see-answer"),
        "reply": item.reply(chosen, text=options[item.right]) if chosen is not None else "",
        "card": Link(label=_("Read the card"), url=words.url("learn-card", item.card), id="to-card"),
        "next": Link(label=_("Another question"), url=_next_question(asked), id="next-question"),
    }


def _next_question(asked: Asked) -> str:
    """The next one on the topic; after the question on a card, the first of the day's."""
    return _quiz_url("", 0) if asked.card else _quiz_url(asked.topic, asked.place + 1)


def _quiz_url(topic: str, place: int, card: str = "") -> str:
    given = (("topic", topic), ("place", str(place or "")), ("card", card))
    asked = {name: value for name, value in given if value}
    return words.url("learn-quiz") + (f"?{urlencode(asked)}" if asked else "")
