"""What asks and thanks add to a member's digest. Nobody is reminded to confirm, and nothing is counted."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.act.asks import State
from alongside.act.web.queries_asks import ShownAsk, asks_for
from alongside.act.web.queries_letters import thanks_wait
from alongside.web.digest_lines import DigestLine
from alongside.web.models import Circle, Member, Opening

ASKS_MOST: Final = 3
"""Most open asks in one digest (our choice: a letter, not a list)."""
WEEK: Final = timedelta(days=7)


def digest(member: Member, *, today: date) -> Sequence[DigestLine]:
    """Open asks of their circles, for stewards those that nobody took up, and that thanks have come."""
    hidden = set(Circle.objects.of(member).filter(opening=Opening.HIDDEN).values_list("id", flat=True))
    told = [each for each in asks_for(member, today=today) if each.circle not in hidden]
    fresh = [each for each in told if each.can_take][:ASKS_MOST]
    alone = [each for each in told if each.steward and _was_told(each, today=today)]
    lines = [*(_open(each) for each in fresh), *(_alone(each) for each in alone)]
    if thanks_wait(member, today=today, since=today - WEEK):
        text = _("Somebody thanked you. It is sealed; open your vault to read it.")
        lines.append(DigestLine(section="thanks", text=text, url=reverse("act:asks-thanks")))
    return lines


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
