"""Consent to pass on somebody's work: what, where, until when, given by that person and taken back at will.

A yes always has an end: after a year at most it lapses unless it is given again. No answer is no yes, a no
needs no reason, and nobody is reminded to answer. Limits: what has left this place cannot be called back from
here; those who passed it on are asked to take it down.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from alongside.amplify.refusals import Refused
from alongside.core.language import gettext as _

LONGEST_DAYS: Final = 366
"""A yes lasts a year at most (our choice): what fitted then may not fit now."""
UNANSWERED_DAYS: Final = 30
"""Days after which a request without an answer is gone (our choice). Nobody is reminded of it."""


class Form(StrEnum):
    """How a work is passed on."""

    LINK = "link"
    QUOTE = "quote"
    RETELL = "retell"

    @property
    def label(self) -> str:
        """The form as people read it."""
        return _FORMS[self]()


_FORMS: Mapping[Form, Callable[[], str]] = {
    Form.LINK: lambda: _("title and link"),
    Form.QUOTE: lambda: _("word for word"),
    Form.RETELL: lambda: _("retold in other words"),
}


class Place(StrEnum):
    """Where a work is passed on."""

    CIRCLE = "circle"
    HERE = "here"
    OUTSIDE = "outside"

    @property
    def label(self) -> str:
        """The place as people read it."""
        return _PLACES[self]()


_PLACES: Mapping[Place, Callable[[], str]] = {
    Place.CIRCLE: lambda: _("in the circle"),
    Place.HERE: lambda: _("to all members here"),
    Place.OUTSIDE: lambda: _("outside"),
}


class State(StrEnum):
    """Where a consent stands."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    TAKEN_BACK = "taken back"
    LAPSED = "lapsed"


class Move(StrEnum):
    """What can happen to a consent."""

    GIVE = "give"
    REFUSE = "refuse"
    WITHDRAW = "withdraw"
    TAKE_BACK = "take back"
    LAPSE = "lapse"


class Who(StrEnum):
    """Whose move it is."""

    ORIGINATOR = "originator"
    ASKER = "asker"
    TIME = "time"


BY: Final[Mapping[Move, Who]] = {
    Move.GIVE: Who.ORIGINATOR,
    Move.REFUSE: Who.ORIGINATOR,
    Move.WITHDRAW: Who.ORIGINATOR,
    Move.TAKE_BACK: Who.ASKER,
    Move.LAPSE: Who.TIME,
}
"""Nobody but the person whose work it is can say yes, no, or no longer."""

TABLE: Final[Mapping[tuple[State, Move], State]] = {
    (State.ASKED, Move.GIVE): State.GIVEN,
    (State.ASKED, Move.REFUSE): State.REFUSED,
    (State.ASKED, Move.TAKE_BACK): State.TAKEN_BACK,
    (State.ASKED, Move.LAPSE): State.LAPSED,
    (State.GIVEN, Move.GIVE): State.GIVEN,
    (State.GIVEN, Move.WITHDRAW): State.WITHDRAWN,
    (State.GIVEN, Move.LAPSE): State.LAPSED,
    (State.REFUSED, Move.GIVE): State.GIVEN,
    (State.WITHDRAWN, Move.GIVE): State.GIVEN,
    (State.LAPSED, Move.GIVE): State.GIVEN,
}
"""A yes can be changed, renewed, and given after a no. A request that was taken back is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What somebody agrees to: these forms, in these places, up to and with this day."""

    forms: frozenset[Form] = frozenset()
    places: frozenset[Place] = frozenset()
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """Where the consent to pass on one work stands, and what it covers."""

    state: State
    terms: Terms = Terms()


def agree(
    forms: Collection[Form], places: Collection[Place], until: date | None, *, today: date, in_circle: bool
) -> Terms:
    """The terms of a yes. Raises Refused where they cover nothing, or an end that is too far or past."""
    if not forms:
        raise Refused("forms", _("It is not said how it may be passed on."), _("Tick one way or more."))
    if not places:
        raise Refused("places", _("It is not said where it may be passed on."), _("Tick one place or more."))
    if Place.CIRCLE in places and not in_circle:
        raise Refused("places", _("This work belongs to no circle."), _("Choose a circle, or another place."))
    end = until or today + timedelta(days=LONGEST_DAYS)
    if not today <= end <= today + timedelta(days=LONGEST_DAYS):
        cause = _("The last day has to be from today on, and at most a year away.")
        raise Refused("until", cause, _("Give a nearer day. You can say yes again later."))
    return Terms(forms=frozenset(forms), places=frozenset(places), until=end)


def advance(consent: Consent, move: Move, *, by: Who, terms: Terms | None = None) -> Consent:
    """The consent after a move. Raises Refused where it is not theirs to make, or cannot be made."""
    state = TABLE.get((consent.state, move))
    if state is None or BY[move] is not by:
        cause = _("That cannot be done with this any more.")
        raise Refused("", cause, _("Look at it again; it may have changed."))
    if move is Move.GIVE:
        return Consent(state=state, terms=terms or consent.terms)
    return replace(consent, state=state)


def is_in_force(consent: Consent, *, today: date) -> bool:
    """Whether there is a yes that holds today."""
    until = consent.terms.until
    return consent.state is State.GIVEN and until is not None and today <= until


def covers(consent: Consent, *, form: Form, place: Place, today: date) -> bool:
    """Whether the work may be passed on like this, here, today."""
    terms = consent.terms
    return is_in_force(consent, today=today) and form in terms.forms and place in terms.places


def is_overdue(consent: Consent, *, asked: date, today: date) -> bool:
    """Whether time ends it: a yes after its last day, a request after it lay unanswered."""
    if consent.state is State.GIVEN:
        return not is_in_force(consent, today=today)
    return consent.state is State.ASKED and (today - asked).days >= UNANSWERED_DAYS


def why_not(consent: Consent, *, form: Form, place: Place, today: date) -> str:
    """What stands in the way; empty where nothing does. It never tells a no from no answer."""
    if covers(consent, form=form, place=place, today=today):
        return ""
    if not is_in_force(consent, today=today):
        return _("There is no yes to pass this on.")
    if form not in consent.terms.forms:
        return _("They agreed to other ways of passing it on, not to this one.")
    return _("They agreed to other places, not to this one.")
