"""What this room gives to a member's digest: that a question lies with them or is answered, and a card."""

from datetime import date, timedelta
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.learn.web.history import card_line
from alongside.learn.web.queries_questions import answered_since, with_a_question
from alongside.web.digest_lines import DigestLine, Lines, Readers

DAYS: Final = 7


def lines(among: Readers, *, today: date) -> Lines:
    """The lines for each; never the words of a question, which is between two people."""
    lies = with_a_question(among.members)
    answered = answered_since(among.members, today - timedelta(days=DAYS))
    return lambda member: [
        *_of_questions(lies=member.pk in lies, answered=member.pk in answered),
        *card_line(today=today),
    ]


def _of_questions(*, lies: bool, answered: bool) -> list[DigestLine]:
    found = (
        (lies, _("A question lies with you, if you like."), "learn:questions-answering"),
        (answered, _("A question of yours is answered."), "learn:questions-people"),
    )
    return [DigestLine(section="own", text=text, url=reverse(page)) for here, text, page in found if here]
