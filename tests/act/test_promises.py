"""What ties a person's own plan to an ask lies in their vault alone."""

from tests.act.asking import TAKE, an_ask
from tests.act.builders import TODAY, KeeperInMemory, an_act, number

from alongside.act import handed_in
from alongside.act.commitments import Outcome, close, planned
from alongside.act.diary import read_diary
from alongside.act.handed_in import Asked
from alongside.act.promises import (
    Promise,
    deed_done,
    deed_take_up,
    intend,
    promise_for,
    read_promises,
    with_confirmed,
)

PROMISE = Promise(id=number(50), take=TAKE, day=TODAY, commitment=number(51))
PLAN = planned(
    intend(an_ask(), cue="I see the head of research", act="name her work", effort=None),
    id=number(51),
    today=TODAY,
)


def test_an_act_whose_take_up_nobody_confirmed_gets_no_credit():
    act, done = an_act(n=9), Promise(id=number(50), take=TAKE, day=TODAY, act=number(9))
    assert with_confirmed([act], [done], set()) == (act,)
    assert with_confirmed([act], [], {TAKE}) == (act,)


def test_a_promise_without_an_act_confirms_nothing():
    act = an_act(n=9)
    assert with_confirmed([act], [PROMISE], {TAKE}) == (act,)


def test_the_act_behind_a_confirmed_take_up_counts_as_confirmed():
    act, done = an_act(n=9), Promise(id=number(50), take=TAKE, day=TODAY, act=number(9))
    assert [each.confirmed for each in with_confirmed([act, an_act(n=8)], [done], {TAKE})] == [True, False]


def test_taking_up_makes_a_plan_of_the_asks_practice_and_day():
    keeper = KeeperInMemory()
    keeper.carry_out(deed_take_up(PROMISE, PLAN), today=TODAY)
    assert [plan.practice for plan in read_diary(keeper).commitments] == [an_ask().practice]
    assert promise_for(TAKE, read_promises(keeper)) == PROMISE


def test_claiming_keeps_the_plan_and_ties_the_act_to_the_take_up():
    keeper = KeeperInMemory()
    keeper.carry_out(deed_take_up(PROMISE, PLAN), today=TODAY)
    kept = close(PLAN, outcome=Outcome.KEPT, today=TODAY)
    keeper.carry_out(deed_done(PROMISE, an_act(n=9), kept), today=TODAY)
    assert [plan.outcome for plan in read_diary(keeper).commitments] == [Outcome.KEPT]
    assert [promise.act for promise in read_promises(keeper)] == [number(9)]


def test_the_trail_names_these_deeds_as_any_other_plan_and_act():
    names = {deed_take_up(PROMISE, PLAN).action, deed_done(PROMISE, an_act(), None).action}
    asked = Asked(id=number(1), ask=number(2), secret=b"s" * 32, day=TODAY)
    assert names | {handed_in.deed_hand_in(asked).action} == {"act.commit", "act.log"}


def test_only_the_secret_of_the_asker_proves_an_ask_handed_in():
    keeper = KeeperInMemory()
    mine = Asked(id=number(1), ask=number(2), secret=b"s" * 32, day=TODAY)
    keeper.carry_out(handed_in.deed_hand_in(mine), today=TODAY)
    held = handed_in.read_asked(keeper)
    assert held == (mine,)
    assert handed_in.proves(held, ask=number(2), proof=handed_in.proof_of(b"s" * 32, ask=number(2)))
    assert not handed_in.proves(held, ask=number(2), proof=handed_in.proof_of(b"t" * 32, ask=number(2)))
    assert not handed_in.proves(held, ask=number(3), proof=handed_in.proof_of(b"s" * 32, ask=number(3)))
