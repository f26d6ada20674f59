"""The week's three steps, held from Monday to Sunday: only what was done, planned or swapped moves.

The steps are those that Monday's history leads to. What was done since is replaced by the next in score, and
so is what was swapped away; the others stay where they are. Method: docs/method/planner.md
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from alongside.act.acts import Act
from alongside.act.catalogue import Catalogue
from alongside.act.commitments import Commitment
from alongside.act.offers import offer
from alongside.act.plan import WeekPlan, choose_steps, swap
from alongside.act.profile import Profile
from alongside.act.standing import History
from alongside.act.words import monday_of, return_note
from alongside.core.practices import Practice


def held_steps(  # noqa: PLR0913  # each is weighed on its own
    history: History,
    commitments: Sequence[Commitment],
    *,
    catalogue: Catalogue,
    profile: Profile,
    set_aside: Sequence[str] = (),
    today: date,
) -> WeekPlan:
    """The steps of this week as they stand today. `set_aside` are the ids swapped away, in order."""
    monday = monday_of(today)
    known_by_then = _known_by(monday)
    plan = choose_steps(
        History(acts=[act for act in history.acts if known_by_then(act)], away=history.away),
        commitments,
        catalogue=catalogue,
        profile=profile,
        today=monday,
    )
    plan = _moved_on(plan, set_aside, done=_done_since(history.acts, monday, today))
    return replace(
        plan,
        offer=offer(history, profile, today=today),
        note=return_note(history.acts, history.away, today=today),
    )


def _known_by(monday: date) -> Callable[[Act], bool]:
    """Whether an act was done before this week and, where the moment is kept, written down before it too."""
    moment = monday.isoformat()
    return lambda act: act.day < monday and act.logged < moment


def _done_since(acts: Sequence[Act], monday: date, today: date) -> Mapping[str, Practice]:
    """The actions done or written down this week, in that order, each with its practice."""
    known_by_then = _known_by(monday)
    since = [a for a in acts if a.counts and a.action and a.day <= today and not known_by_then(a)]
    return {act.action: act.counted_as for act in sorted(since, key=lambda act: (act.day, act.logged))}


def _moved_on(plan: WeekPlan, set_aside: Sequence[str], *, done: Mapping[str, Practice]) -> WeekPlan:
    """Each id swapped away or done gives its place to the next in score, in the order in which it happened.

    A swap keeps what was done before it in `set_aside`, so the two stay in order. A practice of this week is
    chosen again only where nothing else fits.
    """
    later = [action for action in done if action not in set_aside]
    rested: set[Practice] = set()
    swapped = True
    for action in (*set_aside, *later):
        rested |= {done[action]} if action in done else set()
        place = next((n for n, step in enumerate(plan.steps) if step.action.id == action), None)
        if place is None:
            continue
        plan = swap(plan, place, rested=rested)
        if action in done and not plan.swapped:
            plan = replace(plan, steps=tuple(s for s in plan.steps if s.action.id != action))
        elif action not in done:
            swapped = plan.swapped
    return replace(plan, swapped=swapped)
