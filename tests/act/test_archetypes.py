"""Steady practice comes out above everything that only looks like it. Archetypes: tests/act/archetypes.py."""

from statistics import median

import pytest
from tests.act.archetypes import (
    OTHERS,
    PRACTISE,
    Archetype,
    Person,
    Score,
    aucs,
    fader,
    gamer,
    learner,
    mean,
    old_burst,
    people,
    recent_burst,
    returner,
    returner_who_was_away,
    silent_doer,
    steady,
)
from tests.act.builders import TODAY, away, chance

from alongside.act.rhythm import METHOD, Method, Rhythm, rhythm
from alongside.act.words import Word

SIZE = 100
FULL = 300


def read(person: Person, method: Method = METHOD) -> Rhythm:
    return rhythm(person.acts, person.commitments, person.away, today=TODAY, method=method)


def scored(method: Method = METHOD) -> Score:
    return lambda person: read(person, method).consistency


def middle(kind: Archetype, size: int = SIZE) -> float:
    return median(read(person).consistency for person in people(kind, size))


def share(kind: Archetype, *words: Word) -> float:
    found = people(kind, SIZE)
    return sum(read(person).word in words for person in found) / len(found)


@pytest.mark.parametrize("size", [SIZE, pytest.param(FULL, marks=pytest.mark.nightly)])
def test_those_who_practise_come_out_above_the_others(size: int) -> None:
    found = aucs(scored(), size)
    assert mean(list(found.values())) >= 0.99
    assert min(found.values()) >= 0.95


@pytest.mark.parametrize("size", [SIZE, pytest.param(FULL, marks=pytest.mark.nightly)])
@pytest.mark.parametrize("other", [Method(half_life_weeks=4), Method(learn_weight=1)])
def test_other_constants_break_the_order(size: int, other: Method) -> None:
    assert min(aucs(scored(other), size).values()) < 0.95


def test_the_returner_comes_out_above_the_fader() -> None:
    found = aucs(scored(), SIZE)
    assert found["returner", "fader"] >= 0.99


def test_the_returner_who_said_so_comes_out_like_the_steady() -> None:
    assert middle(returner_who_was_away) > middle(returner) + 4


def test_typical_values_stay_where_the_words_expect_them() -> None:
    assert middle(steady) >= 27
    assert middle(silent_doer) >= 27
    assert 15 <= middle(returner) < 27
    assert all(middle(kind) < 15 for kind in OTHERS)


def test_words_fit_the_people() -> None:
    assert share(steady, Word.STEADY, Word.BROAD) >= 0.75
    assert share(silent_doer, Word.STEADY, Word.BROAD) >= 0.70
    assert share(returner, Word.FINDING) >= 0.60
    for kind in (fader, recent_burst, old_burst, gamer):
        assert share(kind, Word.STARTING) >= 0.98
    assert share(learner, Word.STARTING) >= 0.90


@pytest.mark.parametrize("kind", [*PRACTISE, recent_burst])
def test_acts_logged_five_times_change_nothing(kind: Archetype) -> None:
    for person in people(kind, 10):
        fivefold = Person(person.acts * 5, person.commitments)
        assert read(fivefold) == read(person)


def test_the_worst_weeks_away_leave_a_burst_below_the_returner() -> None:
    bound = middle(returner)
    for person in people(recent_burst, 20):
        weeks = [away(7 * w + 6, 7 * w, n=w) for w in range(2, 26)]
        tried = [tuple(weeks[k : k + 6]) for k in range(19)]
        assert max(read(Person(person.acts, away=a)).consistency for a in tried) < bound


def test_everything_declared_away_gains_no_more_than_that() -> None:
    bound = middle(returner)
    always = (away(26 * 7, 0),)
    assert max(read(Person(p.acts, away=always)).consistency for p in people(recent_burst, 50)) < bound


def test_random_weeks_away_never_help_a_burst_past_the_returner() -> None:
    rng, bound = chance(5), middle(returner)
    for person in people(recent_burst, 50):
        weeks = rng.sample(range(26), rng.randint(1, 12))
        chosen = tuple(away(7 * w + 6, 7 * w, n=w) for w in weeks)
        assert read(Person(person.acts, away=chosen)).consistency < bound
