"""A quiz made of the cards: when it was, who led, what came of it. To notice, not to be measured.

Nothing is counted and nothing kept; after every question the card is there to be read.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from alongside.core.language import gettext as _
from alongside.learn.cards import Card

OPTIONS: Final = 3


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

    def reply(self, chosen: int) -> str:
        """What stands on the card, said the same way whatever was chosen."""
        del chosen  # nothing is counted, and nobody is told off
        return _("On the card: %(text)s") % {"text": self.options[self.right]}


_QUESTIONS: Mapping[About, Callable[[], str]] = {
    About.WHEN: lambda: _("When was it? %(title)s"),
    About.WHO: lambda: _("Who led? %(title)s"),
    About.CHANGE: lambda: _("What came of it? %(title)s"),
}
_TEXTS: Mapping[About, Callable[[Card], str]] = {
    About.WHEN: lambda card: str(card.date),
    About.WHO: lambda card: card.led_by,
    About.CHANGE: lambda card: card.what_it_changed,
}


def quiz(cards: Sequence[Card], *, count: int, seed: int) -> tuple[QuizItem, ...]:
    """Up to `count` questions, each about another card; the same seed asks the same.

    A card is passed over where too few others say something else.
    """
    chance = random.Random(seed)  # noqa: S311  # no secret comes of it
    ordered = sorted(cards, key=lambda card: card.id)
    made = (_item(card, ordered, chance) for card in chance.sample(ordered, len(ordered)))
    items = (item for item in made if item is not None)
    return tuple(item for item, _n in zip(items, range(count), strict=False))


def _item(card: Card, cards: Sequence[Card], chance: random.Random) -> QuizItem | None:
    about = chance.choice(tuple(About))
    own = _TEXTS[about](card)
    others = sorted({_TEXTS[about](each) for each in cards} - {own})
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
