"""The rules about circles and what lies in them that the policy names. See `web/policy.toml`."""

from alongside.core.clock import today
from alongside.include.charter import Answer
from alongside.include.web.charters import standing_of
from alongside.web.belonging import membership_of, participates, stewards
from alongside.web.models import Member, Membership, Part, Standing

LEADS = (Part.FACILITATOR, Part.STEWARD)


def may_write(member: Member, obj: object) -> bool:
    """They take part, the circle is not archived, and a changed charter is not left unanswered too long."""
    held = membership_of(member, obj) if participates(member, obj) else None
    return held is not None and _is_open_to(held)


def may_lead(member: Member, obj: object) -> bool:
    """They may write, and lead rounds."""
    held = membership_of(member, obj) if participates(member, obj) else None
    return held is not None and held.role in LEADS and _is_open_to(held)


def may_keep(member: Member, obj: object) -> bool:
    """They keep a circle that is not archived; who has not answered a charter can still keep it."""
    held = membership_of(member, obj) if stewards(member, obj) else None
    return held is not None and held.circle.archived_on is None


def wrote(member: Member, obj: object) -> bool:
    """They are in the circle, and it is their own text."""
    held = membership_of(member, obj)
    return held is not None and getattr(obj, "author_id", None) == held.pk


def may_take_on(member: Member, obj: object) -> bool:
    """They may write, and nobody keeps the circle."""
    if not may_write(member, obj):
        return False
    kept = Membership.objects.filter(
        circle=getattr(obj, "circle", None), role=Part.STEWARD, state=Standing.ACTIVE
    )
    return not kept.exists()


def _is_open_to(held: Membership) -> bool:
    if held.circle.archived_on is not None:
        return False
    return standing_of(held, today=today()).answer in (Answer.CURRENT, Answer.ASKED)
