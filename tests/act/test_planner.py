"""Three steps, three practices, within the capacity, with reasons; and the simulation behind it."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from statistics import mean

import pytest
from tests.act.builders import (
    TODAY,
    a_catalogue,
    a_commitment,
    an_act,
    an_entry,
    away,
    chance,
    days_ago,
)
from tests.act.world import (
    CATALOGUE,
    Life,
    Planner,
    a_life,
    at_random,
    greedy,
    live_through,
    ours,
    with_wrong_facts,
)

from alongside.act.acts import ActKind, Refused
from alongside.act.catalogue import Catalogue, Reach, from_entries
from alongside.act.chances import opportunity
from alongside.act.commitments import Outcome
from alongside.act.plan import WeekPlan, next_steps, swap, swap_all
from alongside.act.profile import OCCASIONS, ROLES, Occasion, Profile
from alongside.act.shelf import read_catalogue
from alongside.act.standing import History, stand
from alongside.core.practices import Practice

A, B = Practice.AMPLIFY, Practice.INCLUDE


def plan(
    *acts: object,
    catalogue: Catalogue | None = None,
    profile: Profile | None = None,
    **other: object,
) -> WeekPlan:
    return next_steps(
        History(acts=acts, away=other.get("away", ())),
        other.get("commitments", ()),
        catalogue=catalogue or a_catalogue(),
        profile=profile or Profile(),
        today=TODAY,
    )


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return read_catalogue(tmp_path_factory.mktemp("data")).catalogue


def ids(plan: WeekPlan) -> list[str]:
    return [step.action.id for step in plan.steps]


def some_week(seed: int) -> tuple[History, Profile]:
    rng = chance(seed)
    acts = [
        an_act(rng.randrange(200), rng.choice(tuple(Practice)), n=n, action=rng.choice(CATALOGUE.actions).id)
        for n in range(rng.randrange(40))
    ]
    profile = Profile(
        roles=tuple(rng.sample(ROLES, rng.randrange(4))),
        occasions=tuple(Occasion(id=each) for each in rng.sample(OCCASIONS, rng.randrange(5))),
        capacity=rng.randint(3, 20),
        ratings={p: rng.random() for p in Practice if rng.random() < 0.5},
    )
    return History(acts=acts), profile


def test_a_thousand_weeks_hold_three_practices_within_capacity_with_reasons() -> None:
    for seed in range(1000):
        history, profile = some_week(seed)
        found = next_steps(history, [], catalogue=CATALOGUE, profile=profile, today=TODAY)
        assert len({step.practice for step in found.steps}) == len(found.steps) == 3
        assert found.effort <= profile.capacity
        assert all(len(set(step.reasons)) == 2 for step in found.steps)
        assert sum(step.growth for step in found.steps) <= 1


def test_the_same_week_gives_the_same_plan_in_any_order_of_acts() -> None:
    history, profile = some_week(11)
    turned = History(acts=tuple(reversed(history.acts)))
    found = [
        next_steps(h, [], catalogue=CATALOGUE, profile=profile, today=TODAY)
        for h in (history, history, turned)
    ]
    assert ids(found[0]) == ids(found[1]) == ids(found[2])


def test_talk_and_days_to_come_change_no_plan() -> None:
    talk = an_act(0, A, kind=ActKind.TALK, action="amplify-01")
    assert ids(plan(talk, an_act(-1, B, action="include-01"))) == ids(plan())


def test_equal_scores_go_by_id() -> None:
    entries = [an_entry(p, k, effort=1) for p in (A, B, Practice.LISTEN) for k in (2, 1)]
    assert ids(plan(catalogue=from_entries(entries))) == ["amplify-01", "include-01", "listen-01"]


def test_the_score_is_worked_out_as_by_hand() -> None:
    # Rating .2: need .3 + .8 = 1.1. Anybody, any occasion: opportunity .9. Practice last used 5 weeks ago:
    # 1 - exp(-2) = .86466; this action never done, so 8 weeks: 1 - .7 exp(-8/1.5) = .99662.
    # Effort 3: completion 2 / (3 + 1.05) = .49383; value 3 ** .6 = 1.93318.
    # 1.1 * .9 * .86466 * .99662 * .49383 * 1.93318 = .81444
    found = plan(an_act(35, A), profile=Profile(ratings={A: 0.2}))
    action = found.scores.catalogue.find("amplify-02")
    assert action is not None
    assert action.effort == 3
    assert found.scores.score(action) == pytest.approx(0.81444, abs=2e-5)


def test_sponsor_and_advocate_weigh_a_little_more() -> None:
    sponsor, amplify = a_catalogue().find("sponsor-02"), a_catalogue().find("amplify-02")
    assert sponsor is not None
    assert amplify is not None
    assert sponsor.value == pytest.approx(1.15 * amplify.value)


def test_completion_learns_from_what_was_planned_and_done() -> None:
    # Two commitments on it gone by, one kept by an act: done 1, planned 2; (2 + 1) / (3 + 1.05 + 2)
    held = [
        a_commitment(40, 20, n=1, action="amplify-02"),
        a_commitment(40, 10, n=2, action="amplify-02", outcome=Outcome.OPEN),
    ]
    act = an_act(21, A, action="amplify-02", commitment=held[0].id)
    found = plan(act, commitments=held)
    action = found.scores.catalogue.find("amplify-02")
    assert action is not None
    assert found.scores.completion(action) == pytest.approx(3 / 6.05)


def test_done_without_a_plan_counts_as_planned_once() -> None:
    standing = stand(History(acts=[an_act(3, action="x"), an_act(9, n=2, action="x")]), [], today=TODAY)
    assert (standing.done["x"], standing.planned["x"]) == (2, 2)


def test_the_growth_step_comes_first_from_the_largest_gap() -> None:
    found = plan(profile=Profile(ratings=dict.fromkeys(Practice, 0.9) | {Practice.REPAIR: 0.1}))
    assert found.steps[0].practice is Practice.REPAIR
    assert [step.growth for step in found.steps] == [True, False, False]


def test_a_practice_of_the_last_two_weeks_does_not_grow() -> None:
    ratings = dict.fromkeys(Practice, 0.9) | {Practice.REPAIR: 0.1}
    found = plan(an_act(14, Practice.REPAIR), profile=Profile(ratings=ratings))
    assert found.steps[0].practice is not Practice.REPAIR


def test_everything_done_lately_gives_three_by_score() -> None:
    found = plan(*[an_act(7, p, n=n) for n, p in enumerate(Practice)])
    assert len(found.steps) == 3
    assert not any(step.growth for step in found.steps)


def test_a_swap_brings_the_next_in_score_and_leaves_the_others() -> None:
    before = plan(profile=Profile(capacity=20))
    after = swap(before, 1)
    assert ids(after)[0::2] == ids(before)[0::2]
    assert ids(after)[1] != ids(before)[1]
    assert after.set_aside == (ids(before)[1],)
    others = {before.steps[0].practice, before.steps[2].practice}
    best = max(
        (a for a in a_catalogue() if a.practice not in others and a.id != ids(before)[1]),
        key=before.scores.score,
    )
    assert after.scores.score(after.steps[1].action) == before.scores.score(best)


def test_swapping_on_never_brings_one_back_and_ends() -> None:
    found, seen = plan(), set()
    while found.swapped:
        seen.add(ids(found)[0])
        assert found.effort <= 6
        found = swap(found, 0)
        assert not found.swapped or ids(found)[0] not in seen
    assert len(seen) > 3


def test_a_door_returns_to_the_swapped_plan_by_the_ids_alone() -> None:
    twice = swap(swap(plan(), 1), 0)
    assert swap_all(plan(), twice.set_aside) == twice
    assert swap_all(plan(), ["gone-99"]) == plan()


def test_a_step_taken_as_a_commitment_stays_and_says_so() -> None:
    before = plan()
    taken = a_commitment(0, -3, action=ids(before)[1])
    after = plan(commitments=[taken])
    assert ids(after) == ids(before)
    assert [step.taken for step in after.steps] == [False, True, False]


def test_a_step_done_makes_room_for_another_practice() -> None:
    before = plan()
    done = before.steps[1]
    after = plan(an_act(0, done.practice, action=done.action.id))
    assert done.practice not in {step.practice for step in after.steps}


def test_opportunity_follows_roles_and_occasions() -> None:
    entry = an_entry(A, 1, roles=["chair"], occasions=["meeting"])
    chair = Profile(roles=("chair",), occasions=(Occasion(id="meeting", weekday=1),))
    (action,) = from_entries([entry])
    assert opportunity(action, chair) > opportunity(action, replace(chair, occasions=()))
    assert opportunity(action, replace(chair, occasions=())) > opportunity(action, Profile())
    (reactive,) = from_entries([entry | {"mode": "reactive"}])
    assert opportunity(reactive, chair) < opportunity(action, chair)


def reasons_for(profile: Profile, *acts: object, **entry: object) -> tuple[str, ...]:
    return plan(*acts, catalogue=from_entries([an_entry(A, 1, **entry)]), profile=profile).steps[0].reasons


def test_a_role_alone_raises_its_occasion_and_its_own_actions_most() -> None:
    # A meeting nobody spoke of: .4. Whoever chairs has meetings: .7; an action for chairs: .7 * 1.15 = .805.
    chair = Profile(roles=("chair",))
    anybodys, chairs, managers = from_entries(
        [
            an_entry(A, k, roles=roles, occasions=["meeting"])
            for k, roles in enumerate([["any"], ["chair", "teach"], ["manage"]])
        ]
    )
    assert [opportunity(anybodys, Profile()), opportunity(chairs, Profile())] == [0.4, pytest.approx(0.08)]
    assert opportunity(anybodys, chair) == 0.7
    assert opportunity(chairs, chair) == pytest.approx(0.805)
    assert opportunity(managers, chair) == pytest.approx(0.14)  # not theirs to do: .7 * .2


def test_an_opportunity_is_never_more_than_certain() -> None:
    profile = Profile(roles=("chair",), occasions=(Occasion(id="meeting", weekday=1),))
    (action,) = from_entries([an_entry(A, 1, roles=["chair"], occasions=["meeting"])])
    assert opportunity(action, profile) == 1.0  # .95 * 1.15 = 1.09


def test_the_reason_names_role_and_weekday() -> None:
    chair = Profile(roles=("chair",), occasions=(Occasion(id="meeting", weekday=1),))
    assert reasons_for(chair, roles=["chair"], occasions=["meeting"])[0] == (
        "You chair meetings, and one is on Tuesday."
    )
    loose = replace(chair, occasions=(Occasion(id="email", weekday=1),))
    assert "You chair." in reasons_for(loose, an_act(1, A), roles=["chair"], occasions=["meeting"])


def test_an_occasion_that_the_action_does_not_name_is_no_reason() -> None:
    chair = Profile(roles=("chair",), occasions=(Occasion(id="meeting", weekday=1),))
    for entry in ({"occasions": ["email"]}, {}, {"roles": ["chair"], "occasions": ["email"]}):
        assert not any("Tuesday" in reason for reason in reasons_for(chair, **entry))


def test_time_and_effort_are_told_in_words() -> None:
    assert reasons_for(Profile(), effort=1, minutes=1) == ("A small thing.", "About a minute.")
    assert reasons_for(Profile(), effort=4, minutes=60, occasions=["email"]) == (
        "About 60 minutes.",
        "It is hard, or takes preparing.",
    )


def test_a_practice_never_logged_is_new() -> None:
    found = plan(an_act(1, A), catalogue=from_entries([an_entry(B, 1)]))
    assert "New to you: a good place to begin." in found.steps[0].reasons


def test_the_reason_names_the_occasion_where_the_role_is_anybodys() -> None:
    profile = Profile(occasions=(Occasion(id="class", weekday=4),))
    assert reasons_for(profile, an_act(1, A), occasions=["class"])[0] == "You have a class on Fridays."


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (7, "Not tried for a week."),
        (36, "Not tried for five weeks."),
        (90, "Not tried for eight weeks or more."),
    ],
)
def test_the_reason_names_the_weeks_since(days: int, sentence: str) -> None:
    assert sentence in reasons_for(Profile(), an_act(days, A))


def test_nothing_is_said_of_a_role_or_occasion_nobody_named() -> None:
    for reason in reasons_for(Profile(), roles=["chair"], occasions=["meeting"]):
        assert "chair" not in reason
        assert "meeting" not in reason


def weeks_of(points: list[int]) -> list[object]:
    return [an_act(7 * w + 1, effort=e, n=w) for w, e in enumerate(points) if e] + [an_act(30, n=99)]


@pytest.mark.parametrize("points", [[2, 2, 2], [5, 5, 1], [4, 4, 4], [1, 1, 2]])
def test_weeks_in_between_bring_no_offer(points: list[int]) -> None:
    assert plan(*weeks_of(points)).offer is None


def test_three_full_weeks_offer_more_and_three_light_ones_less() -> None:
    more = plan(*weeks_of([5, 5, 5])).offer
    less = plan(*weeks_of([1, 1, 0]), profile=Profile(capacity=10)).offer
    assert more is not None
    assert less is not None
    assert (more.capacity, less.capacity) == (7, 8)  # 6 * 1.15 = 6.9, 10 * .85 = 8.5 (round half to even)


def test_no_offer_before_three_weeks_or_while_away_or_just_after_a_change() -> None:
    assert plan(an_act(8, effort=5), an_act(1, n=2, effort=5)).offer is None
    assert plan(*weeks_of([5, 5, 5]), away=(away(13, 7),)).offer is None
    assert plan(*weeks_of([5, 5, 5]), profile=Profile(since=days_ago(10))).offer is None


def test_an_offer_is_never_made_for_the_plan() -> None:
    full = plan(*weeks_of([5, 5, 5]))
    assert full.offer is not None
    assert full.effort <= 6


def test_a_quiet_week_brings_the_note() -> None:
    assert plan(an_act(8)).note == "Last week went by. Keep the plan, make it smaller, or let it go."
    assert plan(an_act(3)).note == ""


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"effort": 6}, "not 1 to 5"),
        ({"effort": "3"}, "whole number"),
        ({"roles": ["boss"]}, "boss"),
        ({"occasions": "meeting"}, "not a list"),
        ({"practice": "shout"}, "shout"),
        ({"mode": "loud"}, "loud"),
        ({"id": ""}, "missing"),
    ],
)
def test_an_entry_out_of_place_is_refused_by_name(change: dict[str, object], words: str) -> None:
    with pytest.raises(Refused, match=words):
        from_entries([{**an_entry(A, 1), **change}])


def test_an_id_twice_is_refused() -> None:
    with pytest.raises(Refused, match="twice"):
        from_entries([an_entry(A, 1), an_entry(A, 1)])


def test_a_source_is_read_as_a_table_or_a_line() -> None:
    table = {"kind": "study", "cite": "Somebody 2020", "url": "https://example.org"}
    (action,) = from_entries([an_entry(A, 1, source=table)])
    assert (action.source.kind, action.source.cite) == ("study", "Somebody 2020")
    (action,) = from_entries([an_entry(A, 1, source="Somebody 2020")])
    assert action.source.cite == "Somebody 2020"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Profile(capacity=2),
        lambda: Profile(capacity=31),
        lambda: Profile(roles=("boss",)),
        lambda: Profile(occasions=(Occasion(id="party"),)),
        lambda: Occasion(id="meeting", weekday=7),
        lambda: Profile(ratings={A: 1.5}),
    ],
)
def test_a_profile_the_plan_cannot_use_is_refused(wrong: Callable[[], object]) -> None:
    with pytest.raises(Refused):
        wrong()


@cache
def half_years(
    planner: Planner, size: int, prepare: Callable[[Life], Life] = lambda life: life
) -> list[Life]:
    return [live_through(prepare(a_life(seed)), planner) for seed in range(size)]


def value(lives: list[Life]) -> float:
    return mean(life.value for life in lives)


def weakest(lives: list[Life]) -> float:
    return mean(min(life.skill.values()) for life in lives)


SIZES = [80, pytest.param(600, marks=pytest.mark.nightly)]


@pytest.mark.parametrize("size", SIZES)
def test_the_planner_is_worth_a_fifth_more_than_chance(size: int) -> None:
    assert value(half_years(ours, size)) >= 1.2 * value(half_years(at_random, size))


@pytest.mark.parametrize("size", SIZES)
def test_with_wrong_facts_it_is_worth_no_less_than_chance(size: int) -> None:
    wrong = [live_through(with_wrong_facts(a_life(seed)), ours) for seed in range(size)]
    assert value(wrong) >= 0.95 * value(half_years(at_random, size))


@pytest.mark.parametrize("size", SIZES)
def test_the_growth_step_lifts_the_weakest_practice_above_greedys(size: int) -> None:
    assert weakest(half_years(ours, size)) >= weakest(half_years(greedy, size))


def levelled(*starters: Practice) -> Catalogue:
    """Three actions a practice, the first one for starting with where the practice is among `starters`."""
    return from_entries(
        [
            {**an_entry(each, k), "level": "starter" if k == 0 and each in starters else "stretch"}
            for each in Practice
            for k in range(3)
        ]
    )


def test_the_first_plan_offers_only_what_is_for_starting() -> None:
    catalogue = levelled(Practice.AMPLIFY, Practice.INCLUDE, Practice.LISTEN)
    plan = next_steps(History(), (), catalogue=catalogue, profile=Profile(), today=TODAY)
    assert {step.action.level for step in plan.steps} == {"starter"}


def test_the_first_plan_begins_among_people_one_meets() -> None:
    # A petition (it aims at an institution) and a public post wait, though each would be first by its id.
    wide = [
        {**an_entry(Practice.ADVOCATE, 0, effort=1, reach="institution"), "level": "starter"},
        {**an_entry(A, 0, effort=1, places=["online", "public"]), "level": "starter"},
    ]
    near = [
        {**an_entry(p, 1, effort=2, places=["public", "work"]), "level": "starter"}
        for p in (B, Practice.LISTEN, Practice.LEARN)
    ]
    both = from_entries([*wide, *near])
    assert sorted(ids(plan(catalogue=both))) == ["include-01", "learn-01", "listen-01"]
    assert "amplify-00" in ids(plan(catalogue=from_entries([*wide, *near[:2]])))


def test_small_comes_first_until_something_is_logged() -> None:
    catalogue = from_entries(
        [
            {**an_entry(p, k, effort=effort), "level": "starter"}
            for p in (A, B, Practice.LISTEN, Practice.LEARN)
            for k, effort in ((1, 1), (2, 2))
        ]
    )
    assert [step.effort for step in plan(catalogue=catalogue).steps] == [1, 1, 1]
    later = plan(an_act(30, Practice.REPAIR), catalogue=catalogue)
    assert [step.effort for step in later.steps] == [1, 2, 2]  # the growth step stays small


@pytest.mark.parametrize("role", [role for role in ROLES if role != "moderate"])  # the three begin in a chat
def test_with_our_own_actions_a_role_alone_changes_the_three(role: str, own: Catalogue) -> None:
    assert ids(plan(catalogue=own, profile=Profile(roles=(role,)))) != ids(plan(catalogue=own))


def test_our_own_first_three_are_small_and_among_people(own: Catalogue) -> None:
    for profile in (Profile(), *(Profile(roles=(role,)) for role in ROLES)):
        for step in plan(catalogue=own, profile=profile).steps:
            assert step.effort <= 2
            assert step.action.reach is not Reach.INSTITUTION


def test_without_three_practices_to_start_with_everything_is_offered() -> None:
    catalogue = levelled(Practice.AMPLIFY, Practice.INCLUDE)
    plan = next_steps(History(), (), catalogue=catalogue, profile=Profile(), today=TODAY)
    assert len(plan.steps) == 3


def test_after_the_first_act_everything_is_offered() -> None:
    catalogue = levelled(Practice.AMPLIFY, Practice.INCLUDE, Practice.LISTEN)
    history = History(acts=(an_act(1, action="listen-00"),))
    plan = next_steps(history, (), catalogue=catalogue, profile=Profile(), today=TODAY)
    assert "stretch" in {step.action.level for step in plan.steps}
