"""What a page of this room leads on to: small deeds ready to be planned."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from alongside.core.practices import Practice
from alongside.learn.assess import Stall
from alongside.learn.small_deeds import after_reading, ready
from alongside.learn.web.held import held
from alongside.learn.web.plans import ShownPlan
from alongside.web.parts import Link
from alongside.web.places import place_of

READY = 3
"""If-thens offered where somebody did not dare (our choice); elsewhere one."""


def ready_plans(practice: Practice, stall: Stall | None) -> tuple[ShownPlan, ...]:
    """If-thens for a practice that suit where it stalls."""
    most = READY if stall is Stall.DARE else 1
    found = ready(practice, held().doings, stall=stall, most=most)
    return tuple(plan for each in found if (plan := plan_of(each.id)))


def plan_after(thing: str, practices: Sequence[Practice]) -> ShownPlan | None:
    """The one thing for this week that belongs to what was read."""
    found = after_reading(thing, practices, held().doings)
    return plan_of(found.id) if found else None


def plan_of(action: str) -> ShownPlan | None:
    """An action as an if-then to plan, or to plan in other words; None where there is no such action."""
    plan = held().plans.get(action)
    form = place_of("act:commitments-new")
    if plan is None:
        return None
    change = Link(
        label=_("Change the words"),
        url=f"{form}?action={action}",
        id=f"change-{action}",
        about=f"do-{action}",
    )
    return ShownPlan(
        id=f"do-{action}",
        intention=plan.intention,
        caution=plan.caution,
        change=change if form else None,
    )
