"""A backup put back: opened, checked, made ready, its erasures done again, and only then put in place."""

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from alongside.core import erasures
from alongside.core.erasures import Erased
from alongside.core.files import write_whole
from alongside.core.folder import VARIABLE
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.web.transport import listens
from alongside.web.upkeep import archive, databases
from alongside.web.upkeep.manifest import Manifest, NoBackup

_DATABASE: Final = ("alongside.sqlite3", "alongside.sqlite3-wal", "alongside.sqlite3-shm")
BROUGHT: Final = (*_DATABASE, *archive.OWN_FOLDERS, *archive.OWN_FILES)
"""What a backup takes the place of in a folder; keys and settings that lie there stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to restore, where to, and where journals of erasures may lie."""

    file: Path
    into: Path
    replace: bool
    key: Path | None
    journals: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """What was restored, how many erasures were done again, and where the former files lie."""

    told: Manifest
    erased: int
    aside: Path | None


def bring_back(wish: Wish, *, now: datetime) -> Back:
    """Restore a backup, whole or not at all. Raises Trouble, and has then changed nothing."""
    _refuse_taken(wish)
    wish.into.absolute().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix=".alongside-restore-", dir=wish.into.absolute().parent
    ) as made_in:
        staged = Path(made_in) / "data"
        staged.mkdir(mode=0o700)
        told = _open(wish, staged)
        journal = erasures.read(staged / erasures.NAME, *wish.journals)
        (staged / erasures.NAME).unlink(missing_ok=True)  # else making the tables ready would do them unseen
        again = _make_ready(staged, wish, told, journal, now=now)
        if journal:
            write_whole(staged / erasures.NAME, erasures.written(journal), private=True)
        brought = (*BROUGHT, *(name for name in told.files if name == archive.SECRET))
        return Back(told=told, erased=again, aside=_put_in_place(staged, wish.into, brought, now=now))


def _refuse_taken(wish: Wish) -> None:
    if wish.into.is_dir() and any(wish.into.iterdir()) and not wish.replace:
        raise Trouble(
            "--into",
            _("%(folder)s is not empty.") % {"folder": wish.into},
            _("Name an empty folder, or say --replace: what lies there is then put aside."),
        )
    if _is_running(wish.into):
        raise Trouble(
            "--into",
            _("Alongside is running with %(folder)s.") % {"folder": wish.into},
            _("Stop it first, then restore again."),
        )


def _is_running(folder: Path) -> bool:
    try:
        return listens(int((folder / "port").read_text("ascii")))
    except (OSError, ValueError):
        return False


def _open(wish: Wish, staged: Path) -> Manifest:
    """Decrypt, unpack and check the backup; what it holds then lies in `staged`."""
    packed = wish.file
    if archive.is_closed(packed):
        packed = staged.parent / "packed"
        archive.open_with(wish.key, wish.file, packed)
    told = archive.unpack(packed, staged)
    if told.database != databases.engine():
        raise NoBackup(
            str(wish.file),
            _("it is a backup of %(kind)s.")
            % {"kind": "PostgreSQL" if told.database == "postgresql" else "SQLite"},
            _("Set DATABASE_URL to an empty PostgreSQL database, or unset it for SQLite, as it was then."),
        )
    if databases.COPIES[told.database] not in told.files:
        raise NoBackup(str(wish.file), _("there is no database in it."), _("Use another backup."))
    if told.database == databases.SQLITE:
        _compare(told, databases.check(staged / databases.COPIES[told.database]))
    return told


def _compare(told: Manifest, held: object) -> None:
    if told.holdings != held:
        raise NoBackup(
            "",
            _("the database in it is not the one that its list describes."),
            _("Nothing was restored. Use another backup."),
        )


def _make_ready(staged: Path, wish: Wish, told: Manifest, journal: Sequence[Erased], *, now: datetime) -> int:
    """Bring the tables to this release and do the erasures again, while nothing but this can see them."""
    os.environ[VARIABLE] = str(staged)  # Django's settings, loaded from here on, know the staged folder only
    from alongside.web.set_up import known_migrations, set_up  # noqa: PLC0415  # starts Django

    newer = sorted(set(told.holdings.migrations) - known_migrations())
    if newer:
        raise NoBackup(
            str(wish.file),
            _("it was made by a newer Alongside (%(version)s; its tables know %(what)s).")
            % {"version": told.alongside, "what": ".".join(newer[0])},
            _("Install that release or a newer one, then restore again. Nothing was restored."),
        )
    if told.database == databases.POSTGRESQL:
        dump = staged / databases.COPIES[databases.POSTGRESQL]
        databases.load(dump, replace=wish.replace)
        _compare(told, databases.stock())
        dump.unlink()
    set_up()
    from django.db import connections  # noqa: PLC0415  # Django must be set up first

    from alongside.web.upkeep.replay import replay, shrink  # noqa: PLC0415

    again = replay(journal, today=now.date())
    if again:
        shrink()
    connections.close_all()
    return again


def _put_in_place(staged: Path, into: Path, brought: Sequence[str], *, now: datetime) -> Path | None:
    """Move the staged folder to where it was wished; former files of the same names are put aside."""
    if not into.exists() or not any(into.iterdir()):
        staged.rename(into)
        return None
    aside = into / f"before-restore-{now:%Y%m%dT%H%M%SZ}"
    aside.mkdir(mode=0o700)
    for name in brought:
        if (into / name).exists():
            (into / name).rename(aside / name)
    for name in (*brought, archive.SECRET):  # one made just now takes the place of none
        if (staged / name).exists() and not (into / name).exists():
            shutil.move(staged / name, into / name)
    return aside
