"""Your account: how you are called, and what you say about yourself, which only you can read."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.conf import settings as live
from tests.web.community import client_of, make_member

from alongside.web.models import Member, SealedEntry

pytestmark = pytest.mark.usefixtures("community")
WORDS = "Grew up between two languages"


def test_an_account_asks_for_nothing_but_an_address():
    page = client_of(make_member("")).get("/account/").content.decode()
    assert "No name. Others see “A member”." in page
    assert "Nobody has to say anything" in page


def test_one_is_called_as_one_wants_to_be():
    member = make_member("Mina")
    client = client_of(member)
    client.post("/account/you/", {"name": "Mina R.", "language": "en"})
    assert Member.objects.values_list("name", "language").get(pk=member.pk) == ("Mina R.", "en")
    answer = client.post("/account/you/", {"name": "x" * 61, "language": "xx"})
    assert answer.status_code == 422
    assert answer.content.decode().count('class="error"') == 2


def test_every_language_of_the_pages_can_be_chosen():
    page = client_of(make_member("Mina")).get("/account/you/").content.decode()
    assert all(f'<option value="{code}"' in page for code, _name in live.LANGUAGES)


def test_what_one_says_is_sealed_and_comes_back():
    client = client_of(make_member("Mina"))
    client.post("/account/about/circles/", {"text": WORDS, "labels": "bilingual, new here"})
    (row,) = SealedEntry.objects.all()
    assert WORDS.encode() not in bytes(row.box)
    assert b"bilingual" not in bytes(row.box)
    page = client.get("/account/about/").content.decode()
    assert WORDS in page
    assert "bilingual" in page


def test_words_for_one_purpose_are_not_used_for_another():
    client = client_of(make_member("Mina"))
    client.post("/account/about/circles/", {"text": WORDS})
    assert WORDS not in client.get("/account/about/support/").content.decode()
    client.post("/account/about/support/", {"text": "I need the agenda a day ahead"})
    assert SealedEntry.objects.count() == 2
    client.post("/account/about/circles/", {"deed": "withdraw"})
    page = client.get("/account/about/").content.decode()
    assert WORDS not in page
    assert "agenda" in page


@pytest.mark.parametrize("form", [{"deed": "withdraw"}, {"text": " ", "labels": ""}])
def test_taking_back_leaves_nothing(form):
    client = client_of(make_member("Mina"))
    client.post("/account/about/myself/", {"text": WORDS})
    client.post("/account/about/myself/", form)
    assert not SealedEntry.objects.exists()


def test_nobody_else_sees_it():
    client_of(make_member("Mina")).post("/account/about/circles/", {"text": WORDS})
    owner = client_of(make_member("Ada", is_owner=True))
    for path in ("/account/about/", "/account/about/circles/", "/community/", "/my-data/kept/"):
        assert WORDS not in owner.get(path).content.decode()


def test_a_locked_vault_asks_for_its_passphrase_and_keeps_what_was_typed():
    answer = client_of(make_member("Mina"), unlocked=False).post("/account/about/circles/", {"text": WORDS})
    assert answer.status_code in {302, 423}


def test_a_purpose_that_does_not_exist_is_no_page():
    assert client_of(make_member("Mina")).get("/account/about/ranking/").status_code == 404


def test_it_is_in_the_export_and_comes_back_from_it():
    client = client_of(make_member("Mina"))
    client.post("/account/about/circles/", {"text": WORDS})

    archive = ZipFile(BytesIO(client.get("/my-data/everything.zip").content))
    assert WORDS in archive.read("alongside.json").decode()
