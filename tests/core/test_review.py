"""A text is reviewed only as it was read: one letter changed, and it is unreviewed again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.content_check import Placed
from alongside.core.review import content_hash, made, review_problems, standing

TEXT = {"id": "a", "title": "A title", "why": "Because.", "topics": ["x", "y"]}


def reviewed(text: dict, **changes: object) -> dict:
    """The text with one review that fits it, but for the changes."""
    review = {
        "date": "2026-02-03", "content": content_hash(text), "role": "reader", "experience": True,
        "consent": False, "verdict": "keep", **changes,
    }  # fmt: skip
    return {**text, "review": "reviewed", "reviews": [review]}


def labels(*placed: dict) -> list[str]:
    return [
        problem.field for problem in review_problems([Placed(file="f", table="t", entry=e) for e in placed])
    ]


def test_a_text_that_says_nothing_is_unreviewed():
    assert standing(TEXT).reviewed_on is None
    assert standing(TEXT).sentence == "Unreviewed."


def test_a_text_that_only_claims_to_be_reviewed_is_not():
    assert standing({**TEXT, "review": "reviewed"}).reviewed_on is None


def test_a_review_that_fits_counts():
    assert standing(reviewed(TEXT)).reviewed_on == date(2026, 2, 3)
    assert standing(reviewed(TEXT)).label == "Reviewed on 2026-02-03"


@pytest.mark.parametrize("field", ["title", "why"])
def test_one_letter_changed_is_unreviewed_again(field):
    entry = reviewed(TEXT)
    assert standing({**entry, field: entry[field] + "s"}).label == "Unreviewed"


def test_the_day_a_link_was_seen_to_work_changes_no_text():
    assert standing({**reviewed(TEXT), "checked_on": "2026-03-04"}).reviewed_on is not None


@pytest.mark.parametrize("verdict", ["change", "drop"])
def test_a_review_that_asks_for_a_change_is_no_leave(verdict):
    assert standing(reviewed(TEXT, verdict=verdict)).reviewed_on is None


def test_a_name_is_shown_only_with_consent():
    assert "Kim" not in standing(reviewed(TEXT, name="Kim", consent=False)).sentence
    assert "name withheld" in standing(reviewed(TEXT, name="Kim", consent=False)).sentence
    assert "(Kim)" in standing(reviewed(TEXT, name="Kim", consent=True)).sentence


@given(st.permutations(sorted(TEXT)))
def test_the_hash_knows_no_order_of_fields(order):
    assert content_hash({name: TEXT[name] for name in order}) == content_hash(TEXT)


def test_how_it_was_made_is_said_in_plain_words():
    told = {"made_by": "project", "method": "drafted with a language model.", "read": "abstract"}
    said = "How it was made: drafted with a language model. We read its abstract only."
    assert made(told) == said
    assert made({**told, "made_by": "Our Circle"}).startswith("Made by Our Circle. How")
    assert made("own words") == "How it was made: own words."
    assert made(None) == made("") == ""


def test_good_reviews_are_no_problem():
    assert labels(TEXT, reviewed(TEXT), reviewed(TEXT, name="Kim", consent=True)) == []


def test_reviewed_without_a_review_is_a_problem():
    assert labels({**TEXT, "review": "reviewed"}) == ["review"]


def test_a_name_without_consent_is_a_problem():
    assert labels(reviewed(TEXT, name="Kim")) == ["reviews"]
