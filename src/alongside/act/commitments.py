"""If-then plans: a cue and an act, one obstacle, a day or a weekly return.

If-then plans help people do what they meant to: d = 0.65 over 94 tests (Gollwitzer & Sheeran 2006, doi
10.1016/S0065-2601(06)38002-1). Naming one obstacle adds a little, and so does a buddy.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple
from uuid import UUID

from alongside.act.acts import Refused, check_effort
from alongside.act.away import DAYS_THAT_MAKE_A_WEEK_AWAY, Away, is_away
from alongside.core.intentions import Intention
from alongside.core.language import gettext as _
from alongside.core.practices import Practice

_WEEK: Final = timedelta(days=7)
_LEADS: Final = re.compile(r"^\s*(?:(?:if|when|whenever|then)\b[\s,]*)+", re.IGNORECASE)
_WILL: Final = re.compile(r"^\s*(?:(?:then\b|i\s+will\b|i['\u2019]ll\b|to(?=\s|$))[\s,]*)*", re.IGNORECASE)
_LONE_I: Final = re.compile(r"^i(?=\s|['\u2019]|$)")
_IF_THEN: Final = re.compile(
    r"^\s*(?:if|when|whenever)\b(?P<cue>.+?)[\s,;:]+then\b(?P<act>.+)$", re.IGNORECASE | re.DOTALL
)
_IF_COMMA_THEN: Final = re.compile(
    r"^\s*(?:if|when|whenever)\b(?P<cue>.+?)\s*[,;]\s*then\b(?P<act>.+)$", re.IGNORECASE | re.DOTALL
)
_IF_I_WILL: Final = re.compile(
    r"^\s*(?:if|when|whenever)\b(?P<cue>.+?)[\s,;:]+(?P<act>i\s+will\b.+|i['\u2019]ll\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
_FORMS: Final = (_IF_COMMA_THEN, _IF_THEN, _IF_I_WILL)
"""A comma before "then" tells the halves apart best, so that form is tried first."""


_ENDS_BY_ITSELF: Final = re.compile(r"[.?!\u2026][\"\u201d\u2019\u00bb]$")


class Outcome(StrEnum):
    """How a commitment was closed. Let go on purpose is as good a close as kept."""

    OPEN = ""
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One plan: if `cue`, then I will `act`. `due` is its day, or the last day of a weekly one.

    A weekly commitment comes round every seven days from the day it was `made`. `logged` is the moment it was
    written down, in ISO form, or "": it orders what was made on one day, and nothing else.
    """

    id: UUID
    cue: str
    act: str
    practice: Practice
    effort: int
    made: date
    obstacle: str = ""
    due: date | None = None
    weekly: bool = False
    buddy: str = ""
    action: str = ""
    closed: date | None = None
    outcome: Outcome = Outcome.OPEN
    logged: str = ""

    def __post_init__(self) -> None:
        """Refuse an effort outside 1 to 5."""
        check_effort(self.effort)

    @property
    def is_open(self) -> bool:
        """Whether it is neither kept nor let go."""
        return self.outcome is Outcome.OPEN

    def is_overdue(self, today: date) -> bool:
        """Open, with its day gone by."""
        return self.is_open and self.due is not None and self.due < today

    def sentence(self) -> str:
        """The plan in one sentence."""
        return in_one_sentence(self.cue, self.act)


class Due(NamedTuple):
    """One time a commitment came due: `day` the last day to keep it, `kept` the day it was kept."""

    day: date
    kept: date | None


def in_one_sentence(cue: str, act: str) -> str:
    """The plan as one sentence, with one mark at its end where the act closes with a quotation."""
    halves = {"cue": trim_cue(cue), "act": trim_act(act)}
    if _ENDS_BY_ITSELF.search(halves["act"]):
        return _("If %(cue)s, then I will %(act)s") % halves
    return _("If %(cue)s, then I will %(act)s.") % halves


def trim_cue(cue: str) -> str:
    """The cue without a leading "if" and without punctuation at its end; a question is none there."""
    return _LONE_I.sub("I", _LEADS.sub("", _tidy(cue, and_also="?")))


def trim_act(act: str) -> str:
    """The act without a leading "then", "I will" or "to" and without punctuation at its end."""
    return _LONE_I.sub("I", _WILL.sub("", _tidy(act)))


def _tidy(words: str, *, and_also: str = "") -> str:
    return " ".join(words.split()).rstrip(" .,;:!\u2026" + and_also)


def parse(sentence: str) -> tuple[str, str]:
    """Cue and act of "If …, then …". Raises Refused where the two halves cannot be told apart."""
    match = next((m for form in _FORMS if (m := form.match(sentence))), None)
    cue, act = (trim_cue(match["cue"]), trim_act(match["act"])) if match else ("", "")
    if not cue or not act:
        raise Refused(
            "sentence",
            _("We could not find both halves of the plan."),
            _("Write it as: If (what happens), then I will (what you do)."),
        )
    return cue, act


def commit(commitment: Commitment) -> Commitment:
    """The commitment as it will be kept, both halves trimmed. Raises Refused where one half is empty."""
    cue, act = trim_cue(commitment.cue), trim_act(commitment.act)
    if not cue:
        raise Refused("cue", _("The moment is still open."), _("Write what will happen just before you act."))
    if not act:
        raise Refused("act", _("The act is still open."), _("Write what you will do, in a few words."))
    return replace(commitment, cue=cue, act=act)


def planned(intention: Intention, *, id: UUID, today: date) -> Commitment:
    """The commitment that another room's if-then becomes."""
    return Commitment(
        id=id,
        cue=intention.cue,
        act=intention.act,
        practice=intention.practice,
        effort=intention.effort,
        made=today,
        due=intention.due,
    )


def notice(commitment: Commitment, *, today: date) -> str:
    """A question where the due date has gone by already, else ""; the date is kept as typed."""
    if not commitment.is_overdue(today) or commitment.due is None:
        return ""
    return _("%(day)s has gone by already. Is that the day you mean? It is kept as you wrote it.") % {
        "day": commitment.due.isoformat()
    }


def close(commitment: Commitment, *, outcome: Outcome, today: date) -> Commitment:
    """Kept, or let go; no reason is asked."""
    return replace(commitment, outcome=outcome, closed=today)


def dues(
    commitment: Commitment, acted: Sequence[date], *, away: Sequence[Away], through: date
) -> tuple[Due, ...]:
    """Every time it came due up to `through`. `acted` are the days of acts logged on it.

    Our choices: an act logged on a commitment keeps it, closed or not. A weekly one comes due on the last day
    of each seven days from when it was made, and a week with an act on it is a week kept. A week away, or the
    week in which it was let go, counts only where it was kept. Let go up to its day: never due.
    """
    if commitment.weekly:
        return tuple(_weekly(commitment, acted, away, through))
    if commitment.due is None or commitment.due > through or _let_go_in_time(commitment):
        return ()
    kept = commitment.closed or commitment.due if commitment.outcome is Outcome.KEPT else None
    return (Due(day=commitment.due, kept=kept or min(acted, default=None)),)


def _let_go_in_time(commitment: Commitment) -> bool:
    closed, due = commitment.closed, commitment.due
    return commitment.outcome is Outcome.DROPPED and (closed is None or due is None or closed <= due)


def _weekly(
    commitment: Commitment, acted: Sequence[date], away: Sequence[Away], through: date
) -> Sequence[Due]:
    end = min(through, commitment.due) if commitment.due else through
    found, first = [], commitment.made
    while (last := first + _WEEK - timedelta(days=1)) <= end:
        kept = min((day for day in acted if first <= day <= last), default=None)
        over = commitment.closed is not None and commitment.closed <= last
        if kept or not (over or _mostly_away(away, first)):
            found.append(Due(day=last, kept=kept))
        if over:
            break
        first += _WEEK
    return found


def _mostly_away(away: Sequence[Away], first: date) -> bool:
    if not away:
        return False
    days = sum(is_away(away, first + timedelta(days=n)) for n in range(7))
    return days >= DAYS_THAT_MAKE_A_WEEK_AWAY
