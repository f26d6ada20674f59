"""Duties for the whole community: who has one, and giving and taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.web.keeper import append_to_trail
from alongside.web.models import CommunityRole, Member
from alongside.web.policy import require
from alongside.web.second_factor import has_second_factor
from alongside.web.writing import writing


class NobodyThere(Trouble):
    """No account has this address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Somebody's duty: `counts` is False until they have a second factor."""

    id: int
    name: str
    email: str
    role: str
    since: date
    counts: bool


def duties() -> Sequence[Duty]:
    """Every duty that is held, the oldest first."""
    rows = CommunityRole.objects.select_related("member").order_by("since", "id")
    return tuple(
        Duty(
            id=row.pk,
            name=row.member.shown_name,
            email=row.member.email or "",
            role=row.role,
            since=row.since,
            counts=has_second_factor(row.member),
        )
        for row in rows
    )


def give(actor: Member, role: CommunityRole.Role, *, email: str, today: date) -> None:
    """Ask somebody, by their address, to take on a duty. Raises NobodyThere."""
    require(actor, action_for(role))
    member = Member.objects.filter(email=email.lower(), is_active=True).first()
    if member is None:
        raise NobodyThere(
            "email", _("nobody here has this address."), _("Ask them which one they sign in with.")
        )
    with writing():
        CommunityRole.objects.update_or_create(
            member=member, role=role, defaults={"since": today, "until": None}
        )
        append_to_trail(f"duty.give-{role}", actor=actor, today=today)


def take(actor: Member, duty: int, *, today: date) -> None:
    """End somebody's duty."""
    row = CommunityRole.objects.filter(pk=duty).first()
    if row is None:
        return
    require(actor, action_for(CommunityRole.Role(row.role)))
    with writing():
        row.delete()
        append_to_trail(f"duty.take-{row.role}", actor=actor, today=today)


def action_for(role: CommunityRole.Role) -> str:
    """What the policy calls it: admins name moderators, the owner names admins."""
    return "community.appoint" if role == CommunityRole.Role.ADMIN else "community.operate"
