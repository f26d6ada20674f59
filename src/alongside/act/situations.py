"""Roles and weekly occasions: as somebody types them ("chair", "meeting:tue"), and in plain words."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from alongside.act.acts import Refused
from alongside.act.profile import Occasion, Profile
from alongside.core.language import gettext as _

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_ROLES: Final[dict[str, Callable[[], str]]] = {
    "chair": lambda: _("I chair meetings"),
    "interview": lambda: _("I interview people for jobs or places"),
    "review": lambda: _("I review work, papers or code"),
    "teach": lambda: _("I teach or train"),
    "moderate": lambda: _("I moderate a group or a forum"),
    "parent": lambda: _("I look after children"),
    "organise": lambda: _("I organise a group or a team"),
    "manage": lambda: _("I manage people"),
    "volunteer": lambda: _("I volunteer"),
    "write": lambda: _("I write for others to read"),
    "event": lambda: _("I put on events"),
}
_OCCASIONS: Final[dict[str, Callable[[], str]]] = {
    "meeting": lambda: _("A meeting"),
    "one-to-one": lambda: _("A one-to-one talk"),
    "review": lambda: _("A review of somebody's work"),
    "hiring": lambda: _("Interviews or choosing people"),
    "class": lambda: _("A class or training"),
    "chat": lambda: _("A group chat"),
    "social": lambda: _("Time with friends or colleagues"),
    "family-meal": lambda: _("A meal with family"),
    "event": lambda: _("An event"),
    "commute": lambda: _("A way to work or school"),
    "email": lambda: _("Time for e-mail"),
    "news": lambda: _("Reading the news"),
    "budget": lambda: _("A look at a budget"),
    "planning": lambda: _("Planning ahead"),
}


def role_words(role: str) -> str:
    """What somebody does who has this role."""
    return _ROLES[role]()


def occasion_words(occasion: str) -> str:
    """What comes round."""
    return _OCCASIONS[occasion]()


def role_named(given: str) -> str:
    """The role as typed, where there is such a one. Raises Refused."""
    return Profile(roles=(given,)).roles[0]


def occasion_named(given: str) -> Occasion:
    """The occasion as typed, such as meeting:tue. Raises Refused."""
    return _occasion(given)


def capacity_named(points: int) -> int:
    """The room as typed, where a week can hold them. Raises Refused."""
    return Profile(capacity=points).capacity


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
            "occasions",
            _("“%(day)s” is no day of the week.") % {"day": day},
            _("Write it like meeting:tue."),
        )
    return Occasion(id=name, weekday=DAYS.index(day.lower()[:3]))
