"""Turns, signs of listening, talk time and stretches."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.listen.builders import PLATFORM, talk

from alongside.listen.balance import longest_monologue
from alongside.listen.conversation import UNATTRIBUTED, Capability
from alongside.listen.speech import speech_lists
from alongside.listen.turns import floor, speech_seconds

LISTS = speech_lists("en")


def turns_of(*lines, **given_):
    f = floor(talk(*lines, **given_), lists=LISTS)
    return f.speaker.tolist(), f.turn_start.tolist(), f.turn_end.tolist()


def test_a_sign_of_listening_takes_no_turn_and_ends_none():
    speakers, starts, ends = turns_of(
        "0 4 Ana: The hall is free", "4 5 Ben: Mm-hmm, yeah.", "4.5 9 Ana: on Monday"
    )
    assert (speakers, starts, ends) == ([0], [0], [9])


def test_a_pause_below_a_second_does_not_end_a_turn_and_a_longer_one_does():
    speakers, starts, _ = turns_of("0 4 Ana: The hall", "4.9 6 Ana: is free", "7 8 Ana: on Monday")
    assert speakers == [0, 0]
    assert starts == [0, 7]


def test_another_speaker_ends_a_turn():
    speakers, _, _ = turns_of(
        "0 4 Ana: The hall is free", "4 6 Ben: Which one is it", "6 8 Ana: The small one"
    )
    assert speakers == [0, 1, 0]


def test_four_small_words_or_one_other_word_are_a_turn():
    speakers, _, _ = turns_of(
        "0 1 Ana: One moment now", "2 3 Ben: yeah yeah yeah yeah", "4 5 Cleo: yeah, tomorrow"
    )
    assert speakers == [0, 1, 2]


def test_without_words_a_short_sound_is_a_sign_of_listening():
    no_text = PLATFORM - {Capability.TEXT}
    speakers, _, _ = turns_of("0 4 Ana: -", "2 2.5 Ben: -", "5 7 Ben: -", can=no_text)
    assert speakers == [0, 1]


def test_a_talk_without_words_or_people_has_no_turns():
    f = floor(talk(), lists=LISTS)
    assert len(f.speaker) == 0
    assert longest_monologue(f) is None


def test_ends_are_estimated_from_words_and_the_next_start():
    # Ana: 10 words / 2.5 = 4 s, next start 20 s later, so 4 s. Ben: 5 words = 2 s, next after 1 s, so 1 s.
    ten = "one two three four five six seven eight nine ten"
    c = talk(
        f"0 nan Ana: {ten}",
        "20 nan Ben: red green blue black white",
        "21 nan Ana: red green blue black white",
    )
    f = floor(c, lists=LISTS)
    assert (f.end - f.start).tolist() == [4, 1, 2]


def test_speech_that_overlaps_itself_counts_once():
    # Ana: 0-10 and 5-12 are 12 s together; 20-21 is one more.
    c = talk("0 10 Ana: a", "5 12 Ana: b", "6 7 Ben: c", "20 21 Ana: d")
    assert speech_seconds(c.speaker, c.start, c.end, people=2).tolist() == [13, 1]


def test_unattributed_speech_is_nobodys():
    c = talk("0 10 Ana: a", "10 20 : b")
    assert c.speaker.tolist() == [0, UNATTRIBUTED]
    assert speech_seconds(c.speaker, c.start, c.end, people=1).tolist() == [10]


def test_the_longest_stretch_runs_through_pauses_and_signs_of_listening():
    f = floor(
        talk("0 50 Ana: The hall", "20 21 Ben: yeah", "55 90 Ana: and the street", "90 95 Ben: I see it so"),
        lists=LISTS,
    )
    found = longest_monologue(f)
    assert found is not None
    assert (found.speaker, found.start_s, found.end_s) == (0, 0, 90)


ROWS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 300), st.integers(0, 60)), max_size=40)


@given(ROWS)
def test_talk_time_agrees_with_counting_seconds_one_by_one(rows):
    rows = sorted(rows, key=lambda row: row[1])
    speaker = np.array([row[0] for row in rows], dtype=np.int32)
    start = np.array([row[1] for row in rows], dtype=np.float64)
    end = start + np.array([row[2] for row in rows], dtype=np.float64)
    plain = [len({s for who, at, long in rows if who == i for s in range(at, at + long)}) for i in range(5)]
    assert speech_seconds(speaker, start, end, people=5).tolist() == pytest.approx(plain)


@given(ROWS)
def test_every_row_that_is_no_sign_of_listening_is_in_one_turn(rows):
    rows = sorted(rows, key=lambda row: row[1])
    c = talk(*(f"{at} {at + long} P{who}: the hall is free" for who, at, long in rows))
    f = floor(c, lists=LISTS)
    assert ((f.turn_of >= 0) == ~f.backchannel).all()
    assert all(c.speaker[row] == f.speaker[f.turn_of[row]] for row in range(len(c)))
    assert (np.diff(f.stretch_of) >= 0).all()
