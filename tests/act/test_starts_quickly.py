"""The engine imports the standard library alone, so that the terminal starts fast."""

import subprocess
import sys
from pathlib import Path

import alongside

PROBE = """
import sys, pkgutil, importlib
before = set(sys.modules)
import alongside.act
for name in ("explain", "rhythm", "plan", "diary", "calendar", "interchange", "words"):
    importlib.import_module("alongside.act." + name)
new = {name.partition(".")[0] for name in set(sys.modules) - before}
print(sorted(new - set(sys.stdlib_module_names) - {"alongside"}))
"""


def test_nothing_but_the_standard_library_is_imported() -> None:
    package = str(Path(alongside.__file__).parent.parent)
    ran = subprocess.run(  # noqa: S603 -- our own lines
        [sys.executable, "-c", PROBE], capture_output=True, text=True, check=True, env={"PYTHONPATH": package}
    )
    assert ran.stdout.strip() == "[]"
