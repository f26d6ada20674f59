"""What somebody did: one act, its practice, and what it took of them.

An act is logged when it is done, in one line. Its practice comes from the action chosen, never from words.
Limits: an act says nothing about how it was received; only those it was for can say that (`confirmed`).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.core.problems import Trouble

EFFORT_LEAST: Final = 1
EFFORT_MOST: Final = 5


class Refused(Trouble):
    """Something in this room cannot be done as asked; what was typed is kept by the door."""


class ActKind(StrEnum):
    """What sort of deed it was. Talk (posts, pledges, signatures) is kept and never counted."""

    ACT = "act"
    LEARN = "learn"
    TALK = "talk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing done. `effort` is 1 to 5, `commitment` the plan it belongs to, `action` a catalogue id or "".

    `confirmed` is true once those it was for, or their steward, said that it helped; `reflected` once the
    person looked back on it. `logged` is the moment it was written down, in ISO form, or "": it orders what
    was done on one day.
    """

    id: UUID
    day: date
    practice: Practice
    effort: int
    kind: ActKind = ActKind.ACT
    what: str = ""
    commitment: UUID | None = None
    action: str = ""
    confirmed: bool = False
    reflected: bool = False
    logged: str = ""

    def __post_init__(self) -> None:
        """Refuse an effort outside 1 to 5."""
        check_effort(self.effort)

    @property
    def counts(self) -> bool:
        """Whether it is a deed: everything but talk."""
        return self.kind is not ActKind.TALK

    @property
    def counted_as(self) -> Practice:
        """The practice it counts for: what was learnt counts as `learn`, whatever it was about."""
        return Practice.LEARN if self.kind is ActKind.LEARN else self.practice


def check_effort(effort: int, *, place: str = "effort") -> None:
    """Raises Refused for an effort that is not 1 to 5."""
    if not EFFORT_LEAST <= effort <= EFFORT_MOST:
        raise Refused(
            place,
            _("Effort is 1 to 5; you wrote %(effort)s.") % {"effort": effort},
            _("1 is a moment, 3 takes some nerve or time, 5 is hard for you."),
        )


def log_act(act: Act, *, today: date) -> Act:
    """The act as it will be kept. Raises Refused for one still to come, or with neither words nor action."""
    if act.day > today:
        raise Refused(
            "day",
            _("%(day)s is still to come: log it when it is done.") % {"day": act.day.isoformat()},
            _("To plan it for that day, make it a commitment."),
        )
    if not act.what.strip() and not act.action:
        raise Refused("what", _("There is nothing to log yet."), _("Write one line about what you did."))
    return act
