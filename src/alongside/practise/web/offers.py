"""What practising puts on Today: what comes back, or one first scene for somebody new."""

from datetime import date

from django.utils.translation import gettext as _

from alongside.core.deeds import Reader
from alongside.practise.schedule import DAY_S
from alongside.practise.web import queries
from alongside.practise.web.pages import MINUTES, USUAL, offer_of
from alongside.web.parts import Link, Offer


def offer(keeper: Reader, *, today: date) -> Offer | None:
    """The next thing to practise, a long scene too; None where the five minutes of the day are used up."""
    found = queries.next_up(keeper, minutes=MINUTES[-1], today=today, most=1, most_s=DAY_S)
    if not found:
        return None
    shown = offer_of(found[0], minutes=USUAL)
    return Offer(
        kicker=_("Practise · %(about)s") % {"about": shown.kicker},
        title=shown.title,
        text=shown.text,
        link=Link(label=shown.link.label, url=shown.link.url, id="offer-practise"),
    )
