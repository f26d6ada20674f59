"""Scenes: plays a second, and loading and linting twenty-five; CPU seconds, medians of five, a verdict.

Run from the repository root with the package installed: python benchmarks/bench_scenes.py. The peer is bink
0.7.1, a runtime for Ink with wheels for two platforms and no compiler inside, so it is not among the locked
peers: pip install bink. It plays standup.json, a story of ours of two choices, compiled once by inkjs 2.4.
Where bink is not installed it is left out, and that is said.
"""

import platform
import time
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from alongside.practise.lint import lint
from alongside.practise.scene_files import load
from alongside.practise.walk import start, step

ROOT = Path(__file__).resolve().parent.parent

EXAMPLE = ROOT / "tests" / "practise" / "credit-standup-01.toml"
RUNS = 5
PLAYS_A_SECOND = 100_000
RATIO = 10
SCENES = 25
LOAD_AND_LINT_S = 0.3
STORY = ROOT / "benchmarks" / "standup.json"


def cpu(work: Callable[[], object], times: int) -> tuple[float, float]:
    """Median CPU seconds a call over five runs, and the spread (largest over smallest)."""
    runs = []
    for _ in range(RUNS):
        begun = time.process_time()
        for _again in range(times):
            work()
        runs.append((time.process_time() - begun) / times)
    return median(runs), max(runs) / min(runs)


def verdict(*, good: bool) -> str:
    """What is printed beside a budget."""
    return "holds" if good else "DOES NOT HOLD"


def ours() -> float:
    """Seconds for a play of two choices, from the beginning to the end."""
    scene = load(EXAMPLE)
    seconds, spread = cpu(lambda: step(scene, step(scene, start(scene), "accuse"), "own"), 50_000)
    said = verdict(good=1 / seconds >= PLAYS_A_SECOND)
    print(f"two-choice plays: {1 / seconds:,.0f} a second (spread {spread:.2f}); {said}")
    return seconds


def peer(seconds: float) -> None:
    """Two choices with bink, each story made anew or set back, whichever is faster.

    It also makes the text on the way; ours is made when it is shown.
    """
    from bink.story import Story  # type: ignore[import-not-found]

    text = STORY.read_text(encoding="utf-8-sig")
    kept = Story(text)

    def play(told: Story) -> None:
        for _choice in range(2):
            told.continue_maximally()
            told.choose_choice_index(0)
        told.continue_maximally()

    def again() -> None:
        kept.reset_state()
        play(kept)

    theirs, spread = min(cpu(lambda: play(Story(text)), 500), cpu(again, 500))
    ratio = theirs / seconds
    said = verdict(good=ratio >= RATIO)
    print(
        f"bink {version('bink')}: {1 / theirs:,.0f} a second (spread {spread:.2f}); ratio {ratio:.1f}; {said}"
    )


def reading() -> None:
    """Load and lint twenty-five scenes: copies of the example, each read from its file."""

    def work() -> None:
        for number in range(SCENES):
            lint(replace(load(EXAMPLE), id=f"scene-{number}"))

    work()  # the word lists are read once
    seconds, spread = cpu(work, 1)
    said = verdict(good=seconds <= LOAD_AND_LINT_S)
    print(f"load and lint {SCENES} scenes: {seconds:.3f} s (spread {spread:.2f}); {said}")


def main() -> None:
    """Our budgets, then the peer where it is installed."""
    print(f"Python {platform.python_version()}")
    seconds = ours()
    reading()
    if find_spec("bink") is None:
        print("bink: left out; it is not installed")
        return
    peer(seconds)


if __name__ == "__main__":
    main()
