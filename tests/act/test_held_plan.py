"""The week's three stay from Monday to Sunday; only what was done, planned or swapped moves."""

from datetime import date, timedelta

import pytest
from tests.act.builders import TODAY, a_catalogue, a_commitment, an_act, chance, days_ago

from alongside.act.acts import Act, ActKind
from alongside.act.catalogue import Catalogue, from_entries
from alongside.act.commitments import Commitment
from alongside.act.held import held_steps
from alongside.act.plan import WeekPlan, next_steps
from alongside.act.profile import Profile
from alongside.act.standing import History
from alongside.core.practices import Practice

MONDAY, SUNDAY = days_ago(3), days_ago(-3)  # TODAY is a Thursday


def week(
    *acts: Act,
    commitments: tuple[Commitment, ...] = (),
    set_aside: tuple[str, ...] = (),
    today: date = TODAY,
    catalogue: Catalogue | None = None,
) -> WeekPlan:
    return held_steps(
        History(acts=acts),
        commitments,
        catalogue=catalogue or a_catalogue(),
        profile=Profile(),
        set_aside=set_aside,
        today=today,
    )


def ids(plan: WeekPlan) -> list[str]:
    return [step.action.id for step in plan.steps]


def before(seed: int) -> list[Act]:
    """Acts of the half-year before this Monday."""
    rng = chance(seed)
    return [
        an_act(rng.randrange(4, 180), rng.choice(tuple(Practice)), n=n, action=rng.choice(ACTIONS))
        for n in range(rng.randrange(20))
    ]


ACTIONS = [action.id for action in a_catalogue()]


@pytest.mark.parametrize("seed", range(20))
def test_no_day_of_the_week_moves_a_step(seed: int) -> None:
    seven = [ids(week(*before(seed), today=MONDAY + timedelta(days=n))) for n in range(7)]
    assert seven == [seven[0]] * 7


@pytest.mark.parametrize("seed", range(20))
def test_an_act_in_ones_own_words_moves_no_step(seed: int) -> None:
    own = [an_act(n, practice, n=50 + n) for n, practice in enumerate((Practice.REPAIR, Practice.LISTEN))]
    assert ids(week(*before(seed), *own)) == ids(week(*before(seed)))


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("place", range(3))
def test_a_step_done_gives_its_place_to_another_practice_and_the_others_stay(seed: int, place: int) -> None:
    held = week(*before(seed))
    step = held.steps[place]
    after = week(*before(seed), an_act(0, step.practice, n=60, action=step.action.id))
    assert [n for n in range(3) if ids(after)[n] != ids(held)[n]] == [place]
    assert after.steps[place].practice is not step.practice


@pytest.mark.parametrize("seed", range(10))
def test_all_three_done_one_after_the_other_bring_three_new_ones_and_each_stays(seed: int) -> None:
    acts, held = before(seed), week(*before(seed))
    for place, step in enumerate(held.steps):
        shown = ids(week(*acts))
        acts.append(an_act(2 - place, step.practice, n=70 + place, action=step.action.id))
        moved = ids(week(*acts))
        assert [n for n in range(3) if moved[n] != shown[n]] == [place]
    assert set(ids(week(*acts))).isdisjoint(ids(held))


def test_a_swap_then_the_new_one_done_does_not_bring_it_back() -> None:
    first = week()
    swapped = week(set_aside=(ids(first)[1],))
    new = swapped.steps[1]
    after = week(an_act(0, new.practice, action=new.action.id), set_aside=swapped.set_aside)
    assert ids(after)[0::2] == ids(first)[0::2]
    assert ids(after)[1] not in {ids(first)[1], new.action.id}


def test_a_step_done_and_then_another_swapped_leaves_the_third() -> None:
    first = week()
    done = an_act(1, first.steps[0].practice, action=ids(first)[0])
    second = week(done)
    third = week(done, set_aside=(*second.set_aside, ids(second)[2]))
    assert ids(third)[:2] == ids(second)[:2]
    assert ids(third)[2] != ids(second)[2]


def test_a_step_planned_stays_and_says_so() -> None:
    first = week()
    after = week(commitments=(a_commitment(0, -3, action=ids(first)[1]),))
    assert ids(after) == ids(first)
    assert [step.taken for step in after.steps] == [False, True, False]


def test_talk_moves_no_step() -> None:
    first = week()
    talk = an_act(0, kind=ActKind.TALK, action=ids(first)[0])
    assert ids(week(talk)) == ids(first)


def test_on_monday_the_week_before_counts() -> None:
    first = week()
    acts = [an_act(n, step.practice, n=n + 1, action=step.action.id) for n, step in enumerate(first.steps)]
    following = SUNDAY + timedelta(days=1)
    fresh = next_steps(History(acts=acts), (), catalogue=a_catalogue(), profile=Profile(), today=following)
    assert ids(week(*acts, today=following)) == ids(fresh)


def test_what_is_written_down_this_week_for_last_week_moves_its_own_step_alone() -> None:
    first = week()
    step = first.steps[2]
    late = Act(
        id=an_act().id,
        day=days_ago(5),
        practice=step.practice,
        effort=1,
        action=step.action.id,
        logged=f"{days_ago(1).isoformat()}T10:00:00",
    )
    assert ids(week(late))[:2] == ids(first)[:2]
    assert ids(week(late))[2] != step.action.id


def test_where_nothing_else_fits_what_was_done_is_shown_no_more() -> None:
    three = [each for each in a_catalogue() if each.id in {"amplify-00", "include-00", "listen-00"}]
    few = Catalogue(actions=tuple(three))
    assert len(week(catalogue=few).steps) == 3
    after = week(an_act(0, Practice.LISTEN, action="listen-00"), catalogue=few)
    assert sorted(ids(after)) == ["amplify-00", "include-00"]


def test_somebodys_first_week_is_held_on_starters() -> None:
    rows = [
        {"id": f"{p}-{k}", "title": "Ask", "practice": str(p), "effort": 1, "cue": "it begins", "act": "ask",
         "level": "starter" if k < 2 else "stretch"}
        for p in Practice for k in range(3)
    ]  # fmt: skip
    shelf = from_entries(rows)
    first = week(catalogue=shelf)
    step = first.steps[0]
    after = week(an_act(0, step.practice, action=step.action.id), catalogue=shelf)
    assert ids(after)[1:] == ids(first)[1:]
    assert {each.action.level for each in after.steps} == {"starter"}
