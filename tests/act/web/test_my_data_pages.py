"""My data: what is kept, taken along, brought back, and erased for good."""

import json

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.act.builders import TODAY, a_commitment, an_act
from tests.web.visits import page, went_to

from alongside.act import diary as shelf
from alongside.act.web.views_data import EXPORT_LIMIT
from alongside.core import keyfile
from alongside.web.models import AuditRow, SealedEntry


@pytest.fixture
def filled(keeper, planned):
    keeper.carry_out(shelf.deed_log_act(an_act()), today=TODAY)
    planned(a_commitment(due=-3))


@pytest.fixture
def another_key():
    """Whatever happens to the key in a test, the next one finds a key of the tests' folder."""
    yield
    keyfile.unlock(settings.DATA).close()


def uploaded(data):
    return {"file": SimpleUploadedFile("alongside.json", data)}


@pytest.mark.usefixtures("filled")
def test_the_page_counts_what_is_kept_and_says_where(client_of_owner):
    text = page(client_of_owner.get("/my-data/"))
    assert text.count("1 entry:") == 2
    assert text.count("Nothing yet.") == 12  # everything but acts and commitments
    assert "vault.key" in text


@pytest.mark.usefixtures("filled")
def test_the_export_is_a_file_with_every_entry(client_of_owner):
    answer = client_of_owner.get("/my-data/alongside.json")
    assert answer["Content-Disposition"] == 'attachment; filename="alongside.json"'
    assert [each["kind"] for each in json.loads(answer.content)["entries"]] == ["commitment", "act"]


@pytest.mark.usefixtures("filled")
def test_the_calendar_without_words_holds_the_day_and_not_the_plan(client_of_owner):
    full = client_of_owner.get("/my-data/commitments.ics")
    neutral = client_of_owner.get("/my-data/commitments.ics", {"words": "no"}).content.decode()
    assert full["Content-Type"] == "text/calendar"
    assert "name who had the idea" in " ".join(full.content.decode().split("\r\n ")).replace("  ", " ")
    assert "idea" not in neutral
    assert "DTSTART;VALUE=DATE:20260315" in neutral


@pytest.mark.usefixtures("filled", "another_key")
def test_an_export_comes_back_after_everything_was_erased(client_of_owner):
    data = client_of_owner.get("/my-data/alongside.json").content
    client_of_owner.post("/my-data/erase/", {"deed": "erase"})
    assert (
        went_to(client_of_owner.post("/my-data/bring-back/", uploaded(data))) == "/my-data/?done=brought-back"
    )
    assert client_of_owner.get("/my-data/alongside.json").content == data


def test_without_a_file_it_is_asked_for(client_of_owner):
    text = page(client_of_owner.post("/my-data/bring-back/"), 422)
    assert "Choose the file you exported" in text


def test_a_file_that_is_too_large_is_not_read(client_of_owner):
    text = page(client_of_owner.post("/my-data/bring-back/", uploaded(b" " * (EXPORT_LIMIT + 1))), 422)
    assert "too large to be an export" in text


def test_a_file_that_is_not_ours_is_refused_in_words(client_of_owner):
    text = page(client_of_owner.post("/my-data/bring-back/", uploaded(b"{}")), 422)
    assert "Choose a file that Alongside exported. Nothing was changed." in text


@pytest.mark.usefixtures("filled")
def test_before_erasing_it_is_asked_once(client_of_owner):
    assert "This cannot be undone." in page(client_of_owner.get("/my-data/erase/"))
    answer = client_of_owner.post("/my-data/erase/")
    assert (answer.status_code, answer["Location"]) == (302, "/my-data/erase/")
    assert SealedEntry.objects.count() == 2


@pytest.mark.usefixtures("filled", "another_key")
def test_erasing_takes_rows_and_key_and_leaves_the_trail(client_of_owner):
    before = list(AuditRow.objects.values_list("hash", flat=True))
    place = went_to(client_of_owner.post("/my-data/erase/", {"deed": "erase"}))
    assert place == "/my-data/?done=erased"
    assert SealedEntry.objects.count() == 0
    assert not (settings.DATA / keyfile.NAME).exists()
    rows = AuditRow.objects.order_by("sequence")
    assert [row.hash for row in rows][: len(before)] == before
    assert rows.last().action == "vault.erase"
