"""The word for a rhythm: what a person sees instead of a number.

Recomputed on Mondays, and a word changes only when its border is passed by two points: one day can move the
value by four, so a daily word would flicker. Nothing is stored: the word is replayed from the history. For
each border the latest Monday that passed it clearly decides; before the first act everything is below.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from alongside.act.acts import Act, ActKind
from alongside.act.away import Away, is_away
from alongside.core.language import gettext as _
from alongside.core.language import ngettext

BORDERS: Final = (15.0, 25.0, 60.0)
"""Consistency to `finding a rhythm` and to `steady`; breadth in hundredths to `broad` (our choice)."""

CLEARANCE: Final = 2.0
"""How far past a border a word changes (our choice, from the simulation in docs/method/rhythm.md)."""

TALK_WEEKS: Final = 8
_RETURN_AFTER: Final = timedelta(days=7)


class Word(StrEnum):
    """How steady, in a word. The value is the id used in files; it never changes."""

    STARTING = "starting"
    FINDING = "finding a rhythm"
    STEADY = "steady"
    BROAD = "steady and broad"

    @property
    def words(self) -> str:
        """The word as people read it."""
        return _WORDS[self]()


_WORDS = {
    Word.STARTING: lambda: _("starting"),
    Word.FINDING: lambda: _("finding a rhythm"),
    Word.STEADY: lambda: _("steady"),
    Word.BROAD: lambda: _("steady and broad"),
}


def monday_of(day: date) -> date:
    """The Monday on or before `day`."""
    return day - timedelta(days=day.weekday())


def word(reading: Callable[[date], tuple[float, float]], *, first: date | None, today: date) -> Word:
    """The word in force today. `reading` gives consistency (0-100) and breadth (0-1) as of a day.

    `first` is the day of the first act, None where there is none.
    """
    above: list[bool | None] = [None, None, None]
    monday = monday_of(today)
    while None in above and first is not None and monday >= first:
        consistency, breadth = reading(monday)
        values = (consistency, consistency, 100 * breadth)
        above = [
            _side(value, border) if side is None else side
            for side, value, border in zip(above, values, BORDERS, strict=True)
        ]
        monday -= timedelta(days=7)
    finding, steady, broad = above
    if steady:
        return Word.BROAD if broad else Word.STEADY
    return Word.FINDING if finding else Word.STARTING


def _side(value: float, border: float) -> bool | None:
    if value >= border + CLEARANCE:
        return True
    return False if value <= border - CLEARANCE else None


def words_and_deeds(acts: Sequence[Act], *, today: date) -> str:
    """Posts and pledges beside acts over eight weeks, where there is more talk than deed, else ""."""
    since = today - timedelta(weeks=TALK_WEEKS)
    recent = [act for act in acts if since < act.day <= today]
    posts = sum(act.kind is ActKind.TALK for act in recent)
    deeds = sum(act.kind is ActKind.ACT for act in recent)
    if posts <= deeds:
        return ""
    said = ngettext("%(count)s post", "%(count)s posts", posts) % {"count": posts}
    did = ngettext("%(count)s act", "%(count)s acts", deeds) % {"count": deeds}
    return _("%(said)s, %(did)s in 8 weeks: choose one act.") % {"said": said, "did": did}


def return_note(acts: Sequence[Act], away: Sequence[Away], *, today: date) -> str:
    """One note in the second week without an act, then none until there is an act again; none while away."""
    last = max((act.day for act in acts if act.counts and act.day <= today), default=None)
    if last is None or not _RETURN_AFTER <= today - last < 2 * _RETURN_AFTER or is_away(away, today):
        return ""
    return _("Last week went by. Keep the plan, make it smaller, or let it go.")


def welcome_back(acts: Sequence[Act], *, today: date) -> str:
    """A greeting for the first act after two quiet weeks or more, else "".

    Of 54 programmes for 61,293 gym members the best rewarded coming back (Milkman 2021, doi
    10.1038/s41586-021-04128-4).
    """
    days = {act.day for act in acts if act.counts and act.day <= today}
    before = max(days - {today}, default=None)
    if today not in days or before is None or today - before < 2 * _RETURN_AFTER:
        return ""
    return _("Welcome back. Picking it up again is what keeps a practice alive.")
