"""Why this step, in two sentences: the two strongest of what the planner weighed."""

from collections.abc import Callable, Collection, Iterator, Mapping
from math import exp
from typing import Final, NamedTuple

from alongside.act.catalogue import Action, Reach
from alongside.act.chances import opportunity
from alongside.act.profile import ANY, Profile
from alongside.act.standing import NEVER_WEEKS, Standing
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.practices import Practice

REASONS: Final = 2
_Say = Callable[[], str]

_ROLES: Final[dict[str, _Say]] = {
    "chair": lambda: _("You chair"),
    "interview": lambda: _("You interview"),
    "review": lambda: _("You review"),
    "teach": lambda: _("You teach"),
    "moderate": lambda: _("You moderate"),
    "parent": lambda: _("You look after children"),
    "organise": lambda: _("You organise"),
    "manage": lambda: _("You manage people"),
    "volunteer": lambda: _("You volunteer"),
    "write": lambda: _("You write"),
    "event": lambda: _("You put on events"),
}
_OCCASIONS: Final[dict[str, _Say]] = {
    "meeting": lambda: _("You have a meeting"),
    "one-to-one": lambda: _("You have a one-to-one"),
    "review": lambda: _("You have a review"),
    "hiring": lambda: _("You take part in hiring"),
    "class": lambda: _("You have a class"),
    "chat": lambda: _("You are in a group chat"),
    "social": lambda: _("You meet people"),
    "family-meal": lambda: _("You eat with family"),
    "event": lambda: _("You go to an event"),
    "commute": lambda: _("You are on the way"),
    "email": lambda: _("You write mail"),
    "news": lambda: _("You read the news"),
    "budget": lambda: _("You look at a budget"),
    "planning": lambda: _("You plan ahead"),
}
_ROLE_AT: Final[dict[str, tuple[str, _Say]]] = {
    "chair": ("meeting", lambda: _("You chair meetings, and one is on %(day)s.")),
    "interview": ("hiring", lambda: _("You interview, and hiring comes up on %(day)s.")),
    "review": ("review", lambda: _("You review, and a review comes up on %(day)s.")),
    "teach": ("class", lambda: _("You teach, and a class is on %(day)s.")),
    "moderate": ("chat", lambda: _("You moderate, and a group chat comes up on %(day)s.")),
    "parent": ("family-meal", lambda: _("You look after children, and a family meal is on %(day)s.")),
    "organise": ("event", lambda: _("You organise, and an event is on %(day)s.")),
    "event": ("event", lambda: _("You put on events, and one is on %(day)s.")),
    "manage": ("one-to-one", lambda: _("You manage people, and a one-to-one is on %(day)s.")),
}
"""The occasion at which a role is held. Both were told apart, so whether they meet is left open."""

_DAY_NAMES: Final[tuple[_Say, ...]] = (
    lambda: _("Monday"),
    lambda: _("Tuesday"),
    lambda: _("Wednesday"),
    lambda: _("Thursday"),
    lambda: _("Friday"),
    lambda: _("Saturday"),
    lambda: _("Sunday"),
)
_DAYS: Final[tuple[_Say, ...]] = (
    lambda: _("on Mondays"),
    lambda: _("on Tuesdays"),
    lambda: _("on Wednesdays"),
    lambda: _("on Thursdays"),
    lambda: _("on Fridays"),
    lambda: _("on Saturdays"),
    lambda: _("on Sundays"),
)
_WEEKS: Final[tuple[_Say, ...]] = (
    lambda: _("Not tried for a week."),
    lambda: _("Not tried for two weeks."),
    lambda: _("Not tried for three weeks."),
    lambda: _("Not tried for four weeks."),
    lambda: _("Not tried for five weeks."),
    lambda: _("Not tried for six weeks."),
    lambda: _("Not tried for seven weeks."),
)

_EFFORT: Final[dict[int, _Say]] = {
    2: lambda: _("It takes a little time or nerve."),
    3: lambda: _("It takes some time or nerve."),
    4: lambda: _("It is hard, or takes preparing."),
    5: lambda: _("It is very hard for many."),
}
MIDDLING_CHANCE: Final = 0.5
MIDDLING_FRESHNESS: Final = 1 - exp(-2 / 2.5)
MIDDLING_NEED: Final = 0.8
MIDDLING_COMPLETION: Final = 0.8
"""Each factor is compared with a middling one, to find which speaks loudest (our choice)."""


class _Reason(NamedTuple):
    strength: float
    sentence: str


def reasons(
    action: Action, *, standing: Standing, profile: Profile, said: Collection[str] = ()
) -> tuple[str, ...]:
    """The two strongest reasons, strongest first; what was `said` of another step comes last."""
    found = sorted(_all(action, standing, profile), key=lambda each: (each.sentence in said, -each.strength))
    return tuple(reason.sentence for reason in found[:REASONS])


def _all(action: Action, standing: Standing, profile: Profile) -> Iterator[_Reason]:
    yield from _about_the_week(action, profile)
    yield from _about_time(action.practice, standing)
    rating = profile.ratings.get(action.practice)
    if rating is not None and rating < MIDDLING_CHANCE:
        sentence = _("You feel less sure of this practice: %(practice)s.")
        yield _Reason((1.3 - rating) / MIDDLING_NEED, sentence % {"practice": action.practice.label})
    done = standing.done.get(action.id, 0)
    if done:
        chance = (2 + done) / (3 + 0.35 * action.effort + standing.planned.get(action.id, 0))
        yield _Reason(chance / MIDDLING_COMPLETION, _("You have done this before."))
    if action.practice in {Practice.SPONSOR, Practice.ADVOCATE}:
        yield _Reason(1.15, _("It can open a door that stays open."))
    yield from _plain(action)


def _about_the_week(action: Action, profile: Profile) -> Iterator[_Reason]:
    strength = opportunity(action, profile) / MIDDLING_CHANCE
    mine = {each.id: each.weekday for each in profile.occasions if each.id in action.occasions}
    role = next((role for role in profile.roles if role in action.roles), None)
    if role is not None:
        yield _Reason(strength + 0.1, _in_role(role, mine))  # a role says more than its occasion
    elif mine:
        occasion, day = next(iter(mine.items()))
        yield _Reason(strength, _at(_OCCASIONS[occasion](), day))


def _in_role(role: str, mine: Mapping[str, int | None]) -> str:
    occasion, sentence = _ROLE_AT.get(role, ("", lambda: ""))
    day = mine.get(occasion)
    if day is None:
        return _("%(what)s.") % {"what": _ROLES[role]()}
    return sentence() % {"day": _DAY_NAMES[day]()}


def _at(words: str, weekday: int | None) -> str:
    if weekday is None:
        return _("%(what)s.") % {"what": words}
    return _("%(what)s %(on_days)s.") % {"what": words, "on_days": _DAYS[weekday]()}


def _about_time(practice: Practice, standing: Standing) -> Iterator[_Reason]:
    weeks = standing.weeks_since(practice)
    strength = (1 - exp(-weeks / 2.5)) / MIDDLING_FRESHNESS
    if not standing.practice_weeks:
        return  # nothing is logged yet, so this would be true of every step
    if practice not in standing.practice_weeks:
        yield _Reason(strength, _("New to you: a good place to begin."))
    elif weeks >= NEVER_WEEKS:
        yield _Reason(strength, _("Not tried for eight weeks or more."))
    elif weeks >= 1:
        yield _Reason(strength, _WEEKS[int(weeks) - 1]())


def _about(minutes: int) -> str:
    return ngettext("About a minute.", "About %(minutes)s minutes.", minutes) % {"minutes": minutes}


def _plain(action: Action) -> Iterator[_Reason]:
    """Reasons that always hold, so that no step comes without two."""
    if action.reach is Reach.INSTITUTION:
        yield _Reason(0.7, _("It changes how things are done, not only this once."))
    if action.effort == 1:
        yield _Reason(0.6, _("A small thing."))
    if action.minutes:
        yield _Reason(0.5, _about(action.minutes))
    if ANY in action.occasions:
        yield _Reason(0.4, _("You can do it on any day."))
    if action.effort in _EFFORT:
        yield _Reason(0.3, _EFFORT[action.effort]())
    yield _Reason(0.2, _("It widens what you practise."))
