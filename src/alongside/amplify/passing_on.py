"""Passing a work on: with its originator's yes and name each time, put right where the credit is missing.

The sentence about it begins with the originator, and cannot be made without them. It stays *passed on* until
the originator confirms it; they are never asked to. Limits: what happened outside is as the person who passed
it on tells it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from alongside.amplify.consent import Consent, Form, Place, covers, why_not
from alongside.amplify.refusals import NotAgreed, Refused
from alongside.core.language import gettext as _

LONGEST_WHERE: Final = 200
"""Characters for where it was passed on outside, or for a word beside it (our choice)."""


class State(StrEnum):
    """Where a passing-on stands."""

    PASSED_ON = "passed on"
    CONFIRMED = "confirmed"
    MISSING_CREDIT = "missing credit"
    CORRECTED = "corrected"
    TAKEN_BACK = "taken back"


class Move(StrEnum):
    """What can happen to it."""

    CONFIRM = "confirm"
    MISS = "miss"
    CORRECT = "correct"
    TAKE_BACK = "take back"


class Who(StrEnum):
    """Whose move it is."""

    ORIGINATOR = "originator"
    ALLY = "ally"


BY: Final[Mapping[Move, Who]] = {
    Move.CONFIRM: Who.ORIGINATOR,
    Move.MISS: Who.ORIGINATOR,
    Move.CORRECT: Who.ALLY,
    Move.TAKE_BACK: Who.ALLY,
}
"""Only the originator says that it was as they wanted it; only the ally puts it right."""

TABLE: Final[Mapping[tuple[State, Move], State]] = {
    (State.PASSED_ON, Move.CONFIRM): State.CONFIRMED,
    (State.PASSED_ON, Move.MISS): State.MISSING_CREDIT,
    (State.PASSED_ON, Move.TAKE_BACK): State.TAKEN_BACK,
    (State.CONFIRMED, Move.MISS): State.MISSING_CREDIT,
    (State.CONFIRMED, Move.TAKE_BACK): State.TAKEN_BACK,
    (State.MISSING_CREDIT, Move.CORRECT): State.CORRECTED,
    (State.MISSING_CREDIT, Move.CONFIRM): State.CONFIRMED,
    (State.MISSING_CREDIT, Move.TAKE_BACK): State.TAKEN_BACK,
    (State.CORRECTED, Move.CONFIRM): State.CONFIRMED,
    (State.CORRECTED, Move.MISS): State.MISSING_CREDIT,
    (State.CORRECTED, Move.TAKE_BACK): State.TAKEN_BACK,
}

SHOWN: Final = frozenset({State.PASSED_ON, State.CONFIRMED, State.CORRECTED})
"""While a credit is missing, others do not see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """One time a work was passed on. `originator` is how its maker wants to be named; never empty."""

    originator: str
    title: str
    ally: str
    form: Form
    place: Place
    day: date
    where: str = ""
    state: State = State.PASSED_ON

    def __post_init__(self) -> None:
        """Refuse a passing-on that names nobody."""
        if not self.originator.strip():
            message = "what is passed on names its originator"
            raise ValueError(message)


def pass_on(passing: Passing, consent: Consent) -> Passing:
    """Pass a work on. Raises NotAgreed without a yes that covers it, Refused where it is not said where."""
    form, place = passing.form, passing.place
    if not covers(consent, form=form, place=place, today=passing.day):
        cause = why_not(consent, form=form, place=place, today=passing.day)
        raise NotAgreed("place", cause, _("Ask them, or leave it."))
    said = " ".join(passing.where.split())
    if place is Place.OUTSIDE and not said:
        raise Refused("where", _("It is not said where."), _("Such as: in the newsletter of our union."))
    if len(said) > LONGEST_WHERE:
        told = {"most": LONGEST_WHERE}
        raise Refused("where", _("That is longer than %(most)d letters.") % told, _("Say it in fewer words."))
    return replace(passing, where=said)


def step(state: State, move: Move, *, by: Who) -> State:
    """The state after a move. Raises Refused where it is not theirs to make, or cannot be made."""
    after = TABLE.get((state, move))
    if after is None or BY[move] is not by:
        cause = _("That cannot be done with this any more.")
        raise Refused("", cause, _("Look at it again; it may have changed."))
    return after


def is_shown(passing: Passing, consent: Consent, *, today: date) -> bool:
    """Whether others see it here today: while the yes holds, and never where it happened outside."""
    inside = passing.place is not Place.OUTSIDE
    held = covers(consent, form=passing.form, place=passing.place, today=today)
    return inside and held and passing.state in SHOWN


def credit(passing: Passing) -> str:
    """The sentence about it; its first words are the originator's name."""
    told = {"originator": passing.originator, "title": passing.title, "ally": passing.ally}
    return _("%(originator)s: “%(title)s”, passed on by %(ally)s.") % told


def must_come_down(passing: Passing, consent: Consent, *, today: date) -> bool:
    """Whether the ally is asked to take it down: it is outside, and there is no yes for it any more."""
    held = covers(consent, form=passing.form, place=passing.place, today=today)
    return passing.place is Place.OUTSIDE and passing.state in SHOWN and not held
