"""A small check imports little, so that it can run at each keystroke of a habit: before every commit."""

import json
from pathlib import Path

import pytest
from tests.interrupt.builders import write
from tests.processes import run

HEAVY = {
    "django",
    "numpy",
    "rich",
    "jsonschema",
    "pydantic",
    "pandas",
    "yaml",
    "pathspec",
    "tomllib",
    "subprocess",
    "concurrent",
    "multiprocessing",
    "asyncio",
    "xml",
    "difflib",
    "email",
    "http",
    "logging",
}
SOURCE = Path(__file__).parents[2] / "src"
WHAT_IT_IMPORTS = """
import json, sys
from alongside.cli import main
sys.argv = ["alongside", *sys.argv[1:]]
try:
    main()
except SystemExit as ended:
    names = sorted({name.split(".")[0] for name in sys.modules})
    print(json.dumps([ended.code or 0, names]), file=sys.stderr)
"""


def imported(*words, folder):
    found = {"PYTHONPATH": str(SOURCE)}  # one is in another folder
    run("-m", "alongside", *words, folder=folder, **found)  # the first time, rules are compiled
    done = run("-c", WHAT_IT_IMPORTS, *words, folder=folder, **found)
    code, names = json.loads(done.stderr.splitlines()[-1])
    return code, set(names)


@pytest.mark.parametrize(("text", "code"), [("All is well.\n", 0), ("He is wheelchair-bound.\n", 1)])
def test_a_check_of_one_file_imports_nothing_heavy(folder, text, code):
    write(folder, {"a.md": text})

    ended, names = imported("check", "a.md", folder=folder)

    assert ended == code
    assert names & HEAVY == set()


def test_the_measure_sees_what_is_imported(folder):
    write(folder, {"a.md": "Fine.", "alongside.toml": "[tool.alongside.check]\n"})

    assert "tomllib" in imported("check", "a.md", folder=folder)[1]
