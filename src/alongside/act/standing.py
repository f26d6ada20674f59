"""Where a person stands with each practice and action: when last done, how often, how often planned."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from alongside.act.acts import Act
from alongside.act.away import Away
from alongside.act.commitments import Commitment, dues
from alongside.core.practices import Practice

NEVER_WEEKS: Final = 8.0
"""A practice or action never done counts as eight weeks ago (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What a person has done, and when they were away."""

    acts: Sequence[Act] = ()
    away: Sequence[Away] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Weeks since, and times done, by practice and by action; times planned by action.

    `planned` is never below `done`: an act without a plan counts as one planned and done.
    """

    practice_weeks: Mapping[Practice, float]
    practice_done: Mapping[Practice, int]
    action_weeks: Mapping[str, float]
    done: Mapping[str, int]
    planned: Mapping[str, int]
    under_way: frozenset[str]

    def weeks_since(self, practice: Practice) -> float:
        """Weeks since the practice was last used."""
        return self.practice_weeks.get(practice, NEVER_WEEKS)

    def weeks_since_action(self, action: str) -> float:
        """Weeks since this action was last done."""
        return self.action_weeks.get(action, NEVER_WEEKS)


def stand(history: History, commitments: Sequence[Commitment], *, today: date) -> Standing:
    """The standing up to `today`; talk and future dates do not enter."""
    acts = sorted((a for a in history.acts if a.counts and a.day <= today), key=lambda act: act.day)
    done = Counter(act.action for act in acts if act.action)
    return Standing(
        practice_weeks={act.counted_as: (today - act.day).days / 7 for act in acts},
        practice_done=Counter(act.counted_as for act in acts),
        action_weeks={act.action: (today - act.day).days / 7 for act in acts},
        done=done,
        planned=_planned(acts, commitments, history.away, today),
        under_way=frozenset(c.action for c in commitments if c.is_open and c.action),
    )


def _planned(
    acts: Sequence[Act], commitments: Sequence[Commitment], away: Sequence[Away], today: date
) -> Mapping[str, int]:
    """Times each action was planned: every time a commitment came due, and every act done without one."""
    acted: dict[UUID, list[date]] = {}
    for act in acts:
        if act.commitment is not None:
            acted.setdefault(act.commitment, []).append(act.day)
    known = {c.id for c in commitments}
    planned = Counter(act.action for act in acts if act.action and act.commitment not in known)
    passed = today - timedelta(days=1)
    for c in commitments:
        if c.action:
            times = len(dues(c, acted.get(c.id, ()), away=away, through=passed))
            planned[c.action] += max(times, len(acted.get(c.id, ())))
    return planned
