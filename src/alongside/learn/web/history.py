"""The history card in a member's letter: the same for everybody in a week."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.learn.cards import card_of_the_day
from alongside.learn.web import words
from alongside.learn.web.held import held
from alongside.learn.web.pages_library import first_sentence
from alongside.web.digest_lines import DigestLine


def card_line(*, today: date) -> Sequence[DigestLine]:
    """The card of the week, chosen for nobody; nothing where there are no cards."""
    cards = held().shelf.cards
    return _of_week(today - timedelta(days=today.weekday()), len(cards), get_language() or "")


@lru_cache(maxsize=8)
def _of_week(monday: date, _count: int, _language: str) -> Sequence[DigestLine]:
    """Held, since it is the same for two thousand letters; until cards are added or taken out."""
    card = card_of_the_day(held().shelf.cards, today=monday)
    if card is None:
        return ()
    told = {"title": card.title, "when": card.date, "text": first_sentence(card.what_happened)}
    text = _("%(title)s, %(when)s. %(text)s") % told
    return (DigestLine(section="history", text=text, url=words.url_of(card)),)
