"""The vault in a community: it opens with the member's secret, in one session, and for nobody else."""

import re
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from tests.web.community import PASSPHRASE, client_of, make_member

from alongside.core.vault import Unlocked
from alongside.web import vault_cookie
from alongside.web.models import SealedEntry, Vault

pytestmark = pytest.mark.usefixtures("community")
NAME = settings.VAULT_COOKIE_NAME


@pytest.fixture
def mina():
    return make_member("Mina")


def test_a_page_of_ones_own_leads_to_the_unlock_page_and_back(mina):
    client = client_of(mina, unlocked=False)
    assert client.get("/commitments/").headers["Location"] == "/vault/open/?next=%2Fcommitments%2F"


def test_without_a_vault_one_is_led_to_make_one_and_its_code_is_shown_once(mina):
    client = client_of(mina, unlocked=False)
    assert client.get("/vault/open/").headers["Location"] == "/vault/new/"
    made = client.post("/vault/new/", {"passphrase": PASSPHRASE})
    code = re.search(r'<code id="code"[^>]*>([0-9A-Z-]{34})</code>', made.content.decode()).group(1)
    assert client.get("/commitments/").status_code == 200
    assert code not in client.get("/vault/").content.decode()

    client.post("/vault/lock/")
    assert client.get("/commitments/").status_code == 302
    assert client.post("/vault/open/", {"code": code, "next": "/commitments/"}).status_code == 302
    assert client.get("/commitments/").status_code == 200


def test_what_was_typed_while_the_vault_locked_is_kept_and_sent(mina):
    client = client_of(mina, unlocked=False)
    client.post("/vault/new/", {"passphrase": PASSPHRASE})
    client.post("/vault/lock/")
    asked = client.post("/log/", {"what": "Thanked Ola", "practice": "amplify", "once": str(uuid4())})
    assert asked.status_code == 423
    kept = re.search(r'name="kept" value="([^"]*)"', asked.content.decode()).group(1).replace("&quot;", '"')
    opened = client.post("/vault/open/", {"passphrase": PASSPHRASE, "next": "/log/", "kept": kept})
    assert 'value="Thanked Ola"' in opened.content.decode()


@pytest.mark.parametrize(
    "onward", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil"]
)
def test_opening_the_vault_leads_to_no_other_site(mina, onward):
    client = client_of(mina, unlocked=False)
    client.post("/vault/new/", {"passphrase": PASSPHRASE})
    assert client.post("/vault/open/", {"passphrase": PASSPHRASE, "next": onward}).headers["Location"] == "/"


def test_a_cookie_moved_to_another_session_or_member_opens_nothing(mina):
    client, elsewhere, ola = client_of(mina), client_of(mina, unlocked=False), make_member("Ola")
    elsewhere.cookies[NAME] = client.cookies[NAME].value
    assert elsewhere.get("/commitments/").status_code == 302
    other = client_of(ola, unlocked=False)
    other.cookies[NAME] = client.cookies[NAME].value
    assert other.get("/commitments/").status_code == 302


def test_somebody_elses_key_opens_nothing(mina):
    client = client_of(mina)
    foreign = Unlocked.create()
    bound = vault_cookie.binding(client.session.session_key, mina.id.hex)
    client.cookies[NAME] = vault_cookie.write(
        foreign, folder=settings.DATA, bound_to=bound, unlocked_s=2**33, now_s=2**33
    )
    assert client.get("/commitments/").status_code == 302


def test_ten_wrong_passphrases_then_a_wait(mina):
    client = client_of(mina, unlocked=False)
    client.post("/vault/new/", {"passphrase": PASSPHRASE})
    client.post("/vault/lock/")
    for _try in range(10):
        assert client.post("/vault/open/", {"passphrase": "wrong " * 4}).status_code == 422
    refused = client.post("/vault/open/", {"passphrase": PASSPHRASE})
    assert refused.status_code == 422
    assert "quarter of an hour" in refused.content.decode()


def test_a_changed_passphrase_opens_what_was_sealed_before_and_the_old_one_nothing(mina):
    client = client_of(mina, unlocked=False)
    client.post("/vault/new/", {"passphrase": PASSPHRASE})
    client.post("/log/", {"what": "Thanked Ola", "practice": "amplify", "effort": "1"})
    client.post("/vault/passphrase/", {"passphrase": "another sentence to open it"})
    client.post("/vault/lock/")
    assert client.post("/vault/open/", {"passphrase": PASSPHRASE}).status_code == 422
    client.post("/vault/open/", {"passphrase": "another sentence to open it"})
    assert "Thanked Ola" in client.get("/look-back/").content.decode()


def test_sealing_anew_changes_every_entry_and_the_old_key_opens_nothing(mina):
    client = client_of(mina)
    client.post("/log/", {"what": "Thanked Ola", "practice": "amplify", "effort": "1"})
    before = bytes(Vault.objects.get(member=mina).key_id)
    client.post("/vault/anew/", {"passphrase": PASSPHRASE})
    assert not SealedEntry.objects.filter(key_id=before).exists()
    assert "Thanked Ola" in client.get("/look-back/").content.decode()


def test_two_members_see_their_own_entries_alone(mina):
    client_of(mina).post("/log/", {"what": "Thanked Ola", "practice": "amplify", "effort": "1"})
    other = client_of(make_member("Ola"))
    assert "Thanked Ola" not in other.get("/look-back/").content.decode()
    assert SealedEntry.objects.count() > 0


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(mina):
    client = client_of(mina, unlocked=False)
    made = client.post("/vault/new/", {"passphrase": PASSPHRASE})
    cookie = made.cookies[NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/"
    assert not cookie["max-age"]
    assert not cookie["expires"]


def test_a_visitor_is_led_to_the_sign_in_page_whatever_they_ask():
    for path in ("/", "/commitments/", "/nowhere/", "/vault/"):
        answer = Client().get(path)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize(("idle", "old"), [(31 * 60, 31 * 60), (60, 12 * 3600 + 1)])
def test_a_cookie_ends_after_half_an_hour_unused_and_after_twelve_hours(tmp_path, idle, old):
    vault, now = Unlocked.create(), 2_000_000_000
    seen = now + old - idle
    value = vault_cookie.write(vault, folder=tmp_path, bound_to=b"b", unlocked_s=now, now_s=seen)
    assert vault_cookie.read(value, folder=tmp_path, bound_to=b"b", now_s=seen + 30)
    assert vault_cookie.read(value, folder=tmp_path, bound_to=b"b", now_s=now + old) is None


def test_the_servers_key_is_replaced_each_day_and_the_previous_one_lives_twelve_hours_more(tmp_path):
    vault, day, now = Unlocked.create(), 24 * 3600, 2_000_000_000
    file = tmp_path / vault_cookie.NAME
    value = vault_cookie.write(vault, folder=tmp_path, bound_to=b"b", unlocked_s=now, now_s=now)
    first = file.read_text()
    eve = now + day - 60
    late = vault_cookie.write(vault, folder=tmp_path, bound_to=b"b", unlocked_s=eve, now_s=eve)
    vault_cookie.write(vault, folder=tmp_path, bound_to=b"b", unlocked_s=now, now_s=now + day + 60)
    assert file.read_text() != first
    assert vault_cookie.read(late, folder=tmp_path, bound_to=b"b", now_s=now + day + 120)
    file.unlink()
    assert vault_cookie.read(value, folder=tmp_path, bound_to=b"b", now_s=now + 60) is None
    assert file.stat().st_mode & 0o077 == 0


def test_any_flipped_bit_of_a_cookie_is_refused(tmp_path):
    vault, now = Unlocked.create(), 2_000_000_000
    value = vault_cookie.write(vault, folder=tmp_path, bound_to=b"b", unlocked_s=now, now_s=now)
    for place in range(0, len(value), 5):
        other = "A" if value[place] != "A" else "B"
        changed = value[:place] + other + value[place + 1 :]
        assert vault_cookie.read(changed, folder=tmp_path, bound_to=b"b", now_s=now) is None
