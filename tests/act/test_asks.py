"""The life of an ask: nothing outside the table happens, and nobody confirms what they did themselves."""

from dataclasses import replace
from datetime import date

import pytest
from tests.act.asking import (
    ALLY,
    ASKER,
    OTHER,
    POSTED,
    SECOND,
    STEWARD,
    TAKE,
    an_ask,
    claimed,
    confirmed,
    expired,
    later,
    moved,
    person,
    taken,
)

from alongside.act.acts import Refused
from alongside.act.asking import ask_for, notice, one_line
from alongside.act.asks import (
    CLOCK,
    FIVE_TOGETHER,
    TABLE,
    Move,
    Part,
    State,
    has_run_out,
    runs_out,
    waits_for_a_taker,
)

ALLY_TAKING = person(ALLY, Part.TAKER)
STEWARD_OF_IT = person(STEWARD, Part.STEWARD)
ASKER_OF_IT = person(ASKER, Part.ASKER)


def test_nobody_who_took_it_up_confirms_it_themselves_not_even_the_steward():
    own = claimed(taken(by=STEWARD), by=STEWARD)
    for move in (Move.CONFIRM, Move.NOT_YET):
        with pytest.raises(Refused):
            moved(own, move, by=person(STEWARD, Part.STEWARD, Part.TAKER))


def test_a_member_who_is_neither_asker_nor_steward_decides_nothing_alone():
    with pytest.raises(Refused):
        moved(claimed(), Move.CONFIRM, by=person(OTHER))


def test_what_is_not_claimed_cannot_be_confirmed():
    with pytest.raises(Refused):
        moved(taken(), Move.CONFIRM, by=STEWARD_OF_IT)


def test_nobody_claims_for_somebody_else():
    with pytest.raises(Refused):
        moved(taken(), Move.CLAIM, by=person(OTHER))


def test_the_asker_does_not_take_up_their_own_ask():
    with pytest.raises(Refused):
        moved(an_ask(), Move.TAKE, by=ASKER_OF_IT)


def test_one_person_takes_it_up_once_even_where_there_is_room_for_more():
    with pytest.raises(Refused):
        moved(taken(an_ask(places=3)), Move.TAKE, by=person(ALLY), take=SECOND)


def test_nobody_takes_up_a_draft():
    with pytest.raises(Refused):
        moved(an_ask(posted=None), Move.TAKE, by=person(ALLY))


def test_only_asker_and_steward_withdraw():
    with pytest.raises(Refused):
        moved(an_ask(), Move.WITHDRAW, by=person(OTHER), take=None)
    assert moved(an_ask(), Move.WITHDRAW, by=ASKER_OF_IT, take=None).state is State.WITHDRAWN


def test_an_ask_goes_from_open_over_taken_and_claimed_to_confirmed():
    assert an_ask().state is State.OPEN
    assert taken().state is State.TAKEN
    assert claimed().state is State.CLAIMED
    assert confirmed().state is State.CONFIRMED


@pytest.mark.parametrize("by", [ASKER_OF_IT, STEWARD_OF_IT, FIVE_TOGETHER])
def test_the_asker_the_steward_and_five_together_can_each_confirm(by):
    assert moved(claimed(), Move.CONFIRM, by=by).state is State.CONFIRMED


def test_what_is_not_there_yet_can_be_claimed_again_with_answers_of_its_own():
    missing = moved(claimed(), Move.NOT_YET, by=ASKER_OF_IT, line="They never wrote back.")
    assert missing.state is State.NOT_YET
    assert missing.takes[0].missing == "They never wrote back."
    again = claimed(missing)
    assert (again.state, again.takes[0].turn, again.takes[0].missing) == (State.CLAIMED, 2, "")


def test_letting_go_leaves_no_trace_and_opens_the_place_again():
    freed = moved(taken(), Move.LET_GO, by=ALLY_TAKING)
    assert freed == an_ask()


def test_a_steward_can_free_a_place_before_anything_is_claimed_and_not_after():
    assert moved(taken(), Move.LET_GO, by=STEWARD_OF_IT).state is State.OPEN
    with pytest.raises(Refused):
        moved(claimed(), Move.LET_GO, by=STEWARD_OF_IT)


def test_with_room_left_it_stays_open_and_full_it_shows_what_is_least_far():
    two = claimed(taken(an_ask(places=2)))
    assert two.state is State.OPEN
    full = taken(two, by=OTHER, take=SECOND)
    assert full.state is State.TAKEN  # one claimed, one only taken up
    assert claimed(full, by=OTHER, take=SECOND).state is State.CLAIMED


def test_one_of_two_confirmed_does_not_close_it():
    two = claimed(taken(claimed(taken(an_ask(places=2))), by=OTHER, take=SECOND), by=OTHER, take=SECOND)
    one = confirmed(two)
    assert (one.state, one.is_closed) == (State.CLAIMED, False)
    assert confirmed(one, take=SECOND).is_closed


def test_what_helped_before_it_ran_out_counts_as_confirmed():
    assert expired(confirmed(claimed(taken(an_ask(places=2))))).state is State.CONFIRMED
    assert expired(claimed()).state is State.EXPIRED


@pytest.mark.parametrize("state", [State.CONFIRMED, State.WITHDRAWN, State.EXPIRED])
def test_nothing_leads_out_of_an_end(state):
    assert [move for start, move in TABLE if start is state] == []


def test_everything_that_is_no_end_can_be_withdrawn_and_can_run_out():
    going = set(State) - {State.CONFIRMED, State.WITHDRAWN, State.EXPIRED}
    for move in (Move.WITHDRAW, Move.EXPIRE):
        assert {start for start, each in TABLE if each is move} == going


def test_after_withdrawing_nothing_is_claimed_any_more():
    gone = moved(taken(), Move.WITHDRAW, by=ASKER_OF_IT, take=None)
    with pytest.raises(Refused):
        moved(gone, Move.CLAIM, by=ALLY_TAKING)


def test_the_steward_is_told_after_a_fortnight_and_only_once():
    assert not waits_for_a_taker(an_ask(), today=later(13))
    assert waits_for_a_taker(an_ask(), today=later(14))
    assert not waits_for_a_taker(replace(an_ask(), told=later(14)), today=later(15))


def test_the_steward_is_not_told_of_what_somebody_took_up_even_where_there_is_room():
    assert not waits_for_a_taker(taken(an_ask(places=3)), today=later(20))


def test_an_ask_with_a_day_runs_out_after_it_and_with_a_taker_a_fortnight_later():
    dated = an_ask(due=later(10))
    assert runs_out(dated) == later(10)
    assert not has_run_out(dated, today=later(10))
    assert has_run_out(dated, today=later(11))
    assert runs_out(taken(dated)) == later(24)


def test_a_claim_waits_thirty_days_for_a_word():
    # due on day 10, with grace day 24; claimed on day 20, so it waits until day 50
    assert runs_out(claimed(taken(an_ask(due=later(10))), days=20)) == later(50)


def test_an_ask_posted_for_a_day_gone_by_does_not_vanish_at_once():
    assert runs_out(an_ask(due=date(2026, 1, 1))) == POSTED


def test_what_was_handed_in_and_not_posted_goes_after_thirty_days():
    assert runs_out(an_ask(posted=None)) == later(30)


def test_what_is_closed_has_no_last_day():
    assert runs_out(confirmed()) is None
    assert not has_run_out(confirmed(), today=later(1000))


@pytest.mark.parametrize("what", ["", "  \n "])
def test_an_ask_without_words_is_refused_at_its_field(what):
    with pytest.raises(Refused) as refused:
        ask_for(replace(an_ask(), what=what))
    assert refused.value.place == "what"


def test_too_many_words_are_refused_with_how_many_there_were():
    with pytest.raises(Refused, match="141 characters long; there is room for 140"):
        ask_for(replace(an_ask(), what="x" * 141))
    with pytest.raises(Refused, match="601 characters long; there is room for 600"):
        ask_for(replace(an_ask(), rather_not="x" * 601))


@pytest.mark.parametrize("places", [0, 13, -1])
def test_an_ask_has_room_for_one_to_twelve(places):
    with pytest.raises(Refused, match="1 to 12"):
        ask_for(replace(an_ask(), places=places))


def test_paragraphs_of_an_ask_stay():
    asked = ask_for(replace(an_ask(), what=" a \n b", more=" a  b \n\n c "))
    assert (asked.what, asked.more) == ("a b", "a b\n\nc")


def test_a_day_gone_by_is_kept_and_questioned():
    asked = an_ask(due=later(-1))
    assert "gone by" in notice(asked, today=POSTED)
    assert ask_for(asked).due == later(-1)
    assert notice(an_ask(due=POSTED), today=POSTED) == ""


def test_the_line_others_read_is_one_line():
    assert one_line(" I will\n ask  her ", place="line", needed=True) == "I will ask her"
    with pytest.raises(Refused):
        one_line(" ", place="line", needed=True)
    assert one_line(" ", place="line", needed=False) == ""


def test_clock_does_nothing_but_let_it_run_out():
    for move in (Move.CONFIRM, Move.TAKE, Move.WITHDRAW, Move.LET_GO):
        with pytest.raises(Refused):
            moved(claimed(), move, by=CLOCK, take=TAKE)
