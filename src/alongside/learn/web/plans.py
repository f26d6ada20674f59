"""What a deed needs to become a plan in one step: the fields that the room act takes."""

from dataclasses import dataclass

from alongside.core.intentions import Intention


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """An if-then that an action proposes, why, and what to mind."""

    intention: Intention
    why: str = ""
    caution: str = ""
