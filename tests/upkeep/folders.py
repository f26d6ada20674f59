"""Data folders with something in them, and backups of them, for the tests of what keeps them well."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from tests.core.builders import DAY, an_entry

from alongside.core import keyfile
from alongside.core.deeds import Deed
from alongside.core.ledger import Ledger
from alongside.web.upkeep.backup import Made, back_up

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


def write(folder: Path, *texts: str) -> None:
    """Log so many entries through the terminal's ledger."""
    with closing(Ledger(folder / "alongside.sqlite3", keyfile.unlock(folder))) as ledger:
        for text in texts:
            ledger.carry_out(Deed(action="act.log", put={uuid4(): an_entry(text)}), today=DAY)


def texts(folder: Path) -> list[str]:
    """What stands in the entries of a folder."""
    with closing(Ledger(folder / "alongside.sqlite3", keyfile.unlock(folder))) as ledger:
        return sorted(str(held.entry.body["text"]) for held in ledger.entries("act", "act"))


def backup_of(folder: Path, to: Path, *, keep: int = 7, now: datetime = NOW) -> Made:
    """A backup, not encrypted."""
    return back_up(folder, to=to, keep=keep, recipients=(), now=now)


def sql(file: Path, statement: str, *values: object) -> list[tuple]:
    """Ask or change a database file directly."""
    with closing(sqlite3.connect(file)) as connection, connection:
        return connection.execute(statement, values).fetchall()
