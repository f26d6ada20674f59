"""Learn in the browser: the front page, search and filters, a work, and what one marks."""

import re

import pytest
from django.conf import settings
from tests.web.visits import HTMX, page, part, spoken, went_to

from alongside.learn.keeping import Marked
from alongside.learn.links import NAME, Link, write_links
from alongside.web.models import AuditRow, SealedEntry

RAMP = "/learn/works/a-ramp-of-ones-own/"
MARK = "/learn/marks/a-ramp-of-ones-own/"


@pytest.mark.parametrize(
    "path", ["/learn/", "/learn/search/?q=quokkas", RAMP, "/learn/path/", "/learn/cards/"]
)
def test_looking_around_writes_nothing(client_of_owner, path):
    page(client_of_owner.get(path))
    assert (SealedEntry.objects.count(), AuditRow.objects.count()) == (0, 0)


def test_the_front_page_counts_what_is_reviewed_and_says_where_it_is_thin(client_of_owner):
    text = page(client_of_owner.get("/learn/"))
    assert re.search(r"<dd>\d+: 0 reviewed, \d+ not yet</dd>", text)
    assert "Where it is thin" in text
    assert re.search(r"<li>[^<]+: \d+ entr(y|ies)</li>", text)


def test_no_page_of_the_room_scores_or_certifies(client_of_owner):
    for path in ("/learn/", "/learn/path/", "/learn/assess/", "/learn/assess/result/", "/learn/influence/"):
        text = page(client_of_owner.get(path)).casefold()
        assert not re.search(r"privilege score|your score|100 ?%|total:", text)


def test_a_search_says_where_the_word_stands_and_that_the_text_is_unreviewed(client_of_owner):
    text = page(client_of_owner.get("/learn/search/", {"q": "quokkas"}))
    assert "2 fit." in text
    assert "A ramp of one's own" in text
    assert "“quokkas” is one of its topics." in text
    assert text.count("unreviewed") == 1  # said once, above the list


def test_a_title_in_another_language_is_marked_as_such(client_of_owner):
    assert '<bdi lang="fr">La rampe</bdi>' in page(client_of_owner.get("/learn/search/", {"q": "quokkas"}))


@pytest.mark.parametrize(
    ("filters", "there", "gone"),
    [
        ({"type": "guide"}, "A ramp of one's own", "La rampe"),
        ({"language": "fr"}, "La rampe", "A ramp of one's own"),
        ({"region": "GB"}, "A ramp of one's own", "La rampe"),
        ({"practice": "include", "ground": "disability", "level": "1", "minutes": "15"}, "La rampe", "zebra"),
    ],
)
def test_filters_narrow_down_what_was_found(client_of_owner, filters, there, gone):
    text = page(client_of_owner.get("/learn/search/", {"q": "quokkas", **filters}))
    assert there in text
    assert gone not in text
    assert "<details open>" in text


def test_a_filter_alone_lists_by_title_and_odd_filters_count_as_none(client_of_owner):
    assert "La rampe" in page(client_of_owner.get("/learn/search/", {"language": "fr"}))
    odd = {
        "practice": "wizardry",
        "minutes": "-3",
        "level": "9" * 400,
        "type": "x",
        "ground": "\x00",
        "n": "x",
    }
    assert "works, by title." in page(client_of_owner.get("/learn/search/", odd))


def test_without_a_hit_there_are_near_words_a_wish_list_and_the_box(client_of_owner):
    text = page(client_of_owner.get("/learn/search/", {"q": "quoka"}))
    assert "Nothing here fits these words yet" in text
    assert ">quokkas<" in text
    assert "wish list" in text
    assert 'name="text" value="quoka"' in text


def test_more_hits_are_shown_on_demand(client_of_owner):
    first = page(client_of_owner.get("/learn/search/"))
    link = re.search(r'id="more-hits" href="([^"]+)"', first).group(1)
    # Ten lines at first; twenty more on demand.
    assert first.count("<h3><a") == 10
    assert page(client_of_owner.get(link)).count("<h3><a") == 30


TYPED = (
    *('"', "'", '"quokkas', "NEAR(", "NEAR(a b, 5)", "a AND (b OR", "title:x", "*", "^x", "-x"),
    *("🦘", "İstanbul", "d\N{LATIN SMALL LETTER DOTLESS I}", "مرحبا", "quokkas\x00", "%s %(a)s {0}"),
    *("word " * 2000, "x" * 10_000, "<script>alert(1)</script>"),
)


@pytest.mark.parametrize("words", TYPED)
def test_a_search_survives_whatever_is_typed(client_of_owner, words):
    answer = client_of_owner.get("/learn/search/", {"q": words})
    assert answer.status_code == 200
    assert b"<script>alert" not in answer.content


def test_a_work_says_what_it_is_what_it_takes_and_that_the_link_leads_out(client_of_owner):
    text = page(client_of_owner.get(RAMP))
    assert "A made-up guide for a test." in text
    assert "12 minutes" in text
    assert "We only link to it; its makers decide about copies" in text
    assert "We saw a stored copy on 1 March 2026; the live page may differ." in text
    assert "What we looked at" in text
    assert "Unreviewed. How it was made: made up for a test. We read its abstract only." in text
    assert 'href="https://example.org/ramp" rel="external noreferrer">Read it on example.org' in text
    assert "This leads out of Alongside." in text
    assert 'href="https://example.com/archived-ramp"' in text


def test_a_link_that_is_gone_is_said_and_the_work_stays(client_of_owner):
    write_links(settings.DATA, {"u": Link(url="https://example.org/ramp", gone=True)})
    try:
        text = page(client_of_owner.get(RAMP))
    finally:
        (settings.DATA / NAME).unlink()
    assert "It is gone. An archived copy may exist." in text
    assert "A made-up guide for a test." in text


@pytest.mark.parametrize("mark", ["read", "later", "hidden"])
def test_a_mark_is_kept_shown_and_taken_off_by_the_same_button(client_of_owner, kept, mark):
    assert went_to(client_of_owner.post(MARK, {"mark": mark})) == f"{RAMP}?done=marked-{mark}"
    assert kept().mark_of("a-ramp-of-ones-own").marked is Marked(mark)
    text = page(client_of_owner.get(RAMP))
    assert re.search(rf'id="mark-{mark}" type="submit" name="mark" value="none"', text)
    assert "12 March 2026" in text
    client_of_owner.post(MARK, {"mark": "none"})
    assert kept().marks == ()


def test_with_htmx_a_mark_comes_as_a_part_and_is_said(client_of_owner):
    answer = client_of_owner.post(MARK, {"mark": "read"}, headers=HTMX)
    assert 'id="mark-read"' in part(answer)
    assert spoken(answer) == "Marked as read."


def test_what_was_marked_is_listed_and_can_be_unmarked_there(client_of_owner, kept):
    client_of_owner.post(MARK, {"mark": "later"})
    client_of_owner.post("/learn/marks/alta-dam-1979/", {"mark": "hidden"})
    text = page(client_of_owner.get("/learn/marks/"))
    assert "For later" in text
    assert "Hidden" in text
    answer = client_of_owner.post(MARK, {"mark": "none", "back": "marked"})
    assert went_to(answer) == "/learn/marks/?done=unmarked"
    assert [each.thing for each in kept().marks] == ["alta-dam-1979"]


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        (MARK, {}),
        (MARK, {"mark": "burnt"}),
        ("/learn/marks/no-such-work/", {"mark": "read"}),
        ("/learn/marks/no-such-work/", {"mark": "none"}),
    ],
)
def test_a_mark_that_makes_no_sense_is_nowhere_and_writes_nothing(client_of_owner, path, sent):
    assert client_of_owner.post(path, sent).status_code == 404
    assert SealedEntry.objects.count() == 0


def test_a_work_that_is_not_there_says_so(client_of_owner):
    assert client_of_owner.get("/learn/works/no-such-work/").status_code == 404
