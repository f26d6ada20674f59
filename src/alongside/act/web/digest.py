"""What asks and thanks add to a member's digest. Nobody is reminded to confirm, and nothing is counted."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.act.asks import State
from alongside.act.web.queries_asks import ShownAsk, asks_among
from alongside.act.web.queries_letters import thanked
from alongside.web.digest_lines import DigestLine, Lines, Readers
from alongside.web.models import Member

ASKS_MOST: Final = 3
"""Most open asks in one digest (our choice: a letter, not a list)."""
WEEK: Final = timedelta(days=7)


def digest(among: Readers, *, today: date) -> Lines:
    """Open asks of their circles, for stewards those that nobody took up, and that thanks have come."""
    held = {member: [each for each in own if not each.circle.is_hidden] for member, own in among.held.items()}
    shown = asks_among((each for own in held.values() for each in own), today=today)
    with_thanks = thanked(among.members, today=today, since=today - WEEK)

    def lines(member: Member) -> Sequence[DigestLine]:
        asks = _of_asks(shown(member, held[member.pk]), today=today)
        return [*asks, *(_of_thanks() if member.pk in with_thanks else ())]

    return lines


def _of_asks(told: Sequence[ShownAsk], *, today: date) -> list[DigestLine]:
    fresh = [each for each in told if each.can_take][:ASKS_MOST]
    alone = [each for each in told if each.steward and _was_told(each, today=today)]
    return [*(_open(each) for each in fresh), *(_alone(each) for each in alone)]


def _of_thanks() -> list[DigestLine]:
    text = _("Somebody thanked you. It is sealed; open your vault to read it.")
    return [DigestLine(section="thanks", text=text, url=reverse("act:asks-thanks"))]


def _was_told(shown: ShownAsk, *, today: date) -> bool:
    """Told within the week of this digest, so that it stands in one of them."""
    told = shown.ask.told
    return shown.ask.state is State.OPEN and told is not None and today - WEEK < told <= today


def _open(shown: ShownAsk) -> DigestLine:
    words = _("%(what)s (%(circle)s)") % {"what": shown.ask.what, "circle": shown.circle_name}
    return DigestLine(section="asks", text=words, url=reverse("act:asks-ask", args=(shown.ask.id,)))


def _alone(shown: ShownAsk) -> DigestLine:
    words = _(
        "Two weeks without a taker: %(what)s. Perhaps ask one person you know, or help to make it smaller."
    )
    text = words % {"what": shown.ask.what}
    return DigestLine(section="asks", text=text, url=reverse("act:asks-ask", args=(shown.ask.id,)))
