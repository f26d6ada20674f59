"""How likely the situation for an action comes up this week, from declared roles and occasions.

Every number here is our choice: rough odds for an ordinary week, to be replaced by what people tell us. They
order actions for one person; they are no statement about the world. Method: docs/method/planner.md
"""

from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Final

from alongside.act.catalogue import Action, Mode
from alongside.act.profile import ANY, Profile

DECLARED_DAY: Final = 0.95
DECLARED: Final = 0.8
"""An occasion the person has every week, with and without a fixed day (our choice)."""

UNDECLARED: Final = {
    "meeting": 0.4, "one-to-one": 0.25, "review": 0.1, "hiring": 0.05, "class": 0.1, "chat": 0.5,
    "social": 0.3, "family-meal": 0.3, "event": 0.1, "commute": 0.3, "email": 0.5, "news": 0.5,
    "budget": 0.05, "planning": 0.15,
}  # fmt: skip
"""The same where nothing was said about it (our choice)."""

ANY_OCCASION: Final = 0.9
BY_ROLE: Final = 0.7
"""An occasion that goes with a role the person named: whoever chairs has meetings (our choice)."""

GOES_WITH: Final = {
    "chair": ("meeting", "planning"),
    "interview": ("hiring",),
    "review": ("review", "email"),
    "teach": ("class",),
    "moderate": ("chat",),
    "parent": ("family-meal", "social"),
    "organise": ("meeting", "event", "planning"),
    "manage": ("one-to-one", "meeting", "hiring", "budget"),
    "volunteer": ("event", "meeting"),
    "write": ("email", "news"),
    "event": ("event", "planning"),
}
"""The occasions of a role (our choice); the first run asks about them first. The first is its own one."""

IN_ROLE: Final = 1.15
"""An action for a role the person named is theirs to do more than one for anybody (our choice)."""

OUTSIDE_ROLE: Final = 0.2
"""An action for a role that the person did not name is seldom theirs to do (our choice)."""

MOMENT_COMES: Final = 0.5
"""A reactive action also needs its moment, such as a remark, within the occasion (our choice)."""


def opportunity(action: Action, profile: Profile) -> float:
    """P(the situation comes up this week), 0 to 1."""
    return opportunities((action,), profile)[action.id]


def opportunities(actions: Iterable[Action], profile: Profile) -> dict[str, float]:
    """The opportunity of each action, by its id; looked up once for all with the same occasions and roles."""
    known: dict[tuple[tuple[str, ...], tuple[str, ...], bool], float] = {}
    comes_up = cache(partial(_occasion_chance, profile))
    chances = {}
    for action in actions:
        alike = action.occasions, action.roles, action.mode is Mode.REACTIVE
        if alike not in known:
            known[alike] = _chance(action, profile, comes_up)
        chances[action.id] = known[alike]
    return chances


def _chance(action: Action, profile: Profile, comes_up: Callable[[str], float]) -> float:
    chance = max(map(comes_up, action.occasions))
    if action.mode is Mode.REACTIVE:
        chance *= MOMENT_COMES
    return min(1.0, chance * _role_factor(action, profile))


def _role_factor(action: Action, profile: Profile) -> float:
    if any(role in profile.roles for role in action.roles):
        return IN_ROLE
    return 1.0 if suits_role(action, profile) else OUTSIDE_ROLE


def suits_role(action: Action, profile: Profile) -> bool:
    """Whether the action is for anybody, or for a role the person named."""
    return ANY in action.roles or any(role in profile.roles for role in action.roles)


def _occasion_chance(profile: Profile, occasion: str) -> float:
    if occasion == ANY:
        return ANY_OCCASION
    mine = [each for each in profile.occasions if each.id == occasion]
    if any(each.weekday is not None for each in mine):
        return DECLARED_DAY
    if mine:
        return DECLARED
    by_role = any(occasion in GOES_WITH[role][:1] for role in profile.roles)
    return max(BY_ROLE, UNDECLARED[occasion]) if by_role else UNDECLARED[occasion]
