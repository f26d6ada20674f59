"""The two databases as a backup sees them: asked in one moment, copied whole, checked, filled from a copy."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alongside.core.folder import database_file
from alongside.core.language import gettext as _
from alongside.core.ledger import TIMEOUT_S
from alongside.core.problems import Trouble
from alongside.web.upkeep.tables import EMPTIED, Ask, Holdings, take_stock

if TYPE_CHECKING:
    import psycopg

SQLITE: Final = "sqlite"
POSTGRESQL: Final = "postgresql"
COPIES: Final = {SQLITE: "alongside.sqlite3", POSTGRESQL: "alongside.pgdump"}
"""What the copy of a database is called in a backup."""
VARIABLE: Final = "DATABASE_URL"
_NAMES: Final = {
    SQLITE: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    POSTGRESQL: "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
}


class Unsound(Trouble):
    """A database, or the copy of one, that cannot be relied upon."""


def engine() -> str:
    """Which database this installation uses."""
    return POSTGRESQL if os.environ.get(VARIABLE, "").startswith("postgres") else SQLITE


@contextmanager
def asking(database: Path | None = None) -> Iterator[Ask]:
    """Ask the installation's database, or the SQLite file named; nothing can be written this way."""
    if database is None and engine() == POSTGRESQL:
        with _server() as connection:
            yield _ask_server(connection)
    else:
        with closing(_file(database or database_file())) as connection:
            yield connection.execute


def copy_into(folder: Path) -> Holdings:
    """Copy the database whole, as it is at one moment while others write, and say what the copy holds."""
    if engine() == POSTGRESQL:
        return _dump(folder / COPIES[POSTGRESQL])
    copy = folder / COPIES[SQLITE]
    with closing(_file(database_file())) as source, closing(sqlite3.connect(copy)) as target:
        try:
            source.backup(target)  # all pages in one step: writers do not make it begin again
            _strip(target)
        except sqlite3.DatabaseError as error:
            raise _damaged(copy, str(error)) from error
    return check(copy)


def check(copy: Path) -> Holdings:
    """Have SQLite look through a copy, and say what it holds. Raises Unsound where it is damaged."""
    with asking(copy) as ask:
        try:
            found = [str(told) for (told,) in ask("PRAGMA integrity_check")]
            if found != ["ok"]:
                raise _damaged(copy, found[0])
            return take_stock(ask, table_names(ask, SQLITE))
        except sqlite3.DatabaseError as error:
            raise _damaged(copy, str(error)) from error


def table_names(ask: Ask, which: str) -> list[str]:
    """The tables of a database."""
    return [str(name) for (name,) in ask(_NAMES[which])]


def load(dump: Path, *, replace: bool) -> None:
    """Fill the PostgreSQL database from a dump, whole or not at all. Raises Trouble where it is not empty."""
    with asking() as ask:
        taken = bool(table_names(ask, POSTGRESQL))
    if taken and not replace:
        raise Trouble(
            VARIABLE,
            _("this database has tables in it already."),
            _("Name an empty database, or say --replace to put the backup in their place."),
        )
    renew = ("--clean", "--if-exists") if taken else ()
    words = ("--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", *renew)
    _program("pg_restore", *words, "--dbname", _connection_words()["PGDATABASE"], str(dump))


def stock() -> Holdings:
    """What the installation's database holds now."""
    with asking() as ask:
        return take_stock(ask, table_names(ask, engine()))


def _file(database: Path) -> sqlite3.Connection:
    if not database.exists():
        raise Trouble(
            str(database),
            _("there is no database yet."),
            _("Begin with: alongside serve. If it has a folder of its own, name it with --data DIR."),
        )
    return sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=TIMEOUT_S)


def _strip(copy: sqlite3.Connection) -> None:
    """Take sessions out of the copy, overwritten, and make it one file without a log beside it."""
    copy.execute("PRAGMA secure_delete=ON")
    there = {str(name) for (name,) in copy.execute(_NAMES[SQLITE])}  # tables of an older release may lack one
    with copy:
        for table in there.intersection(EMPTIED):
            copy.execute(f'DELETE FROM "{table}"')  # noqa: S608  # a name of ours
    copy.execute("PRAGMA journal_mode=DELETE")


def _damaged(copy: Path, reason: str) -> Unsound:
    return Unsound(
        copy.name,
        _("the copy of the database is damaged (%(reason)s).") % {"reason": reason.splitlines()[0]},
        _("Use another backup. If this happens to every backup, look at the disk: alongside doctor"),
    )


@contextmanager
def _server() -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    import psycopg  # noqa: PLC0415  # the driver is loaded where there is a server to speak to

    try:
        with psycopg.connect(os.environ[VARIABLE]) as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            yield connection
    except psycopg.OperationalError as error:
        reason = str(error).strip().splitlines()[-1]
        raise Trouble(
            VARIABLE,
            _("PostgreSQL does not answer there (%(reason)s).") % {"reason": reason},
            _("See that it runs, and that the address and the password are right."),
        ) from error


def _ask_server(connection: "psycopg.Connection[tuple[object, ...]]") -> Ask:
    return connection.execute


def _dump(dump: Path) -> Holdings:
    with _server() as connection:
        ask = _ask_server(connection)
        ((snapshot,),) = ask("SELECT pg_export_snapshot()")  # the dump and the counts see one moment
        without = [f"--exclude-table-data={table}" for table in EMPTIED]
        words = ("--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", *without)
        _program("pg_dump", *words, "--file", str(dump))
        _program("pg_restore", "--list", str(dump))  # what cannot be listed is no dump
        return take_stock(ask, table_names(ask, POSTGRESQL))


def _program(name: str, *words: str) -> None:
    """Run a program of PostgreSQL; the password goes through its environment, where nobody else reads it."""
    program = shutil.which(name)
    if program is None:
        raise Trouble(
            name,
            _("this program of PostgreSQL is not on this machine."),
            _("Install PostgreSQL's client programs, of the server's version or newer."),
        )
    done = subprocess.run(  # noqa: S603  # a program found on PATH, with words of ours
        [program, *words],
        env={**os.environ, **_connection_words()},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        reason = (done.stderr.strip() or _("it did not say why")).splitlines()[0]
        raise Trouble(
            name, _("this did not work (%(reason)s).") % {"reason": reason}, _("Nothing was changed.")
        )


def _connection_words() -> dict[str, str]:
    """The address of the database as PostgreSQL's programs read it from their environment."""
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415  # see _server

    names: Sequence[tuple[str, str]] = (
        ("host", "PGHOST"),
        ("port", "PGPORT"),
        ("user", "PGUSER"),
        ("password", "PGPASSWORD"),
        ("dbname", "PGDATABASE"),
        ("sslmode", "PGSSLMODE"),
        ("sslrootcert", "PGSSLROOTCERT"),
    )
    told = conninfo_to_dict(os.environ[VARIABLE])
    return {variable: str(told[name]) for name, variable in names if told.get(name)}
