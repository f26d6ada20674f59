"""What the addresses of accounts name: an invitation, somebody who waits, a passkey, two browsers."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from tests.web.community import DAY, make_member
from tests.web.passkeys import registration
from tests.web.world import World

from alongside.web.joining import INVITATION_DAYS, hash_of
from alongside.web.models import Invitation, Setting, Waiting

PASSWORD = "a lantern on the river"  # noqa: S105  # of these tests alone
TOKEN = "an-invitation-of-these-tests-alone"  # noqa: S105


def add(world: World) -> None:
    """Put them into the world."""
    admin = world.people["admin"]
    Invitation.objects.create(
        token_hash=hash_of(TOKEN), made=DAY, ends=DAY + timedelta(days=INVITATION_DAYS), made_by=admin
    )
    Setting.objects.create(key="joining", value="approval")
    Setting.objects.create(key="name", value="Rivertown allies")
    for role in ("steward", "admin"):
        world.people[role].set_password(PASSWORD)
        world.people[role].save()
    waits = make_member("", email="newcomer@example.org")
    waits.is_active = False
    waits.save()
    Waiting.objects.create(member=waits, since=DAY, words="I heard about you from Mina.")
    EmailAddress.objects.create(
        user=world.people["outsider"], email="out@elsewhere.example", verified=False, primary=False
    )
    passkey = Authenticator.objects.create(
        user=world.people["moderator"],
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "Phone", "credential": registration()},
    )
    world.ids |= {"join.token": TOKEN, "account-describe.purpose": "circles"}
    world.ids |= {"mfa_edit_webauthn.pk": passkey.pk, "mfa_remove_webauthn.pk": passkey.pk}
