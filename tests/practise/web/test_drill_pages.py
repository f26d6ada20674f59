"""Noticing and taking correction in the browser: answers and replies travel in the form, and nowhere else."""

import pytest
from django.core import signing
from tests.practise.web.playing import CORRECT, NOTICE, Player, held
from tests.web.visits import HTMX, page, part, went_to

from alongside.act.diary import read_diary
from alongside.practise.web import shelf, tokens
from alongside.web.models import SealedEntry

HARD = "I'm so, so sorry, I feel terrible, I'm the worst. I didn't mean it that way."
PLAIN = "Thank you, I will correct it."


@pytest.fixture
def noticing(client_of_owner):
    """Two exchanges, as somebody with two minutes gets them."""
    player = Player(client_of_owner, NOTICE, "round")
    player.answer = client_of_owner.get(NOTICE, {"minutes": "2"})
    return player


def shown(player):
    """The drills of the round, by what its form carries."""
    ids, _answers = signing.loads(held(player.answer, "round"), salt=tokens.NOTICE)
    return [next(drill for drill in shelf.drills() if drill.id == each) for each in ids]


def test_an_exchange_is_asked_about_and_read_with_its_source(noticing):
    first, second = shown(noticing)
    assert first.exchange.split()[0] in page(noticing.answer)
    text = noticing.press(answer="depends", own="It may say: you are a guest")
    assert " ".join(first.reading.split()) in text
    assert "It may say: you are a guest" in text
    assert "What it rests on" in text
    assert "Unreviewed: nobody with this experience has checked this drill yet." in text
    assert second.exchange.split()[0] in noticing.press(go="next")


def test_leaving_half_way_keeps_nothing_and_the_end_keeps_when_to_come_back(noticing, skills):
    first, second = shown(noticing)
    noticing.press(answer="yes")
    noticing.press(go="next")
    noticing.press(answer="no")
    assert SealedEntry.objects.count() == 0
    done = noticing.client.post(NOTICE, {"round": held(noticing.answer, "round"), "go": "next"})
    assert went_to(done) == "/practise/?done=practised"
    assert set(skills()) == {first.skill, second.skill}
    assert {name for skill in skills().values() for name in skill.seen} == {first.id, second.id}


def test_two_drills_of_one_skill_count_once_and_the_harder_one(client_of_owner, skills):
    yes = [drill for drill in shelf.drills() if drill.is_one == "yes" and drill.skill == "notice.work"][:2]
    token = signing.dumps([[drill.id for drill in yes], ["yes", "no"]], salt=tokens.NOTICE)
    client_of_owner.post(NOTICE, {"round": token, "go": "next"})
    kept = skills()["notice.work"]
    assert sorted(kept.seen.values()) == [1, 1]
    assert (kept.memory.due - kept.memory.last).days == 1  # Again, not Good's two days


def test_a_round_that_was_changed_leads_to_a_new_beginning(client_of_owner):
    token = signing.dumps([["no-such-drill"], []], salt=tokens.NOTICE)
    for each in ("x", token):
        assert "Let's begin again" in page(client_of_owner.post(NOTICE, {"round": each}), 422)


def test_htmx_takes_the_reading_alone(noticing):
    token = held(noticing.answer, "round")
    answer = noticing.client.post(NOTICE, {"round": token, "answer": "no"}, headers=HTMX)
    assert "How we read it" in part(answer)


# -- taking correction -------------------------------------------------------------------------------------


def send(client, **fields):
    return client.post(CORRECT, {"moment": "a-short-name", **fields})


def test_one_is_told_what_hurt_in_the_words_of_who_says_so(client_of_owner):
    text = page(client_of_owner.get(CORRECT))
    assert "You are told that something hurt" in text
    assert 'name="first"' in text
    assert "What you write is not kept." in text


def test_a_reply_is_marked_by_word_and_rule_and_each_rule_is_told_once(client_of_owner):
    answer = send(client_of_owner, first=HARD)
    text = page(answer)
    assert "may be heard as: many apologies" in text
    assert "may be heard as: defence" in text
    assert '<mark class="habit">I feel terrible</mark>' in text
    rules = [each.split("<")[0] for each in text.split("Rule: ")[1:]]
    assert len(rules) == len(set(rules)) >= 3


def test_a_plain_thank_you_with_a_fix_is_enough(client_of_owner):
    text = page(send(client_of_owner, first=PLAIN))
    assert "Nothing more is needed." in text
    assert 'class="habit"' not in text


def test_the_rewrite_stands_beside_the_first(client_of_owner):
    text = page(send(client_of_owner, first=HARD, second=PLAIN))
    assert text.index("Your first answer") < text.index("so, so sorry") < text.index("Your second")
    assert "may be heard as" not in text


def test_a_reply_that_is_too_short_is_not_read_and_nothing_is_kept(client_of_owner):
    assert "Too short for us to say anything." in page(send(client_of_owner, first="Thank you."))
    assert SealedEntry.objects.count() == 0


def test_without_a_reply_it_is_asked_for(client_of_owner):
    text = page(send(client_of_owner, first=" "), 422)
    assert 'href="#id_first"' in text
    assert "Write what you would answer." in text


def test_an_answer_keeps_when_the_skill_comes_back_and_not_a_word_of_it(client_of_owner, keeper, skills):
    send(client_of_owner, first=HARD)
    assert skills()["correct.work"].seen == {"a-short-name": 1}
    (stored,) = keeper.entries("practise", "skill")
    assert "sorry" not in str(stored.entry.body)


def test_the_repair_becomes_a_commitment_with_its_day(client_of_owner, keeper):
    answer = send(client_of_owner, first=PLAIN)
    assert "then I will write to the customer with the whole name." in page(answer)
    assert "Look on 19 March whether it is mended." in page(answer)
    plan = {name: held(answer, name) for name in ("cue", "act", "practice", "effort", "due", "place")}
    client_of_owner.post("/commitments/from-finding/", plan)
    (made,) = read_diary(keeper).commitments
    assert (made.practice, made.due.isoformat(), made.is_open) == ("repair", "2026-03-19", True)
