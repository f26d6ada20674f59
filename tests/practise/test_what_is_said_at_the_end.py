"""Feedback: always in one order, the person first, and never a mark."""

import re

import pytest
from tests.practise.builders import example

from alongside.practise.feedback import comparing_questions, feedback
from alongside.practise.paths import paths
from alongside.practise.scenes import Refused
from alongside.practise.walk import start, step, walk
from alongside.practise.word_lists import word_lists

SCENE = example()
ENDS = [end for power in ("level", "steep") for end in paths(SCENE, power=power)]
ORDER = [
    "For the person it was about",
    "What it cost you",
    "One thing you did",
    "Another way",
    "For this week",
]


@pytest.mark.parametrize("end", ENDS, ids=lambda end: "-".join(end.choices))
def test_the_order_holds_at_every_end_and_nothing_is_a_mark(end):
    parts = feedback(SCENE, end).parts
    said = " ".join(text for _heading, texts in parts for text in texts)
    lists = word_lists("en")

    there = [heading for heading, _texts in parts]
    assert there == [heading for heading in ORDER if heading in there]
    assert set(ORDER) - {*there} <= {"What it cost you"}
    assert all(texts and all(texts) for _heading, texts in parts)
    assert lists.shaming is not None
    assert lists.marks is not None
    assert lists.shaming.findall(said) == lists.marks.findall(said) == re.findall(r"\d|%|!|\{", said) == []


def said(*choices: str):
    return feedback(SCENE, walk(SCENE, choices, setting=start(SCENE).setting))


def test_the_cards_behind_a_scene_go_along_by_id():
    named = example(('topic = "credit taken"', 'topic = "credit taken"\ncards = ["one", "two"]'))

    assert said("hand-back").history == ()
    assert feedback(named, walk(named, ("hand-back",), setting=start(named).setting)).history == (
        "one",
        "two",
    )


def test_the_persons_own_words_come_first():
    assert said("hand-back").person[0] == "I have my work back, and nobody made me the topic."


def test_the_cost_of_calling_out_is_named():
    assert said("accuse", "own").cost == "It got harder between you and Tom. You took a risk of your own."


def test_where_nothing_is_known_of_a_cost_nothing_is_said_of_it():
    assert said("hand-back").cost == ""
    assert "What it cost you" not in dict(said("hand-back").parts)


def test_nothing_is_added_to_the_words_of_the_person_concerned():
    assert said("hand-back").person == (
        "I have my work back, and nobody made me the topic.",
        "What I remember is whether I had a say.",
    )


def test_where_nobody_else_did_it_no_name_is_made_up():
    alone = example(("speaker = [", "other = ["))
    end = walk(alone, ("accuse", "own"), setting=start(alone).setting)
    assert feedback(alone, end).cost.startswith("It got harder between you and somebody there.")


def test_the_one_thing_done_is_what_gave_the_person_most():
    # accuse gives 1 - 1 = 0, own gives 2 + 2 = 4
    assert said("accuse", "own").done.startswith("“You are right, I made it about Tom.")


def test_where_nothing_helped_the_way_back_is_named():
    assert said("wait", "drop", "leave-it").done.endswith("You can still go to the person now.")


def test_what_was_chosen_is_not_offered_as_another_way():
    assert all("raised it on Monday" not in way for way in said("hand-back").ways)
    assert len(said("hand-back").ways) == 2
    assert len(said("wait", "drop", "leave-it").ways) == 3


def test_before_the_end_there_is_nothing_to_say():
    with pytest.raises(Refused):
        feedback(SCENE, step(SCENE, start(SCENE), "wait"))


def test_own_words_are_held_beside_six_questions():
    assert len(comparing_questions()) == 6
    assert all(question.endswith("?") for question in comparing_questions())
