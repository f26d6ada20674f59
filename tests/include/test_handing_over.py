"""A term ends on a day that is known; what there is to hand over is counted where it can be."""

import pytest
from tests.include.builders import TODAY, in_days

from alongside.include.handover import Held, Term, check_list, term, term_from


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (31, Term.RUNS),
        (30, Term.ENDS_SOON),
        (0, Term.ENDS_SOON),
        (-1, Term.OVER),
    ],
)
def test_a_term_asks_who_is_next_a_month_before_its_end(ends, expected):
    assert term(in_days(ends), today=TODAY) is expected


def test_a_role_without_an_end_runs():
    assert term(None, today=TODAY) is Term.RUNS


def test_a_term_is_a_year():
    assert term_from(TODAY).isoformat() == "2027-03-12"


def test_a_circle_in_order_leaves_only_what_people_know():
    left = [each.key for each in check_list(Held(stewards=2, moderators=1)) if not each.settled]

    assert left == ["promises", "asks", "tired", "places", "members"]


@pytest.mark.parametrize(
    ("held", "key", "words"),
    [
        (Held(stewards=1), "stewards", "one steward"),
        (Held(moderators=0), "moderators", "Only stewards"),
        (Held(asked_to_join=1), "asked", "1 person waits"),
        (Held(asked_to_join=2), "asked", "2 people wait"),
        (Held(invited=3), "invited", "3 invitations"),
        (Held(open_rounds=1), "rounds", "1 listening round"),
        (Held(coming_events=1), "events", "1 event is"),
        (Held(unanswered_charter=5), "charter", "5 people"),
        (Held(chapters=1), "chapters", "1 chapter belongs"),
    ],
)
def test_what_is_open_is_counted_in_words(held, key, words):
    found = {each.key: each for each in check_list(held)}[key]

    assert not found.settled
    assert words in found.text


def test_what_nobody_may_count_is_left_out():
    assert "events" not in {each.key for each in check_list(Held(coming_events=None))}
    assert "events" in {each.key for each in check_list(Held(coming_events=0))}


def test_a_hidden_circle_is_reminded_to_talk_inside_only():
    assert "hidden" in {each.key for each in check_list(Held(is_hidden=True))}
    assert "hidden" not in {each.key for each in check_list(Held())}
