"""Short runs of the benchmarks of faults and load: what must hold, holds. Times are for the benchmarks."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.processes import environment

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.nightly


def benchmark(name: str, *words: str) -> str:
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, str(ROOT / "benchmarks" / name), *words],
        env=environment(PYTHONPATH=f"{ROOT / 'src'}:{ROOT}"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def test_crowded_writers_a_killed_process_and_a_backup_under_writing_lose_nothing():
    words = ("--writes", "60", "--rounds", "2", "--acknowledged", "150", "--requests", "100")
    told = benchmark("bench_faults.py", *words)

    assert [line.split()[0] for line in told.splitlines()] == ["writers", "kill", "backup", "other"]
    assert "DID NOT HOLD" not in told, told


def test_a_small_community_is_answered_without_an_error():
    words = ("--seconds", "15", "--members", "60", "--circles", "4", "--events", "6", "--entries", "300")
    told = benchmark("bench_load.py", *words, "--visitors", "6", "--think", "0.5")

    assert "\n0 errors" in told, told
    assert "read" in told
