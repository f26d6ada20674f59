"""`alongside check` over Debian's documentation, beside four other programs: CPU seconds of whole processes.

Ours reads every page with its masks, guards and default rules; the others run with their own defaults. The
work differs: alex and proselint look for other and many more things, blocklint for four stems, and ripgrep
for plain words with no regard to what they mean. So a ratio says what a person waits for, not whose engine
is better. `--tree FOLDER` keeps the pages, `--npm FOLDER` keeps alex, for the next run.
"""

import argparse
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

from benchmarks.debian_docs import RIPGREP, Missing, build, unpack

from alongside.interrupt.hits import Profile
from alongside.interrupt.loading import load_rules
from alongside.interrupt.lookup import NEXT_SPELLING, WHOSE

ALEX = "alex@11.0.1"
EVERY = 4  # alex and proselint are slow: they get every fourth page, still some 30 MB, three times
FEW = 20  # ripgrep with every spelling line by line takes gigabytes: every twentieth page, once
RUNS = 5
RUNS_SLOW = 3
RUNS_SMALL = 11
LARGE = ("--dfa-size-limit", "512M", "--regex-size-limit", "512M")  # ripgrep's limits for an expression
PATIENCE_S = 600  # CPU seconds after which a program is stopped
SMALL_S = 0.15  # these four: the room's budgets
MORE_S = 0.05
MEMORY_MB = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A program beside ours, and how many times our time it should take at least; None where it does less."""

    name: str
    goal: float | None
    told: str = ""


ALEX_BESIDE = Peer(name="alex", goal=100)
PROSELINT = Peer(name="proselint", goal=40)
BLOCKLINT = Peer(name="blocklint", goal=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one process took; `whole` unless it was stopped."""

    seconds: float
    memory_mb: float
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The pages: the folder they are in, and all of them."""

    folder: Path
    names: tuple[str, ...]

    def some(self, every: int) -> tuple[str, ...]:
        """Only one of so many."""
        return self.names[::every]

    def megabytes(self, names: Sequence[str]) -> float:
        """How large these are together."""
        return sum((self.folder / name).stat().st_size for name in names) / 1e6


def cost(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """What one process with its children takes; it is stopped after a while."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=_limited,  # noqa: PLW1509  # no threads here
    )
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    stopped = process.returncode in {-signal.SIGXCPU, -signal.SIGKILL}
    return Cost(seconds=used.ru_utime + used.ru_stime, memory_mb=used.ru_maxrss / 1024, whole=not stopped)


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE_S, PATIENCE_S + 1))


class Bench:
    """Programs in turns, and what is said of them."""

    def __init__(self, pages: Pages, scratch: Path) -> None:
        self.pages = pages
        self.holds: list[bool] = []
        self.environment = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
        self.environment |= {
            "PYTHONPYCACHEPREFIX": str(scratch / "bytecode"),
            "XDG_CACHE_HOME": str(scratch / "cache"),
        }
        # Where ours cannot even begin from that folder, ending at once would pass for being fast.
        begin = [sys.executable, "-m", "alongside", "--version"]
        subprocess.run(begin, cwd=pages.folder, env=self.environment, check=True)

    def turns(
        self, commands: Mapping[str, Sequence[str]], *, runs: int = RUNS, warm: bool = True
    ) -> dict[str, list[Cost]]:
        """Each program once a turn; the first turn writes byte code and caches and is not counted."""
        costs: dict[str, list[Cost]] = {name: [] for name in commands}
        for turn in range(runs + warm):
            for name, command in commands.items():
                taken = cost(command, self.pages.folder, self.environment)
                if turn >= warm:
                    costs[name].append(taken)
        return costs

    def beside(self, peer: Peer, command: Sequence[str], names: Sequence[str], *, runs: int = RUNS) -> None:
        """Print ours beside a peer on the same pages, and whether its goal holds."""
        costs = self.turns({"ours": ours(names), peer.name: command}, runs=runs, warm=runs == RUNS)
        said = {name: _seconds(each) for name, each in costs.items()}
        ratio = said[peer.name] / said["ours"]
        whole = all(each.whole for each in costs[peer.name])
        print(f"\n{peer.name}{peer.told}: {len(names)} pages, {self.pages.megabytes(names):.1f} MB")
        for name, each in costs.items():
            print(f"  {name:10} {_told(each)}{'' if name == 'ours' or whole else '  stopped: at least that'}")
        if peer.goal is None:
            print(f"  {_times(ratio)}; no goal, since it looks for less", flush=True)
        else:
            self.judge(ratio >= peer.goal, f"{_times(ratio)}; goal: at least {_times(peer.goal)}")

    def judge(self, holds: bool, told: str) -> None:
        """Print a verdict and remember it."""
        self.holds.append(holds)
        print(f"  {told}: {'holds' if holds else 'DOES NOT HOLD'}", flush=True)


_UNWANTED = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"}


def _times(ratio: float) -> str:
    return f"{ratio:.1f} times ours" if ratio >= 1 else f"ours divided by {1 / ratio:.1f}"


def _seconds(costs: Sequence[Cost]) -> float:
    return median(each.seconds for each in costs)


def _told(costs: Sequence[Cost]) -> str:
    seconds = [each.seconds for each in costs]
    memory = max(each.memory_mb for each in costs)
    return f"{median(seconds):7.3f} CPU s ({min(seconds):.3f}-{max(seconds):.3f})  {memory:5.0f} MB"


def ours(names: Sequence[str]) -> list[str]:
    """`alongside check` with its default profile."""
    return [sys.executable, "-m", "alongside", "check", *names]


def spellings() -> tuple[list[str], list[str], str]:
    """The default profile's spellings, the shortest of each rule, and the one expression made of them."""
    held = load_rules(profile=Profile.DEFAULT)._held  # nobody else wants them written out
    shortest: dict[str, str] = {}
    every = []
    for first, lines in (*held["folded"].items(), *(("", lines) for lines in held["exact"].values())):
        for line in lines.split(NEXT_SPELLING):
            rest, _mark, rules = line.rpartition(WHOSE)
            if not f"{first}{rest}".isascii():
                continue  # --no-unicode refuses these few
            every.append(f"{first}{rest}")
            for rule in rules.split(","):
                shortest[rule] = min(shortest.get(rule, every[-1]), every[-1], key=len)
    return every, sorted(set(shortest.values())), held["expression"]


def beside_ripgrep(bench: Bench, program: str, scratch: Path) -> None:
    """With all spellings as they are, with one a rule, and with our own expression for them all."""
    plain = (program, "-j1", "-i", "--no-unicode")
    every, shortest, expression = spellings()
    files = {}
    for name, lines in (("every", every), ("shortest", shortest), ("expression", [expression])):
        files[name] = scratch / f"{name}.txt"
        files[name].write_text("\n".join([*lines, ""]))
    bench.beside(
        Peer(name="ripgrep", goal=1 / 5, told=f", one expression for {len(every)} spellings, as ours"),
        [*plain, *LARGE, "-f", str(files["expression"]), *bench.pages.names],
        bench.pages.names,
    )
    few = bench.pages.some(FEW)
    bench.beside(
        Peer(name="ripgrep", goal=1 / 5, told=f" -F -w, {len(every)} spellings line by line"),
        [*plain, "-F", "-w", "-f", str(files["every"]), *few],
        few,
        runs=1,
    )
    bench.beside(
        Peer(name="ripgrep", goal=None, told=f" -F -w, the shortest of each rule ({len(shortest)})"),
        [*plain, "-F", "-w", "-f", str(files["shortest"]), *bench.pages.names],
        bench.pages.names,
    )


def alone(bench: Bench, scratch: Path) -> None:
    """One small file, and what a further megabyte adds."""
    small, large = scratch / "small.md", scratch / "large.md"
    small.write_text("# Notes\n\nThe chairman opened the door for everybody who came.\n")
    page = max(
        (bench.pages.folder / name for name in bench.pages.names if name.endswith((".rst.txt", ".md"))),
        key=lambda each: each.stat().st_size,
    ).read_bytes()
    large.write_bytes((page * (1_000_000 // len(page) + 1))[:1_000_000])
    costs = bench.turns({"one": ours([str(small)]), "both": ours([str(small), str(large)])}, runs=RUNS_SMALL)
    print(f"\none small file, and with a second of 1 MB (medians of {RUNS_SMALL})")
    for name, each in costs.items():
        print(f"  {name:10} {_told(each)}")
    bench.judge(_seconds(costs["one"]) <= SMALL_S, f"goal: {SMALL_S} CPU s for the small one")
    more = _seconds(costs["both"]) - _seconds(costs["one"])
    bench.judge(more <= MORE_S, f"the second adds {more:.3f} CPU s; goal: {MORE_S}")


def whole_tree(bench: Bench) -> None:
    """All pages, named as one folder; and its memory."""
    told = subprocess.run(
        ours([".", "--format", "json"]), cwd=bench.pages.folder, capture_output=True, check=False
    )
    found = len(json.loads(told.stdout)["findings"])  # a run that failed tells no findings, and ends here
    costs = bench.turns({"ours": ours(["."])})["ours"]
    print(f"\nthe whole tree as one folder: {found} findings\n  ours       {_told(costs)}")
    memory = max(each.memory_mb for each in costs)
    bench.judge(memory <= MEMORY_MB, f"goal: {MEMORY_MB} MB of memory")


def alex(folder: Path) -> str | None:
    """The program alex, fetched by npm where it is not there yet."""
    program = folder / "node_modules" / ".bin" / "alex"
    if not program.exists() and shutil.which("npm"):
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(("npm", "install", "--prefix", str(folder), ALEX), capture_output=True, check=False)  # noqa: S607
    return str(program) if program.exists() else None


def ripgrep(scratch: Path) -> str | None:
    """The program rg: this machine's, else Debian's, unpacked."""
    if found := shutil.which("rg"):
        return found
    try:
        unpack(RIPGREP, scratch / RIPGREP)
    except Missing as missing:
        print(f"ripgrep is left out: {missing}")
        return None
    return str(scratch / RIPGREP / "usr" / "bin" / "rg")


def python_peer(name: str) -> str | None:
    """A peer's program in this environment."""
    program = Path(sys.executable).parent / name
    try:
        print(f"{name} {version(name)}")
    except PackageNotFoundError:
        print(f"{name} is not installed: left out (see benchmarks/requirements.in)")
        return None
    return str(program)


def compare(bench: Bench, scratch: Path, npm: Path) -> None:
    """Every comparison for which there is a program."""
    peers = {name: python_peer(name) for name in ("blocklint", "proselint")}
    rg, node = ripgrep(scratch), alex(npm)
    if rg:
        said = subprocess.run((rg, "--version"), capture_output=True, text=True, check=True).stdout
        print(said.split("\n")[0])
    print(ALEX if node else "alex is left out: npm could not fetch it")
    some = bench.pages.some(EVERY)
    whole_tree(bench)
    alone(bench, scratch)
    if peers["blocklint"]:
        bench.beside(BLOCKLINT, [peers["blocklint"], *bench.pages.names], bench.pages.names)
    if rg:
        beside_ripgrep(bench, rg, scratch)
    if peers["proselint"]:
        bench.beside(PROSELINT, [peers["proselint"], "check", *some], some, runs=RUNS_SLOW)
    if node:
        bench.beside(ALEX_BESIDE, [node, *some], some, runs=RUNS_SLOW)


def main() -> int:
    """Compare. Exit code 1 where a goal does not hold, 2 where there are no pages."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--tree", type=Path, help="a folder for the pages, used as it is where it holds some")
    asked.add_argument("--npm", type=Path, help="a folder for alex")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        tree = (given.tree or scratch / "tree").absolute()
        try:
            packages = build(tree, scratch / "packages")
        except Missing as missing:
            print(missing)
            return 2
        names = tuple(str(each.relative_to(tree)) for each in sorted(tree.rglob("*")) if each.is_file())
        pages = Pages(folder=tree, names=names)
        print(f"{len(names)} pages, {pages.megabytes(names):.1f} MB, from {len(packages)} Debian packages")
        for package, found in packages.items():
            print(f"  {package} {found}")
        print(f"Python {sys.version.split()[0]}, google-re2 {version('google-re2')}, medians of {RUNS} turns")
        print("The work differs: see the head of this file.")
        bench = Bench(pages, scratch)
        compare(bench, scratch, (given.npm or scratch / "npm").absolute())
    return 0 if all(bench.holds) else 1


if __name__ == "__main__":
    sys.exit(main())
