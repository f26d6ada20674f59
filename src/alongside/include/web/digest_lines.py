"""What this room adds to a member's letter: events, and that there is something on their notices page."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.web import digest_events
from alongside.include.web.queries_moderation import unread
from alongside.web.digest_lines import DigestLine
from alongside.web.models import Member


def lines(member: Member, *, today: date) -> Sequence[DigestLine]:
    """Events, then one line where something was not read yet; a letter says no more than that."""
    return (*digest_events.lines(member, today=today), *_of_notices(member))


def _of_notices(member: Member) -> list[DigestLine]:
    if not unread(member):
        return []
    text = _("There is something new on your notices page.")
    return [DigestLine(section="own", text=text, url=reverse("include:notices"))]
