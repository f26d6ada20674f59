"""A speaker hears of as many requests a month as they chose; the rest waits and is not announced."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.amplify.builders import TODAY

from alongside.amplify.refusals import Refused
from alongside.amplify.requests import (
    BY,
    OPEN,
    TABLE,
    Move,
    State,
    Waiting,
    Who,
    advance,
    check,
    due,
    is_overdue,
    others,
    standing,
)
from alongside.core.months import next_month

FIRST = date(2026, 4, 1)


def asked(id: str, speaker: str = "s", day: date = TODAY) -> Waiting:
    return Waiting(id=id, speaker=speaker, asked=day)


def test_somebody_who_is_not_listed_or_pauses_hears_of_nothing():
    assert due([asked("a")], quotas={}, log={}, today=TODAY) == ()
    assert due([asked("a")], quotas={"s": 0}, log={}, today=TODAY) == ()


def test_the_third_request_of_a_month_waits_for_the_first_of_the_next():
    log = {"s": [TODAY, TODAY]}

    assert due([asked("c")], quotas={"s": 2}, log=log, today=date(2026, 3, 31)) == ()
    assert due([asked("c")], quotas={"s": 2}, log=log, today=FIRST) == ("c",)


def test_the_oldest_request_is_first_and_each_speaker_has_their_own_month():
    waiting = [asked("new"), asked("old", day=TODAY - timedelta(days=2)), asked("other", "t")]

    assert due(waiting, quotas={"s": 1, "t": 1}, log={}, today=TODAY) == ("old", "other")


@given(st.lists(st.sampled_from("st"), max_size=30), st.integers(0, 4), st.integers(0, 4))
def test_nobody_ever_gets_more_than_their_quota(speakers, for_s, for_t):
    waiting = [asked(str(n), speaker) for n, speaker in enumerate(speakers)]
    reached = due(waiting, quotas={"s": for_s, "t": for_t}, log={}, today=TODAY)
    handed = [waiting[int(each)].speaker for each in reached]

    assert handed.count("s") == min(for_s, speakers.count("s"))
    assert handed.count("t") == min(for_t, speakers.count("t"))


@pytest.mark.parametrize("state", [each for each in State if each not in OPEN])
def test_what_is_over_stays_over(state):
    assert not [move for before, move in TABLE if before is state]
    assert not is_overdue(state, delivered=TODAY, held_on=TODAY, today=TODAY + timedelta(days=99))


@pytest.mark.parametrize("move", list(Move))
@pytest.mark.parametrize("by", list(Who))
def test_nobody_makes_the_move_of_another(move, by):
    if BY[move] is by:
        assert advance(State.DELIVERED if move is not Move.DELIVER else State.WAITING, move, by=by)
    else:
        with pytest.raises(Refused):
            advance(State.DELIVERED, move, by=by)


def test_a_request_ends_when_its_day_is_over_or_it_lay_unanswered():
    assert not is_overdue(State.DELIVERED, delivered=TODAY, held_on=None, today=TODAY + timedelta(days=20))
    assert is_overdue(State.DELIVERED, delivered=TODAY, held_on=None, today=TODAY + timedelta(days=21))
    assert not is_overdue(State.WAITING, delivered=None, held_on=TODAY, today=TODAY)
    assert is_overdue(State.WAITING, delivered=None, held_on=TODAY, today=TODAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("words", "held_on", "open_now", "place"),
    [
        ("  ", None, 0, "words"),
        ("x" * 1501, None, 0, "words"),
        ("A talk", TODAY - timedelta(days=1), 0, "held_on"),
        ("A talk", None, 5, "words"),
    ],
)
def test_a_request_that_does_not_fit_is_refused_at_its_field(words, held_on, open_now, place):
    with pytest.raises(Refused) as refused:
        check(words, held_on=held_on, open_now=open_now, today=TODAY)
    assert refused.value.place == place


def test_the_asker_is_told_when_it_may_arrive_and_whom_else_to_ask():
    assert standing(State.WAITING, has_room_now=False, today=TODAY) == (
        "It waits: they have no room for it before 2026-04-01."
    )
    assert others(["a", "b", "c", "d", "e"], {"b"}) == ("a", "c", "d")


def test_december_leads_into_january():
    assert next_month(date(2026, 12, 31)) == date(2027, 1, 1)
    assert next_month(date(2026, 1, 31)) == date(2026, 2, 1)
