"""A terminal command starts without the pages, without Django, and without another room."""

import json
from pathlib import Path

import pytest
from tests.processes import run

from alongside.rooms import ROOMS

SOURCE = Path(__file__).parents[2] / "src"
WHAT_IT_IMPORTS = """
import json, sys
from importlib import import_module
import_module(sys.argv[1])
print(json.dumps(sorted(sys.modules)))
"""
CLIS = sorted((SOURCE / "alongside").glob("*/cli.py"))


def imported_by(module: str) -> set[str]:
    done = run("-c", WHAT_IT_IMPORTS, module)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("file", CLIS, ids=lambda file: file.parent.name)
def test_a_door_imports_no_pages_no_django_and_no_other_room(file):
    own = file.parent.name
    foreign = {f"alongside.{room.name}" for room in ROOMS if room.name != own}

    imported = imported_by(f"alongside.{own}.cli")

    assert [
        name for name in imported if name.split(".")[0] in {"django", "granian", "rich", "pydantic"}
    ] == []
    assert imported & foreign == set()
    if own != "web":
        assert [name for name in imported if name.startswith(("alongside.web", f"alongside.{own}.web"))] == []


def test_there_are_doors_to_look_at():
    assert "web" in {file.parent.name for file in CLIS}


def test_the_measure_sees_django_where_it_is_imported():
    assert "django" in imported_by("alongside.web.refusals")
