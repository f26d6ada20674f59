"""What this room puts into a member's letter: one history card, the same for everybody in a week."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from alongside.learn.cards import card_of_the_day
from alongside.learn.web import words
from alongside.learn.web.held import held
from alongside.learn.web.pages_library import first_sentence
from alongside.web.digest_lines import DigestLine
from alongside.web.models import Member


def digest(member: Member, *, today: date) -> Sequence[DigestLine]:
    """The card of the week; nothing where there are no cards."""
    del member  # a card chosen for somebody would say something about them
    card = card_of_the_day(held().shelf.cards, today=today - timedelta(days=today.weekday()))
    if card is None:
        return ()
    told = {"title": card.title, "when": card.date, "text": first_sentence(card.what_happened)}
    text = _("%(title)s, %(when)s. %(text)s") % told
    return (DigestLine(section="history", text=text, url=words.url_of(card)),)
