"""One language a page: the member's choice, else the browser's. Translations keep what is filled in."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from tests.web.community import client_of, make_member

ROOT = Path(__file__).parents[2]
CATALOGUES = sorted((ROOT / "src/alongside/locale").glob("*/LC_MESSAGES/django.po"))


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.parent.parent.name)
def test_a_translation_keeps_the_names_that_are_filled_in(file):
    with file.open("rb") as held:
        catalogue = read_po(held)
    faults = [(str(each.id), [str(e) for e in each.check(catalogue)]) for each in catalogue if each.string]
    assert [fault for fault in faults if fault[1]] == []


def test_a_browser_that_asks_for_a_language_nobody_wrote_is_answered_in_english(client_of_owner):
    answer = client_of_owner.get("/", headers={"accept-language": "fi"})
    assert 'lang="en"' in answer.content.decode()


def test_a_browser_is_answered_in_its_language(client_of_owner):
    answer = client_of_owner.get("/", headers={"accept-language": "de"})
    assert 'lang="de"' in answer.content.decode()


@pytest.mark.usefixtures("community")
def test_a_members_own_choice_goes_before_the_browsers():
    mina = make_member("Mina")
    mina.language = "es"
    mina.save()
    answer = client_of(mina).get("/vault/", headers={"accept-language": "de"})
    assert 'lang="es"' in answer.content.decode()


def test_the_language_of_one_request_is_not_that_of_the_next(client_of_owner):
    client_of_owner.get("/", headers={"accept-language": "de"})
    assert 'lang="en"' in client_of_owner.get("/").content.decode()
