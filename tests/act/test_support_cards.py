"""A support card says what its owner wants, survives its journey, and refuses what is no card."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.act.acts import Refused
from alongside.act.cards import Card, CardLine, Situation, Wish, from_body, to_body, write_card

CARDS = st.builds(
    Card,
    lines=st.lists(
        st.builds(
            CardLine,
            situation=st.sampled_from(Situation),
            wish=st.sampled_from(Wish),
            words=st.text(max_size=200),
        ),
        unique_by=lambda line: line.situation,
    ).map(tuple),
    note=st.text(max_size=500),
)


def test_a_card_that_says_nothing_is_blank():
    assert write_card(Card()).is_blank
    assert write_card(Card(note="  ")).is_blank
    assert not Card(lines=(CardLine(situation=Situation.NAME, wish=Wish.NOW),)).is_blank


def test_a_situation_nobody_spoke_of_has_no_wish():
    assert Card().line(Situation.REMARK) is None


@given(CARDS)
def test_a_card_comes_back_from_json_as_it_was_written(card):
    written = write_card(card)
    assert from_body(json.loads(json.dumps(to_body(written)))) == written


def test_lines_stand_in_the_order_of_the_situations():
    late = CardLine(situation=Situation.SERIOUS, wish=Wish.ASK_FIRST)
    early = CardLine(situation=Situation.TALKED_OVER, wish=Wish.NOW)
    assert write_card(Card(lines=(late, early))).lines == (early, late)


def test_words_that_are_too_long_are_refused_at_their_line():
    line = CardLine(situation=Situation.CREDIT, wish=Wish.NOW, words="x" * 201)
    with pytest.raises(Refused) as refused:
        write_card(Card(lines=(line,)))
    assert refused.value.place == "credit"


@pytest.mark.parametrize(
    "body",
    [{}, {"lines": "x"}, {"lines": [["nowhere", "afterwards", ""]]}, {"lines": [["name", "shout", ""]]}],
)
def test_what_is_no_card_is_refused(body):
    with pytest.raises(Refused):
        from_body(body)


def test_every_situation_and_every_wish_has_its_words():
    assert all(each.words.startswith("When ") for each in Situation)
    assert all(each.words and each.meaning.endswith(".") for each in Wish)
