"""Roles and weekly occasions as somebody types them: "chair", "meeting:tue"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from alongside.act.acts import Refused
from alongside.act.profile import Occasion, Profile
from alongside.core.language import gettext as _

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def profile_of(
    held: Profile, *, roles: Sequence[str], occasions: Sequence[str], capacity: int | None
) -> Profile:
    """The profile with what was given in place of what was held; what was not given stays. Raises Refused."""
    return replace(
        held,
        roles=tuple(roles) or held.roles,
        occasions=tuple(_occasion(each) for each in occasions) or held.occasions,
        capacity=held.capacity if capacity is None else capacity,
    )


def _occasion(given: str) -> Occasion:
    name, colon, day = given.partition(":")
    if not colon:
        return Occasion(id=name)
    if day.lower()[:3] not in DAYS:
        raise Refused(
            "--occasion",
            _("“%(day)s” is no day of the week.") % {"day": day},
            _("Write it like meeting:tue."),
        )
    return Occasion(id=name, weekday=DAYS.index(day.lower()[:3]))
