"""Every engine and all of core run where Django is not installed: a web page is one door among others."""

from pathlib import Path

import pytest
from tests.processes import run

SOURCE = Path(__file__).parents[2] / "src"
DOORS = {"web", "migrations"}
BLOCKED = """
import sys
from importlib import import_module

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"django", "granian", "whitenoise"}:
            raise ImportError(f"{name} is blocked here")

sys.meta_path.insert(0, Blocked())
for module in sys.argv[1:]:
    import_module(module)
"""


def package_of(file: Path) -> str:
    return file.relative_to(SOURCE / "alongside").parts[0]


def module_of(file: Path) -> str:
    parts = file.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


ENGINES = [
    file
    for file in sorted((SOURCE / "alongside").rglob("*.py"))
    if not DOORS & set(file.relative_to(SOURCE).parts) and file.name != "__main__.py"
]
PACKAGES = sorted({package_of(file) for file in ENGINES if file.parent != SOURCE / "alongside"})


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_with_django_blocked(package):
    modules = [module_of(file) for file in ENGINES if package_of(file) == package]

    done = run("-c", BLOCKED, *modules)

    assert done.returncode == 0, done.stderr


def test_core_and_the_rooms_are_among_those_that_were_tried():
    assert {"core", "act", "listen"} <= set(PACKAGES)


def test_the_block_holds():
    assert "django is blocked here" in run("-c", BLOCKED, "alongside.web.models").stderr
