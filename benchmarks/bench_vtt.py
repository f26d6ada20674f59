"""6 MB of WebVTT, Zoom and Teams style, to a Conversation: CPU seconds of whole processes beside two peers.

The files are generated, the same on every machine. The peers read the same bytes to their own captions;
neither reads Zoom's names and pysubs2 drops every voice, so ours does more. Each run is a process of its own,
imports included, and the programs take turns. Agreement stands beside speed: cues, people and words are
known. Ours counts words when a meeting is measured, not when it is read, and no peer counts them; so the goal
is for reading, and a row of its own says what reading and counting cost together.
"""

import random
import resource
import subprocess
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

BYTES = 6_000_000
RUNS = 5
GOAL_MB_S = 25.0  # the room's budget
GOAL_RATIO = 5.0  # the room's budget, beside each peer
NAMES = ("Ngozi Adeyemi", "Mina Kovač", "Tomás Herrera", "Priya Raman", "Leif Johansen", "Yusuf Demir")
TALK = """so we have the plan for the street and then people come early because it works better when there's
time to look at what each group would like and don't forget the well-known bakery on the corner"""
WORDS = TALK.split()
OURS = ("ours", "with words")
PROGRAMS = {
    "ours": """
import sys
from pathlib import Path
from alongside.listen import formats
c = formats.read(Path(sys.argv[1]))
print(c.loss.read, len(c.people), "not counted", sep="\\t")
""",
    "with words": """
import os, sys
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does
from pathlib import Path
from alongside.listen import formats, words
c = formats.read(Path(sys.argv[1]))
print(c.loss.read, len(c.people), int(words.count(c.texts).sum()), sep="\\t")
""",
    "webvtt-py": """
import sys, webvtt
captions = webvtt.read(sys.argv[1]).captions
print(len(captions), len({c.voice for c in captions} - {None, ""}), "not counted", sep="\\t")
""",
    "pysubs2": """
import sys, pysubs2
lines = pysubs2.load(sys.argv[1])
print(len(lines), len({line.name for line in lines} - {""}), "not counted", sep="\\t")
""",
}


def stamp(ms: int) -> str:
    """Milliseconds as HH:MM:SS.mmm."""
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"


def zoom(chance: random.Random) -> tuple[str, int, int]:
    """A file in Zoom's style, its cues and its words."""
    parts, size, at, cues, words = ["WEBVTT\r\n\r\n"], 0, 0, 0, 0
    while size < BYTES:
        cues, lasts, said = (
            cues + 1,
            chance.randrange(1500, 9000),
            chance.choices(WORDS, k=chance.randrange(8, 36)),
        )
        words += len(said)
        times = f"{stamp(at)} --> {stamp(at + lasts)}"
        parts.append(f"{cues}\r\n{times}\r\n{chance.choice(NAMES)}: {' '.join(said).capitalize()}.\r\n\r\n")
        size, at = size + len(parts[-1].encode()), at + lasts + chance.randrange(900)
    return "".join(parts), cues, words


def teams(chance: random.Random) -> tuple[str, int, int]:
    """A file in Teams' style: utterances cut into one to three cues."""
    parts, size, at, cues, words, utterance = ["WEBVTT\n\n"], 0, 0, 0, 0, 0
    while size < BYTES:
        utterance, name = utterance + 1, chance.choice(NAMES)
        for part in range(chance.randrange(1, 4)):
            cues, lasts, said = (
                cues + 1,
                chance.randrange(1500, 7000),
                chance.choices(WORDS, k=chance.randrange(8, 26)),
            )
            words += len(said)
            times = f"{stamp(at)} --> {stamp(at + lasts)}"
            head = f"3f2504e0-4f89-41d3-9a0c-0305e82c3301/{utterance}-{part}\n{times}"
            parts.append(f"{head}\n<v {name}>{' '.join(said).capitalize()}.</v>\n\n")
            size, at = size + len(parts[-1].encode()), at + lasts
    return "".join(parts), cues, words


def cpu_s(program: str, path: Path) -> tuple[float, str]:
    """CPU seconds of one process, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", PROGRAMS[program], str(path)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, printed


def compare(style: str, path: Path, programs: list[str], *, cues: int, words: int) -> bool:
    """Print one file's table; whether both goals hold and what was read is right."""
    runs: dict[str, list[float]] = {program: [] for program in programs}
    said: dict[str, str] = {}
    for turn in range(RUNS + 1):
        for program in programs:
            seconds, said[program] = cpu_s(program, path)
            if turn:  # the first turn writes byte code and warms the disk
                runs[program].append(seconds)
    size_mb = path.stat().st_size / 1e6
    ours = median(runs["ours"])
    right = said["ours"].split("\t")[:2] == [str(cues), str(len(NAMES))]
    right = right and said["with words"].split("\t") == [str(cues), str(len(NAMES)), str(words)]
    ratios = [median(runs[program]) / ours for program in programs if program not in OURS]
    print(f"\n{style}: {size_mb:.1f} MB, {cues} cues, {len(NAMES)} people, {words} words")
    for program in programs:
        middle = median(runs[program])
        spread = max(runs[program]) / min(runs[program])
        read_cues, people, counted = said[program].split("\t")
        print(
            f"  {program:10} {middle:6.3f} CPU s  {size_mb / middle:6.1f} MB/s  spread {spread:4.2f}  "
            f"ratio {middle / ours:5.2f}  cues {read_cues}, people {people}, words {counted}"
        )
    holds = right and size_mb / ours >= GOAL_MB_S and min(ratios, default=GOAL_RATIO) >= GOAL_RATIO
    verdict = "holds" if holds else "DOES NOT HOLD"
    print(f"  goal, {GOAL_MB_S:.0f} MB/s and {GOAL_RATIO:.0f} times each peer: {verdict}")
    return holds


def installed(package: str) -> str | None:
    """The version of a package in this environment."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def main() -> int:
    """Compare on both styles. Exit code 1 where a goal does not hold."""
    peers = {peer: installed(peer) for peer in PROGRAMS if peer not in OURS}
    print(f"Python {sys.version.split()[0]}, numpy {version('numpy')}, medians of {RUNS} whole processes")
    for peer, found in peers.items():
        print(
            f"{peer} {found}"
            if found
            else f"{peer} is not installed: left out (see benchmarks/requirements.lock)"
        )
    programs = [*OURS, *(peer for peer, found in peers.items() if found)]
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for style, write in (("Zoom", zoom), ("Teams", teams)):
            text, cues, words = write(random.Random(7))  # noqa: S311 - a fixed seed, not a secret
            path = Path(folder) / f"{style}.vtt"
            path.write_text(text, encoding="utf-8", newline="")
            results.append(compare(style, path, programs, cues=cues, words=words))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
