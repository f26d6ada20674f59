"""What is kept comes back as it was told, one deed each, and can be taken back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.learn.builders import TODAY, Shelf, answers, number

from alongside.core.deeds import Deed, Entry
from alongside.core.practices import Practice
from alongside.learn import flows
from alongside.learn.assess import Answer, Occasions, Share, Stall
from alongside.learn.fields import Refused
from alongside.learn.influence import Opening, practices_opened, suggestions
from alongside.learn.keeping import Marked, read_kept
from alongside.learn.labour import Kind, Labour, by_kind, by_month, hours_and_minutes

P = Practice.INTERRUPT
some_answers = st.lists(
    st.builds(
        Answer, item=st.sampled_from(["a", "b", "c"]), practice=st.sampled_from(Practice),
        occasions=st.sampled_from(Occasions), acted=st.none() | st.sampled_from(Share),
    ),
    unique_by=lambda each: each.item,
)  # fmt: skip


def test_an_empty_shelf_holds_nothing():
    kept = read_kept(Shelf())
    assert kept.seen == frozenset()
    assert kept.last_round is None
    assert not any(estimate.answered for estimate in kept.profile.estimates)
    assert kept.round_may_be_suggested(TODAY)


@given(some_answers)
def test_answers_come_back_as_they_were_given(given_answers):
    shelf = Shelf()
    flows.save_answers(shelf, given_answers, id=number(1), today=TODAY)
    kept = read_kept(shelf).last_round
    assert list(kept.answers if kept else ()) == given_answers


def test_without_an_answer_nothing_is_kept():
    shelf = Shelf()
    flows.save_answers(shelf, (), id=number(1), today=TODAY, anew=True)
    assert (shelf.held, shelf.actions) == ({}, [])


def test_answers_and_stalls_of_a_file_are_one_deed():
    shelf = Shelf()
    told = answers(P, (Occasions.FEW, Share.ALL))
    flows.save_answers(shelf, told, id=number(1), today=TODAY, stalls={P: Stall.KNOW})
    assert shelf.actions == ["learn.save_round"]
    assert read_kept(shelf).profile.stalls == {P: Stall.KNOW}


def test_a_round_left_at_an_item_goes_on_another_day():
    shelf = Shelf()
    first, later = answers(P, (Occasions.FEW, Share.ALL), (Occasions.SOME, Share.HALF))
    flows.save_answers(shelf, [first], id=number(1), today=TODAY)
    flows.save_answers(shelf, [later], id=number(2), today=TODAY + timedelta(days=9))
    (held,) = read_kept(shelf).rounds
    assert (held.begun, held.answers) == (TODAY, (first, later))


def test_after_a_quarter_another_round_begins_and_the_old_one_stays():
    shelf = Shelf()
    for n, days in enumerate((0, 90, 91)):
        flows.save_answers(
            shelf,
            answers(P, (Occasions.FEW, Share.ALL)),
            id=number(n + 1),
            today=TODAY + timedelta(days=days),
        )
    assert [held.begun for held in read_kept(shelf).rounds] == [TODAY, TODAY + timedelta(days=91)]


def test_of_two_rounds_of_one_day_the_later_is_the_last_whatever_their_ids():
    shelf = Shelf()
    for n in (9, 5, 1):
        flows.save_answers(
            shelf, answers(P, (Occasions.FEW, Share.ALL)), id=number(n), today=TODAY, anew=True
        )
    assert [held.id for held in read_kept(shelf).rounds] == [number(9), number(5), number(1)]


def test_a_stall_is_kept_and_taken_back():
    shelf = Shelf()
    flows.save_stall(shelf, P, Stall.DARE, id=number(1), today=TODAY)
    assert read_kept(shelf).profile.stalls == {P: Stall.DARE}
    flows.save_stall(shelf, P, None, id=number(2), today=TODAY)
    assert read_kept(shelf).profile.stalls == {}


def test_a_thing_has_one_mark_and_only_read_and_hidden_are_seen():
    shelf = Shelf()
    flows.mark(shelf, "a", Marked.LATER, id=number(1), today=TODAY)
    assert read_kept(shelf).seen == frozenset()
    before, now = flows.mark(shelf, "a", Marked.READ, id=number(2), today=TODAY)
    assert (before.marked, now.id) == (Marked.LATER, number(1))
    assert read_kept(shelf).seen == {"a"}
    was, _none = flows.mark(shelf, "a", None, id=number(3), today=TODAY)
    assert read_kept(shelf).marks == ()
    flows.put_back(shelf, was, today=TODAY)
    assert read_kept(shelf).mark_of("a") == was


def test_a_mark_that_is_not_there_is_taken_off_without_a_deed():
    shelf = Shelf()
    assert flows.mark(shelf, "a", None, id=number(1), today=TODAY) == (None, None)
    assert shelf.actions == []


def test_the_path_keeps_what_is_not_named():
    shelf = Shelf()
    flows.keep_path(shelf, id=number(1), today=TODAY, minutes=20)
    flows.keep_path(shelf, id=number(2), today=TODAY, set_aside=["a", "a", "b"])
    held = read_kept(shelf).path
    assert (held.minutes, held.set_aside, held.first) == (20, ("a", "b"), ())
    assert read_kept(shelf).seen == {"a", "b"}


@pytest.mark.parametrize("minutes", [0, -5, 601])
def test_odd_minutes_are_refused_and_nothing_is_kept(minutes):
    shelf = Shelf()
    with pytest.raises(Refused, match="600"):
        flows.keep_path(shelf, id=number(1), today=TODAY, minutes=minutes)
    assert shelf.held == {}


def test_openings_replace_those_before():
    shelf = Shelf()
    flows.tick_openings(shelf, {Opening.CHAIR, Opening.BUDGET}, id=number(1), today=TODAY)
    flows.tick_openings(shelf, {Opening.STAGE}, id=number(2), today=TODAY)
    assert read_kept(shelf).openings == {Opening.STAGE}
    assert len(shelf.held) == 1


def test_every_opening_has_something_to_do_and_nothing_is_counted():
    for opening in Opening:
        assert suggestions({opening})
    assert suggestions(()) == ()
    assert practices_opened({Opening.STAGE}) == (Practice.SPONSOR, Practice.ADVOCATE)


def some_labour(n: int, day: date, minutes: int, kind: Kind = Kind.TEACH) -> Labour:
    return Labour(id=number(n), day=day, minutes=minutes, kind=kind, note="again")


def test_the_ledger_sums_by_kind_and_month():
    entries = [
        some_labour(1, date(2026, 2, 27), 40),
        some_labour(2, date(2026, 3, 1), 30, Kind.ANSWER),
        some_labour(3, date(2026, 3, 2), 15),
    ]
    assert by_kind(entries) == {Kind.TEACH: 55, Kind.ANSWER: 30}
    assert by_month(entries[::-1]) == {"2026-02": 40, "2026-03": 45}
    assert [hours_and_minutes(m) for m in (40, 60, 85)] == ["40 min", "1 h", "1 h 25 min"]


def test_labour_comes_back_and_can_be_taken_out_and_put_back():
    shelf = Shelf()
    noted = flows.note_labour(shelf, some_labour(1, TODAY, 20), today=TODAY)
    assert read_kept(shelf).labour == (noted,)
    flows.forget_labour(shelf, noted.id, today=TODAY)
    assert read_kept(shelf).labour == ()
    flows.put_back(shelf, noted, today=TODAY)
    assert read_kept(shelf).labour == (noted,)


def test_labour_of_tomorrow_or_of_more_than_a_day_is_refused():
    with pytest.raises(Refused, match="not come yet"):
        flows.note_labour(Shelf(), some_labour(1, TODAY + timedelta(days=1), 20), today=TODAY)
    with pytest.raises(Refused, match="1440"):
        some_labour(1, TODAY, 1441)


def test_a_question_kept_twice_is_one_and_its_note_stays_with_it():
    shelf = Shelf()
    first = flows.keep_question(shelf, "What is  caste?", id=number(1), today=TODAY)
    again = flows.keep_question(shelf, "Caste: what is?", id=number(2), today=TODAY)
    assert again == first
    flows.answer_question(shelf, first.id, "Read up on it.", today=TODAY)
    (held,) = read_kept(shelf).questions
    assert (held.text, held.answer, held.answered) == ("What is caste?", "Read up on it.", TODAY)
    flows.forget_question(shelf, first.id, today=TODAY)
    assert read_kept(shelf).questions == ()


@pytest.mark.parametrize("text", ["", "  ", "x" * 1001])
def test_a_question_without_words_or_without_end_is_refused(text):
    with pytest.raises(Refused, match="1000"):
        flows.keep_question(Shelf(), text, id=number(1), today=TODAY)


def test_what_is_not_there_cannot_be_taken_out():
    for forget in (flows.forget_labour, flows.forget_question, flows.forget_round):
        with pytest.raises(Refused, match="no such entry"):
            forget(Shelf(), number(9), today=TODAY)


def test_an_entry_that_cannot_be_read_names_itself():
    shelf = Shelf()
    entry = Entry(room="learn", kind="mark", day=TODAY, body={"thing": "a", "marked": "loved"})
    shelf.carry_out(Deed(action="x", put={number(7): entry}), today=TODAY)
    with pytest.raises(Refused, match=str(number(7))):
        read_kept(shelf)


def test_each_flow_is_one_deed():
    shelf = Shelf()
    flows.save_answers(shelf, answers(P, (Occasions.FEW, Share.ALL)), id=number(1), today=TODAY)
    flows.mark(shelf, "a", Marked.READ, id=number(2), today=TODAY)
    flows.keep_path(shelf, id=number(3), today=TODAY, minutes=20)
    assert shelf.actions == ["learn.save_round", "learn.mark", "learn.keep_path"]
