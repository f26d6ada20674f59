"""Questions without an answer: first everything that must not be called one."""

import pytest
from tests.listen.builders import PLATFORM, measured

from alongside.listen.conversation import Capability
from alongside.listen.metrics import NotMeasurable
from alongside.listen.questions import Questions, is_question
from alongside.listen.speech import speech_lists

LISTS = speech_lists("en")
ELSEWHERE = "The lorry needs the whole lane until Friday noon."


def left_open(*lines, **given):
    found = measured(*lines, **given).questions
    assert isinstance(found, Questions)
    return [question.text for question in found.unanswered]


def after(question, *replies, chat=()):
    """The question by Ana at second 0, and what others say from second 5 on, a turn each ten seconds."""
    later = [
        f"{5 + 10 * at} {12 + 10 * at} {'Ben' if at % 2 == 0 else 'Cleo'}: {reply}"
        for at, reply in enumerate(replies)
    ]
    return left_open(
        f"0 4 Ana: {question}", *later, "200 260 Ana: Thank you all for coming today.", chat=chat
    )


@pytest.mark.parametrize(
    "reply",
    [
        "Not yet.",
        "No.",
        "Mhm.",
        "Okay.",
        "I can do that.",
        "Well, I think the club would.",
        "Ana, that was settled last week.",
        "Cleo has the list.",
        "The tent is looked after by the rowing club.",
        "In the afternoon or in the morning?",
        "It said so on the poster by the library door.",
        "Buy a ticket.",
        "They said the library people have offered.",
        "Quite busy. The rowing club spends every afternoon on its boats.",
        "Well, the rowing club spends its afternoons in boats.",
        "Nobody from the club told me, since your list came late.",
    ],
)
def test_an_answer_of_any_kind_closes_a_question(reply):
    question = "Who could look after the tent?"
    assert question not in after(question, reply, "And the street is closed from noon on Friday.")


@pytest.mark.parametrize(
    "question",
    [
        "Right?",
        "The form is with the council, right?",
        "Can you hear me?",
        "Can everybody see my screen?",
        "How are you today?",
        "Any other questions?",
        "Really?",
        "Friday?",
        "What the matter is with that tent, okay?",
        "We have a tent for the afternoon [?]",
        "Any objections to the tent?",
    ],
)
def test_tags_checks_and_greetings_ask_nothing_of_the_room(question):
    assert after(question, ELSEWHERE, "Posters go to the printer on the ninth.") == []


def test_an_asker_who_speaks_on_for_more_than_ten_seconds_has_not_left_it_open():
    text = "Who could do it? " + "We tried the club and the school and the shop on the corner. " * 3
    assert (
        left_open(f"0 30 Ana: {text}", f"31 40 Ben: {ELSEWHERE}", "90 99 Cleo: The posters are printed.")
        == []
    )


def test_asker_and_replier_who_go_on_with_each_other_have_an_answer():
    lines = ("0 4 Ana: Who could look after the tent?", f"5 12 Ben: {ELSEWHERE}", "13 20 Ana: Fine by me.")
    assert left_open(*lines, "21 30 Cleo: Posters go to the printer.") == []


def test_an_asker_who_has_to_ask_again_has_no_answer():
    again = "13 30 Ana: But the tent, somebody has to look after it in the afternoon."
    lines = ("0 4 Ana: Who could look after the tent?", f"5 12 Ben: {ELSEWHERE}", again)
    assert left_open(*lines, "31 40 Cleo: Posters go to the printer.") == ["Who could look after the tent?"]


def test_a_person_named_in_the_question_who_speaks_next_has_answered():
    lines = ("0 4 Ana: Who could look after the tent, Ben?", f"5 12 Ben: {ELSEWHERE}")
    assert left_open(*lines, "21 30 Cleo: Posters go to the printer.") == []


def test_a_number_answers_how_many():
    assert after("How many chairs have we got?", "Ninety or so from that school gym near Mill Lane.") == []


def test_an_answer_in_the_chat_is_an_answer():
    chat = [(20.0, "Cleo", "I could, in the afternoon")]
    assert (
        after("Who could look after the tent?", ELSEWHERE, "Posters go to the printer then.", chat=chat) == []
    )


def test_a_question_that_nobody_had_time_to_answer_is_not_left_open():
    assert left_open("0 90 Ben: The hall is free.", "92 95 Ana: Who could look after the tent?") == []


def test_a_question_followed_by_another_subject_is_left_open():
    assert after("Who could look after the tent?", ELSEWHERE, "Posters go to the printer on the ninth.") == [
        "Who could look after the tent?"
    ]


def test_moving_on_is_no_answer_even_when_it_opens_like_one():
    reply = "I think we should move on to the tent money."
    assert after("Who could look after the children?", reply, ELSEWHERE) == [
        "Who could look after the children?"
    ]


def test_what_opens_like_an_answer_in_the_second_turn_may_answer_the_first():
    assert len(after("Who could look after the tent?", ELSEWHERE, "I'll write to them about flour.")) == 1


def test_silence_for_a_minute_leaves_a_question_open():
    lines = ("0 4 Ana: Who could look after the tent?", "80 90 Ben: I could look after the tent, sure.")
    assert left_open(*lines) == ["Who could look after the tent?"]


def test_at_most_three_are_looked_at():
    lines = []
    for at in range(0, 500, 100):
        lines += [
            f"{at} {at + 4} Ana: Who could look after the tent?",
            f"{at + 5} {at + 12} Ben: {ELSEWHERE}",
        ]
        lines += [f"{at + 14} {at + 20} Cleo: Posters go to the printer on Monday."]
    assert len(left_open(*lines)) == 3


def test_without_question_marks_the_opening_tells():
    assert is_question("what is the plan for the tent", LISTS, punctuated=False)
    assert is_question("so could you take the tent", LISTS, punctuated=False)
    assert not is_question("what is the plan for the tent.", LISTS, punctuated=True)
    assert not is_question("the tent is green", LISTS, punctuated=False)


def test_without_words_questions_are_not_measurable():
    m = measured("0 4 Ana: -", "5 9 Ben: -", can=PLATFORM - {Capability.TEXT})
    assert isinstance(m.questions, NotMeasurable)
