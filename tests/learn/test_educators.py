"""Who offered to answer is asked on their own terms, and nobody else is."""

from datetime import timedelta

import pytest
from tests.learn.builders import TODAY

from alongside.learn.educators import (
    Educator,
    Pay,
    check_answer,
    check_open,
    check_terms,
    is_shared,
    is_stale,
    may_get,
    standing,
)
from alongside.learn.fields import Refused
from alongside.learn.questions import Question, Routing, State

PAID = Educator(id="paid", pay=Pay.ORGANISATION)
FEE = Educator(id="fee", pay=Pay.FEE, fee="40 euros an answer")
FREE = Educator(id="free", pay=Pay.FREE, quota=5, answered=3)


def ids(answerers):
    return [each.id for each in answerers]


def test_nobody_gets_their_own_question():
    assert ids(may_get([PAID, FREE], asker="free", can_pay=False)) == ["paid"]


def test_a_question_that_cannot_be_paid_does_not_reach_somebody_with_a_fee():
    assert ids(may_get([PAID, FEE, FREE], asker="x", can_pay=False)) == ["paid", "free"]
    assert ids(may_get([PAID, FEE, FREE], asker="x", can_pay=True)) == ["paid", "fee", "free"]


def test_quota_and_answers_given_go_along():
    (free,) = may_get([FREE], asker="x", can_pay=False)
    assert (free.quota, free.answered) == (5, 3)


@pytest.mark.parametrize(("asker", "answerer"), [(False, False), (True, False), (False, True)])
def test_an_answer_is_shared_only_while_both_want_it(asker, answerer):
    assert not is_shared(asker=asker, answerer=answerer)
    assert is_shared(asker=True, answerer=True)


@pytest.mark.parametrize(
    ("quota", "pay", "fee", "place"),
    [
        (None, Pay.FREE, "", "quota"),
        (-1, Pay.FREE, "", "quota"),
        (31, Pay.FREE, "", "quota"),
        (2, None, "", "pay"),
        (2, Pay.FEE, " ", "fee"),
        (2, Pay.FEE, "x" * 121, "fee"),
    ],
)
def test_terms_that_do_not_fit_are_refused_at_their_field(quota, pay, fee, place):
    with pytest.raises(Refused) as refused:
        check_terms(quota, pay, fee)
    assert refused.value.place == place


def test_terms_are_tidied_and_a_fee_is_kept_only_where_there_is_one():
    assert check_terms(0, Pay.FREE, "40 euros") == (0, Pay.FREE, "")
    assert check_terms(3, Pay.FEE, " 40  euros ") == (3, Pay.FEE, "40 euros")


@pytest.mark.parametrize("answer", ["", "   ", "x" * 6001])
def test_an_empty_or_endless_answer_is_refused(answer):
    with pytest.raises(Refused):
        check_answer(answer)


def test_somebody_with_three_open_questions_waits_before_asking_a_fourth():
    check_open(2)
    with pytest.raises(Refused):
        check_open(3)


def test_the_asker_is_not_told_whether_somebody_declined_or_did_not_answer():
    told = {
        standing(Question(id="q", text="?", asked=TODAY, state=state), Routing(question="q"))
        for state in (State.DECLINED, State.EXPIRED)
    }
    assert told == {"Nobody could take it. The library is the place to look."}


def test_what_came_to_nothing_is_deleted_after_a_while_and_a_shared_answer_stays():
    late, later = TODAY + timedelta(days=90), TODAY + timedelta(days=366)
    over = Question(id="q", text="?", asked=TODAY, state=State.EXPIRED)
    answered = Question(id="q", text="?", asked=TODAY, state=State.ANSWERED, answer="So.")

    assert not is_stale(over, shared=False, today=late - timedelta(days=1))
    assert is_stale(over, shared=False, today=late)
    assert not is_stale(answered, shared=False, today=later - timedelta(days=1))
    assert is_stale(answered, shared=False, today=later)
    assert not is_stale(answered, shared=True, today=later + timedelta(days=999))
    assert not is_stale(
        Question(id="q", text="?", asked=TODAY, state=State.QUEUED), shared=False, today=later
    )
