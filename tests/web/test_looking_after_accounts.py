"""What an operator does with accounts: a duty, keeping out, letting in, erasing; each with its row."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from tests.web.community import DAY, client_of, make_circle, make_member

from alongside.core.problems import Trouble
from alongside.web.models import AuditRow, Member, Membership, SealedEntry, Vault
from alongside.web.upkeep import accounts

pytestmark = pytest.mark.usefixtures("community")


@pytest.fixture(autouse=True)
def people(community):  # noqa: ARG001  # a fixture needed for what it does
    """An owner, a steward, and a member of a hidden circle."""
    make_member("Ada", is_owner=True)
    mina = make_member("Mina")
    make_circle(make_member("Sol"), opening="hidden", members=[mina])
    return mina


def listed():
    return [(each.email, each.duties, each.may_come_in) for each in accounts.accounts(today=DAY)]


def test_the_owner_comes_first_and_only_addresses_and_duties_are_told():
    assert listed() == [
        ("ada@example.org", ("owner",), True),
        ("mina@example.org", (), True),
        ("sol@example.org", (), True),
    ]


def test_a_duty_is_given_once_and_taken_back():
    for duty in ("moderator", "admin", "admin", ""):
        accounts.set_duty("Mina@example.org", duty, today=DAY)
        if duty == "admin":
            assert listed()[1] == ("mina@example.org", ("admin", "moderator"), True)

    assert listed()[1] == ("mina@example.org", (), True)
    assert list(AuditRow.objects.values_list("action", flat=True)) == [
        "duty.give-moderator", "duty.give-admin", "duty.give-admin", "duty.take-admin", "duty.take-moderator",
    ]  # fmt: skip


def test_who_is_kept_out_is_signed_out_alone_and_loses_nothing(people):
    mina, sol = client_of(people), client_of(Member.objects.get(name="Sol"))
    accounts.let_in("mina@example.org", yes=False, today=DAY)

    assert mina.get("/my-data/kept/").headers.get("Location", "").startswith("/accounts/login/")
    assert sol.get("/my-data/kept/").status_code == 200
    assert listed()[1][2] is False
    assert Membership.objects.filter(member=people).exists()
    accounts.let_in("mina@example.org", yes=True, today=DAY)
    assert listed()[1][2] is True


def test_the_owner_is_neither_kept_out_nor_erased():
    with pytest.raises(Trouble, match="owner"):
        accounts.let_in("ada@example.org", yes=False, today=DAY)
    with pytest.raises(Trouble, match="owner"):
        accounts.erase("ada@example.org", today=DAY)
    assert listed()[0] == ("ada@example.org", ("owner",), True)


def test_who_is_erased_leaves_no_row_no_session_and_no_vault(people, tmp_path, monkeypatch):
    monkeypatch.setattr("django.conf.settings.DATA", tmp_path)
    client = client_of(people)
    client.post("/log/", {"what": "Thanked Ola", "practice": "amplify", "effort": "1"})
    sessions = Session.objects.count()
    accounts.erase("mina@example.org", today=DAY)

    assert [email for email, _duties, _in in listed()] == ["ada@example.org", "sol@example.org"]
    assert Session.objects.count() == sessions - 1
    assert not Vault.objects.exists()
    assert not SealedEntry.objects.exists()
    assert Membership.objects.count() == 1


def test_an_address_that_nobody_has_is_said():
    with pytest.raises(Trouble, match="alongside user list"):
        accounts.set_duty("nobody@example.org", "admin", today=DAY)


@pytest.mark.parametrize(
    ("hosts", "address", "begins"),
    [
        (["allies.example.org", "10.0.0.2"], None, "https://allies.example.org/join/"),
        (["127.0.0.1", "localhost"], None, "http://localhost/join/"),
        (["127.0.0.1"], "https://else.example/", "https://else.example/join/"),
    ],
)
def test_an_invitation_leads_to_where_members_reach_the_pages_and_opens(
    settings, tmp_path, hosts, address, begins
):
    settings.DATA, settings.HOME, settings.SECURE = tmp_path, "", True
    settings.ALLOWED_HOSTS = hosts
    link = accounts.invite(address=address, today=DAY)
    settings.ALLOWED_HOSTS = ["testserver"]

    assert link.startswith(begins)
    assert Client().get("/join/" + link.rpartition("/join/")[2], follow=True).status_code == 200
    assert AuditRow.objects.get().action == "invitation.make"
