"""What a door asks for is done once, in order, and nothing that was written goes by mistake."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.act.builders import TODAY, KeeperInMemory, a_commitment, an_act, days_ago, number

from alongside.act import diary as diaries
from alongside.act import flows
from alongside.act.acts import Act, ActKind, Refused
from alongside.act.catalogue import Catalogue
from alongside.act.commitments import Outcome
from alongside.act.diary import read_diary
from alongside.act.weeks import done_this_week, open_plans, reflection_of
from alongside.core.practices import Practice

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)


@pytest.fixture
def keeper() -> KeeperInMemory:
    return KeeperInMemory()


def log(keeper: KeeperInMemory, n: int, *, minutes: int | None = None, **note: object) -> Act:
    now = None if minutes is None else NOON + timedelta(minutes=minutes)
    told = flows.Note(**{"what": f"number {n}", **note})
    act, _plan = flows.log(keeper, told, id=number(n), catalogue=Catalogue(actions=()), today=TODAY, now=now)
    return act


def answers(keeper: KeeperInMemory) -> tuple[str, ...] | None:
    found = reflection_of(read_diary(keeper), today=TODAY)
    return found.answers if found else None


def test_an_answer_not_given_leaves_the_one_that_stands_there(keeper: KeeperInMemory) -> None:
    flows.reflect(keeper, ["one", "two", "three"], id=number(1), today=TODAY)
    flows.reflect(keeper, [None, "new"], id=number(2), today=TODAY)
    assert answers(keeper) == ("one", "new", "three")


def test_an_answer_emptied_on_purpose_is_emptied(keeper: KeeperInMemory) -> None:
    flows.reflect(keeper, ["one", "two", ""], id=number(1), today=TODAY)
    flows.reflect(keeper, ["", "two", ""], id=number(2), today=TODAY)
    assert answers(keeper) == ("", "two", "")


def test_a_fourth_answer_is_refused_and_nothing_is_kept(keeper: KeeperInMemory) -> None:
    with pytest.raises(Refused, match="three questions; you gave 4 answers"):
        flows.reflect(keeper, ["one", "two", "three", "four"], id=number(1), today=TODAY)
    assert keeper.shelf == {}


def test_acts_of_a_day_stand_by_when_they_were_logged_whatever_their_ids(keeper: KeeperInMemory) -> None:
    log(keeper, 3, minutes=0)
    log(keeper, 1, minutes=1)
    log(keeper, 2, minutes=2)
    log(keeper, 4, minutes=3, day=days_ago(1))
    found = [act.what for act in done_this_week(read_diary(keeper), today=TODAY)]
    assert found == ["number 2", "number 1", "number 3", "number 4"]


def test_what_was_kept_without_a_moment_comes_first_in_its_day(keeper: KeeperInMemory) -> None:
    log(keeper, 1, minutes=0)
    log(keeper, 2)
    assert [act.what for act in read_diary(keeper).acts] == ["number 2", "number 1"]


def test_plans_stand_soonest_first_and_those_without_a_day_newest_first(keeper: KeeperInMemory) -> None:
    for n, due in ((3, None), (1, None), (5, days_ago(-20)), (4, days_ago(-10)), (2, None)):
        plan = replace(a_commitment(0, n=n), due=due)
        flows.commit(keeper, plan, today=TODAY, now=NOON + timedelta(minutes=n))
    held = read_diary(keeper)
    assert [plan.id.int for plan in open_plans(held)] == [4, 5, 3, 2, 1]


def test_a_plan_changed_keeps_the_moment_it_was_made(keeper: KeeperInMemory) -> None:
    made = flows.commit(keeper, a_commitment(0), today=TODAY, now=NOON)
    later = flows.commit(keeper, replace(made, act="nod"), today=TODAY, now=NOON + timedelta(days=1))
    assert later.logged == made.logged == NOON.isoformat()


def test_a_plan_done_is_not_an_order_in_the_diary(keeper: KeeperInMemory) -> None:
    flows.commit(keeper, a_commitment(3, n=9), today=TODAY)
    act = log(keeper, 1, what="", commitment=number(9))
    assert act.what == "As planned: name who had the idea"


@pytest.mark.parametrize("again", [Outcome.KEPT, Outcome.DROPPED])
def test_closing_what_is_closed_changes_nothing(keeper: KeeperInMemory, again: Outcome) -> None:
    flows.commit(keeper, a_commitment(3, n=9), today=TODAY)
    flows.close(keeper, number(9), outcome=Outcome.KEPT, today=TODAY)
    before, deeds = read_diary(keeper), len(keeper.trail)
    found = flows.close(keeper, number(9), outcome=again, today=TODAY + timedelta(days=1))
    assert found.outcome is Outcome.KEPT
    assert (read_diary(keeper), len(keeper.trail)) == (before, deeds)


def test_an_act_on_a_closed_plan_is_refused_with_the_line_that_opens_it(keeper: KeeperInMemory) -> None:
    flows.commit(keeper, a_commitment(3, n=9), today=TODAY)
    flows.close(keeper, number(9), outcome=Outcome.KEPT, today=TODAY)
    with pytest.raises(Refused, match="alongside act close 000000 --reopen"):
        log(keeper, 1, commitment=number(9))


def test_an_act_is_changed_in_one_deed_and_only_where_it_was_asked(keeper: KeeperInMemory) -> None:
    act = log(keeper, 1, minutes=0)
    note = flows.Note(practice=Practice.REPAIR, day=days_ago(1))
    changed = flows.change_act(keeper, act.id, note, today=TODAY)
    assert changed == replace(act, practice=Practice.REPAIR, day=days_ago(1))
    assert read_diary(keeper).acts == (changed,)
    assert len(keeper.trail) == 2


def test_what_was_learnt_counts_as_the_practice_it_is_changed_to(keeper: KeeperInMemory) -> None:
    keeper.carry_out(diaries.deed_log_act(an_act(kind=ActKind.LEARN)), today=TODAY)
    changed = flows.change_act(keeper, number(1), flows.Note(practice=Practice.LISTEN), today=TODAY)
    assert changed.counted_as is Practice.LISTEN


@pytest.mark.parametrize(
    ("note", "told"),
    [(flows.Note(day=days_ago(-1)), "still to come"), (flows.Note(effort=9), "Effort is 1 to 5")],
)
def test_a_change_that_cannot_be_changes_nothing(keeper: KeeperInMemory, note: flows.Note, told: str) -> None:
    act = log(keeper, 1)
    with pytest.raises(Refused, match=told):
        flows.change_act(keeper, act.id, note, today=TODAY)
    assert read_diary(keeper).acts == (act,)


def test_an_act_that_is_gone_cannot_be_changed(keeper: KeeperInMemory) -> None:
    with pytest.raises(Refused, match="no such entry"):
        flows.change_act(keeper, number(1), flows.Note(effort=1), today=TODAY)
