"""After reading comes one small deed: ready, of its practice, suited to the stall, the same each time."""

from alongside.core.practices import Practice
from alongside.learn.assess import Mode, Stall
from alongside.learn.small_deeds import Doing, after_reading, ready


def an_action(id: str, **fields: object) -> Doing:
    told = {"practice": Practice.LISTEN, "minutes": 5, "effort": 1, "mode": Mode.REACTIVE, **fields}
    return Doing(kind="action", id=id, title=id, **told)


def test_where_nothing_belongs_to_a_practice_nothing_is_offered():
    scene = Doing(kind="scene", id="a", title="a", practice=Practice.LISTEN, minutes=5)
    assert ready(Practice.LISTEN, [scene]) == ()
    assert after_reading("a-work", [Practice.REPAIR], [an_action("a")]) is None


def test_small_ones_come_first_then_those_that_suit_the_stall():
    doings = [
        an_action("a-large", effort=4, mode=Mode.PROACTIVE),
        an_action("b-small"),
        an_action("c-suits", mode=Mode.PROACTIVE, effort=2),
        an_action("d-other", practice=Practice.REPAIR),
    ]
    found = ready(Practice.LISTEN, doings, stall=Stall.DARE)
    assert [each.id for each in found] == ["c-suits", "b-small", "a-large"]
    assert [each.id for each in ready(Practice.LISTEN, doings, most=1)] == ["b-small"]


def test_what_was_read_leads_to_the_same_deed_each_time_and_others_to_others():
    doings = [an_action(f"a-{n}") for n in range(9)]
    found = {n: after_reading(f"work-{n}", [Practice.LISTEN], doings) for n in range(20)}
    assert found == {n: after_reading(f"work-{n}", [Practice.LISTEN], doings[::-1]) for n in range(20)}
    assert len({each.id for each in found.values()}) > 3


def test_after_reading_the_deed_is_small_where_there_is_a_small_one():
    doings = [an_action("large", effort=5), an_action("small", effort=2)]
    assert {after_reading(f"work-{n}", [Practice.LISTEN], doings).id for n in range(9)} == {"small"}
