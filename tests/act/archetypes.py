"""Ten kinds of people over 26 weeks, for the order the rhythm must bring about. They are our own invention.

Three practise steadily (`PRACTISE`), seven do something else (`OTHERS`); the numbers in each function are the
planned ones where there is one ("miss 12 % of weeks, 1-2 acts, effort 2-4") and ours where there is none.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

from tests.act.builders import a_commitment, an_act, away, chance

from alongside.act.acts import Act, ActKind
from alongside.act.away import Away
from alongside.act.commitments import Commitment, Outcome
from alongside.core.practices import Practice

PRACTICES = tuple(Practice)


@dataclass(frozen=True)
class Person:
    acts: tuple[Act, ...]
    commitments: tuple[Commitment, ...] = ()
    away: tuple[Away, ...] = ()


def _one(rng: random.Random, day: int, effort: int, kind: ActKind = ActKind.ACT) -> Act:
    practice = rng.choice(PRACTICES)
    return an_act(day, practice, effort, n=rng.getrandbits(100), kind=kind)


def _weeks_of_acts(rng: random.Random, weeks: range) -> tuple[Act, ...]:
    """One or two acts of effort 2 to 4 in each of these weeks (0 is the current one), 12 % left out."""
    return tuple(
        _one(rng, 7 * week + rng.randrange(7), rng.randint(2, 4))
        for week in weeks
        if rng.random() > 0.12
        for _ in range(rng.randint(1, 2))
    )


def _eight_commitments(rng: random.Random, weeks: range) -> tuple[Commitment, ...]:
    """Eight spread over these weeks, 80 % of them kept."""
    found = []
    for n in range(8):
        due = 7 * rng.choice(weeks) + rng.randrange(1, 8)
        kept = rng.random() < 0.8
        outcome, closed = (Outcome.KEPT, due) if kept else (Outcome.OPEN, None)
        found.append(a_commitment(due + 14, due, n=1000 + n, outcome=outcome, closed=closed))
    return tuple(found)


def steady(rng: random.Random) -> Person:
    weeks = range(26)
    return Person(_weeks_of_acts(rng, weeks), _eight_commitments(rng, weeks))


def silent_doer(rng: random.Random) -> Person:
    """The same acts, never in public, and no commitments."""
    return Person(_weeks_of_acts(rng, range(26)))


def returner(rng: random.Random) -> Person:
    """Twelve weeks on, six off, eight on."""
    acts = (*_weeks_of_acts(rng, range(14, 26)), *_weeks_of_acts(rng, range(8)))
    return Person(acts, _eight_commitments(rng, range(8)))


def returner_who_was_away(rng: random.Random) -> Person:
    person = returner(rng)
    return Person(person.acts, person.commitments, (away(7 * 14 - 1, 7 * 8),))


def fader(rng: random.Random) -> Person:
    """The first ten weeks only."""
    return Person(_weeks_of_acts(rng, range(16, 26)), _eight_commitments(rng, range(16, 26)))


def learner(rng: random.Random) -> Person:
    """One to three pieces of learning a week."""
    acts = (
        _one(rng, 7 * week + rng.randrange(7), rng.randint(2, 4), ActKind.LEARN)
        for week in range(26)
        if rng.random() > 0.12
        for _ in range(rng.randint(1, 3))
    )
    return Person(tuple(acts))


def _burst(rng: random.Random, first: int) -> Person:
    acts = (_one(rng, first + rng.randrange(14), rng.randint(2, 4)) for _ in range(rng.randint(35, 45)))
    return Person(tuple(acts))


def recent_burst(rng: random.Random) -> Person:
    """35 to 45 acts in the last fourteen days."""
    return _burst(rng, 0)


def old_burst(rng: random.Random) -> Person:
    return _burst(rng, rng.randint(90, 150))


def gamer(rng: random.Random) -> Person:
    """All practices at effort 1, one day a month."""
    first = rng.randrange(30)
    days = range(first, 26 * 7, 30)
    return Person(tuple(an_act(d, p, 1, n=rng.getrandbits(100)) for d in days for p in PRACTICES))


def talk_only(rng: random.Random) -> Person:
    acts = (_one(rng, rng.randrange(182), rng.randint(1, 5), ActKind.TALK) for _ in range(60))
    return Person(tuple(acts))


def idle(rng: random.Random) -> Person:  # noqa: ARG001 -- one shape for all
    return Person(())


Archetype = Callable[[random.Random], Person]
PRACTISE: tuple[Archetype, ...] = (steady, silent_doer, returner)
OTHERS: tuple[Archetype, ...] = (fader, learner, recent_burst, old_burst, gamer, talk_only, idle)


def people(kind: Archetype, size: int, seed: int = 1) -> list[Person]:
    rng = chance(f"{seed} {kind.__name__}")
    return [kind(rng) for _ in range(size)]


def auc(higher: list[float], lower: list[float]) -> float:
    """How often one of `higher` is above one of `lower`; a tie counts half (Mann-Whitney)."""
    wins = sum((a > b) + (a == b) / 2 for a in higher for b in lower)
    return wins / (len(higher) * len(lower))


Score = Callable[[Person], float]


def aucs(score: Score, size: int) -> dict[tuple[str, str], float]:
    values = {kind.__name__: [score(p) for p in people(kind, size)] for kind in (*PRACTISE, *OTHERS)}
    return {
        (a.__name__, b.__name__): auc(values[a.__name__], values[b.__name__])
        for a in PRACTISE
        for b in OTHERS
    }


def mean(values: list[float]) -> float:
    return sum(values) / len(values)
