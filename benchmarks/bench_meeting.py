"""A one-hour meeting from the file to the printed report: CPU seconds of the whole process, imports included.

Median of 5 runs on generated input. Goal: at most 0.5 CPU seconds (our choice).
"""

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

GOAL_S = 0.5
RUNS = 5
HOUR_S = 3600
PEOPLE = (
    "Ana Ruiz",
    "Ben Ode",
    "Cleo Marsh",
    "Dee Okafor",
    "Tomas Reyes",
    "Ines Holm",
    "Will Park",
    "Yara Said",
)
WORDS = tuple(
    word
    for line in (
        "the hall street lorry posters budget council library bands stage rain tent flour club chairs",
        "signs Monday Friday we could take look after write phone book print move close open carry ask",
    )
    for word in line.split()
)
ASIDES = (
    "Mm-hmm.",
    "Yeah.",
    "Okay, right.",
    "As Ana said, it is closed.",
    "Ben, what do you think?",
    "Who takes the notes?",
)


def transcript(seed: int) -> str:
    """A Zoom-like hour of eight people, about 900 cues, from a seed."""
    chance = random.Random(seed)  # noqa: S311 -- made-up talk, no secret
    at, number, cues = 0.0, 0, ["WEBVTT\n"]
    while at < HOUR_S:
        number += 1
        length = chance.uniform(1, 7)
        said = " ".join(chance.choices(WORDS, k=int(length * 2.5))) + "."
        text = chance.choice(ASIDES) if chance.random() < 0.2 else said.capitalize()
        cues.append(f"{number}\n{stamp(at)} --> {stamp(at + length)}\n{chance.choice(PEOPLE)}: {text}\n")
        at += length + chance.uniform(0.05, 0.6)
    return "\n".join(cues)


def stamp(seconds: float) -> str:
    """Seconds as WebVTT writes them."""
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{int(seconds % 1 * 1000):03}"


def run(arguments: list[str], folder: Path) -> float:
    """CPU seconds of one process of ours."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "ALONGSIDE_DATA": str(folder / "data")}
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Print the medians and the verdict; exit code 1 where the goal is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "hour.vtt"
        file.write_text(transcript(7))
        look = ["-m", "alongside", "look", str(file), "--exit-zero"]
        times = {
            "python -c pass": [run(["-c", "pass"], folder) for _ in range(RUNS)],
            "import numpy": [run(["-c", "import numpy"], folder) for _ in range(RUNS)],
            "look, text": [run(look, folder) for _ in range(RUNS)],
            "look, json": [run([*look, "--format", "json"], folder) for _ in range(RUNS)],
            "look, html": [run([*look, "--format", "html"], folder) for _ in range(RUNS)],
        }
    cues = transcript(7).count("-->")
    print(f"one hour, {cues} cues, median of {RUNS}, CPU seconds, Python {sys.version.split()[0]}")
    for what, seconds in times.items():
        print(f"{what:<16}{statistics.median(seconds):.3f}  ({min(seconds):.3f} to {max(seconds):.3f})")
    met = statistics.median(times["look, text"]) <= GOAL_S
    print(f"goal {GOAL_S} s: {'met' if met else 'missed'}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
