"""A made-up half-year to try planners in: who has which situations, what gets done, what it is worth.

Our own invention, as the archetypes are. The world's odds are drawn for each person and never read from the
planner's tables; only the roles, occasions and capacity a person states reach the planner.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import exp

from tests.act.builders import TODAY, an_entry, chance, number

from alongside.act.acts import Act
from alongside.act.catalogue import Action, Catalogue, Mode, from_entries
from alongside.act.plan import WeekPlan, next_steps
from alongside.act.profile import OCCASIONS, ROLES, Occasion, Profile
from alongside.act.scores import Scores
from alongside.act.standing import History
from alongside.core.practices import Practice

WEEKS = 26
PRACTICES = tuple(Practice)
Planner = Callable[["Life", date], Sequence[Action]]


def a_world_catalogue(each: int = 6) -> Catalogue:
    """48 actions: half for anybody, half for two roles; one to three occasions each; 40 % reactive."""
    rng = chance("catalogue")
    return from_entries(
        [
            an_entry(
                practice,
                k,
                effort=1 + k % 5,
                mode="reactive" if rng.random() < 0.4 else "proactive",
                roles=["any"] if rng.random() < 0.5 else rng.sample(ROLES, 2),
                occasions=["any"] if rng.random() < 0.1 else rng.sample(OCCASIONS, rng.randint(1, 3)),
            )
            for practice in PRACTICES
            for k in range(each)
        ]
    )


CATALOGUE = a_world_catalogue()


@dataclass
class Life:
    """One person's half-year as it unfolds. `odds` are true and hidden from the planner."""

    rng: random.Random
    profile: Profile
    odds: Mapping[str, float]
    skill: dict[Practice, float]
    roles: frozenset[str]
    acts: list[Act] = field(default_factory=list)
    value: float = 0.0

    def situation(self, action: Action) -> float:
        """The true chance that the situation for this action comes up in a week."""
        best = max(self.odds.get(occasion, 0.9) for occasion in action.occasions)
        suits = "any" in action.roles or not self.roles.isdisjoint(action.roles)
        return best * (0.5 if action.mode is Mode.REACTIVE else 1.0) * (1.0 if suits else 0.1)

    def live(self, action: Action, day: date) -> None:
        """Meet the situation or not, do it or not, and grow by it."""
        dares = min(0.95, 0.75 + 0.35 * self.skill[action.practice] - 0.08 * action.effort)
        if self.rng.random() > self.situation(action) * dares:
            return
        self.value += action.effort**0.6 * self.novelty(action, day)
        self.skill[action.practice] += 0.08 * (1 - self.skill[action.practice])
        self.acts.append(
            Act(
                id=number(len(self.acts) + 1),
                day=day,
                practice=action.practice,
                effort=action.effort,
                action=action.id,
            )
        )

    def novelty(self, action: Action, day: date) -> float:
        """The same thing to the same people, week after week, does less."""
        last = max((act.day for act in self.acts if act.action == action.id), default=None)
        return 1.0 if last is None else 1 - 0.7 * exp(-(day - last).days / 7 / 1.5)


def a_life(seed: int) -> Life:
    rng = chance(f"life {seed}")
    roles, mine = rng.sample(ROLES, 2), rng.sample(OCCASIONS, 4)
    odds = {each: rng.uniform(0.7, 1.0) if each in mine else rng.uniform(0.0, 0.4) for each in OCCASIONS}
    skill = {practice: rng.uniform(0.1, 0.7) for practice in PRACTICES}
    felt = {practice: min(1.0, max(0.0, rng.gauss(value, 0.2))) for practice, value in skill.items()}
    profile = Profile(
        roles=tuple(roles),
        occasions=tuple(Occasion(id=each, weekday=rng.choice([None, rng.randrange(5)])) for each in mine),
        capacity=rng.randint(5, 10),
        ratings=felt,
    )
    return Life(rng=rng, profile=profile, odds=odds, skill=skill, roles=frozenset(roles))


def with_wrong_facts(life: Life) -> Life:
    """What is stated about roles and occasions is drawn again; what is true stays."""
    rng = chance("wrong" + str(sorted(life.roles)) + str(life.profile.capacity))
    wrong = tuple(Occasion(id=each) for each in rng.sample(OCCASIONS, 4))
    return replace(life, profile=replace(life.profile, roles=tuple(rng.sample(ROLES, 2)), occasions=wrong))


def ours(life: Life, today: date) -> Sequence[Action]:
    return [step.action for step in the_plan(life, today).steps]


def the_plan(life: Life, today: date) -> WeekPlan:
    return next_steps(History(acts=life.acts), [], catalogue=CATALOGUE, profile=life.profile, today=today)


def within(scores: Scores, order: Sequence[Action]) -> list[Action]:
    """The first three of `order` in three practices that the capacity can hold, room left for the rest."""
    chosen: list[Action] = []
    for action in order:
        left = scores.profile.capacity - sum(each.effort for each in chosen)
        fits = action.effort <= left - (2 - len(chosen))  # every practice here has an action of effort 1
        if fits and action.practice not in {each.practice for each in chosen}:
            chosen.append(action)
        if len(chosen) == 3:
            break
    return chosen


def greedy(life: Life, today: date) -> Sequence[Action]:
    """The three best by score, without a growth step."""
    scores = the_plan(life, today).scores
    return within(scores, sorted(scores.catalogue, key=lambda action: (-scores.score(action), action.id)))


def at_random(life: Life, today: date) -> Sequence[Action]:
    """Any three that fit."""
    scores = the_plan(life, today).scores
    return within(scores, life.rng.sample(list(CATALOGUE), len(CATALOGUE)))


def live_through(life: Life, planner: Planner) -> Life:
    for week in range(WEEKS):
        monday = TODAY - timedelta(weeks=WEEKS - week)
        for day, action in enumerate(planner(life, monday)):
            life.live(action, monday + timedelta(days=day + 1))
    return life
