"""What an action scores for one person this week: need, opportunity, freshness, completion, value.

Method and what the simulation showed: docs/method/planner.md
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp
from typing import Final

from alongside.act.catalogue import Action, Catalogue
from alongside.act.profile import Profile
from alongside.act.standing import Standing
from alongside.core.practices import Practice

UNKNOWN_RATING: Final = 0.5
NEED_FLOOR: Final = 0.3
PRACTICE_FADE_WEEKS: Final = 2.5
ACTION_FADE_WEEKS: Final = 1.5
ACTION_DIP: Final = 0.7
PRIOR_DONE: Final = 2.0
PRIOR_PLANNED: Final = 3.0
EFFORT_DRAG: Final = 0.35
GROWTH_FADE: Final = 0.8
"""The planner's constants are our choices, fixed together with the simulation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The catalogue as one person stands to it this week."""

    catalogue: Catalogue
    standing: Standing
    profile: Profile
    chances: Mapping[str, float]

    def completion(self, action: Action) -> float:
        """Mean of Beta(2 + done, 1 + 0.35 effort + planned - done)."""
        done = self.standing.done.get(action.id, 0)
        planned = self.standing.planned.get(action.id, 0)
        return (PRIOR_DONE + done) / (PRIOR_PLANNED + EFFORT_DRAG * action.effort + planned)

    def novelty(self, action: Action) -> float:
        """Low just after this very action was done."""
        return 1 - ACTION_DIP * exp(-self.standing.weeks_since_action(action.id) / ACTION_FADE_WEEKS)

    def rating(self, practice: Practice) -> float:
        """The self-rating, 0 to 1."""
        return self.profile.ratings.get(practice, UNKNOWN_RATING)

    def score(self, action: Action) -> float:
        """Need · opportunity · freshness · completion · value; value waits until something is logged.

        Value grows with effort, and the first three should be small (our choice).
        """
        need = NEED_FLOOR + (1 - self.rating(action.practice))
        rest = 1 - exp(-self.standing.weeks_since(action.practice) / PRACTICE_FADE_WEEKS)
        fresh = rest * self.novelty(action)
        value = action.value if self.standing.practice_weeks else 1.0
        return need * self.chances[action.id] * fresh * self.completion(action) * value

    def growth_score(self, action: Action) -> float:
        """How well an action opens its practice: opportunity · completion · novelty."""
        return self.chances[action.id] * self.completion(action) * self.novelty(action)

    def gap(self, practice: Practice) -> float:
        """What there is to grow in a practice."""
        done = self.standing.practice_done.get(practice, 0)
        return (1 - self.rating(practice)) * GROWTH_FADE**done
