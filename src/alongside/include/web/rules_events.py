"""The rules about events and budgets that the policy names."""

from alongside.include.event import ANNOUNCED, EventState
from alongside.include.web.models import Audience, BudgetLine, Event
from alongside.web.belonging import belongs, facilitates, participates
from alongside.web.models import Member, Standing


def hosts(member: Member, obj: object) -> bool:
    """They are the host named to the people who come, and still in the circle."""
    host = obj.host if isinstance(obj, Event) else None
    return host is not None and host.member_id == member.pk and host.state == Standing.ACTIVE


def arranges(member: Member, obj: object) -> bool:
    """They host it, or lead the circle's events."""
    return hosts(member, obj) or facilitates(member, obj)


def reads(member: Member, obj: object) -> bool:
    """They were invited to it; before that only those who arrange it know."""
    if not isinstance(obj, Event):
        return False
    if obj.state not in ANNOUNCED:
        return arranges(member, obj)
    return belongs(member, obj) or obj.audience == Audience.EVERYBODY


def attends(member: Member, obj: object) -> bool:
    """They may say whether they come."""
    return isinstance(obj, Event) and obj.state == EventState.PUBLISHED and reads(member, obj)


def approves(member: Member, obj: object) -> bool:
    """They lead the circle's events, and it is for the circle alone."""
    return isinstance(obj, Event) and obj.audience == Audience.CIRCLE and facilitates(member, obj)


def is_for_everybody(_member: Member, obj: object) -> bool:
    """It asks to be opened to everybody, which is for an admin to say."""
    return isinstance(obj, Event) and obj.audience == Audience.EVERYBODY


def keeps_line(member: Member, obj: object) -> bool:
    """They planned the line and may still write in the circle, or lead its events."""
    if not isinstance(obj, BudgetLine) or not participates(member, obj):
        return False
    planner = obj.planned_by
    return facilitates(member, obj) or (planner is not None and planner.member_id == member.pk)
