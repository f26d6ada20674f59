"""Noticing and taking correction in the browser: answers and replies travel in the form, and nowhere else."""

import re

import pytest
from django.core import signing
from tests.practise.web.playing import CORRECT, NOTICE, Player, held
from tests.web.visits import HTMX, page, part, spoken, went_to

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
    assert spoken(done) == "Practised. It comes back another day."
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
    assert "it may sound as if you say sorry many times" in text
    assert "it may sound as if you explain yourself" in text
    assert '<mark class="habit">I feel terrible</mark>' in text
    rules = text.split("Here it was: ")[1].split(".")[0].split(", ")
    assert len(rules) == len(set(rules)) >= 3


def test_at_most_two_marks_are_shown_and_the_rest_is_behind_a_line(client_of_owner):
    text = page(send(client_of_owner, first=HARD))
    shown, rest = text.split("This is hard to hear.")[1].split("More places (", 1)
    assert shown.count("it may sound as if") == 2
    assert rest.split("</details>")[0].count("it may sound as if") == int(rest.partition(")")[0]) >= 1


def test_what_is_there_is_said_first_and_nothing_is_listed_as_missing(client_of_owner):
    text = page(send(client_of_owner, first="Thank you for telling me. I didn't mean it that way."))
    assert text.index("You thanked them.") < text.index("This is hard to hear.")
    assert "Not seen" not in text


def test_a_plain_thank_you_with_a_fix_is_enough(client_of_owner):
    text = page(send(client_of_owner, first=PLAIN))
    assert "You thanked them and said what you will mend. Nothing more is needed." in text
    assert 'class="habit"' not in text


def test_the_rewrite_stands_beside_the_first(client_of_owner):
    text = page(send(client_of_owner, first=HARD, second=PLAIN))
    assert text.index("Your first answer") < text.index("so, so sorry") < text.index("Your second")
    assert "What may get in the way: you explain yourself, you say sorry many times" in text
    assert "it may sound as if" not in text


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


def test_the_repair_is_for_a_real_one_and_the_made_up_one_is_an_example_alone(client_of_owner):
    answer = send(client_of_owner, first=PLAIN)
    text = page(answer)
    assert "Is there a real one?" in text
    assert "If I next write to that customer, then I will write Oluwaseun's whole name." in text
    assert not re.search(r'<input[^>]*name="(cue|act)"[^>]*value=', answer.content.decode())


def test_the_repair_becomes_a_commitment_with_its_day(client_of_owner, keeper):
    answer = send(client_of_owner, first=PLAIN)
    plan = {name: held(answer, name) for name in ("practice", "effort")}
    words = {"cue": "I next see Ana", "act": "say her name as she says it", "due": "2026-03-19"}
    went_to(client_of_owner.post("/commitments/from-finding/", {**plan, **words}))
    (made,) = read_diary(keeper).commitments
    assert (made.practice, made.due.isoformat(), made.is_open) == ("repair", "2026-03-19", True)


def test_a_repair_without_its_moment_is_asked_for_it_and_keeps_the_rest(client_of_owner, keeper):
    answer = send(client_of_owner, first=PLAIN)
    plan = {name: held(answer, name) for name in ("practice", "effort")}
    text = page(
        client_of_owner.post("/commitments/from-finding/", {**plan, "cue": "", "act": "ring Ana"}), 422
    )
    assert "ring Ana" in text
    assert read_diary(keeper).commitments == ()


def test_the_words_of_the_reply_can_become_the_act(client_of_owner, skills):
    fields = {"first": "Thank you. I'll tell the two who laughed that it was wrong."}
    answer = send(client_of_owner, **fields)
    assert "Your words: “tell the two who laughed that it was wrong”" in page(answer)
    before = skills()
    answer = send(client_of_owner, **fields, own="yes")
    assert 'value="tell the two who laughed that it was wrong"' in answer.content.decode()
    assert "Your words:" not in page(answer)
    assert skills() == before


def test_without_a_promise_no_words_are_offered(client_of_owner):
    assert "Your words:" not in page(send(client_of_owner, first="Thank you, I will think about it."))


def test_noticing_ends_with_one_plan_to_take_along(noticing, keeper):
    for each in ("yes", "no"):
        noticing.press(answer=each)
        text = noticing.press(go="next")
    assert "Something to take along" in text
    plan = {name: held(noticing.answer, name) for name in ("cue", "act", "practice", "effort", "place")}
    assert f"If {plan['cue']}, then I will {plan['act']}" in text
    client = noticing.client
    assert "Planned:" in part(client.post("/commitments/from-finding/", plan, headers=HTMX))
    assert len(read_diary(keeper).commitments) == 1
