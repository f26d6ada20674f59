"""Self-assessment: how often a moment came up, and in how many of them one acted. Openly not validated.

Items ask for the occasion first, so that "no occasion" is never taken for "does not act". The result is an
estimate with an 80 % interval for each practice, never a sum over them. It steers the path and is nothing to
be compared with anybody else's. Method: docs/method/learn.md
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from alongside.core.beta import probability_larger, quantile
from alongside.core.content_check import Entry
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.practices import Practice
from alongside.core.review import Standing, standing
from alongside.learn import fields

TAIL: Final = 0.1
"""Below and above an 80 % interval lies a tenth each."""
CLEAR: Final = 0.9
"""P(increase) from which two rounds are said to differ (our choice)."""
WEEKS: Final = 4
"""Weeks that an item asks about."""
CERTAIN_MOST: Final = 0.98
"""No moment is taken as certain to come this week (our choice)."""
ROLE_ALONE: Final = 0.5
"""Opportunity where a role is ticked and nothing was answered (our choice)."""
UNKNOWN: Final = 0.5
"""What stands for the share where there was no occasion (our choice): neither good nor bad."""

ENOUGH: Final = 3
"""Moments from which a word is said about the share (our choice); fewer say too little."""
OFTEN_FROM: Final = 2 / 3
SELDOM_BELOW: Final = 1 / 3
"""Where "often" begins and "seldom" ends (our choice)."""


class Mode(StrEnum):
    """Whether an item answers a moment, makes one, or changes how things are run."""

    REACTIVE = "reactive"
    PROACTIVE = "proactive"
    INSTITUTION = "institution"


class Occasions(StrEnum):
    """How often a moment came up in four weeks."""

    NONE = "0"
    FEW = "1-2"
    SOME = "3-5"
    MANY = "6+"

    @property
    def number(self) -> float:
        """The number that stands for the range (our choice; the middle of it)."""
        return {"0": 0.0, "1-2": 1.5, "3-5": 4.0, "6+": 7.0}[self.value]

    @property
    def label(self) -> str:
        """The answer as people read it."""
        return _OCCASIONS[self]()


class Share(StrEnum):
    """In how many of those moments one acted."""

    NONE = "none"
    FEW = "few"
    HALF = "half"
    MOST = "most"
    ALL = "all"

    @property
    def fraction(self) -> float:
        """The fraction that stands for the words (our choice)."""
        return {"none": 0.0, "few": 0.25, "half": 0.5, "most": 0.75, "all": 1.0}[self.value]

    @property
    def label(self) -> str:
        """The answer as people read it."""
        return _SHARES[self]()

    def label_for(self, occasions: Occasions) -> str:
        """The answer as people read it, for so many moments: of one or two, half is one."""
        return _OF_TWO[self]() if occasions is Occasions.FEW and self in OF_TWO else self.label


OF_TWO: Final = (Share.NONE, Share.HALF, Share.ALL)
"""What can be answered where a moment came up once or twice: none, one, both."""


def shares_for(occasions: Occasions) -> tuple[Share, ...]:
    """The answers to part two that make sense for so many moments."""
    return OF_TWO if occasions is Occasions.FEW else tuple(Share)


class Stall(StrEnum):
    """Where it stalled, after the five hurdles of Ashburn-Nardo, Morris and Goodwin (2008)."""

    NOTICE = "notice"
    MATTERED = "mattered"
    MINE = "mine"
    KNOW = "know"
    DARE = "dare"

    @property
    def label(self) -> str:
        """The answer as people read it."""
        return _STALLS[self][0]()

    @property
    def remedy(self) -> str:
        """What helps there, in a sentence."""
        return _STALLS[self][1]()


_OCCASIONS: Mapping[Occasions, Callable[[], str]] = {
    Occasions.NONE: lambda: _("Not once"),
    Occasions.FEW: lambda: _("Once or twice"),
    Occasions.SOME: lambda: _("3 to 5 times"),
    Occasions.MANY: lambda: _("6 times or more"),
}
_SHARES: Mapping[Share, Callable[[], str]] = {
    Share.NONE: lambda: _("In none"),
    Share.FEW: lambda: _("In a few"),
    Share.HALF: lambda: _("In about half"),
    Share.MOST: lambda: _("In most"),
    Share.ALL: lambda: _("In all"),
}
_OF_TWO: Mapping[Share, Callable[[], str]] = {
    Share.NONE: lambda: _("In none"),
    Share.HALF: lambda: _("In one of them"),
    Share.ALL: lambda: _("In all: the one, or both"),
}
_STALLS: Mapping[Stall, tuple[Callable[[], str], Callable[[], str]]] = {
    Stall.NOTICE: (
        lambda: _("I did not notice it in time"),
        lambda: _("Short noticing drills sharpen the eye."),
    ),
    Stall.MATTERED: (
        lambda: _("I was not sure it mattered"),
        lambda: _("Stories and history cards show what it does to people."),
    ),
    Stall.MINE: (
        lambda: _("I thought it was not mine to do"),
        lambda: _("Look at what you can open, and for whom."),
    ),
    Stall.KNOW: (
        lambda: _("I did not know how"),
        lambda: _("A scene lets you try out what to say."),
    ),
    Stall.DARE: (
        lambda: _("I did not dare"),
        lambda: _("Begin with somebody at your side, with something small, or by asking first."),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One two-part item. `situation` and `act` complete the two questions."""

    id: str
    practice: Practice
    mode: Mode
    situation: str
    act: str
    standing: Standing = field(default_factory=Standing)

    @property
    def first_question(self) -> str:
        """Part one: did the moment come up?"""
        return _("Four weeks. How often %(situation)s?") % {"situation": self.situation}

    @property
    def second_question(self) -> str:
        """Part two, only where it did: in how many of them did you act?"""
        return _("In how many of them did you %(act)s?") % {"act": self.act}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to an item; without `acted` it counts only where there was no occasion."""

    item: str
    practice: Practice
    occasions: Occasions
    acted: Share | None = None

    @property
    def complete(self) -> bool:
        """Whether both parts that belong to it are there."""
        return self.occasions is Occasions.NONE or self.acted is not None


class Often(StrEnum):
    """How often one acted, in words; `too-few` where a handful of moments says little."""

    OFTEN = "often"
    HALF = "about-half"
    SELDOM = "seldom"
    TOO_FEW = "too-few"

    @property
    def label(self) -> str:
        """The word as people read it."""
        return _OFTEN[self]()


_OFTEN: Mapping[Often, Callable[[], str]] = {
    Often.OFTEN: lambda: _("often"),
    Often.HALF: lambda: _("about half"),
    Often.SELDOM: lambda: _("seldom"),
    Often.TOO_FEW: lambda: _("too few moments to say"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What the answers say about a practice: Beta(1 + acted, 1 + occasions - acted).

    `occasions` and `acted` are sums over its items; `answered` counts them. `low` to `high` holds 80 %.
    """

    practice: Practice
    answered: int = 0
    occasions: float = 0.0
    acted: float = 0.0
    mean: float = UNKNOWN
    low: float = 0.0
    high: float = 1.0

    @property
    def had_occasion(self) -> bool:
        """Whether there was any moment to act in; else nothing is said about the share."""
        return self.occasions > 0

    @property
    def often(self) -> Often:
        """How often one acted, as far as these moments can say it."""
        if self.occasions < ENOUGH:
            return Often.TOO_FEW
        if self.mean >= OFTEN_FROM:
            return Often.OFTEN
        return Often.SELDOM if self.mean < SELDOM_BELOW else Often.HALF

    @property
    def has_room(self) -> bool:
        """Whether there were moments in which one did not act."""
        return self.had_occasion and self.acted < self.occasions

    @property
    def sentence(self) -> str:
        """What came of it, in words."""
        if not self.answered:
            return _("Not answered yet.")
        if not self.had_occasion:
            return _("You had no occasion.")
        count = round(self.occasions)
        said = _SENTENCES[self.often](count)
        return said % {"n": count}


_SENTENCES: Mapping[str, Callable[[int], str]] = {
    "often": lambda n: ngettext(
        "You acted often. About %(n)d moment came up.", "You acted often. About %(n)d moments came up.", n
    ),
    "about-half": lambda n: ngettext(
        "You acted in about half. About %(n)d moment came up.",
        "You acted in about half. About %(n)d moments came up.",
        n,
    ),
    "seldom": lambda n: ngettext(
        "You acted seldom. About %(n)d moment came up.", "You acted seldom. About %(n)d moments came up.", n
    ),
    "too-few": lambda n: ngettext(
        "About %(n)d moment came up: too few to say.", "About %(n)d moments came up: too few to say.", n
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The eight estimates in the order of the practices, and where it stalled, for those who said."""

    estimates: tuple[Estimate, ...] = ()
    stalls: Mapping[Practice, Stall] = field(default_factory=dict)

    def of(self, practice: Practice) -> Estimate:
        """The estimate for a practice."""
        return next((e for e in self.estimates if e.practice is practice), Estimate(practice=practice))


class Change(StrEnum):
    """How a practice moved from one round to the next; `cannot-say` where one had no occasion."""

    MORE = "more"
    LESS = "less"
    NOT_CLEAR = "not-clear"
    CANNOT_SAY = "cannot-say"

    @property
    def label(self) -> str:
        """The change as people read it."""
        return _CHANGES[self]()


_CHANGES: Mapping[Change, Callable[[], str]] = {
    Change.MORE: lambda: _("you acted in more of them than last time"),
    Change.LESS: lambda: _("you acted in fewer of them than last time"),
    Change.NOT_CLEAR: lambda: _("no clear difference from last time"),
    Change.CANNOT_SAY: lambda: _("cannot say: there was no occasion in one of the rounds"),
}


def item(entry: Entry) -> Item:
    """The item that a content entry describes. Raises Refused naming entry and field."""
    return Item(
        id=fields.text(entry, "id"),
        practice=fields.one(entry, "practice", Practice),
        mode=fields.one(entry, "mode", Mode),
        situation=fields.text(entry, "situation"),
        act=fields.text(entry, "act"),
        standing=standing(entry),
    )


def in_order(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items by practice, and within one: what answers a moment, what makes one, what changes rules."""
    practices, modes = list(Practice), list(Mode)
    return tuple(sorted(items, key=lambda i: (practices.index(i.practice), modes.index(i.mode), i.id)))


def assess(answers: Sequence[Answer], *, stalls: Mapping[Practice, Stall] | None = None) -> Profile:
    """The profile that the answers lead to; of two answers to one item the later counts."""
    last = {each.item: each for each in answers if each.complete}
    estimates = tuple(_estimate(p, [a for a in last.values() if a.practice is p]) for p in Practice)
    return Profile(estimates=estimates, stalls=dict(stalls or {}))


def _estimate(practice: Practice, answers: Sequence[Answer]) -> Estimate:
    occasions = sum(each.occasions.number for each in answers)
    acted = sum(each.occasions.number * each.acted.fraction for each in answers if each.acted)
    if not occasions:
        return Estimate(practice=practice, answered=len(answers))
    a, b = 1 + acted, 1 + occasions - acted
    return Estimate(
        practice=practice,
        answered=len(answers),
        occasions=occasions,
        acted=acted,
        mean=a / (a + b),
        low=quantile(TAIL, a, b),
        high=quantile(1 - TAIL, a, b),
    )


def compare(before: Estimate, now: Estimate) -> Change:
    """How a practice moved between two rounds."""
    if not (before.had_occasion and now.had_occasion):
        return Change.CANNOT_SAY
    increase = probability_larger(*_parameters(now), *_parameters(before))
    if increase >= CLEAR:
        return Change.MORE
    return Change.LESS if increase <= 1 - CLEAR else Change.NOT_CLEAR


def _parameters(estimate: Estimate) -> tuple[float, float]:
    return 1 + estimate.acted, 1 + estimate.occasions - estimate.acted


def opportunities(profile: Profile, *, ticked: Sequence[Practice] = ()) -> Mapping[Practice, float]:
    """P(a moment for a practice comes up this week), for those with an answer or a role that was ticked."""
    found = dict.fromkeys(ticked, ROLE_ALONE)
    answered = (each for each in profile.estimates if each.answered)
    return found | {each.practice: min(each.occasions / WEEKS, CERTAIN_MOST) for each in answered}
