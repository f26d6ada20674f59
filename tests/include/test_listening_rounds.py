"""In a listening round everybody speaks once or passes; guests listen; nobody is named for their silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.include.builders import TODAY, a_round, in_days

from alongside.include.refusals import Refused
from alongside.include.rounds import (
    Place,
    Role,
    close,
    open_round,
    pass_turn,
    place_of,
    speak,
    take_back,
)

MEMBER = {"role": Role.MEMBER, "today": TODAY}


def test_a_guest_can_neither_speak_nor_pass():
    for deed in (lambda: speak(a_round(), "g", "Hello", role=Role.GUEST, today=TODAY),
                 lambda: pass_turn(a_round(), "g", role=Role.GUEST, today=TODAY)):  # fmt: skip
        with pytest.raises(Refused, match="Guests read and listen"):
            deed()


def test_nobody_speaks_twice():
    once = speak(a_round(), "a", "First.", **MEMBER)

    with pytest.raises(Refused, match="everybody speaks once"):
        speak(once, "a", "Second.", **MEMBER)


def test_who_has_spoken_cannot_pass_as_well():
    with pytest.raises(Refused, match="everybody speaks once"):
        pass_turn(speak(a_round(), "a", "First.", **MEMBER), "a", **MEMBER)


def test_after_the_last_day_nobody_speaks():
    with pytest.raises(Refused, match="closed"):
        speak(a_round(closes=TODAY), "a", "Late.", role=Role.MEMBER, today=in_days(1))


def test_on_the_last_day_one_can_speak():
    assert speak(a_round(closes=TODAY), "a", " Just so. ", **MEMBER).spoken[0].text == "Just so."


def test_in_a_closed_round_nobody_speaks():
    with pytest.raises(Refused, match="closed"):
        speak(close(a_round(), by=Role.FACILITATOR), "a", "Late.", **MEMBER)


def test_who_passed_may_still_find_words_and_comes_last():
    now = speak(pass_turn(a_round(), "a", **MEMBER), "b", "I was there.", **MEMBER)

    assert [turn.who for turn in speak(now, "a", "Now I know.", **MEMBER).spoken] == ["b", "a"]


def test_a_pass_says_nothing():
    assert pass_turn(a_round(), "a", **MEMBER).spoken == ()


def test_passing_twice_is_told_kindly():
    with pytest.raises(Refused, match="passed already"):
        pass_turn(pass_turn(a_round(), "a", **MEMBER), "a", **MEMBER)


def test_words_can_be_taken_back_after_the_end():
    closed = close(speak(a_round(), "a", "Said.", **MEMBER), by=Role.STEWARD)

    assert take_back(closed, "a").turns == ()


@pytest.mark.parametrize("role", [Role.GUEST, Role.MEMBER, Role.MODERATOR])
def test_only_facilitators_and_stewards_open_and_close(role):
    with pytest.raises(Refused):
        open_round("What helps?", by=role, days=7, today=TODAY)
    with pytest.raises(Refused):
        close(a_round(), by=role)


@pytest.mark.parametrize(
    ("question", "days", "place"), [("  ", 7, "question"), ("x" * 301, 7, "question"), ("So?", 30, "days")]
)
def test_a_round_without_a_question_or_an_end_is_refused(question, days, place):
    with pytest.raises(Refused) as refused:
        open_round(question, by=Role.FACILITATOR, days=days, today=TODAY)

    assert refused.value.place == place


def test_a_round_is_open_for_the_days_chosen():
    assert open_round("What helps?", by=Role.FACILITATOR, days=7, today=TODAY).closes == in_days(7)


@pytest.mark.parametrize(("role", "expected"), [(Role.GUEST, Place.LISTENS), (Role.STEWARD, Place.MAY_SPEAK)])
def test_before_their_turn_everybody_but_guests_may_speak(role, expected):
    assert place_of("a", a_round(), role=role, today=TODAY) is expected


DEEDS = st.lists(
    st.tuples(
        st.sampled_from("abc"), st.sampled_from(["speak", "pass", "back"]), st.sampled_from(list(Role))
    ),
    max_size=25,
)


@given(deeds=DEEDS)
def test_whatever_people_try_each_has_one_turn_and_guests_none(deeds):
    now = a_round()
    for who, deed, role in deeds:
        try:
            if deed == "back":
                now = take_back(now, who)
            elif deed == "pass":
                now = pass_turn(now, f"{who}-{role}", role=role, today=TODAY)
            else:
                now = speak(now, f"{who}-{role}", "Words.", role=role, today=TODAY)
        except Refused:
            continue
    speakers = [turn.who for turn in now.turns]

    assert len(speakers) == len(set(speakers))
    assert not [who for who in speakers if who.endswith("guest")]
