"""Cards: a date as exactly as it is known, one a day without a repeat, and what goes further beside it."""

import re
from datetime import date, timedelta

import pytest
from tests.learn.builders import TODAY, a_card, a_work

from alongside.core.grounds import Ground
from alongside.core.practices import Practice
from alongside.learn.cards import Precision, Span, card, card_of_the_day, cards_for, linked, on_topic
from alongside.learn.fields import Refused
from alongside.learn.library import library_of
from alongside.learn.quiz import About, quiz, quiz_on

CARDS = [
    a_card(f"card-{n}", day=f"19{50 + n}-03-04", topic=("labour", "civil-rights")[n % 2]) for n in range(12)
]


def test_without_cards_there_is_none_today():
    assert card_of_the_day([], today=TODAY) is None


def test_in_as_many_days_as_cards_each_comes_once():
    days = [TODAY + timedelta(days=n) for n in range(len(CARDS))]
    assert {card_of_the_day(CARDS, today=day).id for day in days} == {each.id for each in CARDS}


def test_the_card_of_a_day_does_not_depend_on_the_order_of_the_files():
    assert card_of_the_day(CARDS, today=TODAY) == card_of_the_day(CARDS[::-1], today=TODAY)


@pytest.mark.parametrize(
    ("last", "precision", "said"),
    [
        (None, Precision.DAY, "1955-12-05"),
        (date(1956, 12, 20), Precision.DAY, "1955-12-05 to 1956-12-20"),
        (None, Precision.MONTH, "1955-12"),
        (date(1956, 12, 20), Precision.YEAR, "1955 to 1956"),
        (date(1955, 12, 31), Precision.MONTH, "1955-12"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(last, precision, said):
    assert str(Span(first=date(1955, 12, 5), last=last, precision=precision)) == said


def test_cards_of_a_topic_come_by_date():
    assert [each.id for each in on_topic(CARDS[::-1], "labour")] == [f"card-{n}" for n in range(0, 12, 2)]
    assert on_topic(CARDS, "Civil rights")
    assert on_topic(CARDS, "weather") == ()
    assert len(on_topic(CARDS, "")) == 12


def test_nothing_in_common_is_not_linked():
    about_age = a_work("age", grounds=(Ground.AGE,))
    for_all = a_work("all", grounds=(Ground.ANY,))
    assert linked(a_card(grounds=(Ground.RACE,)), library_of([about_age, for_all])) == ()
    assert linked(a_card(grounds=(Ground.ANY,)), library_of([about_age, for_all])) == ()


def test_what_a_card_names_stands_before_what_shares_its_ground():
    named, near = a_work("z-named"), a_work("a-near", grounds=(Ground.RACE,), practices=(Practice.ADVOCATE,))
    found = linked(a_card(grounds=(Ground.RACE,), related=("z-named", "gone")), library_of([named, near]))
    assert [each.id for each in found] == ["z-named", "a-near"]
    assert [each.id for each in cards_for(named, [a_card(related=("z-named",))])] == ["some-card"]


def test_a_card_without_a_beginning_is_refused_with_its_place():
    with pytest.raises(Refused, match="entry a, date"):
        card({"id": "a", "grounds": [], "practices": [], "date": {"precision": "day"}})


def test_a_quiz_needs_other_cards_to_choose_from():
    assert quiz(CARDS[:2], count=3, seed=1) == ()


def test_every_question_has_three_different_options_and_its_own_card():
    for seed in range(20):
        items = quiz(CARDS, count=5, seed=seed)
        assert len({item.card for item in items}) == 5
        for item in items:
            of_card = next(each for each in CARDS if each.id == item.card)
            right = {
                About.WHEN: str(of_card.date),
                About.WHO: of_card.led_by,
                About.CHANGE: of_card.what_it_changed,
            }
            assert len(set(item.options)) == 3
            assert item.options[item.right] == right[item.about]


def test_a_quiz_is_the_same_for_the_same_seed_and_another_for_another():
    assert quiz(CARDS, count=5, seed=1) == quiz(CARDS[::-1], count=5, seed=1)
    assert quiz(CARDS, count=5, seed=1) != quiz(CARDS, count=5, seed=2)


def test_a_reply_says_what_the_card_says_and_neither_praises_nor_blames():
    (item,) = quiz(CARDS, count=1, seed=1)
    own = item.options[item.right].rstrip(".")
    for n in range(3):
        said = "the same" if n == item.right else "otherwise"
        assert item.reply(n) == f"The card says {said}: {own}."
    assert item.reply(None) == f"The card says: {own}."


def test_wrong_answers_come_from_the_same_topic_where_it_has_enough():
    other = {each.id: each for each in CARDS}
    for seed in range(20):
        item = quiz_on(other["card-4"], CARDS, seed=seed)
        assert item.card == "card-4"
        # card-4 is on labour; so are 0, 2, 6, 8 and 10: five others, as many as are taken
        numbers = {
            int(n) for each in item.options for n in re.findall(r"card-(\d+)|19(\d\d)-", each) for n in n if n
        }
        assert {n % 2 for n in numbers} == {0}


def test_of_what_came_of_it_only_the_first_sentence_is_asked():
    long = [a_card(f"c{n}", what_it_changed=f"Law {n} came. Much stayed as it was.") for n in range(4)]
    asked = [quiz_on(long[0], long, seed=seed) for seed in range(9)]
    (change, *_more) = [each for each in asked if each and each.about is About.CHANGE]
    assert change.options[change.right] == "Law 0 came."
