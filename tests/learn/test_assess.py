"""No occasion is never "does not act"; what came up is an estimate with its range, never a total."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.learn.builders import answers

from alongside.core.practices import Practice
from alongside.learn.assess import (
    Answer,
    Change,
    Estimate,
    Item,
    Mode,
    Occasions,
    Profile,
    Share,
    Stall,
    assess,
    compare,
    opportunities,
)

P = Practice.INTERRUPT


def test_without_answers_nothing_is_said():
    estimate = assess(()).of(P)
    assert (estimate.answered, estimate.had_occasion) == (0, False)
    assert estimate.sentence == "Not answered yet."


def test_no_occasion_is_said_and_never_zero_percent():
    estimate = assess(answers(P, (Occasions.NONE, None), (Occasions.NONE, None))).of(P)
    assert estimate.sentence == "You had no occasion."
    assert "%" not in estimate.sentence
    assert not estimate.had_occasion


def test_half_of_an_answer_does_not_count():
    assert assess(answers(P, (Occasions.SOME, None))).of(P).answered == 0


def test_the_hand_check():
    # (3-5, about half): n 4, k 2; (1-2, all): n 1.5, k 1.5; (0): nothing. Together n 5.5, k 3.5.
    # Beta(1 + 3.5, 1 + 5.5 - 3.5) = Beta(4.5, 3); mean 4.5 / 7.5 = 0.6; the range is SciPy's.
    given = answers(P, (Occasions.SOME, Share.HALF), (Occasions.FEW, Share.ALL), (Occasions.NONE, None))
    estimate = assess(given).of(P)
    assert (estimate.answered, estimate.occasions, estimate.acted) == (3, 5.5, 3.5)
    assert estimate.mean == pytest.approx(0.6)
    assert estimate.low == pytest.approx(0.3702921748469656, abs=1e-6)
    assert estimate.high == pytest.approx(0.8160618830906632, abs=1e-6)


def test_of_two_answers_to_an_item_the_later_counts():
    first = Answer(item="a", practice=P, occasions=Occasions.MANY, acted=Share.NONE)
    later = Answer(item="a", practice=P, occasions=Occasions.FEW, acted=Share.ALL)
    assert assess([first, later]).of(P).occasions == 1.5


some_answers = st.lists(st.tuples(st.sampled_from(Occasions), st.sampled_from(Share)), min_size=1, max_size=3)


@given(some_answers)
def test_the_mean_lies_in_its_range_and_the_range_within_all(given_answers):
    estimate = assess(answers(P, *given_answers)).of(P)
    assert 0 <= estimate.low < estimate.mean < estimate.high <= 1


@given(some_answers)
def test_the_other_practices_hear_nothing_of_it(given_answers):
    profile = assess(answers(P, *given_answers))
    assert [e.practice for e in profile.estimates] == list(Practice)
    assert all(not e.answered for e in profile.estimates if e.practice is not P)


def test_a_profile_has_no_total():
    assert set(Profile.__slots__) == {"estimates", "stalls"}


def round_of(share: Share, occasions: Occasions = Occasions.MANY) -> Estimate:
    return assess(answers(P, *[(occasions, share)] * 3)).of(P)


def test_two_rounds_alike_do_not_differ():
    assert compare(round_of(Share.HALF), round_of(Share.HALF)) is Change.NOT_CLEAR


def test_few_occasions_say_little():
    # once 1-2: Beta(1, 2.5) beside Beta(1.75, 1.75); the second is larger with 0.77, below 0.9
    one, two = (assess(answers(P, (Occasions.FEW, s))).of(P) for s in (Share.NONE, Share.HALF))
    assert compare(one, two) is Change.NOT_CLEAR


def test_a_clear_difference_is_said_both_ways():
    assert compare(round_of(Share.NONE), round_of(Share.MOST)) is Change.MORE
    assert compare(round_of(Share.MOST), round_of(Share.NONE)) is Change.LESS


def test_without_an_occasion_two_rounds_cannot_be_compared():
    assert compare(round_of(Share.HALF), assess(()).of(P)) is Change.CANNOT_SAY


def test_an_opportunity_is_occasions_a_week_and_never_certain():
    # 1-2 once: 1.5 in four weeks, 0.375 a week; three times 6+: 21 in four weeks, capped
    told = [
        *answers(P, (Occasions.FEW, Share.ALL)),
        *answers(Practice.LISTEN, *[(Occasions.MANY, Share.ALL)] * 3),
    ]
    found = opportunities(assess(told), ticked=[P, Practice.SPONSOR])
    assert found == {P: 0.375, Practice.LISTEN: 0.98, Practice.SPONSOR: 0.5}


def test_an_item_asks_for_the_occasion_first():
    item = Item(id="a", practice=P, mode=Mode.REACTIVE, situation="did it rain", act="take a coat")
    assert item.first_question == "Four weeks. How often did it rain?"
    assert item.second_question == "In how many of them did you take a coat?"


def test_every_stall_has_a_remedy():
    assert len({stall.remedy for stall in Stall}) == 5
