"""What goes wrong on purpose, and what must hold: crowded writers, a killed process, a backup in between.

    scripts/bench faults
    scripts/bench faults --writes 50 --rounds 2 --acknowledged 100 --requests 500
    DATABASE_URL=postgres://… scripts/bench faults      on an empty database; what it writes stays there

1. Two processes of four threads write at once: no deed fails.
2. A process is killed (SIGKILL) in the middle of acknowledged deeds, again and again: none of them is lost,
   and the database and the trail are sound. That is no power cut: the disk keeps what it was given.
3. A backup is taken in the middle of writing and put back: it holds what its list says, and every deed that
   was acknowledged before it began.
4. Requests with identifiers of other circles' things: nothing of those circles comes back.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
WRITER = [sys.executable, str(HERE / "writing_process.py")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one fault did: whether what must hold held, and the figures."""

    held: bool
    told: str


def main() -> int:
    """All four, each in a fresh folder; 1 where something did not hold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--writes", type=int, default=500, help="of each thread, two processes of four")
    parser.add_argument("--rounds", type=int, default=20, help="how often a process is killed")
    parser.add_argument("--acknowledged", type=int, default=1000, help="deeds acknowledged before each kill")
    parser.add_argument("--requests", type=int, default=10_000, help="with identifiers of other circles")
    given = parser.parse_args()
    outcomes = []
    for name, fault in (
        ("writers", lambda folder: writers(folder, writes=given.writes)),
        ("kill -9", lambda folder: killed(folder, rounds=given.rounds, acknowledged=given.acknowledged)),
        ("backup", lambda folder: backed_up(folder, writes=given.writes)),
        ("other circles", lambda folder: other_circles(folder, requests=given.requests)),
    ):
        with tempfile.TemporaryDirectory(prefix="alongside-faults-") as made:
            folder = Path(made) / "data"
            folder.mkdir(mode=0o700)
            begun = time.monotonic()
            outcome = fault(folder)
            outcomes.append(outcome)
            verdict = "held" if outcome.held else "DID NOT HOLD"
            print(f"{name:14} {verdict}: {outcome.told} ({time.monotonic() - begun:.0f} s)", flush=True)
    return 0 if all(outcome.held for outcome in outcomes) else 1


def writers(folder: Path, *, writes: int) -> Outcome:
    """Two processes of four threads write at once."""
    begin(folder)
    words = [*WRITER, "--threads", "4", "--writes", str(writes)]
    both = [
        subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment(folder)) for _n in range(2)
    ]
    ended = [process.communicate()[0].splitlines() for process in both]
    told = [json.loads(lines[-1]) for lines in ended]
    errors = [error for each in told for error in each["errors"]]
    done = sum(len(lines) - 2 for lines in ended)  # the first line is "ready", the last one the summary
    longest = max(each["longest_s"] for each in told)
    state = state_of(folder)
    held = not errors and done == 8 * writes == state["entries"] and state["sound"]
    return Outcome(
        held=held,
        told=f"{done} of {8 * writes} deeds, {len(errors)} errors, longest {longest:.2f} s, {state['told']}",
    )


def killed(folder: Path, *, rounds: int, acknowledged: int) -> Outcome:
    """A process is killed in the middle of acknowledged deeds, again and again."""
    begin(folder)
    promised: set[str] = set()
    lost = 0
    for _round in range(rounds):
        # Buffered in the pipe, not in Python: what was acknowledged when it was killed is still read.
        writer = subprocess.Popen(
            [*WRITER, "--threads", "4", "--writes", "1000000"],
            stdout=subprocess.PIPE,
            env=environment(folder),
        )
        assert writer.stdout is not None  # noqa: S101  # a pipe was asked for
        writer.stdout.readline()
        lines = [writer.stdout.readline() for _n in range(acknowledged)]
        writer.send_signal(signal.SIGKILL)
        lines += writer.stdout.read().splitlines()
        writer.wait()
        promised |= {line.decode().strip() for line in lines if len(line.strip()) == 32}
        lost = len(promised - kept_in(folder))
        if lost:
            break
    state = state_of(folder)
    return Outcome(
        held=not lost and state["sound"],
        told=f"{rounds} kills, {len(promised)} acknowledged deeds, {lost} lost, {state['told']}",
    )


def backed_up(folder: Path, *, writes: int) -> Outcome:
    """A backup in the middle of writing, put back elsewhere."""
    begin(folder)
    writer = subprocess.Popen(
        [*WRITER, "--threads", "4", "--writes", str(writes)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment(folder),
    )
    assert writer.stdout is not None  # noqa: S101
    writer.stdout.readline()
    before = {writer.stdout.readline().strip() for _n in range(writes)}
    begun = time.monotonic()
    made = alongside(folder, "backup", "--to", str(folder.parent / "to"))
    took_s = time.monotonic() - begun
    writer.communicate()
    into = folder.parent / "restored"
    back = alongside(folder, "restore", made.strip(), "--into", str(into), *on_server("--replace"))
    missing = len(before - kept_in(into))
    state = state_of(into)
    during = state["entries"] - len(before)
    return Outcome(
        held="Restored" in back and not missing and state["sound"] and state["entries"] == state["deeds"],
        told=(
            f"{len(before)} deeds before it, {missing} of them missing, {max(during, 0)} more during it"
            f" ({took_s:.1f} s), {state['told']}"
        ),
    )


def other_circles(folder: Path, *, requests: int) -> Outcome:
    """Requests of members with the identifiers of what lies in other circles."""
    done = subprocess.run(
        [sys.executable, str(HERE / "foreign_ids.py"), "--requests", str(requests)],
        capture_output=True,
        text=True,
        env={**environment(folder), "ALONGSIDE_COMMUNITY": "1"},
        check=False,
    )
    if "No module named 'pytest'" in done.stderr:
        return Outcome(held=True, told="NOT RUN, it needs the developers' packages: scripts/test -m nightly")
    return Outcome(held=done.returncode == 0, told=done.stdout.strip() or done.stderr.strip()[-500:])


def begin(folder: Path) -> None:
    """Tables and an owner; on PostgreSQL, where the tables are shared, what an earlier fault wrote goes."""
    run(folder, "from alongside.web.set_up import set_up\nset_up()")
    if on_server("yes"):
        run(folder, _EMPTY)


def state_of(folder: Path) -> dict:
    """Whether the database is sound and the trail holds, and how much is in it."""
    return json.loads(run(folder, _STATE))


def kept_in(folder: Path) -> set[str]:
    """The ids of all entries."""
    return set(run(folder, _IDS).split())


def alongside(folder: Path, *words: str) -> str:
    """What a command of ours prints; it must end well."""
    done = subprocess.run(
        [sys.executable, "-m", "alongside", *words],
        capture_output=True,
        text=True,
        env=environment(folder),
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def run(folder: Path, code: str) -> str:
    """What a few lines of Python print, with Django set up over the folder."""
    prelude = "from alongside.web.set_up import start_django\nstart_django()\n"
    words = [sys.executable, "-c", prelude + code]
    return subprocess.run(words, capture_output=True, text=True, env=environment(folder), check=True).stdout


def environment(folder: Path) -> dict[str, str]:
    """What our processes are started with."""
    return {**os.environ, "ALONGSIDE_DATA": str(folder)}


def on_server(*words: str) -> tuple[str, ...]:
    """The words where the database is a server's, and none where it is a file."""
    return words if os.environ.get("DATABASE_URL") else ()


_IDS = """
from alongside.web.models import SealedEntry
print(*(each.hex for each in SealedEntry.objects.values_list("id", flat=True)))
"""
_STATE = """
import json
from django.db import connection
from alongside.web.models import SealedEntry
from alongside.web.upkeep.databases import stock
told, held = "ok", stock()
if connection.vendor == "sqlite":
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        (told,) = cursor.fetchone()
sound = told == "ok" and held.chain.breaks_at is None
words = "database sound, trail unbroken" if sound else f"database {told}, breaks at {held.chain.breaks_at}"
entries = held.counts["web_sealedentry"]
print(json.dumps({"sound": sound, "told": words, "entries": entries, "deeds": held.chain.sequence}))
"""
_EMPTY = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("TRUNCATE web_sealedentry, web_auditrow")
"""

if __name__ == "__main__":
    sys.exit(main())
