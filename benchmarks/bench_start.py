"""What it costs to start: whole processes, CPU seconds, medians; and `serve` until its first page."""

import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from statistics import median

RUNS = 5
PORT = 8197
BUDGETS = {  # CPU seconds, from the design and the first loop's goals
    "--help": 0.2,
    "look --sample": 0.5,
    "act log": 0.4,
    "act week": 0.4,
    "serve to first page": 4.0,
}


def cpu_of(arguments: list[str], env: dict[str, str]) -> float:
    """CPU seconds of one whole process and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "alongside", *arguments], env=env, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def first_page(env: dict[str, str]) -> float:
    """CPU seconds of a fresh `serve` (a new folder: tables, static files) until Today has been answered."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    server = subprocess.Popen(
        [sys.executable, "-m", "alongside", "serve", "--port", str(PORT), "--no-browser"],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    lines = iter(server.stdout.readline, "") if server.stdout else iter(())
    link = next(found[0] for line in lines if (found := re.search(r"http://\S+", line)))
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with opener.open(link, timeout=20) as page:
        page.read()
    server.send_signal(signal.SIGINT)
    server.wait(timeout=20)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print each start with its spread and verdict."""
    found: dict[str, list[float]] = {name: [] for name in BUDGETS}
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "ALONGSIDE_DATA": folder}
        cpu_of(["act", "log", "the folder is made ready once"], env)
        for _run in range(RUNS):
            found["--help"].append(cpu_of(["--help"], env))
            found["look --sample"].append(cpu_of(["look", "--sample"], env))
            found["act log"].append(cpu_of(["act", "log", "thanked somebody by name"], env))
            found["act week"].append(cpu_of(["act", "week"], env))
    for _run in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            found["serve to first page"].append(first_page({**os.environ, "ALONGSIDE_DATA": folder}))
            time.sleep(0.2)
    for name, seconds in found.items():
        middle = median(seconds)
        verdict = "within" if middle <= BUDGETS[name] else "OVER"
        spread = f"{min(seconds):.3f}-{max(seconds):.3f}"
        print(f"{name:22} {middle:6.3f} s CPU ({spread}); budget {BUDGETS[name]} s: {verdict}")


if __name__ == "__main__":
    main()
