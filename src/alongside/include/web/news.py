"""What an event is outside: public news where everybody was invited to it, and otherwise nothing."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.posters import Kind, News
from alongside.include.web.flows_posters import tell
from alongside.include.web.kept import engine_of
from alongside.include.web.models import Audience, Event
from alongside.include.web.times import when
from alongside.web.home import whole


def tell_of(row: Event, kind: Kind, *, now: datetime) -> None:
    """Tell that an event is on, or called off. Call it in the deed's transaction.

    What is for one circle alone is told nowhere, and never how to join on line.
    """
    if row.audience != Audience.EVERYBODY:
        return
    told = {"when": when(engine_of(row)), "place": row.place}
    text = _("%(when)s. %(place)s") % told if row.place else told["when"]
    if kind is Kind.CANCELLED:
        text = _("This is called off: %(text)s") % {"text": text}
    url = whole(reverse("include:events-event", args=[row.pk]))
    tell(row.circle, News(kind=kind, title=row.title, text=text, url=url), now=now)
