"""What somebody tells about their week, so that the plan fits it: roles, occasions, capacity.

All of it is optional, about situations only, and never about who a person is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from alongside.act.acts import Refused
from alongside.core.language import gettext as _
from alongside.core.practices import Practice

ANY: Final = "any"
ROLES: Final = (
    "chair", "interview", "review", "teach", "moderate", "parent",
    "organise", "manage", "volunteer", "write", "event",
)  # fmt: skip
OCCASIONS: Final = (
    "meeting", "one-to-one", "review", "hiring", "class", "chat", "social",
    "family-meal", "event", "commute", "email", "news", "budget", "planning",
)  # fmt: skip
CAPACITY: Final = 6
"""Effort a week, 1 to 5 an act, until somebody says otherwise: three acts of middling effort (our choice)."""
CAPACITY_LEAST: Final = 3
CAPACITY_MOST: Final = 30
"""Three acts of effort 1 fit the least; the most only catches slips of the finger (our choice)."""
SUNDAY: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Something that comes round every week; `weekday` is 0 for Monday to 6, None where it varies."""

    id: str
    weekday: int | None = None

    def __post_init__(self) -> None:
        """Refuse an occasion that no action knows, or a day that no week has."""
        _check_listed("occasions", (self.id,), OCCASIONS)
        if self.weekday is not None and not 0 <= self.weekday <= SUNDAY:
            raise Refused(
                "occasions",
                _("%(day)s is not a day of the week.") % {"day": self.weekday},
                _("Choose a weekday, or none."),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Roles, weekly occasions, effort a week, and self-ratings (0 unsure to 1 sure) by practice.

    `since` is the day the capacity was last set: an offer to change it waits three weeks from there.
    """

    roles: tuple[str, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    capacity: int = CAPACITY
    ratings: Mapping[Practice, float] = field(default_factory=dict)
    since: date | None = None

    def __post_init__(self) -> None:
        """Refuse what the plan could not work with, naming what it can."""
        _check_listed("roles", self.roles, ROLES)
        if not CAPACITY_LEAST <= self.capacity <= CAPACITY_MOST:
            bounds = {"least": CAPACITY_LEAST, "most": CAPACITY_MOST, "given": self.capacity}
            raise Refused(
                "capacity",
                _("The room in a week is a number from %(least)s to %(most)s; you wrote %(given)s.") % bounds,
                _("Three small acts take 3; two harder ones take 8."),
            )
        if not all(0 <= rating <= 1 for rating in self.ratings.values()):
            raise Refused("ratings", _("A self-rating lies between 0 and 1."), _("Leave it out if unsure."))


def _check_listed(place: str, given: tuple[str, ...], known: tuple[str, ...]) -> None:
    for word in given:
        if word not in known:
            raise Refused(
                place,
                _("“%(word)s” is not one we know.") % {"word": word},
                _("Choose among: %(known)s.") % {"known": ", ".join(known)},
            )
