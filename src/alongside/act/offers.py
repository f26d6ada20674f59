"""An offer of another capacity, where three weeks say it was set too high or too low; never more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from alongside.act.acts import Act
from alongside.act.away import weeks_away
from alongside.act.profile import CAPACITY_LEAST, CAPACITY_MOST, Profile
from alongside.act.standing import History
from alongside.core.language import gettext as _

WEEKS: Final = 3
FEW: Final = 0.20
MANY: Final = 0.67
SMALLER: Final = 0.85
LARGER: Final = 1.15
"""When to offer and what (our choices): it helps where capacity was misstated, costs where it was right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Another capacity, with the sentence that offers it."""

    capacity: int
    sentence: str


def offer(history: History, profile: Profile, *, today: date) -> Offer | None:
    """An offer after three whole weeks under 20 % or over 67 % of the capacity done, none while away.

    The three weeks begin after the capacity was last set and after the first act.
    """
    acts = [act for act in history.acts if act.counts and act.day <= today]
    start = today - timedelta(weeks=WEEKS)
    begun = min((act.day for act in acts), default=None)
    if begun is None or begun > start or (profile.since is not None and profile.since > start):
        return None
    if weeks_away(history.away, last_day=today, weeks=WEEKS):
        return None
    shares = [effort / profile.capacity for effort in _efforts(acts, today)]
    if max(shares) < FEW:
        return _smaller(profile.capacity)
    return _larger(profile.capacity) if min(shares) > MANY else None


def _efforts(acts: Sequence[Act], today: date) -> list[int]:
    efforts = [0] * WEEKS
    for act in acts:
        week = (today - act.day).days // 7
        if week < WEEKS:
            efforts[week] += act.effort
    return efforts


def _smaller(capacity: int) -> Offer | None:
    less = max(CAPACITY_LEAST, min(capacity - 1, round(capacity * SMALLER)))
    sentence = _("Weeks are full. Shall we plan for a little less?")
    return Offer(capacity=less, sentence=sentence) if less < capacity else None


def _larger(capacity: int) -> Offer | None:
    more = min(CAPACITY_MOST, max(capacity + 1, round(capacity * LARGER)))
    sentence = _("There seems to be room. Shall we plan for a little more?")
    return Offer(capacity=more, sentence=sentence) if more > capacity else None
