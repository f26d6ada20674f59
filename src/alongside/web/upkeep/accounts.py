"""The deeds of whoever runs the server on accounts: each one transaction with its row on the trail.

Who acts at the terminal has no account there: the trail names the owner, who answers for the server.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.sessions.models import Session
from django.db.models import Q
from django.urls import reverse

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.web import joining, privacy
from alongside.web.home import home
from alongside.web.keeper import append_to_trail
from alongside.web.models import CommunityRole, Member, SignedIn
from alongside.web.writing import writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What an operator needs to know of an account; what to call somebody is for the circles."""

    email: str
    duties: tuple[str, ...]
    may_come_in: bool


def accounts(*, today: date) -> Sequence[Account]:
    """Every account, the owner first, then by address."""
    held = Q(until=None) | Q(until__gte=today)
    duties: dict[object, list[str]] = {}
    for member, duty in CommunityRole.objects.filter(held).order_by("role").values_list("member_id", "role"):
        duties.setdefault(member, []).append(duty)
    found = Member.objects.exclude(email=None).order_by("-is_owner", "email")
    return tuple(
        Account(
            email=str(member.email),
            duties=(*(["owner"] if member.is_owner else []), *duties.get(member.pk, [])),
            may_come_in=member.is_active,
        )
        for member in found
    )


def invite(*, address: str | None, today: date) -> str:
    """A link that makes one account; its token is kept nowhere, so it is shown this once."""
    token = joining.invite(_owner(), today=today)
    return (address or home()).rstrip("/") + reverse("join", args=(token,))


def set_duty(email: str, duty: str, *, today: date) -> None:
    """Give a duty, or with "" take all back. Raises Trouble where nobody has the address."""
    member = member_of(email)
    with writing():
        if duty:
            CommunityRole.objects.update_or_create(
                member=member, role=duty, defaults={"since": today, "until": None}
            )
            append_to_trail(f"duty.give-{duty}", actor=_owner(), today=today)
        for held in [] if duty else CommunityRole.objects.filter(member=member).order_by("role"):
            held.delete()
            append_to_trail(f"duty.take-{held.role}", actor=_owner(), today=today)


def let_in(email: str, yes: bool, *, today: date) -> None:
    """Let somebody in again, or keep them out and sign them out everywhere."""
    member = member_of(email)
    _refuse_owner(member)
    with writing():
        Member.objects.filter(pk=member.pk).update(is_active=yes)
        if not yes:
            end_sessions(member)
        append_to_trail("account.enable" if yes else "account.disable", actor=_owner(), today=today)


def erase(email: str, *, today: date) -> None:
    """Erase somebody who asked for it, as My data does."""
    member = member_of(email)
    _refuse_owner(member)
    with writing():
        end_sessions(member)
    privacy.erase(member, today=today)


def end_sessions(member: Member) -> None:
    """Sign somebody out in every browser."""
    theirs = [
        session.session_key
        for session in Session.objects.iterator()
        if session.get_decoded().get("_auth_user_id") == str(member.pk)
    ]
    Session.objects.filter(session_key__in=theirs).delete()
    SignedIn.objects.filter(member=member).delete()


def member_of(email: str) -> Member:
    """The account with this address. Raises Trouble where there is none."""
    found = Member.objects.filter(email__iexact=email.strip()).first()
    if found is None:
        cause = _("nobody has an account with this address.")
        raise Trouble(email, cause, _("See the accounts with: alongside user list"))
    return found


def _refuse_owner(member: Member) -> None:
    if member.is_owner:
        cause = _("this is the owner, who answers for the community.")
        raise Trouble(str(member.email), cause, _("Hand the community over first."))


def _owner() -> Member:
    return Member.objects.get(is_owner=True)
