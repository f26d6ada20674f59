"""History cards in the browser: by topic and period, one card with its sources, the quiz made of them."""

import re

import pytest
from tests.web.visits import page

from alongside.web.models import SealedEntry

QUIZ = "/learn/quiz/"


def test_cards_are_set_out_by_period_and_can_be_narrowed_to_a_topic(client_of_owner):
    everything, gender = (page(client_of_owner.get("/learn/cards/", {"topic": t})) for t in ("", "gender"))
    assert "1950 to 1974" in everything
    assert "The sewing machinists at Ford" in gender
    assert "The Montgomery bus boycott" in everything
    assert "The Montgomery bus boycott" not in gender


def test_a_topic_nobody_knows_shows_all_cards(client_of_owner):
    assert "The Montgomery bus boycott" in page(client_of_owner.get("/learn/cards/", {"topic": "\x00zebra"}))


def test_a_card_says_who_led_and_names_its_sources_with_what_was_looked_up(client_of_owner):
    text = page(client_of_owner.get("/learn/cards/ford-machinists-1968/"))
    assert "7 June 1968" in text
    for heading in ("Who led", "What happened", "What allies did", "What it changed"):
        assert f"<h2>{heading}</h2>" in text
    assert text.count('rel="external noreferrer"') >= 2
    assert "We saw a stored copy on 22 November 2026; the live page may differ." in text
    assert "Opening part of the page, in a stored copy." in text
    assert "Unreviewed." in text


def test_a_card_that_is_not_there_says_so(client_of_owner):
    assert client_of_owner.get("/learn/cards/no-such-card/").status_code == 404


def test_the_quiz_says_what_the_card_says_and_keeps_nothing(client_of_owner):
    told = [
        re.search(
            r"The card says (the same|otherwise): ([^<]+)", page(client_of_owner.get(QUIZ, {"answer": n}))
        )
        for n in "012"
    ]
    assert sorted(each[1] for each in told) == ["otherwise", "otherwise", "the same"]
    assert len({each[2] for each in told}) == 1
    assert "Nothing is counted, and nothing is kept." in page(client_of_owner.get(QUIZ))
    assert SealedEntry.objects.count() == 0


def test_after_an_answer_the_card_is_there_to_be_read(client_of_owner):
    before, after = (page(client_of_owner.get(QUIZ, sent)) for sent in ({}, {"answer": "0"}))
    assert "Read the card" not in before
    card = re.search(r'id="to-card" href="([^"]+)"', after).group(1)
    assert client_of_owner.get(card).status_code == 200


@pytest.mark.parametrize(
    "sent",
    [{"place": "99"}, {"place": "-1"}, {"answer": "7"}, {"answer": "x"}, {"place": "9" * 400, "topic": "'"}],
)
def test_a_quiz_asked_for_oddly_still_answers(client_of_owner, sent):
    assert "The card says" not in page(client_of_owner.get(QUIZ, sent))


def test_a_card_leads_to_a_question_on_itself(client_of_owner):
    text = page(client_of_owner.get("/learn/cards/ford-machinists-1968/"))
    url = re.search(r'id="to-quiz" href="([^"]+)"', text).group(1)
    asked = page(client_of_owner.get(url))
    assert "The sewing machinists at Ford" in asked
    assert 'name="card" value="ford-machinists-1968"' in asked


def test_after_reading_a_card_one_small_thing_is_offered_and_not_before(client_of_owner):
    card = "/learn/cards/ford-machinists-1968/"
    assert "One thing for this week" not in page(client_of_owner.get(card))
    client_of_owner.post("/learn/marks/ford-machinists-1968/", {"mark": "read"})
    text = page(client_of_owner.get(card))
    assert "Read. One thing for this week:" in text
    assert text.count(">Plan this</button>") == 1
    assert re.search(r"If [^<]+, then I will ", text)


def test_that_texts_are_unreviewed_is_said_once_above_the_cards(client_of_owner):
    text = page(client_of_owner.get("/learn/cards/"))
    assert text.lower().count("unreviewed") == 1
    assert "LGBTQ" in text
