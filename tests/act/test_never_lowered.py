"""Whatever is added, the number never falls; whatever is inflated, it hardly rises."""

import random
from dataclasses import replace
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.act.archetypes import PRACTISE, Archetype, Person, people
from tests.act.builders import TODAY, a_commitment, an_act, away, chance, number

from alongside.act.acts import Act, ActKind
from alongside.act.away import Away
from alongside.act.commitments import Commitment, Outcome
from alongside.act.rhythm import Rhythm, rhythm
from alongside.core.practices import Practice

PRACTICES = tuple(Practice)
ROUNDING = 1e-9


def read(person: Person) -> Rhythm:
    return rhythm(person.acts, person.commitments, person.away, today=TODAY)


def some_act(rng: random.Random) -> Act:
    return an_act(
        rng.randrange(-7, 200),
        rng.choice(PRACTICES),
        rng.randint(1, 5),
        n=rng.getrandbits(64),
        kind=rng.choice(tuple(ActKind)),
        confirmed=rng.random() < 0.3,
        reflected=rng.random() < 0.3,
        commitment=number(1000 + rng.randrange(4)) if rng.random() < 0.4 else None,
    )


def some_commitment(rng: random.Random, n: int) -> Commitment:
    outcome = rng.choice(tuple(Outcome))
    made = rng.randrange(0, 200)
    closed = None if outcome is Outcome.OPEN else rng.randrange(0, made + 1)
    due = None if rng.random() < 0.2 else made - rng.randrange(0, 60)
    return a_commitment(made, due, n=1000 + n, weekly=rng.random() < 0.4, closed=closed, outcome=outcome)


def some_away(rng: random.Random, n: int) -> Away:
    first = rng.randrange(0, 190)
    return away(first, first - rng.randrange(0, 40), n=n)


def some_person(rng: random.Random) -> Person:
    return Person(
        tuple(some_act(rng) for _ in range(rng.randrange(12))),
        tuple(some_commitment(rng, n) for n in range(rng.randrange(4))),
        tuple(some_away(rng, n) for n in range(rng.randrange(4))),
    )


def with_act(person: Person, act: Act) -> Person:
    return Person((*person.acts, act), person.commitments, person.away)


def test_adding_any_act_on_any_day_never_lowers_it() -> None:
    rng = chance(7)
    for _ in range(20_000):
        person = some_person(rng)
        more = read(with_act(person, some_act(rng)))
        assert more.consistency >= read(person).consistency - ROUNDING


acts = st.builds(
    an_act,
    st.integers(-7, 200),
    st.sampled_from(PRACTICES),
    st.integers(1, 5),
    n=st.integers(0, 2**64),
    kind=st.sampled_from(ActKind),
    confirmed=st.booleans(),
    reflected=st.booleans(),
)
ranges = st.builds(lambda last, days: away(last + days, last), st.integers(0, 190), st.integers(0, 60))


@settings(max_examples=200, deadline=None)
@given(st.lists(acts, max_size=12), st.lists(ranges, max_size=4), acts)
def test_adding_an_act_never_lowers_it(held: list[Act], apart: list[Away], added: Act) -> None:
    before = rhythm(held, [], apart, today=TODAY).consistency
    assert rhythm([*held, added], [], apart, today=TODAY).consistency >= before - ROUNDING


@settings(max_examples=200, deadline=None)
@given(st.lists(acts, max_size=20), st.lists(ranges, max_size=4))
def test_every_part_stays_in_its_range(held: list[Act], apart: list[Away]) -> None:
    r = rhythm(held, [], apart, today=TODAY)
    assert 0 <= r.consistency <= 100
    assert all(0 <= part <= 1 for part in (r.rhythm, r.breadth, r.follow_through, *r.weeks))
    assert len(r.set_aside) <= 6


@settings(max_examples=100, deadline=None)
@given(st.lists(acts, max_size=20), st.randoms(use_true_random=False))
def test_the_order_of_acts_does_not_matter(held: list[Act], chance: random.Random) -> None:
    shuffled = list(held)
    chance.shuffle(shuffled)
    before = rhythm(held, [], [], today=TODAY).consistency
    assert rhythm(shuffled, [], [], today=TODAY).consistency == pytest.approx(before)


def test_talk_changes_nothing() -> None:
    rng = chance(8)
    for _ in range(500):
        person = some_person(rng)
        talk = replace(some_act(rng), kind=ActKind.TALK, effort=5, confirmed=True, reflected=True)
        assert read(with_act(person, talk)) == read(person)


def gain(kind: Archetype, **change: object) -> float:
    """The median of a kind of people after the change, over their median before."""
    before = people(kind, 100)
    after = [Person(tuple(replace(act, **change) for act in p.acts), p.commitments) for p in before]
    return median(read(p).consistency for p in after) / median(read(p).consistency for p in before)


@pytest.mark.parametrize("kind", PRACTISE)
def test_every_effort_called_5_gains_at_most_a_fifth(kind: Archetype) -> None:
    assert 1 < gain(kind, effort=5) <= 1.2


@pytest.mark.parametrize("kind", PRACTISE)
def test_everything_confirmed_and_reflected_gains_at_most_15_hundredths(kind: Archetype) -> None:
    assert 1 < gain(kind, confirmed=True, reflected=True) <= 1.15
