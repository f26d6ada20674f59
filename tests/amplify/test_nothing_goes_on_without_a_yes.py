"""Without a yes that covers it, nothing is passed on; only the originator gives, narrows and ends a yes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.amplify.builders import END, TODAY, a_passing, a_yes

from alongside.amplify import consent, passing_on
from alongside.amplify.consent import BY, TABLE, Consent, Form, Move, Place, State, Terms, Who
from alongside.amplify.refusals import NotAgreed, Refused

FULL = Terms(forms=frozenset(Form), places=frozenset(Place), until=END)


@pytest.mark.parametrize("state", [each for each in State if each is not State.GIVEN])
def test_only_a_given_consent_covers_anything(state):
    asked = Consent(state=state, terms=FULL)

    assert not any(
        consent.covers(asked, form=form, place=place, today=TODAY) for form in Form for place in Place
    )


def test_a_yes_covers_what_it_names_and_nothing_else():
    held = a_yes()
    covered = [
        (form, place)
        for form in Form
        for place in Place
        if consent.covers(held, form=form, place=place, today=TODAY)
    ]

    assert covered == [(Form.LINK, Place.CIRCLE)]


def test_a_yes_holds_on_its_last_day_and_not_on_the_next():
    assert consent.is_in_force(a_yes(), today=END)
    assert not consent.is_in_force(a_yes(), today=END + timedelta(days=1))


@pytest.mark.parametrize("state", [State.ASKED, State.REFUSED, State.WITHDRAWN, State.LAPSED])
def test_a_no_cannot_be_told_from_no_answer(state):
    held = Consent(state=state)

    assert consent.why_not(held, form=Form.LINK, place=Place.HERE, today=TODAY) == (
        "There is no yes to pass this on."
    )


def test_what_stands_in_the_way_is_said_by_form_and_by_place():
    quote = consent.why_not(a_yes(), form=Form.QUOTE, place=Place.CIRCLE, today=TODAY)
    here = consent.why_not(a_yes(), form=Form.LINK, place=Place.HERE, today=TODAY)

    assert "ways" in quote
    assert "places" in here
    assert consent.why_not(a_yes(), form=Form.LINK, place=Place.CIRCLE, today=TODAY) == ""


@given(st.lists(st.tuples(st.sampled_from(Move), st.sampled_from(Who)), max_size=12))
def test_no_history_leads_to_a_yes_that_the_originator_did_not_give(history):
    held, gave = Consent(state=State.ASKED, terms=FULL), False
    for move, by in history:
        try:
            held = consent.advance(held, move, by=by)
        except Refused:
            continue
        gave = (gave or move is Move.GIVE) and move is not Move.WITHDRAW
        assert BY[move] is by
    assert held.state is not State.GIVEN or gave


def test_a_yes_can_be_withdrawn_at_any_time_and_given_again():
    gone = consent.advance(a_yes(), Move.WITHDRAW, by=Who.ORIGINATOR)

    assert gone.state is State.WITHDRAWN
    assert not consent.covers(gone, form=Form.LINK, place=Place.CIRCLE, today=TODAY)
    assert consent.advance(gone, Move.GIVE, by=Who.ORIGINATOR, terms=FULL).terms == FULL


def test_a_request_that_was_taken_back_is_over():
    assert [move for state, move in TABLE if state is State.TAKEN_BACK] == []


@pytest.mark.parametrize(
    ("forms", "places", "until", "place"),
    [
        ([], [Place.HERE], None, "forms"),
        ([Form.LINK], [], None, "places"),
        ([Form.LINK], [Place.CIRCLE], None, "places"),
        ([Form.LINK], [Place.HERE], TODAY - timedelta(days=1), "until"),
        ([Form.LINK], [Place.HERE], TODAY + timedelta(days=367), "until"),
    ],
)
def test_a_yes_that_covers_nothing_or_never_ends_is_refused(forms, places, until, place):
    with pytest.raises(Refused) as refused:
        consent.agree(forms, places, until, today=TODAY, in_circle=False)
    assert refused.value.place == place


def test_without_a_day_a_yes_ends_after_a_year():
    # 12 March 2026 and 366 days: 13 March 2027
    terms = consent.agree([Form.LINK], [Place.HERE], None, today=TODAY, in_circle=False)
    assert terms.until == date(2027, 3, 13)


def test_a_request_without_an_answer_lapses_and_a_yes_ends_with_its_last_day():
    asked = Consent(state=State.ASKED)

    assert not consent.is_overdue(asked, asked=TODAY, today=TODAY + timedelta(days=29))
    assert consent.is_overdue(asked, asked=TODAY, today=TODAY + timedelta(days=30))
    assert not consent.is_overdue(a_yes(), asked=TODAY, today=END)
    assert consent.is_overdue(a_yes(), asked=TODAY, today=END + timedelta(days=1))
    assert not consent.is_overdue(Consent(state=State.REFUSED), asked=TODAY, today=END)


@pytest.mark.parametrize(
    "field", [{"form": Form.QUOTE}, {"place": Place.HERE}, {"day": END + timedelta(days=1)}]
)
def test_passing_on_outside_what_was_agreed_is_refused(field):
    with pytest.raises(NotAgreed):
        passing_on.pass_on(a_passing(**field), a_yes())


def test_passing_on_inside_what_was_agreed_is_done():
    assert passing_on.pass_on(a_passing(), a_yes()).state is passing_on.State.PASSED_ON
