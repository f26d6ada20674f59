"""Builders for a community: members, their clients with the vault open, circles with a charter."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.test import Client

from alongside.core.vault import Unlocked
from alongside.web import vault_cookie
from alongside.web.links import now_s
from alongside.web.models import (
    CharterVersion,
    Circle,
    CommunityRole,
    Member,
    Membership,
    Part,
    Standing,
    Vault,
)

DAY = date(2026, 3, 4)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105  # of these tests alone
PASSPHRASE = "seven quiet herons stand here"  # noqa: S105  # of these tests alone


def make_member(name: str, *, email: str = "", role: str = "", is_owner: bool = False) -> Member:
    """A member with an address; `role` is admin or moderator of the whole community."""
    from allauth.account.models import EmailAddress  # noqa: PLC0415  # needs the settings

    member = Member.objects.create(
        name=name, email=email or f"{name.lower().replace(' ', '.')}@example.org", is_owner=is_owner
    )
    member.set_unusable_password()
    member.save()
    EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)
    if role:
        CommunityRole.objects.create(member=member, role=role, since=DAY)
    if role or is_owner:
        protect(member)
    return member


def protect(member: Member) -> None:
    """Give them a second factor, without which a duty for all does not count."""
    from allauth.mfa.totp.internal.auth import TOTP  # noqa: PLC0415  # needs the settings

    TOTP.activate(member, SECRET)


def client_of(member: Member, *, unlocked: bool = True) -> Client:
    """A browser in which the member is signed in, with a vault that is open."""
    client = Client()
    client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
    if unlocked:
        open_vault_in(client, member)
    return client


def open_vault_in(client: Client, member: Member) -> Unlocked:
    """Give the member a vault, if they have none, and this browser the cookie that holds it open.

    The key is made without its slots: stretching a passphrase takes a tenth of a second each time.
    """
    kept = Vault.objects.filter(member=member).first()
    held: dict[bytes, bytes] = settings.__dict__.setdefault("_TEST_VAULTS", {})
    if kept is None:
        vault = Unlocked.create()
        Vault.objects.create(member=member, key_id=vault.key_id)
        held[vault.key_id] = vault.export_key()
    else:
        vault = Unlocked(held[bytes(kept.key_id)], bytes(kept.key_id))
    bound = vault_cookie.binding(client.session.session_key or "", member.id.hex)
    now = int(now_s())
    client.cookies[settings.VAULT_COOKIE_NAME] = vault_cookie.write(
        vault, folder=settings.DATA, bound_to=bound, unlocked_s=now, now_s=now
    )
    return vault


def make_circle(  # a builder
    steward: Member,
    *,
    name: str = "Reading circle",
    opening: str = "open",
    members: Sequence[Member] = (),
    guests: Sequence[Member] = (),
    parent: Circle | None = None,
) -> Circle:
    """A circle with one charter, its steward, and those who accepted it."""
    circle = Circle.objects.create(
        name=name, purpose="Reads a book a month", opening=opening, founded=DAY, parent=parent
    )
    charter = CharterVersion.objects.create(circle=circle, number=1, accepted_from=DAY, clauses=[])
    parts = (
        (steward, Part.STEWARD),
        *((each, Part.MEMBER) for each in members),
        *((each, Part.GUEST) for each in guests),
    )
    for member, part in parts:
        join(circle, member, part=part, charter=charter)
    return circle


def join(
    circle: Circle,
    member: Member,
    *,
    part: str = Part.MEMBER,
    pseudonym: str = "",
    charter: CharterVersion | None = None,
) -> Membership:
    """An active membership with the charter accepted."""
    return Membership.objects.create(
        circle=circle,
        member=member,
        role=part,
        pseudonym=pseudonym,
        state=Standing.ACTIVE,
        since=DAY,
        accepted=charter or circle.charters.order_by("-number").first(),
        accepted_on=DAY,
    )


__all__ = ["DAY", "PASSPHRASE", "client_of", "join", "make_circle", "make_member", "open_vault_in"]
