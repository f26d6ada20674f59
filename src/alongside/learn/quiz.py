"""A quiz made of the cards: when it was, who led, what came of it. To notice, not to be measured.

Nothing is counted and nothing kept; after every question the card is there to be read.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from alongside.core.language import gettext as _
from alongside.learn.cards import Card

OPTIONS: Final = 3
NEAR: Final = 5
"""Cards whose texts may stand beside the right one: those nearest to it (our choice)."""
ALIKE: Final = 25
"""Letters that two texts may differ by and still look alike (our choice)."""
_SENTENCE_END: Final = re.compile(r"(?<=[a-z\d)”][.;])\s")


class About(StrEnum):
    """What a question asks for."""

    WHEN = "when"
    WHO = "who"
    CHANGE = "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizItem:
    """A question about a card; `right` is the place of the card's own text among the options."""

    card: str
    title: str
    about: About
    question: str
    options: tuple[str, ...]
    right: int

    def reply(self, chosen: int | None, *, text: str = "") -> str:
        """What stands on the card, and whether it was chosen; `text` is how a door words it."""
        told = {"text": (text or self.options[self.right]).rstrip(".")}
        if chosen is None:
            return _("The card says: %(text)s.") % told
        if chosen == self.right:
            return _("The card says the same: %(text)s.") % told
        return _("The card says otherwise: %(text)s.") % told


_QUESTIONS: Mapping[About, Callable[[], str]] = {
    About.WHEN: lambda: _("When was it? %(title)s"),
    About.WHO: lambda: _("Who led? %(title)s"),
    About.CHANGE: lambda: _("What came of it? %(title)s"),
}
_TEXTS: Mapping[About, Callable[[Card], str]] = {
    About.WHEN: lambda card: str(card.date),
    About.WHO: lambda card: card.led_by,
    About.CHANGE: lambda card: _first_sentence(card.what_it_changed),
}


def _first_sentence(text: str) -> str:
    return _SENTENCE_END.split(text, maxsplit=1)[0]


def quiz(cards: Sequence[Card], *, count: int, seed: int) -> tuple[QuizItem, ...]:
    """Up to `count` questions, each about another card; the same seed asks the same.

    A card is passed over where too few others say something else.
    """
    chance = random.Random(seed)  # noqa: S311  # no secret comes of it
    ordered = sorted(cards, key=lambda card: card.id)
    made = (_item(card, ordered, chance) for card in chance.sample(ordered, len(ordered)))
    items = (item for item in made if item is not None)
    return tuple(item for item, _n in zip(items, range(count), strict=False))


def quiz_on(card: Card, cards: Sequence[Card], *, seed: int) -> QuizItem | None:
    """One question about this card; None where too few others say something else."""
    return _item(card, sorted(cards, key=lambda each: each.id), random.Random(seed))  # noqa: S311  # no secret


def _item(card: Card, cards: Sequence[Card], chance: random.Random) -> QuizItem | None:
    about = chance.choice(tuple(About))
    own = _TEXTS[about](card)
    others = _look_alikes(card, cards, about)
    if len(others) < OPTIONS - 1:
        return None
    options = [own, *chance.sample(others, OPTIONS - 1)]
    chance.shuffle(options)
    return QuizItem(
        card=card.id,
        title=card.title,
        about=about,
        question=_QUESTIONS[about]() % {"title": card.title},
        options=tuple(options),
        right=options.index(own),
    )


def _look_alikes(card: Card, cards: Sequence[Card], about: About) -> list[str]:
    """What nearby cards say: of the same topic, as long, and from about the same time."""
    own = _TEXTS[about](card)

    def distance(other: Card) -> tuple[bool, int, int, str]:
        longer = abs(len(_TEXTS[about](other)) - len(own)) // ALIKE
        years = abs(other.date.first.year - card.date.first.year)
        return other.topic != card.topic, longer, years, other.id

    texts = (_TEXTS[about](each) for each in sorted(cards, key=distance))
    return [text for text in dict.fromkeys(texts) if text != own][:NEAR]
