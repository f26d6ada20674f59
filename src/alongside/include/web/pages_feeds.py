"""The parts of the pages about one's calendars."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.web.queries_feeds import FeedLine
from alongside.web.parts import Button, Link, PageHead


def feeds_parts(lines: Sequence[FeedLine]) -> dict[str, object]:
    """Every calendar one can have: all events, or one circle's."""
    return {
        "head": PageHead(
            where=_("Events"),
            heading=_("Your calendar"),
            lead=_("A secret address that your calendar program asks by itself. Changes reach you there."),
        ),
        "lines": [_line(line) for line in lines],
        "back": Link(label=_("All events"), url=reverse("include:events"), id="back"),
    }


def _line(line: FeedLine) -> dict[str, object]:
    key = line.circle.hex if line.circle else "all"
    label = _("Make a new address") if line.made else _("Make an address")
    return {
        "id": key,
        "name": line.name or _("All your events"),
        "circle": line.circle or "",
        "asks_titles": line.hidden or not line.circle,
        "titles": line.titles,
        "made": line.made,
        "make": Button(label=label, id=f"make-{key}", kind="plain", about=f"about-{key}"),
        "end": Button(label=_("End the address"), id=f"end-{key}", kind="quiet", about=f"about-{key}"),
    }


def made_parts(name: str, address: str) -> dict[str, object]:
    """The address, this once."""
    return {
        "head": PageHead(
            where=name,
            heading=_("Your secret address"),
            lead=_("Copy it into your calendar program now. It is shown this once; we keep no copy."),
        ),
        "address": address,
        "back": Link(label=_("Back to your calendars"), url=reverse("include:feeds"), id="back"),
    }
