"""Invitations by name and credit aloud: the two acts that lead a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.listen.builders import measured

from alongside.listen.address import name_book, take_apart
from alongside.listen.conversation import Person
from alongside.listen.metrics import NotMeasurable

ROOM = ("Ana Ruiz", "Tomas", "Will", "Ben Ode")
THEN = "11 20 Ben Ode: The hall is free on Monday."


def invited(text, *after, roster=ROOM, before=()):
    m = measured(*before, f"5 10 Ana Ruiz: {text}", *(after or (THEN,)), roster=roster)
    assert isinstance(m.invitations, tuple)
    return [
        ("/".join(m.people[i].label for i in one.to), one.taken_up_by is not None) for one in m.invitations
    ]


def credited(text, roster=ROOM):
    m = measured(f"0 10 Ana Ruiz: {text}", THEN, roster=roster)
    assert isinstance(m.credits, tuple)
    return ["/".join(m.people[i].label for i in one.to) for one in m.credits]


@pytest.mark.parametrize(
    "text",
    [
        "Tomas has the list.",
        "Did you talk to Tomas about it?",
        "What do you think Tomas meant by that?",
        "I told Tomas, and what happened then?",
        "Will you take the minutes?",
        "Tomas, can you hear me?",
        "Tomas, thank you.",
        "Ana, what was I saying?",
        "What does everybody think?",
        "Marta, what do you think?",
        "Let's go through Tomas's list, what is first?",
    ],
)
def test_a_name_alone_is_no_invitation(text):
    assert invited(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tomas, what do you think?",
        "What do you think, Tomas?",
        "What do you think Tomas?",
        "So Tomas, how would you do it?",
        "Tomas? What is your view on the hall?",
        "What is your view on the hall? Tomas?",
        "Tomas what would you do?",
        "I'd like to hear from Tomas about the hall.",
        "Over to you, Tomas.",
        "Tomas, go ahead.",
    ],
)
def test_a_name_in_address_with_a_question_or_a_pattern_is_one(text):
    assert invited(text) == [("Tomas", False)]


def test_a_name_that_is_a_word_needs_its_capital_and_the_place_of_address():
    assert invited("Will, what do you think?") == [("Will", False)]
    assert invited("what will you do, and will you say so?") == []


def test_asking_back_the_one_who_just_spoke_brings_nobody_in():
    assert invited("Tomas, what do you mean?", before=("0 4 Tomas: It depends on the rain.",)) == []


def test_taken_up_within_three_turns_or_a_minute():
    assert invited("What do you think, Tomas?", "11 20 Tomas: I would take the hall.") == [("Tomas", True)]
    late = ("11 60 Ben Ode: The hall is free.", "75 80 Tomas: I would take the hall.")
    assert invited("What do you think, Tomas?", *late) == [("Tomas", True)]


def test_not_taken_up_after_three_turns_and_a_minute():
    others = (
        f"{20 * i} {20 * i + 9} {'Ben Ode' if i % 2 else 'Will'}: the hall number {i}" for i in range(1, 5)
    )
    assert invited("What do you think, Tomas?", *others, "120 130 Tomas: I would take the hall.") == [
        ("Tomas", False)
    ]


def test_a_sign_of_listening_does_not_take_an_invitation_up():
    assert invited("What do you think, Tomas?", "11 12 Tomas: Mm.", THEN.replace("11", "13")) == [
        ("Tomas", False)
    ]


def test_of_two_with_one_first_name_one_of_two_is_meant_unless_named_in_full():
    two = ("Ana Ruiz", "Ben Ode", "Ben Kim")
    assert invited("Ben, what do you think?", roster=two) == [("Ben Ode/Ben Kim", True)]
    assert invited("Ben Kim, what do you think?", roster=two) == [("Ben Kim", False)]


def test_names_in_other_scripts_are_found():
    m = measured("0 5 Ana: 李雷, what do you think?", "6 9 李雷: 我觉得好", roster=("Ana", "李雷"))
    assert isinstance(m.invitations, tuple)
    assert [one.taken_up_by is not None for one in m.invitations] == [True]


def test_labels_that_are_no_names_make_invitations_and_credit_not_measurable():
    m = measured("0 5 SPEAKER_00: What do you think?", "6 9 SPEAKER_01: The hall is free.")
    assert isinstance(m.invitations, NotMeasurable)
    assert isinstance(m.credits, NotMeasurable)


@pytest.mark.parametrize(
    "text",
    [
        "Tomas said hello to everybody.",
        "As Marta said, the hall is free.",
        "As I said, the hall is free.",
        "As Ana said, the hall is free.",
        "It looks like Tomas is late.",
        "Thank you, Tomas.",
        "What Tomas has is a cold.",
    ],
)
def test_a_name_alone_is_no_credit(text):
    assert credited(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "As Tomas said, the hall is free.",
        "Building on Tomas's point, the street is closed.",
        "That was Tomas\u2019s idea.",
        "Thanks to Tomas we have a hall.",
        "I agree with Tomas here.",
        "Tomas suggested the hall.",
    ],
)
def test_naming_whose_it_was_is_credit(text):
    assert credited(text) == ["Tomas"]


@given(st.text(max_size=80))
def test_any_sentence_can_be_taken_apart_and_mentions_lie_inside_it(text):
    s = take_apart(text)
    assert len(s.folded) == len(s.written) == len(s.after)
    book = name_book([Person(label="Ana Ruiz"), Person(label="Tomas")], ordinary=frozenset())
    assert all(0 <= one.first <= one.last < len(s.folded) for one in book.mentions(s))
