"""A path begins where there is most room, says why, holds something to do, and comes out the same twice."""

import json

import pytest
from tests.learn.builders import TODAY, a_library, a_profile, a_work, answers, chance, doings
from tests.processes import run

from alongside.core.practices import Practice
from alongside.learn.assess import Occasions, Profile, Share, Stall, assess
from alongside.learn.library import Type, library_of
from alongside.learn.path import READ, VOICES, Step, gap, own_level, path, score
from alongside.learn.small_deeds import Doing

LIBRARY = a_library(6)
EVERYONE = range(20)


def a_learner(seed: int) -> Profile:
    """Somebody made up: every practice came up, with another share acted in."""
    rng = chance(seed)
    stalls = {p: rng.choice(tuple(Stall)) for p in Practice if rng.random() < 0.5}
    return a_profile({p: rng.choice(tuple(Share)) for p in Practice}, stalls)


def steps_of(profile: Profile, **more: object) -> tuple[Step, ...]:
    told = {"minutes": 30, "today": TODAY, "doings": doings(), **more}
    library = told.pop("library", LIBRARY)
    seen = told.pop("seen", ())
    return path(profile, library, seen, **told)


def test_what_was_read_or_hidden_does_not_come_again():
    first = steps_of(a_learner(1))
    seen = {step.id for step in first}
    assert seen.isdisjoint({step.id for step in steps_of(a_learner(1), seen=seen)})


def test_what_takes_longer_than_a_week_does_not_come():
    long = library_of([a_work("long", minutes=31), a_work("short", minutes=30)])
    assert "long" not in {step.id for step in steps_of(assess(()), library=long)}


def test_nothing_new_gives_an_empty_path():
    assert steps_of(assess(()), library=library_of([]), doings=()) == ()


def test_a_work_in_another_language_does_not_come():
    library = library_of([a_work("fr", language="fr"), a_work("en", language="en-GB")])
    found = steps_of(assess(()), library=library, languages=("en",), doings=())
    assert [step.id for step in found] == ["en"]


@pytest.mark.parametrize("seed", EVERYONE)
def test_the_weakest_practice_comes_first(seed):
    profile = a_learner(seed)
    largest = max(gap(estimate) for estimate in profile.estimates)
    first = steps_of(profile)[0]
    assert gap(profile.of(first.practice)) == largest


@pytest.mark.parametrize("seed", EVERYONE)
def test_weaker_practices_are_met_before_stronger_ones(seed):
    profile = a_learner(seed)
    met = list(dict.fromkeys(step.practice for step in steps_of(profile) if step.kind == READ))
    gaps = [gap(profile.of(practice)) for practice in met]
    assert gaps == sorted(gaps, reverse=True)


@pytest.mark.parametrize("seed", EVERYONE)
def test_every_week_begins_with_one_small_deed_and_the_path_ends_in_one(seed):
    found = steps_of(a_learner(seed))
    assert 7 <= len(found) <= 8
    weeks = [[s.kind for s in found if s.week == week] for week in sorted({s.week for s in found})]
    for kinds in weeks:
        assert kinds[0] != READ
        assert set(kinds[1:]) <= {READ}
    assert found[0].kind == found[-1].kind == "action"


@pytest.mark.parametrize("seed", EVERYONE)
def test_the_deed_of_a_week_is_of_the_practice_that_its_first_work_is_about(seed):
    found = steps_of(a_learner(seed))
    assert found[0].practice is found[1].practice


def test_a_large_deed_comes_only_where_there_is_no_small_one():
    small, large = (
        Doing(kind="action", id=i, title=i, practice=p, minutes=5, effort=e)
        for i, p, e in (("small", Practice.REPAIR, 2), ("a-large", Practice.LISTEN, 5))
    )
    library = library_of([a_work()])
    first = steps_of(a_profile({Practice.LISTEN: Share.NONE}), library=library, doings=(large, small))[0]
    assert first.id == "small"
    (only, *_rest) = steps_of(a_profile({Practice.LISTEN: Share.NONE}), library=library, doings=(large,))
    assert only.id == "a-large"


@pytest.mark.parametrize("seed", EVERYONE)
def test_no_practice_comes_three_times_in_a_row(seed):
    reads = [step.practice for step in steps_of(a_learner(seed), doings=())]
    assert all(len(set(reads[n : n + 3])) > 1 for n in range(len(reads) - 2))


@pytest.mark.parametrize("seed", EVERYONE)
def test_a_week_holds_no_more_than_its_minutes(seed):
    found = steps_of(a_learner(seed))
    weeks = {step.week for step in found}
    # An action happens in its own moment; reading and scenes share the minutes.
    spent = [sum(s.minutes for s in found if s.week == week and s.kind != "action") for week in weeks]
    assert max(spent) <= 30
    assert min(weeks).isoformat() == "2026-03-09"  # the Monday of that Thursday
    assert [step.week for step in found] == sorted(step.week for step in found)


@pytest.mark.parametrize("seed", EVERYONE)
def test_every_step_says_why(seed):
    for step in steps_of(a_learner(seed)):
        assert step.reasons
        assert all(reason.endswith(".") for reason in step.reasons)


def test_a_reason_names_what_was_said_and_the_stall():
    profile = a_profile({Practice.INTERRUPT: Share.FEW}, {Practice.INTERRUPT: Stall.KNOW})
    guide = a_work("guide", practices=(Practice.INTERRUPT,), type=Type.GUIDE)
    (step,) = steps_of(profile, library=library_of([guide]), doings=())
    assert step.reasons == (
        "Interrupt: you said there is room here.",
        "You said you did not know how; this shows a way.",
    )


def test_where_nothing_was_done_yet_the_reason_does_not_say_zero():
    profile = a_profile({Practice.LISTEN: Share.NONE})
    (step,) = steps_of(profile, library=library_of([a_work()]), doings=())
    assert step.reasons == ("Listen: you said there is room here.",)


def test_where_one_always_acted_the_reason_claims_no_room():
    (step,) = steps_of(a_profile({Practice.LISTEN: Share.ALL}), library=library_of([a_work()]), doings=())
    assert step.reasons == ("Listen: you act here already; this goes on from there.",)


def test_own_voices_come_in_each_three_works_where_the_library_has_them():
    voices = library_of(
        [
            *LIBRARY,
            *(a_work(f"voice-{n}", perspective="says so", practices=(Practice.REPAIR,)) for n in range(3)),
        ]
    )
    profile = a_profile(dict.fromkeys(Practice, Share.NONE) | {Practice.REPAIR: Share.ALL})
    ids = [step.id for step in steps_of(profile, library=voices) if step.kind == READ]
    for first in range(0, len(ids) - VOICES + 1, VOICES):
        assert any(name.startswith("voice") for name in ids[first : first + VOICES])


def test_what_was_put_first_comes_first():
    first = next(step for step in steps_of(a_learner(3), first=["repair-03"]) if step.kind == READ)
    assert (first.id, first.reasons[0]) == ("repair-03", "You put it first.")


def test_the_remedy_and_the_level_decide_within_a_practice():
    # Mean of Beta(1 + 0, 1 + 4) is 1/6: level 1. gap 5/6; level 1 fits 1, level 3 fits .3, remedy 1.3.
    profile = a_profile({Practice.LISTEN: Share.NONE}, {Practice.LISTEN: Stall.MATTERED})
    assert own_level(profile.of(Practice.LISTEN)) == 1
    film, paper = a_work("film", type=Type.FILM, level=3), a_work("paper", type=Type.PAPER, level=1)
    assert score(profile, film, Practice.LISTEN) == pytest.approx(5 / 6 * 0.3 * 1.3)
    assert score(profile, paper, Practice.LISTEN) == pytest.approx(5 / 6)


def test_no_occasion_counts_as_a_gap_of_a_half_at_the_first_level():
    estimate = assess(answers(Practice.SPONSOR, (Occasions.NONE, None))).of(Practice.SPONSOR)
    assert (gap(estimate), own_level(estimate)) == (0.5, 1)


def test_sponsor_and_advocate_weigh_more():
    # Beta(1 + 2, 1 + 2): mean 1/2; half of it is open, times 1.15
    profile = a_profile({Practice.SPONSOR: Share.HALF, Practice.LISTEN: Share.HALF})
    assert gap(profile.of(Practice.SPONSOR)) == pytest.approx(0.575)
    assert gap(profile.of(Practice.LISTEN)) == pytest.approx(0.5)


IN_A_PROCESS = """
import json
from tests.learn.test_path import a_learner, steps_of
found = [step for seed in range(5) for step in steps_of(a_learner(seed))]
print(json.dumps([[s.id, s.week.isoformat(), s.reasons] for s in found]))
"""


def test_the_same_answers_give_the_same_path_in_two_processes():
    one, two = (run("-c", IN_A_PROCESS, PYTHONHASHSEED=seed, PYTHONPATH="src:.") for seed in ("1", "2"))
    assert json.loads(one.stdout) == json.loads(two.stdout)
    assert len(json.loads(one.stdout)) >= 35
