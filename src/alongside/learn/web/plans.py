"""What a deed needs to become a plan in one step: the fields that the room act takes."""

from dataclasses import dataclass

from alongside.core.intentions import Intention
from alongside.web.parts import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """An if-then that an action proposes, why, and what to mind."""

    intention: Intention
    why: str = ""
    caution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlan:
    """An if-then as the part `_plan.html` shows it; `change` leads to the same in a form."""

    id: str
    intention: Intention
    caution: str = ""
    change: Link | None = None
