"""What this room gives to a member's digest: that a question lies with them or is answered, and a card."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.learn.web.history import card_line
from alongside.learn.web.queries_questions import answered_since, for_me
from alongside.web.digest_lines import DigestLine
from alongside.web.models import Member

DAYS: Final = 7


def lines(member: Member, *, today: date) -> Sequence[DigestLine]:
    """The lines for one member; never the words of a question, which is between two people."""
    lies = DigestLine(
        section="own",
        text=_("A question lies with you, if you like."),
        url=reverse("learn:questions-answering"),
    )
    answered = DigestLine(
        section="own", text=_("A question of yours is answered."), url=reverse("learn:questions-people")
    )
    found = ((for_me(member), lies), (answered_since(member, today - timedelta(days=DAYS)), answered))
    return [*(line for is_there, line in found if is_there), *card_line(today=today)]
