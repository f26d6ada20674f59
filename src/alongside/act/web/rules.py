"""Who may do what with asks, cards and thanks, as the policy names it."""

from typing import cast

from alongside.act.web.models import CardCopy, ThanksLetter, ThanksWish
from alongside.core.clock import today
from alongside.web.belonging import membership_of
from alongside.web.models import Circle, Member, Membership, Part, Standing
from alongside.web.policy import allowed


def is_one_it_is_for(member: Member, obj: object) -> bool:
    """They may write asks and say whether something helped: whoever may write in the circle, no guest."""
    return _goes_on(obj) and allowed(member, "circle.write", obj)


def takes_part(member: Member, obj: object) -> bool:
    """They may take an ask up: whoever may write in the circle, and guests who accepted its charter."""
    if is_one_it_is_for(member, obj):
        return True
    held = membership_of(member, obj)
    if held is None or held.role != Part.GUEST or held.accepted_id is None:
        return False
    return _goes_on(obj) and (held.paused_until is None or held.paused_until < today())


def reads_copy(member: Member, obj: object) -> bool:
    """A card sealed for them, while both are in the circle."""
    copy = cast("CardCopy", obj)
    return copy.reader.member_id == member.pk and _both_active(copy)


def gave_copy(member: Member, obj: object) -> bool:
    """A copy of their own card."""
    return cast("CardCopy", obj).owner.member_id == member.pk


def got_thanks(member: Member, obj: object) -> bool:
    """Thanks written to them."""
    return cast("ThanksLetter", obj).to.member_id == member.pk


def shares_a_circle(member: Member, obj: object) -> bool:
    """Somebody else who is active in a circle of theirs."""
    other = cast("Membership", obj)
    if other.state != Standing.ACTIVE or other.member_id == member.pk:
        return False
    return membership_of(member, other) is not None


def may_thank(member: Member, obj: object) -> bool:
    """Somebody of a circle of theirs who would like to get thanks."""
    return (
        shares_a_circle(member, obj)
        and ThanksWish.objects.filter(membership=cast("Membership", obj)).exists()
    )


def _goes_on(obj: object) -> bool:
    circle: Circle | None = getattr(obj, "circle", None)
    return circle is not None and circle.archived_on is None


def _both_active(copy: CardCopy) -> bool:
    return Standing.ACTIVE == copy.owner.state == copy.reader.state
