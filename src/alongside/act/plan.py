"""The week: three steps that fit what a person's week is like, each with its two reasons.

One growth step in a practice left alone, two by score; three practices, within the capacity.
Limits: it knows what was declared and logged, nothing else. Method and simulation: docs/method/planner.md
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from alongside.act.catalogue import Action, Catalogue, Reach
from alongside.act.chances import opportunities
from alongside.act.commitments import Commitment
from alongside.act.offers import Offer, offer
from alongside.act.profile import Profile
from alongside.act.reasons import reasons
from alongside.act.scores import Scores
from alongside.act.standing import History, stand
from alongside.act.words import return_note
from alongside.core.practices import Practice

STEPS: Final = 3
STARTER: Final = "starter"
AMONG_STRANGERS: Final = frozenset({"public", "online"})
GROWTH_AFTER_WEEKS: Final = 2.0
GROWTH_LEAVES: Final = 2
"""Our choices; docs/method/planner.md gives the simulation to re-run on a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One suggested action and why. `growth` marks the one that widens, `taken` one planned already."""

    action: Action
    reasons: tuple[str, ...]
    growth: bool
    taken: bool

    @property
    def practice(self) -> Practice:
        """The practice of the action."""
        return self.action.practice

    @property
    def effort(self) -> int:
        """The effort of the action, 1 to 5."""
        return self.action.effort


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlan:
    """At most three steps; fewer only where the catalogue or the capacity holds no more.

    `set_aside` are the ids swapped away, for `swap_all`. `offer` is another capacity, `note` a line after a
    quiet week, or "". `swapped` is false where nothing else fitted; `scores` is what swapping needs.
    """

    steps: tuple[Step, ...]
    scores: Scores = field(repr=False, compare=False)
    set_aside: tuple[str, ...] = ()
    offer: Offer | None = None
    note: str = ""
    swapped: bool = True

    @property
    def effort(self) -> int:
        """The effort of the whole plan, 1 to 5 a step."""
        return sum(step.effort for step in self.steps)


def next_steps(
    history: History,
    commitments: Sequence[Commitment],
    *,
    catalogue: Catalogue,
    profile: Profile,
    today: date,
) -> WeekPlan:
    """The week's steps, the growth step first. The same input gives the same plan."""
    return replace(
        choose_steps(history, commitments, catalogue=catalogue, profile=profile, today=today),
        offer=offer(history, profile, today=today),
        note=return_note(history.acts, history.away, today=today),
    )


def choose_steps(
    history: History,
    commitments: Sequence[Commitment],
    *,
    catalogue: Catalogue,
    profile: Profile,
    today: date,
) -> WeekPlan:
    """The steps alone, without an offer or a note."""
    standing = stand(history, commitments, today=today)
    offered = catalogue if standing.practice_weeks else _to_begin_with(catalogue)
    chances = opportunities(offered, profile)
    scores = Scores(catalogue=offered, standing=standing, profile=profile, chances=chances)
    chosen, growing = _choose(scores)
    return WeekPlan(
        steps=_steps(scores, chosen, growing),
        scores=scores,
    )


def _to_begin_with(catalogue: Catalogue) -> Catalogue:
    """What is offered before anything was logged: starter actions among people one meets (our choice).

    All starters, or the whole catalogue, where these make no plan.
    """
    easy = tuple(each for each in catalogue if each.level == STARTER)
    near = tuple(each for each in easy if _among_people_one_meets(each))
    enough = (some for some in (near, easy) if len({each.practice for each in some}) >= STEPS)
    return Catalogue(actions=next(enough, catalogue.actions))


def _among_people_one_meets(action: Action) -> bool:
    """Not a petition, a letter to a council or a post for all to see."""
    return action.reach is not Reach.INSTITUTION and not set(action.places) <= AMONG_STRANGERS


def swap(plan: WeekPlan, index: int, *, rested: Collection[Practice] = ()) -> WeekPlan:
    """The plan with the step at `index` replaced by the next in score; `swapped` is false if none fits.

    The practices in `rested` come in only where no other fits.
    """
    aside = (*plan.set_aside, plan.steps[index].action.id)
    kept = [step for step in plan.steps if step is not plan.steps[index]]
    left = plan.scores.profile.capacity - sum(step.effort for step in kept)
    used = {step.practice for step in kept}
    fitting = [
        action
        for action in plan.scores.catalogue
        if action.practice not in used and action.effort <= left and action.id not in aside
    ]
    if not fitting:
        return replace(plan, swapped=False)
    said = {reason for step in kept for reason in step.reasons}
    others = [action for action in fitting if action.practice not in rested] or fitting
    new = _step(plan.scores, _best(others, plan.scores.score), growth=False, said=said)
    steps = tuple(new if n == index else step for n, step in enumerate(plan.steps))
    return replace(plan, steps=steps, set_aside=aside, swapped=True)


def swap_all(plan: WeekPlan, set_aside: Sequence[str]) -> WeekPlan:
    """The plan with every id in `set_aside` swapped in turn: how a door returns to a plan it showed before.

    Ids that are in the plan no longer are passed over.
    """
    for action in set_aside:
        index = next((n for n, step in enumerate(plan.steps) if step.action.id == action), None)
        plan = plan if index is None else swap(plan, index)
    return plan


def _steps(scores: Scores, chosen: Sequence[Action], growing: Practice | None) -> tuple[Step, ...]:
    steps: list[Step] = []
    for action in chosen:
        said = {reason for step in steps for reason in step.reasons}
        steps.append(_step(scores, action, growth=action.practice is growing, said=said))
    return tuple(steps)


def _step(scores: Scores, action: Action, *, growth: bool, said: Collection[str]) -> Step:
    return Step(
        action=action,
        reasons=reasons(action, standing=scores.standing, profile=scores.profile, said=said),
        growth=growth,
        taken=action.id in scores.standing.under_way,
    )


def _choose(scores: Scores) -> tuple[tuple[Action, ...], Practice | None]:
    least = _least(scores.catalogue)
    growth = _growth(scores, least)
    chosen = [growth] if growth else []
    while len(chosen) < STEPS:
        room = _room(least, chosen, capacity=scores.profile.capacity)
        fitting = [each for each in scores.catalogue if each.effort <= room.get(each.practice, 0)]
        if not fitting:
            break
        chosen.append(_best(fitting, scores.score))
    return tuple(chosen), growth.practice if growth else None


def _best(actions: Iterable[Action], score: Callable[[Action], float]) -> Action:
    """The highest score; ties by id."""
    return min(actions, key=lambda action: (-score(action), action.id))


def _least(catalogue: Catalogue) -> dict[Practice, int]:
    """The least effort that each practice asks for."""
    least: dict[Practice, int] = {}
    for each in catalogue:
        least[each.practice] = min(each.effort, least.get(each.practice, each.effort))
    return least


def _room(least: Mapping[Practice, int], chosen: Sequence[Action], *, capacity: int) -> dict[Practice, int]:
    """The most effort that the next step may ask for, by practice not used yet.

    Room is left so that the steps after it can be filled, if only by the smallest.
    """
    left = capacity - sum(each.effort for each in chosen)
    used = {each.practice for each in chosen}
    later = STEPS - 1 - len(chosen)
    room = {}
    for practice in least.keys() - used:
        others = sorted(effort for other, effort in least.items() if other not in {practice, *used})
        room[practice] = left - sum(others[:later])
    return room


def _growth(scores: Scores, least: Mapping[Practice, int]) -> Action | None:
    """The step in the practice with the largest gap among those left alone, None where none fits."""
    gaps = {
        practice: scores.gap(practice)
        for practice in least
        if scores.standing.weeks_since(practice) > GROWTH_AFTER_WEEKS
    }
    widest = {practice for practice, gap in gaps.items() if gap == max(gaps.values())}
    capacity = scores.profile.capacity
    room = _room(least, (), capacity=capacity)
    fitting = [
        each
        for each in scores.catalogue
        if each.practice in widest and each.effort <= min(room[each.practice], capacity - GROWTH_LEAVES)
    ]
    return _best(fitting, scores.growth_score) if fitting else None
