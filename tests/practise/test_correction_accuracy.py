"""The rules for replies against replies labelled by hand; the method page tells what came out."""

from pathlib import Path

import pytest
from tests.practise.reply_scores import REPLIES, pooled, scores, table

from alongside.practise.reply_rules import Sort

PAGE = (Path(__file__).parents[2] / "docs" / "method" / "corrections.md").read_text("utf-8")
HELD = scores("held")
PRECISION_LEAST, RECALL_LEAST = 0.85, 0.80  # the goal is 0.85 for both; the page says where it is missed


def test_there_are_enough_replies_to_say_something():
    assert len(REPLIES) >= 150
    assert all(there >= 10 for _right, _seen, there in HELD.values())


def test_the_method_page_prints_what_the_rules_do_on_the_replies_kept_apart():
    assert "\n".join(table("held")) in PAGE  # python -m tests.practise.reply_scores prints it anew


def test_of_all_marks_most_are_right_and_of_all_that_is_there_most_is_found():
    right, seen, there = pooled(HELD)
    assert right / seen >= PRECISION_LEAST
    assert right / there >= RECALL_LEAST


@pytest.mark.parametrize("sort", [Sort.THANK, Sort.OVER_APOLOGY, Sort.SELF_CENTRING])
def test_what_the_rules_know_best_stays_known(sort):
    right, seen, _there = HELD[sort]
    assert right / seen >= PRECISION_LEAST
