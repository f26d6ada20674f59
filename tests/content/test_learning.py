"""What ships for learning keeps its promises: items, synonyms, and what cards and works say of each other."""

from collections import Counter

import pytest

from alongside.core.content import SHIPPED, lint, load
from alongside.core.grounds import Ground
from alongside.core.practices import Practice
from alongside.core.review import standing
from alongside.learn.assess import Mode, item
from alongside.learn.lint import problems
from alongside.learn.words import words_of

ITEMS = [item(entry) for entry in load("items").entries]
SYNONYMS = load("synonyms").entries
RESOURCES, CARDS = load("resources").entries, load("cards").entries
OURS = {"resource", "card", "item", "synonym"}
PLACED = [each for each in lint(SHIPPED).placed if each.table in OURS]


def test_nothing_that_ships_breaks_a_rule_of_this_room():
    assert [str(problem) for problem in problems(PLACED)] == []


def test_every_practice_has_one_item_of_each_mode():
    assert Counter((each.practice, each.mode) for each in ITEMS) == {
        (p, m): 1 for p in Practice for m in Mode
    }


@pytest.mark.parametrize("each", ITEMS, ids=lambda each: each.id)
def test_an_item_reads_as_two_plain_questions(each):
    for text in (each.situation, each.act):
        assert text == text.strip().rstrip(".?!")
        assert text[0].islower()
    assert not each.act.startswith(("did ", "you "))
    assert len(words_of(each.first_question)) <= 34
    assert len(words_of(each.second_question)) <= 24


def test_no_item_asks_who_somebody_is():
    asked = {word for each in ITEMS for word in words_of(f"{each.situation} {each.act}")}
    names = {word for ground in Ground for word in words_of(ground.value)}
    assert asked & names - {"language", "class", "care", "body", "age", "any"} == set()


def test_no_term_stands_in_two_groups_of_synonyms():
    terms = Counter(" ".join(words_of(term)) for entry in SYNONYMS for term in entry["terms"])
    assert [term for term, count in terms.items() if count > 1] == []


@pytest.mark.parametrize("practice", Practice)
def test_every_practice_has_five_works_and_three_cards(practice):
    assert sum(practice in entry["practices"] for entry in RESOURCES) >= 5
    assert sum(practice in entry["practices"] for entry in CARDS) >= 3


@pytest.mark.parametrize("entry", CARDS, ids=lambda entry: entry["id"])
def test_a_card_names_only_works_that_are_there(entry):
    assert set(entry.get("related", ())) <= {each["id"] for each in RESOURCES}


def test_what_ships_says_how_it_was_made_and_claims_no_review_it_has_not():
    for each in PLACED:
        held = standing(each.entry)
        assert held.made.startswith("How it was made: ") or held.made.startswith("Made by "), each.id
        assert held.reviewed_on is None or each.entry["reviews"], each.id
