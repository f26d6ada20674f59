"""Who may make an account: by invitation, on request, or openly; and what admins see of it."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from tests.web.community import DAY, client_of, make_member
from tests.web.test_accounts import code_in, is_in

from alongside.web.models import CommunityRole, Invitation, Member, Setting, Waiting

pytestmark = pytest.mark.usefixtures("community")
SIGN_UP = "/accounts/signup/"


@pytest.fixture
def admin() -> Client:
    return client_of(make_member("Ada", is_owner=True))


def people_join(way: str) -> None:
    Setting.objects.update_or_create(key="joining", defaults={"value": way})


def invitation(admin: Client) -> str:
    """The path of a fresh link."""
    page = admin.post("/community/invitations/").content.decode()
    return re.findall(r"http://testserver(/join/[^<]+/)<", page)[0]


def sign_up(client: Client, email: str, **more: str) -> None:
    client.post(SIGN_UP, {"email": email, **more})
    client.post("/accounts/confirm-email/", {"code": code_in(mail.outbox[-1])})


# -- by invitation ------------------------------------------------------------------------------------------


def test_without_an_invitation_the_door_stays_shut_and_says_so(client):
    page = client.get(SIGN_UP).content.decode()
    assert "People join by invitation" in page
    client.post(SIGN_UP, {"email": "stray@example.org"})
    assert not Member.objects.filter(email="stray@example.org").exists()
    assert "Make an account" not in client.get("/accounts/login/").content.decode()


def test_an_invitation_makes_one_account_by_a_code(client, admin):
    link = invitation(admin)
    assert client.get(link).status_code == 200
    assert client.post(link).headers["Location"] == SIGN_UP
    sign_up(client, "new@example.org")
    assert is_in(client)
    second = Client()
    second.post(link)
    assert "run out" in second.get(link).content.decode()
    assert "People join by invitation" in second.get(SIGN_UP).content.decode()


def test_looking_at_an_invitation_does_not_use_it_up(client, admin):
    link = invitation(admin)
    for _look in range(3):
        client.get(link)
        client.head(link)
    assert client.post(link).headers["Location"] == SIGN_UP


def test_two_who_share_an_invitation_make_one_account(admin):
    link = invitation(admin)
    first, second = Client(), Client()
    first.post(link)
    second.post(link)
    sign_up(first, "first@example.org")
    second.post(SIGN_UP, {"email": "second@example.org"})
    assert is_in(first)
    assert not Member.objects.filter(email="second@example.org").exists()


def test_an_invitation_opens_for_two_weeks(client, admin, monkeypatch):
    link = invitation(admin)
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-18")  # made on the 4th
    assert client.post(link).headers["Location"] == SIGN_UP
    assert "Make an account" in client.get(SIGN_UP).content.decode()
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-03-19")
    assert "run out" in client.get(link).content.decode()
    assert "People join by invitation" in client.get(SIGN_UP).content.decode()


def test_an_invitation_that_was_taken_back_opens_nothing(client, admin):
    link = invitation(admin)
    kept = Invitation.objects.get()
    admin.post("/community/invitations/", {"take_back": kept.token_hash})
    assert "run out" in client.get(link).content.decode()


def test_of_an_invitation_only_a_hash_is_kept(admin):
    token = invitation(admin).strip("/").split("/")[1]
    (kept,) = Invitation.objects.values()
    assert token not in str(kept)


def test_an_invitation_for_an_address_with_an_account_is_not_spent(client, admin):
    make_member("Mina", email="mina@example.org")
    client.post(invitation(admin))
    client.post(SIGN_UP, {"email": "mina@example.org"})
    assert Invitation.objects.count() == 1
    assert Member.objects.filter(email="mina@example.org").count() == 1


# -- on request ---------------------------------------------------------------------------------------------


def test_who_asks_to_join_waits_outside_until_an_admin_lets_them_in(client, admin):
    people_join("approval")
    sign_up(client, "asks@example.org", words="Mina told me about you.")
    assert not is_in(client)
    assert not Member.objects.get(email="asks@example.org").is_active
    page = admin.get("/community/waiting/").content.decode()
    assert "asks@example.org" in page
    assert "Mina told me about you." in page
    mail.outbox.clear()
    waiting = Waiting.objects.get()
    with_commit(admin, {"member": waiting.pk, "deed": "let-in"})
    assert mail.outbox[0].to == ["asks@example.org"]
    assert not Waiting.objects.exists()
    client.post("/accounts/login/", {"login": "asks@example.org"})
    client.post("/accounts/login/code/confirm/", {"code": code_in(mail.outbox[-1])})
    assert is_in(client)


def with_commit(admin: Client, form: dict[str, object]) -> None:
    from django.test import TestCase  # noqa: PLC0415

    with TestCase.captureOnCommitCallbacks(execute=True):
        admin.post("/community/waiting/", form)


def test_who_waits_cannot_come_in_by_another_door(client):
    people_join("approval")
    sign_up(client, "asks@example.org")
    mail.outbox.clear()
    client.post("/accounts/login/", {"login": "asks@example.org"})
    assert "No account opens" in mail.outbox[-1].subject
    client.post("/accounts/password/reset/", {"email": "asks@example.org"})
    assert "No account opens" in mail.outbox[-1].subject
    assert not is_in(client)


def test_who_is_turned_down_leaves_nothing_behind(client, admin):
    people_join("approval")
    sign_up(client, "asks@example.org", words="Please")
    admin.post("/community/waiting/", {"member": Waiting.objects.get().pk, "deed": "turn-down"})
    assert not Member.objects.filter(email="asks@example.org").exists()
    assert not EmailAddress.objects.filter(email="asks@example.org").exists()
    assert not Waiting.objects.exists()


def test_an_address_that_nobody_confirmed_is_not_put_before_an_admin(client, admin):
    people_join("approval")
    client.post(SIGN_UP, {"email": "perhaps.not.mine@example.org"})
    assert "perhaps.not.mine" not in admin.get("/community/waiting/").content.decode()


def test_a_deed_about_somebody_who_does_not_wait_changes_nobody(admin):
    member = make_member("Mina")
    for deed in ("let-in", "turn-down"):
        admin.post("/community/waiting/", {"member": member.pk, "deed": deed})
    assert Member.objects.get(pk=member.pk).is_active


def test_who_was_invited_need_not_wait(client, admin):
    people_join("approval")
    client.post(invitation(admin))
    assert "What would you like us to know" not in client.get(SIGN_UP).content.decode()
    sign_up(client, "invited@example.org")
    assert is_in(client)


# -- openly, and who decides --------------------------------------------------------------------------------


def test_where_all_may_join_an_address_is_enough(client):
    people_join("open")
    sign_up(client, "anybody@example.org")
    assert is_in(client)


def test_an_admin_chooses_the_name_and_how_people_join(admin):
    admin.post("/community/name/", {"name": "Rivertown allies"})
    admin.post("/community/joining/", {"joining": "open"})
    page = Client().get("/accounts/login/").content.decode()
    assert "Rivertown allies" in page
    assert "Make an account" in page


def test_the_owner_names_admins_and_admins_name_moderators_alone(admin):
    make_member("Mo", email="mo@example.org")
    admin.post("/community/duties/", {"email": "mo@example.org", "role": "admin"})
    assert CommunityRole.objects.get().role == "admin"
    second = client_of(make_member("Bea", role="admin"))
    second.post("/community/duties/", {"email": "mo@example.org", "role": "moderator"})
    answer = second.post("/community/duties/", {"email": "bea@example.org", "role": "admin"})
    assert answer.status_code == 404
    named = CommunityRole.objects.get(member__email="mo@example.org", role="admin")
    assert second.post("/community/duties/", {"take": named.pk}).status_code == 404
    admin.post("/community/duties/", {"take": named.pk})
    assert sorted(CommunityRole.objects.values_list("role", flat=True)) == ["admin", "moderator"]


def test_a_duty_goes_to_somebody_who_is_here(admin):
    answer = admin.post("/community/duties/", {"email": "nobody@example.org", "role": "moderator"})
    assert answer.status_code == 422
    assert "nobody here has this address" in answer.content.decode()


def test_a_duty_shows_names_and_addresses_of_those_who_have_one_and_of_nobody_else(admin):
    make_member("Mina")
    make_member("Mo", role="moderator")
    page = admin.get("/community/duties/").content.decode()
    assert "mo@example.org" in page
    assert "mina@example.org" not in page
    assert DAY.isoformat() not in page  # days as people write them
