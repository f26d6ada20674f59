"""What a circle needs to begin, and how many people it takes: small enough that all can be heard."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from alongside.core.language import gettext as _
from alongside.include.refusals import Refused

MOST_PEOPLE: Final = 150
"""People in a circle at most (our choice): beyond that nobody knows who reads along."""
LONGEST_NAME: Final = 80
LONGEST_PURPOSE: Final = 300
"""Characters of a circle's name and of its purpose at most (our choice)."""
INVITATION_DAYS: Final = 30
"""Days for which an invitation is open (our choice)."""
GUEST_DAYS: Final = 30
"""Days for which a guest is in a circle (our choice): a visit has an end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What a circle is called, and what it is for."""

    name: str
    purpose: str


def check(given: Beginning) -> Beginning:
    """Name and purpose without blanks around them. Raises Refused naming the field."""
    name, purpose = " ".join(given.name.split()), " ".join(given.purpose.split())
    if not name or len(name) > LONGEST_NAME:
        raise Refused(
            "name",
            _("A circle needs a name of at most %(most)d characters.") % {"most": LONGEST_NAME},
            _("Take words that its people would use."),
        )
    if not purpose or len(purpose) > LONGEST_PURPOSE:
        raise Refused(
            "purpose",
            _("Say in at most %(most)d characters what it is for.") % {"most": LONGEST_PURPOSE},
            _("One sentence is enough."),
        )
    return Beginning(name=name, purpose=purpose)


def check_room(count: int) -> None:
    """Whether one more person fits beside so many. Raises Refused."""
    if count >= MOST_PEOPLE:
        raise Refused(
            "",
            _("This circle is full: %(most)d people are in it.") % {"most": MOST_PEOPLE},
            _("Ask a steward whether a chapter could begin."),
        )


def invitation_ends(today: date) -> date:
    """The last day of an invitation made today."""
    return today + timedelta(days=INVITATION_DAYS)


def visit_ends(today: date) -> date:
    """The last day of a guest who comes in today."""
    return today + timedelta(days=GUEST_DAYS)
