"""The rules about circles that the policy names: who belongs, takes part, keeps, moderates.

Every object that lies in a circle says so by its attribute `circle`; what is somebody's own by `member_id`.
"""

from collections.abc import Hashable, Iterable
from typing import cast
from uuid import UUID

from alongside.core.clock import today
from alongside.web.asked import once
from alongside.web.models import Circle, Member, Membership, Part, Standing


def membership_of(member: Member, obj: object) -> Membership | None:
    """Their active membership in the object's circle."""
    circle = cast("Circle | None", getattr(obj, "circle", None))
    if circle is None:
        return None
    return once(_key(member.pk, circle.pk), lambda: _asked(member, circle))


def as_noted(held: Iterable[Membership]) -> dict[Hashable, object]:
    """Active memberships read at once, as `asked.remembering` takes them."""
    return {_key(each.member_id, each.circle_id): each for each in held}


def _key(member: UUID, circle: UUID) -> Hashable:
    return ("membership", member, circle)


def _asked(member: Member, circle: Circle) -> Membership | None:
    held = Membership.objects.filter(member=member, circle=circle, state=Standing.ACTIVE)
    return held.select_related("accepted", "member").first()


def sees(member: Member, obj: object) -> bool:
    """They may know that the circle exists."""
    circle = cast("Circle | None", getattr(obj, "circle", None))
    return circle is not None and Circle.objects.visible_to(member).filter(pk=circle.pk).exists()


def belongs(member: Member, obj: object) -> bool:
    """They are in the circle, in whatever part."""
    return membership_of(member, obj) is not None


def participates(member: Member, obj: object) -> bool:
    """They may write: in the circle, no guest, not paused, and with a charter accepted."""
    held = membership_of(member, obj)
    if held is None or held.role == Part.GUEST or held.accepted_id is None:
        return False
    return held.paused_until is None or held.paused_until < today()


def facilitates(member: Member, obj: object) -> bool:
    """They lead rounds and events of the circle."""
    return _has(member, obj, Part.FACILITATOR, Part.STEWARD)


def moderates(member: Member, obj: object) -> bool:
    """They answer reports in the circle."""
    return _has(member, obj, Part.MODERATOR, Part.STEWARD)


def stewards(member: Member, obj: object) -> bool:
    """They keep the circle."""
    return _has(member, obj, Part.STEWARD)


def own(member: Member, obj: object) -> bool:
    """It is theirs."""
    return getattr(obj, "member_id", None) == member.pk


def _has(member: Member, obj: object, *parts: Part) -> bool:
    held = membership_of(member, obj)
    return held is not None and held.role in parts
