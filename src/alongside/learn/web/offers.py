"""What this room puts on Today: this week's step of the path, or for a newcomer the card of the day."""

from datetime import date

from django.utils.translation import gettext as _

from alongside.core.deeds import Reader
from alongside.learn.cards import card_of_the_day
from alongside.learn.keeping import Kept, read_kept
from alongside.learn.small_deeds import ACTION
from alongside.learn.web import words
from alongside.learn.web.held import held
from alongside.learn.web.pages_library import first_sentence
from alongside.learn.web.pages_path import shown_step
from alongside.learn.web.queries import my_path
from alongside.web.parts import Link, Offer


def offer(keeper: Reader, *, today: date) -> Offer | None:
    """One small thing; nothing where the library is empty."""
    kept = read_kept(keeper)
    on_the_way = kept.last_round is not None or kept.path is not None
    return (_step(kept, today=today) if on_the_way else None) or _card(today=today)


def _step(kept: Kept, *, today: date) -> Offer | None:
    steps = my_path(kept, today=today, most=2)
    if not steps:
        return None
    # Today proposes actions by itself: from here comes what prepares them
    shown = shown_step(next((each for each in steps if each.kind != ACTION), steps[0]))
    way = shown.open or Link(label=_("See your path"), url=words.url("learn-path"))
    return Offer(
        kicker=_("Learn · %(about)s") % {"about": shown.kind},
        title=shown.title,
        text=shown.text,
        link=Link(label=way.label, url=way.url, id="offer-learn"),
    )


def _card(*, today: date) -> Offer | None:
    card = card_of_the_day(held().shelf.cards, today=today)
    if card is None:
        return None
    return Offer(
        kicker=_("Learn · %(about)s") % {"about": words.card_facts(card)},
        title=card.title,
        text=first_sentence(card.what_happened),
        link=Link(label=_("Read the card"), url=words.url_of(card), id="offer-learn"),
    )
