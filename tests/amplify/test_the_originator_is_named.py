"""The originator is named first, always; only they confirm; missing credit is mended before it shows."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.amplify.builders import END, TODAY, a_passing, a_yes

from alongside.amplify.consent import Consent, Form, Place
from alongside.amplify.consent import State as ConsentState
from alongside.amplify.passing_on import (
    BY,
    TABLE,
    Move,
    State,
    Who,
    credit,
    is_shown,
    must_come_down,
    pass_on,
    step,
)
from alongside.amplify.refusals import Refused

OUTSIDE = a_yes(places=frozenset({Place.OUTSIDE}))
WITHDRAWN = Consent(state=ConsentState.WITHDRAWN, terms=OUTSIDE.terms)


@pytest.mark.parametrize("name", ["", "   "])
def test_a_passing_on_without_an_originator_cannot_be_made(name):
    with pytest.raises(ValueError, match="originator"):
        a_passing(originator=name)


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_the_sentence_begins_with_the_originator_whatever_the_names_are(originator, ally):
    assert credit(a_passing(originator=originator, ally=ally)).startswith(originator)


def test_the_sentence_says_who_made_what_and_who_passed_it_on():
    assert credit(a_passing()) == "Priya: “A map of our ramps”, passed on by Sam."


@given(st.lists(st.tuples(st.sampled_from(Move), st.sampled_from(Who)), max_size=12))
def test_only_the_originator_confirms_and_only_the_ally_corrects(history):
    state = State.PASSED_ON
    for move, by in history:
        try:
            state = step(state, move, by=by)
        except Refused:
            continue
        assert BY[move] is by
        assert (state is State.CONFIRMED) == (move is Move.CONFIRM)


def test_what_was_taken_back_is_over():
    assert [move for state, move in TABLE if state is State.TAKEN_BACK] == []


def test_it_stays_passed_on_until_it_is_confirmed():
    assert pass_on(a_passing(), a_yes()).state is State.PASSED_ON
    assert step(State.PASSED_ON, Move.CONFIRM, by=Who.ORIGINATOR) is State.CONFIRMED


@pytest.mark.parametrize("state", [State.MISSING_CREDIT, State.TAKEN_BACK])
def test_what_lacks_its_credit_or_was_taken_back_is_not_shown(state):
    assert not is_shown(a_passing(state=state), a_yes(), today=TODAY)


def test_it_is_shown_here_while_the_yes_holds_and_no_longer():
    assert is_shown(a_passing(), a_yes(), today=END)
    assert not is_shown(a_passing(), a_yes(), today=END + timedelta(days=1))
    assert not is_shown(a_passing(), a_yes(places=frozenset({Place.HERE})), today=TODAY)


def test_what_happened_outside_is_not_shown_here_and_comes_down_when_the_yes_ends():
    outside = a_passing(place=Place.OUTSIDE, where="Our newsletter")

    assert not is_shown(outside, OUTSIDE, today=TODAY)
    assert not must_come_down(outside, OUTSIDE, today=TODAY)
    assert must_come_down(outside, WITHDRAWN, today=TODAY)
    assert not must_come_down(a_passing(), WITHDRAWN, today=TODAY)


@pytest.mark.parametrize("where", ["", "  ", "x" * 201])
def test_outside_it_is_said_where_and_in_a_few_words(where):
    with pytest.raises(Refused) as refused:
        pass_on(a_passing(place=Place.OUTSIDE, where=where), OUTSIDE)
    assert refused.value.place == "where"


def test_a_quotation_is_more_than_a_link():
    with pytest.raises(Refused):
        pass_on(a_passing(form=Form.QUOTE), a_yes())
