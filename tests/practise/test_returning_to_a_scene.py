"""Which scene comes next: never the same in the same setting, until all have been seen."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from tests.practise.builders import example

from alongside.practise.choosing import choose, ways_to_play

ONE = example()
OTHER = example(('id = "credit-standup-01"', 'id = "credit-email-01"'))
ELSEWHERE = example(
    ('"amplify.credit-aloud"', '"repair.own-it"'), ('id = "credit-standup-01"', 'id = "mend"')
)
SKILL = "amplify.credit-aloud"


def test_a_skill_without_a_scene_has_no_next_one():
    assert choose([ONE], "repair.own-it", {}) is None


def test_only_scenes_of_the_skill_are_chosen():
    assert choose([ELSEWHERE, ONE], SKILL, {}).scene == "credit-standup-01"


@given(st.permutations([ONE, OTHER, ELSEWHERE]))
def test_no_setting_comes_twice_until_all_were_seen(scenes):
    every = {way.key for scene in (ONE, OTHER) for way in ways_to_play(scene)}
    seen: Counter[str] = Counter()
    for _return in every:
        way = choose(scenes, SKILL, seen)
        assert way is not None
        assert way.key not in seen
        seen[way.key] += 1

    assert set(seen) == every


def test_the_other_scene_comes_before_the_same_one_in_another_setting():
    seen: Counter[str] = Counter()
    order = []
    for _return in range(4):
        way = choose([ONE, OTHER], SKILL, seen)
        seen[way.key] += 1
        order.append(way)

    assert [way.scene for way in order] == ["credit-email-01", "credit-standup-01"] * 2
    assert order[0].power != order[2].power
    assert order[0].cast != order[2].cast


def test_what_was_seen_of_drills_is_for_others():
    assert choose([ONE], SKILL, {"drill-one": 9}) == choose([ONE], SKILL, {})
