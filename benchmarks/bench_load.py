"""A community under load, through a real server: 50 visitors for five minutes, four reads to one write.

    scripts/bench load                              2,000 members, 25 circles, 300 events, 50,000 acts
    scripts/bench load --seconds 20 --members 200 --entries 2000 --visitors 10

Each visitor opens a page or sends a form, waits as people do (`--think`, mean in seconds), and goes on. Goal
(our choice): 0 errors, and 95 of 100 answers within 300 ms. The visitors run on the machine of the server and
take processor time from it, so what is printed is on the careful side.
"""

import argparse
import http.client
import json
import os
import platform
import random
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

HERE = Path(__file__).parent
WRITES_IN_100 = 20
IN_A_CIRCLE = 0.5
"""How much of what is read lies in the visitor's own circles (our choice)."""
BUDGET_MS = 300.0
SIZES = {"members": 2000, "circles": 25, "events": 300, "entries": 50_000, "visitors": 50}
FINE = frozenset({200, 204, 301, 302, 303, 304})


@dataclass(kw_only=True)
class Found:
    """What the visitors met: milliseconds by kind, and answers that were no good."""

    spent_ms: dict[str, list[float]] = field(default_factory=lambda: {"read": [], "write": []})
    errors: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, kind: str, place: str, status: object, spent_ms: float) -> None:
        """Add one answer."""
        with self.lock:
            self.spent_ms[kind].append(spent_ms)
            if status not in FINE:
                self.errors.append(f"{kind} {place}: {status}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What the server's processes used so far."""

    memory_mb: int
    cpu_s: int


def main() -> int:
    """Build, serve, visit, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument(
        "--think", type=float, default=2.0, help="mean seconds between two requests of a visitor"
    )
    for name, count in SIZES.items():
        parser.add_argument(f"--{name}", type=int, default=count)
    given = parser.parse_args()
    size = {name: getattr(given, name) for name in SIZES}
    with tempfile.TemporaryDirectory(prefix="alongside-load-") as made:
        folder = Path(made) / "data"
        folder.mkdir(mode=0o700)
        begun = time.monotonic()
        build(folder, size)
        built_s = time.monotonic() - begun
        found, used = visit(folder, seconds=given.seconds, think_s=given.think)
    print(f"world: {', '.join(f'{count} {name}' for name, count in size.items())}; built in {built_s:.0f} s")
    print(machine())
    return report(found, used, seconds=given.seconds)


def build(folder: Path, size: dict[str, int]) -> None:
    """Fill the folder in a process of its own: settings are read once."""
    words = [f"--{name}={count}" for name, count in size.items()]
    program = str(HERE / "community_world.py")
    subprocess.run([sys.executable, program, str(folder), *words], check=True, env=environment(folder))


def environment(folder: Path) -> dict[str, str]:
    """What our processes are started with: SQLite, this folder, a community."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**kept, "ALONGSIDE_DATA": str(folder), "ALONGSIDE_COMMUNITY": "1"}


def visit(folder: Path, *, seconds: float, think_s: float) -> tuple[Found, tuple["Used", "Used"]]:
    """Serve the folder and send the visitors; also what the server used before and after."""
    world = json.loads((folder / "world.json").read_text("utf-8"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [sys.executable, "-m", "alongside", "serve", "--community", "--no-browser", "--port", str(port)]
    server = subprocess.Popen(words, env=environment(folder), stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        found, until = Found(), time.monotonic() + seconds
        threads = [
            threading.Thread(target=stroll, args=(number, visitor, world, port, until, think_s, found))
            for number, visitor in enumerate(world["visitors"])
        ]
        warm_up(world, port)
        before = used_by(server.pid)
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return found, (before, used_by(server.pid))
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(port: int) -> None:
    """Until the server answers."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    message = "the server does not answer"
    raise RuntimeError(message)


def warm_up(world: dict, port: int) -> None:
    """Each page once, so that templates and content are read before the clock runs."""
    found = Found()
    for place in world["reads"]:
        ask(
            http.client.HTTPConnection("127.0.0.1", port, timeout=60),
            world["visitors"][0],
            "read",
            place,
            {},
            found,
        )
    if found.errors:
        message = f"not even one visitor alone is answered: {found.errors}"
        raise RuntimeError(message)


def stroll(  # noqa: PLR0913, PLR0917  # a thread's arguments
    number: int, visitor: dict, world: dict, port: int, until: float, think_s: float, found: Found
) -> None:
    """One visitor, until the time is up."""
    chance = random.Random(number)  # noqa: S311  # the same walk each time
    own = {
        kind: [each for circle in visitor["places"] for each in world["made"][kind].get(circle, ())]
        for kind in ("reads", "writes")
    }
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    time.sleep(chance.uniform(0, think_s))
    while time.monotonic() < until:
        if chance.randrange(100) < WRITES_IN_100:
            place, fields = chance.choice([*world["writes"], *own["writes"]])
            ask(connection, visitor, "write", place, fields, found)
        else:
            in_a_circle = own["reads"] and chance.random() < IN_A_CIRCLE
            place = chance.choice(own["reads"] if in_a_circle else world["reads"])
            ask(connection, visitor, "read", place, {}, found)
        time.sleep(chance.uniform(0.5, 1.5) * think_s)


def ask(  # noqa: PLR0913, PLR0917  # one request
    connection: http.client.HTTPConnection, visitor: dict, kind: str, place: str, fields: dict, found: Found
) -> None:
    """Send one request, read the whole answer, note how long it took."""
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in visitor["cookies"].items())}
    body = None
    if kind == "write":
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode({**fields, "csrfmiddlewaretoken": visitor["csrf"]})
    begun = time.perf_counter()
    try:
        connection.request("POST" if body else "GET", place, body=body, headers=headers)
        answer = connection.getresponse()
        answer.read()
        status: object = answer.status
        to = answer.getheader("Location", "")
        if "/accounts/" in to or "/vault/" in to:
            status = f"sent to {to}"  # signed out, or the vault locked: not what was asked for
        keep_vault(visitor, answer)
    except (OSError, http.client.HTTPException) as error:
        status = type(error).__name__
        connection.close()
    found.note(kind, place, status, (time.perf_counter() - begun) * 1000)


def keep_vault(visitor: dict, answer: http.client.HTTPResponse) -> None:
    """A browser keeps a cookie that is written anew."""
    for name, value in answer.getheaders():
        if name.lower() == "set-cookie":
            key, _equals, rest = value.partition("=")
            if key in visitor["cookies"]:
                visitor["cookies"][key] = rest.partition(";")[0]


def used_by(process: int) -> Used:
    """Resident memory and processor time of a process and its children."""
    words = ["ps", "-eo", "pid=,ppid=,rss=,cputimes="]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    rows = [tuple(map(int, line.split())) for line in done.stdout.splitlines()]
    family = {process}
    for _generation in range(3):
        family |= {child for child, parent, _size, _cpu in rows if parent in family}
    mine = [row for row in rows if row[0] in family]
    return Used(memory_mb=sum(row[2] for row in mine) // 1024, cpu_s=sum(row[3] for row in mine))


def machine() -> str:
    """What it ran on: nobody can read a time without that."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"machine: {os.cpu_count()} x {model}; load {load}; Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}"
    )


def report(found: Found, used: tuple[Used, Used], *, seconds: float) -> int:
    """Print the figures; 1 where the goal is missed."""
    spent = [each for kind in found.spent_ms.values() for each in kind]
    for kind, times in (("all", spent), *found.spent_ms.items()):
        if len(times) >= 2:
            cuts = quantiles(times, n=100, method="inclusive")
            print(
                f"{kind:6} {len(times):6} answers, {len(times) / seconds:5.1f} a second;"
                f" p50 {cuts[49]:.0f}, p95 {cuts[94]:.0f}, p99 {cuts[98]:.0f}, longest {max(times):.0f} ms"
            )
    before, after = used
    cpu_ms = (after.cpu_s - before.cpu_s) * 1000 / max(len(spent), 1)
    print(
        f"the server: {cpu_ms:.1f} ms CPU an answer; memory {before.memory_mb} MB, then {after.memory_mb} MB"
    )
    for error in sorted(set(found.errors))[:10]:
        print(f"  {found.errors.count(error)} times: {error}")
    p95 = quantiles(spent, n=100, method="inclusive")[94]
    good = not found.errors and p95 < BUDGET_MS
    verdict = "met" if good else "MISSED"
    print(f"{len(found.errors)} errors, p95 {p95:.0f} ms; goal 0 and {BUDGET_MS:.0f} ms: {verdict}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
