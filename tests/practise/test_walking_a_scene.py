"""A walk: every step a new state, bounded totals, one step back, carried as plain values, without a clock."""

import datetime
import json
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.practise.builders import example

from alongside.practise import paths as ways
from alongside.practise.rating import rate
from alongside.practise.scenes import Refused, Totals
from alongside.practise.schedule import Rating
from alongside.practise.walk import back, carry, is_over, resume, start, step, walk

SCENE = example()
LEVEL = start(SCENE).setting
ENDS = ways.paths(SCENE, power="level")


def test_the_beginning_asks_and_nothing_has_been_chosen():
    state = start(SCENE)

    assert (state.node, state.choices, state.totals) == ("start", (), Totals())


def test_a_step_leaves_the_state_before_as_it_was():
    before = start(SCENE)
    after = step(SCENE, before, "wait")

    assert before == start(SCENE)
    assert (after.node, after.choices, after.totals) == ("notes", ("wait",), Totals(supported=-2))


def test_a_node_that_goes_on_by_itself_is_passed_and_shown():
    assert step(SCENE, start(SCENE), "hand-back").passed == ("floor", "debrief")


def test_a_choice_that_is_not_on_offer_is_refused_with_the_nearest():
    with pytest.raises(Refused, match=r"“hand-bak” is not on offer here. Did you mean “hand-back”?"):
        step(SCENE, start(SCENE), "hand-bak")


def test_after_the_end_there_is_no_step():
    over = walk(SCENE, ["hand-back"], setting=LEVEL)

    assert is_over(SCENE, over)
    with pytest.raises(Refused, match="one choice too many"):
        step(SCENE, over, "wait")


@pytest.mark.parametrize("wrong", [{"power": "steap"}, {"cast": 4}, {"cast": -1}, {"variant": "age"}])
def test_a_setting_that_is_not_there_is_refused(wrong):
    with pytest.raises(Refused):
        start(SCENE, **wrong)


def test_the_example_has_ten_paths_and_their_ends_are_those_of_the_brief():
    # ask 1 + do-it 2; accuse 1 + own 2; hand-back 2; wait -2 + fix-record 2; wait -2 + drop -1 + leave-it -1
    supported = {end.choices: end.totals.supported for end in ENDS}

    assert len(ENDS) == 10
    assert (supported["ask", "do-it"], supported["accuse", "own"], supported["hand-back",]) == (3, 3, 2)
    assert (supported["wait", "fix-record"], supported["wait", "drop", "leave-it"]) == (0, -4)


def test_three_first_choices_can_lead_to_an_acceptable_end():
    assert {end.choices[0] for end in ways.acceptable(SCENE, power="level")} == {"hand-back", "accuse", "ask"}


def test_effects_of_a_power_setting_are_added_to_the_others():
    steeper = example(
        (
            "relation = -2, risk = 1 } }",
            "relation = -2, risk = 1 }, power_effects = { steep = { risk = 1 } } }",
        )
    )

    assert step(steeper, start(steeper, power="level"), "accuse").totals.risk == 1
    assert step(steeper, start(steeper, power="steep"), "accuse").totals.risk == 2


def test_totals_never_leave_their_bounds():
    ring = example(
        ('to = "debrief", effects = { supported = -1 } }', 'to = "quiet", effects = { supported = -1 } }')
    )
    state = walk(ring, ["wait", "drop", *["leave-it"] * 9], setting=start(ring).setting)

    assert state.totals.supported == -6  # -2 - 1 - 9 = -12, held at -6


@given(st.lists(st.sampled_from(["leave-it", "shrug"]), max_size=20), st.integers(-2, 2), st.integers(-2, 2))
def test_totals_are_the_plain_sums_held_within_the_bounds_at_every_step(choices, one, other):
    # the plain version beside the table that a step looks up
    loop = f'to = "quiet", effects = {{ supported = {one} }} }},\n'
    shrug = '{ id = "shrug", say = "(-)", strategy = ["none"], to = "quiet", effects = { supported = OTHER },'
    shrug = shrug.replace("OTHER", str(other))
    more = f"power_effects = {{ level = {{ supported = {other} }} }} }}"
    ring = example(('to = "debrief", effects = { supported = -1 } }', f"{loop}{shrug} {more}"))
    state, total = walk(ring, ["wait", "drop"], setting=start(ring).setting), -3
    for choice in choices:
        state = step(ring, state, choice)
        total = max(-6, min(6, total + (one if choice == "leave-it" else 2 * other)))

    assert state.totals.supported == total


def test_a_ring_is_counted_once_and_left():
    ring = example(
        ('to = "debrief", effects = { supported = -1 } }', 'to = "quiet", effects = { supported = -1 } }')
    )

    assert ("wait", "drop", "leave-it", "come-back") in {
        end.choices for end in ways.paths(ring, power="level")
    }


@given(st.sampled_from(ENDS), st.integers(0, 3))
def test_one_step_back_is_the_state_before_the_last_choice(end, length):
    state = walk(SCENE, end.choices[:length], setting=LEVEL)
    fewer = walk(SCENE, state.choices[:-1], setting=LEVEL)

    assert back(SCENE, state) == fewer


@given(st.sampled_from(ENDS), st.integers(0, 3), st.sampled_from(["level", "steep"]), st.integers(0, 3))
def test_a_walk_comes_back_from_plain_values_as_it_was(end, length, power, cast):
    state = walk(SCENE, end.choices[:length], setting=start(SCENE, power=power, cast=cast).setting)

    assert resume(SCENE, json.loads(json.dumps(carry(SCENE, state)))) == state


def test_a_walk_through_another_version_of_the_scene_is_refused():
    carried = carry(SCENE, step(SCENE, start(SCENE), "ask"))

    with pytest.raises(Refused, match="changed since you began"):
        resume(example(("I was heard", "They heard me")), carried)


json_values = st.recursive(
    st.none() | st.integers() | st.text(max_size=9), lambda inner: st.lists(inner, max_size=7)
)


@given(st.lists(json_values, max_size=7) | st.permutations(list(carry(SCENE, start(SCENE)))))
def test_values_that_are_no_walk_are_refused_and_never_crash(values):
    try:
        state = resume(SCENE, values)
    except Refused:
        return
    assert list(carry(SCENE, state)) == [*values[:-1], tuple(values[-1])]


def test_two_walks_with_the_same_choices_are_equal_and_no_clock_or_chance_is_asked(monkeypatch):
    def refuse(*_given, **_named):
        raise AssertionError("a walk asks for nothing of the world")

    class NoClock(datetime.datetime):
        now = utcnow = today = refuse

    monkeypatch.setattr(datetime, "datetime", NoClock)
    for module, name in ((time, "time"), (time, "monotonic"), (random, "random"), (random, "choice")):
        monkeypatch.setattr(module, name, refuse)

    assert [walk(SCENE, end.choices, setting=LEVEL) for end in ENDS] == list(ENDS)


@pytest.mark.parametrize(
    ("totals", "rating"),
    [
        (Totals(supported=1), Rating.GOOD),
        (Totals(supported=3, agency=1, relation=1), Rating.GOOD),
        (Totals(), Rating.HARD),  # nothing changed
        (Totals(supported=2, relation=-1), Rating.HARD),
        (Totals(supported=2, risk=1), Rating.HARD),
        (Totals(supported=-1, agency=2), Rating.AGAIN),
        (Totals(supported=3, agency=-1), Rating.AGAIN),
    ],
)
def test_the_rating_looks_at_the_person_first(totals, rating):
    assert rate(totals) is rating


def test_easy_counts_only_where_the_end_was_good():
    assert rate(Totals(supported=1), easy=True) is Rating.EASY
    assert rate(Totals(supported=-1), easy=True) is Rating.AGAIN
    assert rate(Totals(), easy=True) is Rating.HARD
