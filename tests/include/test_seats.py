"""Seats go in the order of asking; capacity is never exceeded, and nobody passes those who wait."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from alongside.include.seating import Answer, Seat, answer_for, moving_up

COMING, WAITING, GONE = Answer


def seats(*answers: Answer) -> list[Seat]:
    return [Seat(id=UUID(int=n), turn=n, answer=answer) for n, answer in enumerate(answers, start=1)]


def test_nobody_moves_up_while_all_seats_are_taken():
    assert moving_up(seats(COMING, COMING, WAITING), capacity=2) == ()


def test_a_lowered_capacity_takes_nobodys_seat_and_gives_none():
    assert moving_up(seats(COMING, COMING, COMING, WAITING), capacity=2) == ()


def test_the_first_who_asked_moves_up_first():
    held = [Seat(id=UUID(int=n), turn=turn, answer=WAITING) for n, turn in ((1, 9), (2, 4), (3, 7))]

    assert [seat.turn for seat in moving_up(held, capacity=2)] == [4, 7]


def test_without_a_limit_all_who_wait_move_up():
    assert len(moving_up(seats(COMING, WAITING, WAITING), capacity=None)) == 2


def test_a_free_seat_belongs_to_those_who_wait():
    assert answer_for(seats(COMING, GONE, WAITING), capacity=2) is WAITING
    assert answer_for(seats(COMING, GONE), capacity=2) is COMING
    assert answer_for(seats(COMING, COMING), capacity=2) is WAITING
    assert answer_for(seats(*[COMING] * 50), capacity=None) is COMING


@given(st.lists(st.integers(0, 29), max_size=80), st.integers(1, 6))
def test_whatever_people_do_seats_are_never_exceeded_and_never_free_while_somebody_waits(deeds, capacity):
    held: dict[int, Seat] = {}
    for turn, who in enumerate(deeds):  # each deed: ask where one has not, else step back
        others = [seat for key, seat in held.items() if key != who]
        if who in held and held[who].answer is not GONE:
            held[who] = Seat(id=held[who].id, turn=held[who].turn, answer=GONE)
        else:
            held[who] = Seat(id=UUID(int=who), turn=turn, answer=answer_for(others, capacity=capacity))
        for seat in moving_up(list(held.values()), capacity=capacity):
            held[seat.id.int] = Seat(id=seat.id, turn=seat.turn, answer=COMING)
        coming = [seat for seat in held.values() if seat.answer is COMING]
        waiting = [seat for seat in held.values() if seat.answer is WAITING]
        assert len(coming) <= capacity
        assert not waiting or len(coming) == capacity
        # As seats go in turn, everybody with one asked before everybody who waits.
        assert max((s.turn for s in coming), default=-1) < min((s.turn for s in waiting), default=10**9)
