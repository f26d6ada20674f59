"""What people send by mistake or on purpose: each is answered at its field, and nothing is written."""

import html
import json
import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import FakePayload
from tests.core.builders import DAY, a_deed

from alongside.web.models import AuditRow, SealedEntry

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
TALK = "WEBVTT\n" + "".join(
    f"\n00:{n // 6:02}:{n % 6}0.000 --> 00:{n // 6:02}:{n % 6}8.000\n{'Zoé' if n % 2 else 'Bo'}: We go on.\n"
    for n in range(60)
)
"""Ten minutes in which two people take turns."""
NOBODY = "WEBVTT\n\n00:00:00.000 --> 00:00:04.000\nShall we begin?\n\n00:00:04.000 --> 00:00:09.000\nYes.\n"
FOREIGN = UUID(int=0xBAD)
PLANTED = "tests.plant"
LONG = "word " * 20_000
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def nothing_written(db: None) -> Iterator[None]:  # noqa: ARG001  # a fixture needed for what it does
    """After every test: not one entry, not one row of the trail."""
    yield
    assert SealedEntry.objects.count() == 0
    assert AuditRow.objects.exclude(action=PLANTED).count() == 0


@pytest.fixture
def client(client_of_owner: Client) -> Client:
    """The owner's browser, which shows a broken answer as such."""
    client_of_owner.raise_request_exception = False
    return client_of_owner


def a_file(data: bytes | str, name: str = "meeting.vtt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def error_at(answer, field: str) -> str:
    """The message at a field; the summary has to lead there."""
    page = answer.content.decode()
    assert answer.status_code == 422, answer.status_code
    assert f'href="#id_{field}' in page
    found = re.search(rf'<p class="error" id="id_{field}-error">(.*?)</p>', page, re.DOTALL)
    assert found, f"no message at {field}"
    return html.unescape(found.group(1))


# -- a meeting ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "empty.vtt"),
        (b"", "empty.txt"),
        (b"\n\n \n", "blank.vtt"),
        (PNG, "picture.png"),
        (PNG, "meeting.vtt"),
        (b"PK\x03\x04" + b"\0" * 40, "meeting.docx"),
        (b"\x00" * 5000, "meeting.txt"),
        (b"WEBVTT\n\n00:00:09.000 --> never\nAna: Hi\n", "broken.vtt"),
        (b"WEBVTT\n", "nothing-in-it.vtt"),
        (b"{", "meeting.json"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_at_the_field(client, data, name):
    answer = client.post("/look/", {"file": a_file(data, name)})
    assert len(error_at(answer, "file")) > 20


@pytest.mark.parametrize("htmx", [{}, HTMX], ids=["page", "part"])
def test_no_file_at_all_is_refused_at_the_field(client, htmx):
    assert "Choose a transcript" in error_at(client.post("/look/", {}, **htmx), "file")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_transcript_is_read_in_the_encodings_that_programs_write(client, encoding):
    lead = "\ufeff" if encoding in {"utf-16-le", "utf-16-be"} else ""
    # A name nobody has is refused, so the accent was read as it was written.
    answer = client.post("/look/", {"file": a_file((lead + TALK).encode(encoding)), "me": "Zoé"}, follow=True)
    assert answer.status_code == 200


def test_a_transcript_without_speakers_says_so_and_shows_no_shares(client):
    answer = client.post("/look/", {"file": a_file(NOBODY)}, follow=True)
    assert answer.status_code == 200
    assert 'id="floor' not in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "name", "data"),
    [
        ("roster", "people.csv", PNG),
        ("roster", "people.csv", b""),
        ("chat", "chat.txt", PNG),
        ("aliases", "aliases.toml", b"[[["),
        ("aliases", "aliases.toml", PNG),
        ("aliases", "aliases.toml", b"Bo = 3"),
        ("aliases", "meeting.vtt", b"[[["),
    ],
)
def test_what_goes_with_the_transcript_is_refused_at_its_own_field(client, field, name, data):
    answer = client.post("/look/", {"file": a_file(TALK), field: a_file(data, name)})
    assert error_at(answer, field)
    assert "<details open>" in answer.content.decode()


def test_a_name_that_is_not_in_the_transcript_is_refused_and_kept(client):
    answer = client.post("/look/", {"file": a_file(TALK), "me": "Nobody Here"})
    assert error_at(answer, "me")
    assert 'value="Nobody Here"' in answer.content.decode()


def test_pasted_words_that_are_no_transcript_are_kept(client):
    answer = client.post("/look/", {"pasted": "\x00 <b>hello"})
    assert answer.status_code in {200, 422}
    if answer.status_code == 422:
        assert "&lt;b&gt;hello" in answer.content.decode()


def test_a_length_of_more_than_50_mb_is_refused_before_anything_is_read(client):
    answer = client.generic(
        "POST",
        "/look/",
        content_type="multipart/form-data; boundary=x",
        **{"CONTENT_LENGTH": str(51 * 2**20), "wsgi.input": FakePayload(b"")},
    )
    assert "50 MB" in error_at(answer, "file")


def test_51_mb_of_zeros_are_refused_in_words(client):
    answer = client.post("/look/", {"file": a_file(b"\0" * (51 * 2**20))})
    assert "50 MB" in error_at(answer, "file")


@pytest.mark.parametrize("length", ["", "-1", "many"])
def test_an_odd_length_is_no_fault_of_ours(client, length):
    answer = client.generic(
        "POST", "/look/", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=length
    )
    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize("ticket", ["", "x", "a:b:c", "\x00", LONG])
def test_a_result_that_is_not_ours_is_not_kept(client, ticket):
    answer = client.post("/look/keep/", {"ticket": ticket})
    assert answer.status_code == 303
    assert "look-gone" in answer["Location"]


# -- the forms of a week -----------------------------------------------------------------------------------

GOOD = {"what": "Thanked Mina", "practice": "amplify", "effort": "2"}
PLAN = {"cue": "it rains", "act": "share my umbrella", "practice": "include", "effort": "2"}


@pytest.mark.parametrize("htmx", [{}, HTMX], ids=["page", "part"])
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("what", ""),
        ("what", "   "),
        ("what", LONG),
        ("practice", "wizardry"),
        ("effort", "9"),
        ("effort", "0"),
        ("effort", "-3"),
        ("effort", "two"),
        ("effort", "9" * 5000),
        ("day", "99999-01-01"),
        ("day", "0000-00-00"),
        ("day", "2999-01-01"),
        ("commitment", str(FOREIGN)),
        ("commitment", "not-an-id"),
    ],
)
def test_a_log_that_makes_no_sense_is_refused(client, field, value, htmx):
    answer = client.post("/log/", {**GOOD, field: value}, **htmx)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="error-summary"' in page
    assert field == "what" or 'value="Thanked Mina"' in page


@pytest.mark.parametrize("field", ["what", "practice", "effort", "day"])
def test_a_log_is_refused_at_the_field_itself(client, field):
    wrong = {"what": "", "practice": "wizardry", "effort": "9", "day": "2999-01-01"}[field]
    shown = "what" if field == "day" else field
    assert error_at(client.post("/log/", {**GOOD, field: wrong}), shown)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("cue", ""),
        ("cue", "if ..."),
        ("cue", LONG),
        ("act", ""),
        ("act", LONG),
        ("practice", ""),
        ("practice", "wizardry"),
        ("effort", "9"),
        ("effort", "two"),
        ("due", "99999-01-01"),
        ("due", "soon"),
        ("obstacle", LONG),
        ("buddy", LONG),
    ],
)
def test_a_commitment_that_makes_no_sense_is_refused_at_the_field_and_keeps_the_rest(client, field, value):
    answer = client.post("/commitments/new/", {**PLAN, field: value})
    page = answer.content.decode()
    if value == LONG:
        assert answer.status_code == 422
        assert "64 KiB" in page
    else:
        assert error_at(answer, field)
    assert field == "cue" or "it rains" in page
    assert field == "practice" or re.search(r'value="include"\s+selected', page)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/look-back/away/", {}),
        ("/look-back/away/", {"first": "99999-01-01"}),
        ("/look-back/away/", {"first": "2026-03-04", "last": "2026-03-01"}),
        ("/look-back/away/", {"first": "soon", "last": "later"}),
        ("/look-back/away/", {"first": "0001-01-01", "last": "9999-12-31"}),
        ("/look-back/reflect/", {"answer-1": LONG}),
        ("/welcome/room/", {"capacity": "1"}),
        ("/welcome/room/", {"capacity": "lots"}),
        ("/welcome/room/", {"capacity": "9" * 5000}),
        ("/capacity/", {"capacity": "9999"}),
        ("/capacity/", {"capacity": "lots"}),
        ("/week/", {}),
        ("/week/", {"action": "no-such-action", "deed": "plan"}),
        ("/week/", {"action": "no-such-action", "deed": "did"}),
        ("/week/", {"action": "no-such-action", "deed": "swap"}),
        ("/week/", {"action": LONG, "deed": "plan"}),
        ("/commitments/from-finding/", {}),
        ("/commitments/from-finding/", {"practice": "include"}),
        ("/commitments/from-finding/", {"practice": "include", "cue": LONG, "act": "x"}),
        ("/my-data/bring-back/", {}),
    ],
)
@pytest.mark.parametrize("htmx", [{}, HTMX], ids=["page", "part"])
def test_a_form_that_makes_no_sense_is_answered_in_words(client, path, sent, htmx):
    answer = client.post(path, sent, **htmx)
    assert answer.status_code == 422
    assert 'id="error-summary"' in answer.content.decode()


def test_what_was_written_about_a_long_week_is_still_there(client):
    answer = client.post("/look-back/reflect/", {"answer-1": LONG, "answer-2": "a short one"})
    page = answer.content.decode()
    assert "a short one" in page
    assert LONG.strip() in page


@pytest.mark.parametrize(
    "data",
    [
        b"",
        PNG,
        b"[]",
        b"{}",
        b"null",
        b"[" * 100_000,
        b'{"kind": "alongside diary", "schema_version": 2, "entries": []}',
        b'{"kind": "alongside diary", "schema_version": 1, "entries": 3}',
        b'{"kind": "alongside diary", "schema_version": 1, "entries": [3]}',
        b'{"kind": "alongside diary", "schema_version": 1, "entries": [{"id": "x"}]}',
    ],
)
def test_an_export_that_is_none_is_refused_at_the_field(client, data):
    answer = client.post("/my-data/bring-back/", {"file": a_file(data, "alongside.json")})
    assert "Nothing was changed" in error_at(answer, "file")


@pytest.mark.parametrize("words", [LONG, "\ud800"], ids=["too long", "half a letter"])
def test_an_export_with_an_entry_that_cannot_be_sealed_is_refused_whole(client, words):
    body = {"day": "2026-03-04", "practice": "listen", "effort": 1, "what": words}
    row = {"id": str(FOREIGN), "room": "act", "kind": "act", "day": "2026-03-04", "body": body}
    good = {**row, "id": str(UUID(int=5)), "body": {**body, "what": "fine"}}
    document = {"kind": "alongside diary", "schema_version": 1, "entries": [good, row]}
    answer = client.post("/my-data/bring-back/", {"file": a_file(json.dumps(document), "alongside.json")})
    assert error_at(answer, "file")


@pytest.mark.parametrize(
    "path",
    [
        f"/commitments/{FOREIGN}/",
        f"/commitments/{FOREIGN}/close/",
        "/commitments/not-an-id/",
        "/commitments/new/?action=no-such-action",
        "/help/guides/../../settings/",
        "/help/%00/",
        "/%ff%fe/",
        "/" + "a" * 5000 + "/",
    ],
)
def test_an_address_that_leads_nowhere_says_so(client, path):
    method = client.post if path.endswith("close/") else client.get
    answer = method(path)
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.content.decode()


def test_a_key_that_others_can_read_is_told_with_the_way_out(client, vault):
    assert vault
    key = settings.DATA / "vault.key"
    key.chmod(0o644)
    try:
        answer = client.get("/", **HTMX)
    finally:
        key.chmod(0o600)
    assert answer.status_code == 422
    assert "chmod 600" in answer.content.decode()
    assert answer["HX-Retarget"] == "#main"


def test_an_entry_that_does_not_open_is_told_with_the_way_out(client, keeper):
    keeper.carry_out(a_deed(FOREIGN, action=PLANTED), today=DAY)
    SealedEntry.objects.update(version=7)
    try:
        answer = client.get("/")
    finally:
        SealedEntry.objects.all().delete()
    assert answer.status_code == 422
    assert "backup" in answer.content.decode()


@pytest.mark.parametrize("done", ["no-such-deed", "<script>", "\x00", LONG[:2000]])
def test_an_unknown_deed_in_the_address_says_nothing(client, done):
    answer = client.get("/", {"done": done})
    assert answer.status_code == 200
    assert re.search(r'id="status"[^>]*></p>', answer.content.decode())
