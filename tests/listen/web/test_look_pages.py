"""Look: our sample, a file, pasted words and what goes with them; the result kept, and taken out again."""

import re
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.act.builders import TODAY
from tests.web.visits import HTMX, page, part, went_to

from alongside.listen.keeping import KIND, ROOM
from alongside.listen.web.queries import kept_looks
from alongside.web.models import AuditRow, SealedEntry

NAMES = ("Bo", "Zoé", "Ana") * 22


def talk(*, speaks_s: int, turns: int = 66) -> str:
    """Eleven minutes in which three people take turns, every ten seconds, each speaking for `speaks_s`."""
    cues = [
        f"\n{clock(10 * n)} --> {clock(10 * n + speaks_s)}\n{name}: We go on with it.\n"
        for n, name in enumerate(NAMES[:turns])
    ]
    return "WEBVTT\n" + "".join(cues)


def clock(at_s: int) -> str:
    return f"00:{at_s // 60:02}:{at_s % 60:02}.000"


TALK = talk(speaks_s=8)
CAPTIONS = "WEBVTT\n\n00:00:00.000 --> 00:00:04.000\nShall we begin?\n"
FOREIGN = UUID(int=0xBAD)


@pytest.fixture(autouse=True)
def thursday(monkeypatch):
    monkeypatch.setenv("ALONGSIDE_TODAY", TODAY.isoformat())


@pytest.fixture
def look(client_of_owner):
    """Send the form of the page Look."""
    return lambda sent, **more: client_of_owner.post("/look/", sent, follow=True, **more)


@pytest.fixture
def ticket(look):
    """The ticket of a look at our sample."""
    return re.search(r'name="ticket" value="([^"]+)"', page(look({"deed": "sample"}))).group(1)


def a_file(text, name="talk.vtt"):
    return SimpleUploadedFile(name, text.encode())


def test_a_look_writes_nothing_by_itself(client_of_owner, look):
    page(client_of_owner.get("/look/"))
    page(look({"file": a_file(TALK)}))
    assert (SealedEntry.objects.count(), AuditRow.objects.count()) == (0, 0)


def test_where_nothing_stands_out_that_is_said(look):
    assert "Nothing stood out, for better or worse." in page(look({"file": a_file(TALK)}))


def test_the_sample_shows_findings_with_one_step_to_a_plan(look):
    text = page(look({"deed": "sample"}))
    # The sample's report: three findings first, and one more seen.
    assert text.count('action="/commitments/from-finding/"') == 3
    assert "Priya Raman said aloud what came from Mina Kovač." in text
    assert "Share of the talk, in order of first appearance" in text


def test_with_htmx_the_result_comes_as_a_part(look):
    assert 'id="look"' in part(look({"deed": "sample"}, headers=HTMX))


def test_with_htmx_a_mistake_comes_as_a_part(look):
    assert 'id="error-summary"' in part(look({}, headers=HTMX), 422)


@pytest.mark.parametrize("sent", [{"file": TALK}, {"pasted": TALK}])
def test_a_file_and_pasted_words_are_read_alike(look, sent):
    text = page(look({name: a_file(words) if name == "file" else words for name, words in sent.items()}))
    assert "Bo: 33%; Zoé: 33%; Ana: 33%" in text


def test_ones_own_row_is_marked(look):
    marked, plain = (page(look({"file": a_file(TALK), "me": me})) for me in ("Bo", ""))
    assert "Bo (you)" in marked
    assert "(you)" not in plain


def test_somebody_of_the_roster_who_had_no_turn_is_counted_and_not_named(look):
    text = page(look({"file": a_file(TALK), "roster": a_file("Bo\nZoé\nAna\nAmina\n", "there.txt")}))
    assert "had no turn" in text
    assert "Amina" not in text


def test_the_chat_saved_with_the_meeting_is_read(look):
    # Somebody who only wrote was there: the even share is then a quarter.
    chat = a_file("00:01:00\tAmina:\tI cannot be heard\n", "chat.txt")
    assert "even share: 25%" in page(look({"file": a_file(TALK), "chat": chat}))
    assert "even share: 33%" in page(look({"file": a_file(TALK)}))


def test_two_labels_of_one_person_become_one_row(look):
    aliases = a_file('[people."Zoé"]\nlabels = ["Bo"]\n', "aliases.toml")
    text = page(look({"file": a_file(TALK), "aliases": aliases}))
    assert "2 people spoke" in text
    assert "Bo:" not in text


def test_where_speech_overlaps_a_table_tells_how_often(look):
    text = page(look({"file": a_file(talk(speaks_s=11))}))
    assert 'id="overlap"' in text
    assert "Taken over while speaking" in text


def test_captions_without_speakers_show_no_shares(look):
    text = page(look({"file": a_file(CAPTIONS)}))
    assert 'id="floor"' not in text
    assert 'id="overlap"' not in text


def test_a_meeting_two_seconds_short_of_ten_minutes_is_not_said_to_have_lasted_ten(look):
    # 60 turns, ten seconds each, the last of 8: 9:58, which is 9.97 minutes.
    text = page(look({"file": a_file(talk(speaks_s=8, turns=60))}))
    assert "It lasted 9.9 minutes; shares are given from 10 minutes on." in text


@pytest.mark.parametrize("field", ["roster", "chat", "aliases"])
def test_what_goes_along_and_cannot_be_read_is_told_at_its_field(look, field):
    text = page(look({"file": a_file(TALK), field: SimpleUploadedFile("odd.bin", b"\x00\xff\x00" * 9)}), 422)
    assert f'href="#id_{field}"' in text


def test_a_name_that_nobody_has_is_told_at_its_field(look):
    assert 'href="#id_me"' in page(look({"file": a_file(TALK), "me": "Nobody"}), 422)


def test_a_result_is_kept_without_a_sentence_of_the_meeting(client_of_owner, keeper, ticket):
    assert went_to(client_of_owner.post("/look/keep/", {"ticket": ticket})) == "/look/?done=look-kept"
    (stored,) = keeper.entries(ROOM, KIND)
    assert stored.entry.day == TODAY
    assert "Who could look after the quiet tent" not in str(stored.entry.body)
    assert [row.action for row in AuditRow.objects.all()] == ["listen.keep"]


def test_a_kept_result_is_listed_with_what_was_found(client_of_owner, ticket):
    client_of_owner.post("/look/keep/", {"ticket": ticket})
    text = page(client_of_owner.get("/look/"))
    assert "12 March 2026" in text
    assert "Two questions stayed without an answer." in text


def test_a_ticket_that_was_never_given_out_keeps_and_shows_nothing(client_of_owner, keeper, ticket):
    for forged in ("x", ticket[:-1], f"{ticket}x"):
        assert went_to(client_of_owner.post("/look/keep/", {"ticket": forged})) == "/look/?done=look-gone"
        assert went_to(client_of_owner.get(f"/look/result/{forged}/")) == "/look/?done=look-gone"
    assert keeper.entries(ROOM, KIND) == ()


def test_a_result_can_be_loaded_again_as_long_as_it_is_held(client_of_owner, ticket):
    first, again = (page(client_of_owner.get(f"/look/result/{ticket}/")) for _n in range(2))
    assert "Two questions stayed without an answer." in first
    assert first.count('id="finding-') == again.count('id="finding-')


@pytest.mark.parametrize("own", [True, False])
def test_a_kept_result_is_taken_out_and_nobody_elses(client_of_owner, keeper, ticket, own):
    client_of_owner.post("/look/keep/", {"ticket": ticket})
    (kept,) = kept_looks(keeper)
    place = went_to(client_of_owner.post(f"/look/{kept.id if own else FOREIGN}/forget/"))
    assert place == "/look/?done=forgotten"
    assert len(kept_looks(keeper)) == (0 if own else 1)
