"""What this room adds to a member's letter: events, and that there is something on their notices page."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.web import digest_events
from alongside.include.web.queries_moderation import with_unread
from alongside.web.digest_lines import DigestLine, Lines, Readers


def lines(among: Readers, *, today: date) -> Lines:
    """Events, then one line where something was not read yet; a letter says no more than that."""
    events = digest_events.lines(among, today=today)
    waiting = with_unread(among.members)
    return lambda member: [*events(member), *(_of_notices() if member.pk in waiting else ())]


def _of_notices() -> list[DigestLine]:
    text = _("There is something new on your notices page.")
    return [DigestLine(section="own", text=text, url=reverse("include:notices"))]
