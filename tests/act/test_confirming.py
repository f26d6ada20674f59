"""Five together, unseen until then, and nobody to be found out afterwards."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.act.asks import Move
from alongside.act.confirming import Answer, Tap, decided, mark_of, tapped, words_for_the_steward

KEY, CLAIM = b"k" * 32, UUID(int=5)


def tap(n: int, answer: Answer = Answer.HELPED, words: str = "") -> Tap:
    return Tap(mark=mark_of(UUID(int=n), key=KEY, take=CLAIM, turn=1), answer=answer, words=words)


def taps(helped: int, missing: int = 0, other: int = 0) -> tuple[Tap, ...]:
    answers = [Answer.HELPED] * helped + [Answer.MISSING] * missing + [Answer.OTHER] * other
    return tuple(tap(n, answer) for n, answer in enumerate(answers))


@pytest.mark.parametrize("said", [(0, 0), (4, 0), (0, 4), (4, 4), (3, 2)])
def test_fewer_than_five_on_one_side_decide_nothing(said):
    assert decided(taps(*said)) is None


def test_the_fifth_who_says_that_it_helped_decides():
    assert decided(taps(5)) is Move.CONFIRM


def test_five_who_miss_something_decide_whichever_way_they_say_it():
    assert decided(taps(0, 3, 2)) is Move.NOT_YET


def test_five_on_each_side_leave_it_open_and_six_of_eleven_decide():
    assert decided(taps(5, 5)) is None
    assert decided(taps(6, 5)) is Move.CONFIRM


def test_no_words_are_shown_before_five_have_answered():
    four = tuple(tap(n, Answer.MISSING, "the date") for n in range(4))
    assert words_for_the_steward(four) == ()
    assert words_for_the_steward((*four, tap(4))) == ("the date",) * 4


def test_a_second_tap_of_one_person_takes_the_place_of_the_first():
    changed = tapped(tapped((), tap(1)), tap(1, Answer.MISSING))
    assert [each.answer for each in changed] == [Answer.MISSING]


def test_one_person_tapping_five_times_is_one():
    held: tuple[Tap, ...] = ()
    for _again in range(5):
        held = tapped(held, tap(1))
    assert decided(held) is None


def test_marks_of_one_person_on_two_claims_turns_or_asks_have_nothing_in_common():
    person = UUID(int=1)
    marks = {
        mark_of(person, key=key, take=take, turn=turn)
        for key in (KEY, b"q" * 32)
        for take in (CLAIM, UUID(int=6))
        for turn in (1, 2)
    }
    assert len(marks) == 8


def test_a_mark_does_not_hold_the_person():
    assert UUID(int=7).bytes not in tap(7).mark
    assert len(tap(7).mark) == 16


def test_a_key_of_another_length_is_refused():
    with pytest.raises(ValueError, match="32 bytes"):
        mark_of(UUID(int=1), key=b"short", take=CLAIM, turn=1)


@given(st.permutations(range(8)))
def test_the_order_of_taps_is_not_the_order_in_which_they_came(order):
    held: tuple[Tap, ...] = ()
    for n in order:
        held = tapped(held, tap(n))
    assert [each.mark for each in held] == sorted(tap(n).mark for n in range(8))


@given(st.lists(st.sampled_from(list(Answer)), max_size=14))
def test_what_is_decided_was_said_by_five_and_by_more_than_half(answers):
    held = tuple(tap(n, answer) for n, answer in enumerate(answers))
    move = decided(held)
    agreeing = sum(answer.move is move for answer in answers)
    assert move is None or (agreeing >= 5 and agreeing > len(answers) - agreeing)
