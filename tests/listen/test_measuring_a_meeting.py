"""What a meeting's measures say, and what they leave unsaid and why."""

import pytest
from tests.listen.builders import PLATFORM, measured, talk

from alongside.core.problems import Trouble
from alongside.listen.balance import Balance, Monologue
from alongside.listen.conversation import Capability
from alongside.listen.measure import measure
from alongside.listen.metrics import CannotSay, NotMeasurable, Policy, Value
from alongside.listen.questions import Questions
from alongside.listen.speech import speech_lists

HAND = (
    "0 300 Ana: The hall is free on Monday.",
    "300 500 Ben: The street is closed from noon.",
    "500 600 Cleo: The posters are printed.",
)


def value(metric):
    assert isinstance(metric, Value), metric
    return metric.x


def test_a_meeting_below_ten_minutes_has_no_shares():
    m = measured("0 300 Ana: The hall.", "300 500 Ben: The street.", "500 599 Cleo: The posters.")
    assert isinstance(m.balance, CannotSay)
    assert all(isinstance(row.share, CannotSay) for row in m.people)


def test_two_people_have_no_shares():
    m = measured("0 300 Ana: The hall is free.", "300 700 Ben: The street is closed.")
    assert isinstance(m.balance, CannotSay)


def test_no_speakers_means_no_share_no_balance_and_no_people():
    m = measured("0 300 : The hall is free.", "300 900 : The street.", can=PLATFORM - {Capability.SPEAKERS})
    assert isinstance(m.balance, NotMeasurable)
    assert isinstance(m.questions, NotMeasurable)
    assert m.people == ()
    assert m.words == 6


def test_without_a_list_of_those_present_nobody_is_silent():
    assert isinstance(measured(*HAND).silent, NotMeasurable)


def test_without_times_words_are_counted_and_nothing_in_seconds():
    no_times = PLATFORM - {Capability.STARTS, Capability.ENDS}
    long = "word " * 600
    m = measured(f"0 0 Ana: {long}", f"0 0 Ben: {long}", f"0 0 Cleo: {long}", can=no_times)
    assert m.unit == "words"
    assert isinstance(m.minutes, NotMeasurable)
    assert isinstance(m.longest, NotMeasurable)
    assert [value(row.share) for row in m.people] == pytest.approx([1 / 3] * 3)


def test_without_lists_the_metrics_of_words_are_not_measurable():
    m = measure(talk(*HAND), lists=None, policy=Policy())
    assert isinstance(m.questions, NotMeasurable)
    assert isinstance(m.balance, Balance)


def test_an_empty_conversation_is_measured_without_a_word():
    m = measure(talk(), lists=speech_lists("en"), policy=Policy())
    assert isinstance(m.minutes, CannotSay)
    assert isinstance(m.balance, CannotSay)


def test_an_utterance_without_words_does_no_harm():
    assert isinstance(measured(*HAND, "600 601 Ana: ", "602 603 Ben: ...").questions, Questions)


def test_the_hand_check_with_a_silent_person_on_the_roster():
    # 300, 200, 100 and 0 s: effective 2.749, evenness .7296, Gini .4167, corrected .5556.
    m = measured(*HAND, roster=("Ana", "Ben", "Cleo", "Dee"))
    assert isinstance(m.balance, Balance)
    assert m.balance.effective_speakers.x == pytest.approx(2.749, abs=5e-4)
    assert m.balance.evenness.x == pytest.approx(0.7296, abs=5e-5)
    assert m.balance.gini.x == pytest.approx(0.4167, abs=5e-5)
    assert m.balance.gini_corrected.x == pytest.approx(0.5556, abs=5e-5)
    assert m.silent == (3,)


def test_somebody_present_and_silent_changes_even_share_and_not_effective_speakers():
    without, with_dee = measured(*HAND), measured(*HAND, roster=("Dee",))
    assert isinstance(without.balance, Balance)
    assert isinstance(with_dee.balance, Balance)
    assert value(without.people[0].even_share) == pytest.approx(1 / 3)
    assert value(with_dee.people[0].even_share) == pytest.approx(1 / 4)
    assert with_dee.balance.effective_speakers.x == pytest.approx(without.balance.effective_speakers.x)
    assert with_dee.balance.evenness.x < without.balance.evenness.x


def test_the_even_share_follows_the_minutes_present():
    # 10, 10, 5 and 15 minutes of 40: .25, .25, .125, .375; Cleo spoke 100 of 600 s: 1/6 / .125 = 1.333.
    m = measured(*HAND, roster=("Ana", "Ben", "Cleo", "Dee"), present_s=(600, 600, 300, 900))
    assert [value(row.even_share) for row in m.people] == pytest.approx([0.25, 0.25, 0.125, 0.375])
    assert value(m.people[2].ratio) == pytest.approx(1.333, abs=5e-4)


def test_only_signs_of_listening_are_listening_and_no_turn():
    m = measured(*HAND, "100 101 Dee: Mm-hmm.", roster=("Ana", "Ben", "Cleo", "Dee"))
    assert m.silent == (3,)
    assert m.people[3].listened
    assert m.spoke == 3


def test_the_order_to_show_is_first_appearance():
    m = measured(*reversed(HAND), roster=("Dee",))
    assert [m.people[i].label for i in m.order] == ["Cleo", "Ben", "Ana", "Dee"]


def test_the_longest_stretch_is_somebodys_and_has_its_times():
    m = measured(*HAND)
    assert isinstance(m.longest, Monologue)
    assert (m.longest.speaker, m.longest.start_s, m.longest.length_s) == (0, 0, 300)


def test_a_floor_is_raised_and_never_lowered():
    assert Policy().raised(min_turns=30).min_turns == 30
    with pytest.raises(Trouble, match="never lowered"):
        Policy().raised(min_present=2)
    with pytest.raises(Trouble, match="never lowered"):
        Policy().raised(min_minutes=1)


def test_five_hundred_people_and_many_turns_are_measured():
    lines = (f"{2 * i} {2 * i + 1.5} P{chr(97 + i % 20)}{i % 500}: the hall is free" for i in range(4000))
    m = measured(*lines)
    assert isinstance(m.balance, Balance)
    assert m.balance.effective_speakers.x == pytest.approx(500)
