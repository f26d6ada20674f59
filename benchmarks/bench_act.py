"""Rhythm and planner side by side with their peers: CPU seconds, medians of five, and a verdict.

Run from the repository root with the package installed: python benchmarks/bench_act.py [FOLDER]; a folder of
action files takes the place of the made-up catalogue. Two peers are re-stated here from their formulas: a
planner that picks at random within capacity, and a score in the style of Loop Habit Tracker, s * m + 1 - m
on a day with a deed and s * m on one without, where m = 0.5 ** (sqrt(f) / 13) for f repetitions a day.
"""

import platform
import sys
import time
import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from statistics import mean, median
from uuid import UUID

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.act import world
from tests.act.archetypes import OTHERS, PRACTISE, Person, aucs, people, returner_who_was_away
from tests.act.builders import TODAY, a_commitment, an_entry, chance

from alongside.act.acts import Act
from alongside.act.catalogue import Action, from_entries
from alongside.act.plan import next_steps
from alongside.act.profile import Occasion, Profile
from alongside.act.rhythm import rhythm
from alongside.act.standing import History
from alongside.core.practices import Practice

Entries = Sequence[Mapping[str, object]]

RUNS = 5
RHYTHMS_A_SECOND = 5000
PLAN_MS = 5.0
WORST_PAIR = 0.95
VALUE_RATIO = 1.2


def cpu(work: Callable[[], object], times: int) -> tuple[float, float]:
    """Median CPU seconds a call over five runs, and the spread (largest over smallest)."""
    runs = []
    for _ in range(RUNS):
        start = time.process_time()
        for _again in range(times):
            work()
        runs.append((time.process_time() - start) / times)
    return median(runs), max(runs) / min(runs)


def verdict(*, good: bool) -> str:
    """What is printed beside a budget."""
    return "holds" if good else "DOES NOT HOLD"


def a_year_of_acts(actions: Sequence[Action]) -> list[Act]:
    """150 acts over 365 days."""
    rng = chance("a year")
    return [
        Act(
            id=UUID(int=n),
            day=TODAY - timedelta(days=rng.randrange(365)),
            practice=rng.choice(tuple(Practice)),
            effort=rng.randint(1, 5),
            action=rng.choice(actions).id,
        )
        for n in range(150)
    ]


def loop_score(person: Person) -> float:
    """A score in Loop's style over 26 weeks, for a habit meant once a week; talk is no repetition."""
    days = {(TODAY - act.day).days for act in person.acts if act.counts}
    kept = 0.5 ** ((1 / 7) ** 0.5 / 13)
    score = 0.0
    for day in range(26 * 7 - 1, -1, -1):
        score = score * kept + (1 - kept) * (day in days)
    return score


def our_score(person: Person) -> float:
    """The consistency."""
    return rhythm(person.acts, person.commitments, person.away, today=TODAY).consistency


def speed(entries: Entries) -> None:
    """The two budgets of the engine."""
    catalogue = from_entries(entries)
    acts = a_year_of_acts(catalogue.actions)
    held = [a_commitment(300 - 12 * n, 290 - 12 * n, n=n) for n in range(20)]
    for count in (0, 20):
        some = held[:count]
        seconds, spread = cpu(lambda some=some: rhythm(acts, some, [], today=TODAY), 500)
        said = verdict(good=1 / seconds >= RHYTHMS_A_SECOND)
        print(
            f"rhythm, 150 acts, {count} commitments: {1 / seconds:,.0f} a second"
            f" (spread {spread:.2f}); {said}"
        )
    profile = Profile(roles=("chair",), occasions=(Occasion(id="meeting", weekday=1),))
    history = History(acts=acts)
    seconds, spread = cpu(
        lambda: next_steps(history, held, catalogue=catalogue, profile=profile, today=TODAY), 50
    )
    said = verdict(good=1000 * seconds < PLAN_MS)
    print(f"next_steps, {len(catalogue)} actions: {1000 * seconds:.2f} ms (spread {spread:.2f}); {said}")


def order(size: int = 300) -> None:
    """Whether steady practice comes out above the rest, in ours and in Loop's style."""
    for name, score in (("ours", our_score), ("Loop's style", loop_score)):
        found = aucs(score, size)
        pair = min(found, key=lambda each: found[each])
        said = f"; {verdict(good=found[pair] >= WORST_PAIR)}" if name == "ours" else ""
        average = mean(found.values())
        print(
            f"order, {name}: mean AUC {average:.3f}, worst pair {found[pair]:.3f} ({' / '.join(pair)}){said}"
        )
    for kind in (*PRACTISE, returner_who_was_away, *OTHERS):
        print(f"  median {kind.__name__}: {median(our_score(p) for p in people(kind, size)):.1f}")


def planners(size: int = 600) -> None:
    """Half-years in the made-up world, by planner."""
    lives = {
        name: [world.live_through(prepare(world.a_life(seed)), planner) for seed in range(size)]
        for name, planner, prepare in (
            ("ours", world.ours, lambda life: life),
            ("greedy", world.greedy, lambda life: life),
            ("ours, wrong facts", world.ours, world.with_wrong_facts),
            ("random", world.at_random, lambda life: life),
        )
    }
    chanced = mean(life.value for life in lives["random"])
    for name, lived in lives.items():
        value = mean(life.value for life in lived)
        better = mean(a.value > b.value for a, b in zip(lived, lives["random"], strict=True))
        weakest = mean(min(life.skill.values()) for life in lived)
        line = f"planner, {name}: value {value:.1f}, ratio {value / chanced:.2f}, better for {better:.0%}"
        print(f"{line}, weakest practice {weakest:.2f}")
    ours = mean(life.value for life in lives["ours"])
    print(f"planner, at least a fifth above random: {verdict(good=ours >= VALUE_RATIO * chanced)}")


def entries_from(folder: Path) -> Entries:
    """The entries of every action file in a folder."""
    files = sorted(folder.glob("*.toml"))
    return [entry for file in files for entry in tomllib.loads(file.read_text("utf-8"))["action"]]


def main(arguments: Sequence[str]) -> None:
    """Print every ratio and verdict; a folder of action files takes the place of the made-up catalogue."""
    print(f"Python {platform.python_version()}, CPU seconds, medians of {RUNS}")
    entries: Entries = [an_entry(practice, k) for practice in Practice for k in range(15)]
    if arguments:
        entries = entries_from(Path(arguments[0]))
        world.CATALOGUE = from_entries(entries)
    speed(entries)
    order()
    planners()


if __name__ == "__main__":
    main(sys.argv[1:])
