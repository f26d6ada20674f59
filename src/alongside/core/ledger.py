"""The sealed table reached without Django, for the terminal: same rows, same transaction, same trail.

The one schema is Django's migrations; this module reads and writes the two tables it needs and makes none. A
stamp in SQLite's `user_version` says that the tables are those this release expects; otherwise `NotReady` is
raised and the door runs the migrations once. Limits: SQLite only; with PostgreSQL the terminal goes through
Django's keeper.
"""

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

from alongside.core.deeds import Deed, Stored
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.core.trail import GENESIS, TrailRow, link
from alongside.core.vault import Sealed, SealedFields, Unlocked, week_of

PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
)
TIMEOUT_S: Final = 20
Row = tuple[UUID | str, bytes, int, int, bytes, bytes]
"""A row of `select_entries`: SQLite has 32 digits for an id, PostgreSQL the id and views of bytes."""
_PACKAGE: Final = Path(__file__).parent.parent


class NotReady(Trouble):
    """There is no database yet, or its tables are of another release."""


class Busy(Trouble):
    """Another process held the database for longer than the timeout."""


class Damaged(Trouble):
    """The file is no database, or one that SQLite cannot read."""


def schema_stamp() -> int:
    """A 31-bit number that changes whenever this release's migrations do."""
    names = sorted(str(file.relative_to(_PACKAGE)) for file in _PACKAGE.glob("**/migrations/0*.py"))
    return zlib.crc32("\n".join(names).encode()) & 0x7FFFFFFF or 1


class Ledger:
    """A `core.deeds.Keeper` over the SQLite file. Close it, or use it as a context manager."""

    def __init__(self, database: Path, vault: Unlocked) -> None:
        self._vault = vault
        if not database.exists():
            raise NotReady(str(database), _("there is no database yet."), "")
        self._connection = sqlite3.connect(database, timeout=TIMEOUT_S, isolation_level=None)
        try:
            for pragma in PRAGMAS:
                self._connection.execute(pragma)
            (stamp,) = self._connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            self._connection.close()
            raise Damaged(
                str(database),
                _("this cannot be read as Alongside's database (%(reason)s).") % {"reason": error},
                _("Put a copy from your backup in its place, or name another folder with --data DIR."),
            ) from error
        if stamp != schema_stamp():
            self._connection.close()
            raise NotReady(str(database), _("the tables are of another release."), "")

    def __enter__(self) -> "Ledger":
        """The ledger itself."""
        return self

    def __exit__(self, *_exc: object) -> None:
        """Close the database."""
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def entries(self, room: str, *kinds: str) -> Sequence[Stored]:
        """The entries of these kinds, oldest day first, opened."""
        shelves = [self._vault.shelf(room, kind) for kind in kinds]
        rows = self._connection.execute(select_entries(len(shelves), mark="?"), shelves).fetchall()
        return open_rows(self._vault, rows)

    def carry_out(self, deed: Deed, *, today: date) -> None:
        """Do the deed and write its audit row in one transaction."""
        with self._writing():
            for entry_id, entry in deed.put.items():
                version = self._version_of(entry_id) + 1
                sealed = self._vault.seal(entry, entry_id=entry_id, version=version)
                self._put(sealed, week=week_of(today))
            for entry_id in deed.drop:
                self._connection.execute("DELETE FROM web_sealedentry WHERE id = ?", (entry_id.hex,))
            self._append(deed.action, today)

    def erase(self, *, today: date) -> None:
        """Remove every entry of the person, of all rooms; then shrink the file, so that no copy stays."""
        with self._writing():
            self._connection.execute("DELETE FROM web_sealedentry WHERE key_id = ?", (self._vault.key_id,))
            self._append("vault.erase", today)
        # Somebody reading right now keeps the file from shrinking; the rows are overwritten all the same.
        with suppress(sqlite3.OperationalError):
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _version_of(self, entry_id: UUID) -> int:
        found = self._connection.execute(
            "SELECT version FROM web_sealedentry WHERE id = ?", (entry_id.hex,)
        ).fetchone()
        return int(found[0]) if found else 0

    def _put(self, sealed: Sealed, *, week: date) -> None:
        self._connection.execute(
            "INSERT INTO web_sealedentry (id, key_id, version, week, bucket, shelf, box)"
            " VALUES (?,?,?,?,?,?,?)"
            " ON CONFLICT (id) DO UPDATE SET version=excluded.version, bucket=excluded.bucket,"
            " shelf=excluded.shelf, box=excluded.box",
            (
                sealed.entry_id.hex,
                sealed.key_id,
                sealed.version,
                week.isoformat(),
                sealed.bucket,
                sealed.shelf,
                sealed.box,
            ),
        )

    def _append(self, action: str, today: date) -> None:
        last = self._connection.execute(
            "SELECT sequence, hash FROM web_auditrow ORDER BY sequence DESC LIMIT 1"
        ).fetchone()
        (actor,) = self._connection.execute("SELECT id FROM web_member WHERE is_owner LIMIT 1").fetchone()
        sequence, previous = (last[0] + 1, bytes(last[1])) if last else (1, GENESIS)
        row = TrailRow(sequence=sequence, day=today, actor=actor, action=action)
        self._connection.execute(
            "INSERT INTO web_auditrow (sequence, day, actor, action, object_id, result, hash)"
            " VALUES (?,?,?,?,?,?,?)",
            (
                row.sequence,
                row.day.isoformat(),
                row.actor,
                row.action,
                row.object_id,
                row.result,
                link(previous, row),
            ),
        )

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise Busy(
                _("database"),
                _("Alongside is writing from another place, and did not end in %(s)d seconds.")
                % {"s": TIMEOUT_S},
                _("Nothing was changed. Try again."),
            ) from error
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")


def select_entries(shelves: int, *, mark: str) -> str:
    """The query for the sealed rows on so many shelves, in order of id; `mark` stands for a value."""
    marks = ",".join((mark,) * shelves)
    return (
        "SELECT id, key_id, version, bucket, shelf, box FROM web_sealedentry"  # noqa: S608  # only marks
        f" WHERE shelf IN ({marks}) ORDER BY id"
    )


def open_rows(vault: Unlocked, rows: Sequence[Row]) -> tuple[Stored, ...]:
    """Rows of `select_entries` opened: oldest day first; those of one day stay in the order of their ids."""
    sealed = [_fields_of_sealed(row) for row in rows]
    opened = vault.open_all(sealed)
    held = [Stored(row[0], row[2], entry) for row, entry in zip(sealed, opened, strict=True)]
    held.sort(key=lambda stored: stored.entry.day)
    return tuple(held)


def _fields_of_sealed(row: Row) -> SealedFields:
    entry_id, key_id, version, bucket, shelf, box = row
    if isinstance(entry_id, str):
        return UUID(int=int(entry_id, 16)), key_id, version, bucket, shelf, box
    return entry_id, bytes(key_id), version, bucket, bytes(shelf), bytes(box)
