"""The wheel brings the rules compiled: the same that would be compiled from its own sources."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.interrupt.wording import hits

from alongside.interrupt import compiled, loading
from alongside.interrupt.book import read_book
from alongside.interrupt.check import load_rules
from alongside.interrupt.compiler import compile_rules
from alongside.interrupt.library import rule_files

ROOT = Path(__file__).parents[2]


def test_the_wheel_brings_what_would_be_compiled_now_and_trusts_it(tmp_path, monkeypatch):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)  # noqa: S603  # our own tree
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith("alongside/interrupt/compiled/")]
        archive.extractall(tmp_path / "out", names)
    brought = tmp_path / "out" / "alongside" / "interrupt" / "compiled"
    files = rule_files()
    fresh = compile_rules(read_book(files), digest=compiled.digest(files))

    assert {file.stem: json.loads(file.read_bytes()) for file in brought.iterdir()} == _as_json(fresh)
    monkeypatch.setattr(loading, "COMPILED", brought)
    monkeypatch.setattr(loading, "rule_files", lambda *_packs: pytest.fail("the copy was not trusted"))
    assert [hit.rule for hit in hits("he is wheelchair-bound", load_rules())] == ["wheelchair-bound"]


def _as_json(made):
    return {name: json.loads(compiled.written(held)) for name, held in made.items()}
