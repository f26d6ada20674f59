"""A listening round: one question, everybody may speak once or pass, and nobody answers anybody.

A facilitator opens and closes it. Guests read and listen. Who passed and who is silent is named nowhere:
silence is a way of taking part. Method: docs/guides/circles.md
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from alongside.core.language import gettext as _
from alongside.include.posts import LONGEST_TEXT
from alongside.include.refusals import Refused

LONGEST_QUESTION: Final = 300
"""Characters of a round's question at most (our choice)."""
ROUND_DAYS: Final = (3, 7, 14)
"""For how many days a round may be open (our choice): time for people with shifts, and an end in sight."""


class Role(StrEnum):
    """What somebody is in a circle."""

    GUEST = "guest"
    MEMBER = "member"
    FACILITATOR = "facilitator"
    MODERATOR = "moderator"
    STEWARD = "steward"


LEADS_ROUNDS: Final = frozenset({Role.FACILITATOR, Role.STEWARD})
"""Who may open and close a round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one person gave to a round: their words, or nothing where they passed."""

    who: str
    text: str = ""

    @property
    def passed(self) -> bool:
        """Whether they passed."""
        return not self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round. `who` in its turns are ids of memberships; `closes` is its last day."""

    question: str
    closes: date
    turns: tuple[Turn, ...] = ()
    closed: bool = False

    @property
    def spoken(self) -> tuple[Turn, ...]:
        """What was said, in the order in which it was."""
        return tuple(turn for turn in self.turns if not turn.passed)

    def turn_of(self, who: str) -> Turn | None:
        """Somebody's turn, None where they have not had it."""
        return next((turn for turn in self.turns if turn.who == who), None)


class Place(StrEnum):
    """What somebody can do in a round now."""

    LISTENS = "listens"
    MAY_SPEAK = "may-speak"
    PASSED = "passed"
    HAS_SPOKEN = "has-spoken"
    CLOSED = "closed"


def open_round(question: str, *, by: Role, days: int, today: date) -> Round:
    """A new round. Raises Refused."""
    if by not in LEADS_ROUNDS:
        raise Refused("", _("A facilitator or a steward opens a round."), _("Ask one of them to."))
    asked = question.strip()
    if not asked or len(asked) > LONGEST_QUESTION:
        raise Refused(
            "question",
            _("A round needs a question of at most %(most)d characters.") % {"most": LONGEST_QUESTION},
            _("Ask one thing, in a sentence."),
        )
    if days not in ROUND_DAYS:
        raise Refused("days", _("A round stays open for 3, 7, or 14 days."), _("Choose one of the three."))
    return Round(question=asked, closes=today + timedelta(days=days))


def place_of(who: str, round_: Round, *, role: Role, today: date) -> Place:
    """What this person can do in the round now. Guests listen, open or closed."""
    if round_.closed or today > round_.closes:
        return Place.CLOSED
    if role is Role.GUEST:
        return Place.LISTENS
    turn = round_.turn_of(who)
    if turn is None:
        return Place.MAY_SPEAK
    return Place.PASSED if turn.passed else Place.HAS_SPOKEN


def speak(round_: Round, who: str, text: str, *, role: Role, today: date) -> Round:
    """The round with their words in it, last. Who passed may still speak while it is open. Raises Refused."""
    said = text.strip()
    _may_take(round_, who, role=role, today=today, freely={Place.MAY_SPEAK, Place.PASSED})
    if not said:
        raise Refused("text", _("There is no text yet."), _("Write what you want to say, or pass."))
    if len(said) > LONGEST_TEXT:
        raise Refused(
            "text",
            _("Your text has %(count)d characters; %(most)d is the most.")
            % {"count": len(said), "most": LONGEST_TEXT},
            _("Shorten it: everybody has one turn."),
        )
    return _with(round_, Turn(who=who, text=said))


def pass_turn(round_: Round, who: str, *, role: Role, today: date) -> Round:
    """The round with their pass in it. Raises Refused."""
    _may_take(round_, who, role=role, today=today, freely={Place.MAY_SPEAK})
    return _with(round_, Turn(who=who))


def take_back(round_: Round, who: str) -> Round:
    """The round without their turn, open or closed: words may always be taken back."""
    return replace(round_, turns=tuple(turn for turn in round_.turns if turn.who != who))


def close(round_: Round, *, by: Role) -> Round:
    """The round, closed. Raises Refused."""
    if by not in LEADS_ROUNDS:
        raise Refused("", _("A facilitator or a steward closes a round."), _("Ask one of them to."))
    return replace(round_, closed=True)


def _with(round_: Round, turn: Turn) -> Round:
    return replace(round_, turns=(*take_back(round_, turn.who).turns, turn))


def _may_take(round_: Round, who: str, *, role: Role, today: date, freely: Collection[Place]) -> None:
    place = place_of(who, round_, role=role, today=today)
    if place not in freely:
        cause, way_out = _WHY_NOT[place]
        raise Refused("text", cause(), way_out())


_WHY_NOT: Final[Mapping[Place, tuple[Callable[[], str], Callable[[], str]]]] = {
    Place.LISTENS: (
        lambda: _("Guests read and listen."),
        lambda: _("Ask a steward if you would like to become a member."),
    ),
    Place.CLOSED: (
        lambda: _("This round is closed."),
        lambda: _("Your text is still in the field. Keep it for another round, or a post."),
    ),
    Place.HAS_SPOKEN: (
        lambda: _("You have spoken in this round; everybody speaks once."),
        lambda: _("You can take your words back while the round is open, and speak again."),
    ),
    Place.PASSED: (
        lambda: _("You have passed already."),
        lambda: _("If you have found words since, you can still speak."),
    ),
}
