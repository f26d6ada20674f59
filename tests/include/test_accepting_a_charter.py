"""A changed charter asks again; who does not answer reads, and then is out. No sooner."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.include.builders import TODAY, a_charter, a_clause, a_promise, all_clauses, in_days

from alongside.include.charter import (
    MOST_CLAUSES,
    Answer,
    Change,
    changes,
    first_version,
    next_version,
    not_promised,
    standing,
)
from alongside.include.refusals import Refused


def test_who_accepted_the_last_version_is_never_asked_again():
    assert standing(2, [(1, in_days(-900)), (2, in_days(-800))], today=TODAY).answer is Answer.CURRENT


def test_a_version_that_is_not_put_yet_asks_nobody():
    assert standing(1, [(1, in_days(-90)), (2, in_days(1))], today=TODAY).answer is Answer.CURRENT


@pytest.mark.parametrize(
    ("days_since", "answer", "until_day"),
    [
        # Put on day 0: the 14 days to answer end with day 14, the 14 days of reading with day 28.
        (0, Answer.ASKED, 14),
        (14, Answer.ASKED, 14),
        (15, Answer.READ_ONLY, 28),
        (28, Answer.READ_ONLY, 28),
    ],
)
def test_no_answer_becomes_read_only_after_two_weeks(days_since, answer, until_day):
    found = standing(1, [(1, in_days(-500)), (2, in_days(0))], today=in_days(days_since))

    assert (found.answer, found.until) == (answer, in_days(until_day))


def test_no_answer_for_four_weeks_is_out():
    assert standing(1, [(2, TODAY)], today=in_days(29)).answer is Answer.OUT


def test_a_second_change_starts_no_new_count():
    # Version 2 was put on day 0 and never answered; on day 15 the two weeks are over whatever came since.
    put = [(2, TODAY), (3, in_days(10))]

    assert standing(1, put, today=in_days(15)).answer is Answer.READ_ONLY


def test_answering_the_first_change_leaves_two_weeks_for_the_second():
    put = [(2, TODAY), (3, in_days(10))]

    assert standing(2, put, today=in_days(15)).until == in_days(24)  # 10 + 14


ORDER = list(Answer)


@given(
    puts=st.lists(st.integers(0, 60), min_size=1, max_size=4, unique=True).map(sorted),
    accepted=st.integers(0, 4),
    day=st.integers(0, 120),
)
def test_without_an_answer_nothing_gets_better_but_by_answering(puts, accepted, day):
    put = [(number + 1, in_days(days)) for number, days in enumerate(puts)]
    today, tomorrow = in_days(day), in_days(day + 1)
    now, next_day = (standing(accepted, put, today=each).answer for each in (today, tomorrow))

    assert ORDER.index(next_day) - ORDER.index(now) in (0, 1)
    assert standing(len(puts), put, today=today).answer is Answer.CURRENT


@given(day=st.integers(0, 27))
def test_the_day_named_is_the_last_of_its_kind(day):
    now = standing(1, [(2, TODAY)], today=in_days(day))

    assert now.until is not None
    assert standing(1, [(2, TODAY)], today=now.until).answer is now.answer
    assert standing(1, [(2, TODAY)], today=now.until + timedelta(days=1)).answer is not now.answer


def test_the_same_charter_again_is_refused():
    with pytest.raises(Refused, match="Nothing in the charter has changed"):
        next_version(a_charter(), a_promise(), notice="Please read.", today=TODAY)


def test_a_changed_clause_makes_the_next_version():
    after = next_version(a_charter(), a_promise(notes="Say it first."), notice=" New. ", today=TODAY)

    assert (after.version, after.accepted_from, after.notice) == (2, TODAY, "New.")


def test_a_shorter_stay_alone_is_a_change():
    assert next_version(a_charter(days=90), a_promise(days=30), notice="", today=TODAY).version == 2


def test_what_changed_is_told_clause_by_clause():
    before = a_promise(notes="Old.")
    new = (*all_clauses(notes="New.")[1:], a_clause("food", "We eat first."))  # purpose, the first, is gone
    after = replace(before, clauses=new)

    assert [(each.change, each.after and each.after.text) for each in changes(before, after)] == [
        (Change.REWORDED, "New."),
        (Change.NEW, "We eat first."),
        (Change.DROPPED, None),
    ]


def test_a_new_order_alone_changes_no_promise():
    assert changes(a_promise(), replace(a_promise(), clauses=all_clauses()[::-1])) == ()


@pytest.mark.parametrize(
    ("clauses", "place"),
    [
        (all_clauses()[:-1], "clause-leaving"),
        ((*all_clauses(), a_clause("notes")), "clauses"),
        (
            (*all_clauses(), *(a_clause(f"own-{n}") for n in range(MOST_CLAUSES - 7))),
            "clauses",
        ),  # 8 + 13 = 21
        (all_clauses(notes="  "), "clause-notes"),
        (all_clauses(who="x" * 601), "clause-who"),
    ],
)
def test_a_charter_that_leaves_something_open_is_refused_at_its_place(clauses, place):
    with pytest.raises(Refused) as refused:
        first_version(replace(a_promise(), clauses=clauses), today=TODAY)

    assert refused.value.place == place


def test_posts_that_stay_for_ever_are_refused():
    with pytest.raises(Refused) as refused:
        first_version(a_promise(days=9999), today=TODAY)

    assert refused.value.place == "retention_days"


@pytest.mark.parametrize("said", ["Posts end after 90 days.", "You can choose 30 or 90.", "Posts end."])
def test_a_clause_on_keeping_that_fits_the_days_is_taken(said):
    assert first_version(a_promise(days=90, keeping=said), today=TODAY).version == 1


@pytest.mark.parametrize("said", ["Posts end after 365 days.", "Posts end after 30 days."])
def test_a_clause_that_promises_other_days_than_the_program_keeps_is_refused(said):
    with pytest.raises(Refused) as refused:
        first_version(a_promise(days=90, keeping=said), today=TODAY)

    assert refused.value.place == "clause-keeping"


def test_a_charter_with_every_subject_once_begins_at_one():
    assert first_version(a_promise(), today=TODAY).version == 1


def test_what_cannot_be_promised_names_photographs_passing_on_style_and_the_server():
    said = " ".join(not_promised(hidden=False))

    assert all(word in said for word in ("photograph", "pass on", "how you write", "database"))


def test_a_hidden_circle_says_that_it_does_not_hide_from_the_server():
    assert set(not_promised(hidden=False)) < set(not_promised(hidden=True))
