"""Our programs as a person runs them: in processes of their own, over a data folder."""

import os
import subprocess
import sys
from pathlib import Path

_PRELUDE = """
import json, sys
from datetime import date
from pathlib import Path
from uuid import UUID
from alongside.web.set_up import set_up
folder = set_up()
import django
django.setup()
from alongside.core import keyfile
from alongside.core.deeds import Deed, Entry
from alongside.web.keeper import DjangoKeeper
from alongside.web.models import AuditRow, Member, SealedEntry
"""


def environment(folder: Path | None = None, **more: str) -> dict[str, str]:
    """The environment of a person on SQLite, with this data folder."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**kept, **({"ALONGSIDE_DATA": str(folder)} if folder else {}), **more}


def run(
    *words: str, folder: Path | None = None, text: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run `python …` to its end; standard input is `text`."""
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, *words],
        input=text,
        capture_output=True,
        text=True,
        env=environment(folder, **more),
        timeout=120,
        check=False,
    )


def alongside(
    *words: str, folder: Path | None = None, text: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """Run the terminal door."""
    return run("-m", "alongside", *words, folder=folder, text=text, **more)


def in_django(folder: Path, code: str, *words: str) -> str:
    """What `code` prints in a process of its own where Django is set up over `folder`."""
    done = run("-c", _PRELUDE + code, *words, folder=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout
