"""What is kept about a member is shown, handed over and erased, as the registry says."""

import io
import json
import zipfile

import pytest
from tests.web.community import client_of, join, make_circle, make_member
from tests.web.world import make_world

from alongside.core import erasures
from alongside.web import privacy
from alongside.web.models import Circle, Member, Membership, SealedEntry, Vault, VaultSlot

pytestmark = pytest.mark.usefixtures("community")
LOGGED = {"what": "Thanked Ola", "practice": "amplify", "effort": "1"}


@pytest.fixture
def mina(community):  # noqa: ARG001  # a fixture needed for what it does
    return make_member("Mina")


@pytest.fixture
def circle(mina):
    circle = make_circle(make_member("Sol"))
    join(circle, mina, pseudonym="Heron")
    return circle


def archive_of(client):
    answer = client.get("/my-data/everything.zip")
    return zipfile.ZipFile(io.BytesIO(answer.content))


def test_the_archive_holds_what_is_mine_and_nothing_of_anybody_else(mina, circle):
    client = client_of(mina)
    client.post("/log/", LOGGED)
    client_of(Membership.objects.get(role="steward").member).post("/log/", {**LOGGED, "what": "Canary"})
    held = archive_of(client)
    about = json.loads(held.read("about-you.json"))
    assert about["web.Member"] == [{"email": "mina@example.org", "name": "Mina", "language": ""}]
    assert [row["pseudonym"] for row in about["web.Membership"]] == ["Heron"]
    assert "Thanked Ola" in held.read("alongside.json").decode()
    assert not any("Canary" in held.read(name).decode() for name in held.namelist())
    assert circle.name not in held.read("about-you.json").decode()


def test_with_the_vault_locked_the_archive_leaves_out_what_is_in_it(mina):
    client_of(mina).post("/log/", LOGGED)
    assert archive_of(client_of(mina, unlocked=False)).namelist() == ["about-you.json"]


def test_an_export_from_home_can_be_brought_into_a_community_and_out_again(mina):
    client = client_of(mina)
    client.post("/log/", LOGGED)
    taken = client.get("/my-data/alongside.json").content
    SealedEntry.objects.all().delete()
    upload = io.BytesIO(taken)
    upload.name = "alongside.json"
    assert client.post("/my-data/bring-back/", {"file": upload}).status_code == 303
    assert json.loads(client.get("/my-data/alongside.json").content) == json.loads(taken)


def test_an_export_of_another_member_overwrites_nothing_of_theirs(mina):
    theirs = client_of(mina)
    theirs.post("/log/", LOGGED)
    upload = io.BytesIO(theirs.get("/my-data/alongside.json").content)
    upload.name = "alongside.json"
    answer = client_of(make_member("Ola")).post("/my-data/bring-back/", {"file": upload})
    assert answer.status_code == 422
    assert "Thanked Ola" in theirs.get("/look-back/").content.decode()


@pytest.mark.usefixtures("circle")
def test_who_leaves_is_gone_from_every_table_and_their_random_ids_are_noted(mina, tmp_path, monkeypatch):
    monkeypatch.setattr("django.conf.settings.DATA", tmp_path)
    client = client_of(mina, unlocked=False)
    client.post("/vault/new/", {"passphrase": "herons stand in the water"})
    client.post("/log/", LOGGED)
    ids = [mina.pk.hex, bytes(Vault.objects.get().key_id).hex()]
    assert client.post("/my-data/leave/", {"deed": "erase"}).status_code == 302
    assert not Member.objects.filter(pk=mina.pk).exists()
    assert not Membership.objects.filter(pseudonym="Heron").exists()
    assert not SealedEntry.objects.exists()
    assert not Vault.objects.exists()
    assert not VaultSlot.objects.exists()
    assert [each.id for each in erasures.read(tmp_path / "erasures")] == ids
    assert Circle.objects.count() == 1
    assert client.get("/commitments/").headers["Location"].startswith("/accounts/login/")


def test_asking_is_not_erasing(mina):
    assert client_of(mina).post("/my-data/leave/", {}).status_code == 302
    assert Member.objects.filter(pk=mina.pk).exists()


def test_the_owner_hands_over_before_leaving():
    owner = make_member("Ada", is_owner=True)
    assert client_of(owner).post("/my-data/leave/", {"deed": "erase"}).status_code == 200
    assert Member.objects.filter(pk=owner.pk).exists()


def test_every_table_with_a_way_to_the_member_can_be_asked(mina):
    for table in privacy.tables():
        assert len([table.shown(row) for row in table.rows(mina)]) == table.rows(mina).count()
        assert table.erase in {"delete", "anonymise", "keep"}


def test_the_page_shows_in_words_what_stands_in_every_kind_of_thing(community):  # noqa: ARG001  # what it does
    world = make_world()
    for role in ("member", "steward", "admin", "guest"):
        page = world.client(role).get("/my-data/kept/")
        assert page.status_code == 200
        assert "Your account" in page.content.decode()
        assert "web.Member" not in page.content.decode()
    assert "mina@example.org" in world.client("member").get("/my-data/kept/").content.decode()
