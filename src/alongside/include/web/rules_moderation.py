"""Who may look at a report, follow it, or learn whose pseudonym it is: the rules that the policy names."""

from alongside.core.clock import today
from alongside.include import moderation, unmasking
from alongside.include.web.models.moderation import Report, Unmasking
from alongside.include.web.reports import as_report, as_unmasking, circle_moderators
from alongside.web.models import Member, Membership


def holds(member: Member, obj: object) -> bool:
    """The report is with them, and they are not close to it."""
    if not isinstance(obj, Report) or obj.moderator_id != member.pk:
        return False
    return moderation.closeness(as_report(obj), member.pk.hex) is None


def concerned(member: Member, obj: object) -> bool:
    """They reported it, or it is about them and something follows for them."""
    if not isinstance(obj, Report):
        return False
    if obj.reporter_id == member.pk:
        return True
    return obj.reported_id == member.pk and was_told(obj)


def was_told(report: Report) -> bool:
    """Whether the person it is about has ever heard of it: only where something followed."""
    nothing = {"", moderation.Outcome.NOTHING}
    return report.outcome not in nothing or report.settled_as not in nothing


def may_ask_name(member: Member, obj: object) -> bool:
    """They moderate the circle of a membership that is not their own."""
    if not isinstance(obj, Membership) or obj.member_id == member.pk:
        return False
    return member.pk.hex in circle_moderators(obj.circle)


def may_handle_name(member: Member, obj: object) -> bool:
    """They moderate the circle, and the pseudonym is not their own."""
    if not isinstance(obj, Unmasking):
        return False
    mine = obj.membership.member_id == member.pk
    return not mine and member.pk.hex in circle_moderators(obj.membership.circle)


def may_see_name(member: Member, obj: object) -> bool:
    """They are one of the two who agreed, and it is not long ago."""
    return isinstance(obj, Unmasking) and unmasking.can_see(
        as_unmasking(obj),
        who=member.pk.hex,
        moderators=circle_moderators(obj.membership.circle),
        today=today(),
    )


def was_unmasked(member: Member, obj: object) -> bool:
    """It is their pseudonym, and two moderators agreed."""
    return isinstance(obj, Unmasking) and obj.membership.member_id == member.pk and obj.agreed is not None
