"""A backup: the database copied while in use, the copy checked, listed, packed, closed, and only then named.

Whatever goes wrong on the way, no file with a backup's name is left behind. What a backup leaves out is in
`manifest.LEFT_OUT`.
"""

import json
import os
import platform
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from alongside import __version__
from alongside.core import erasures
from alongside.core.files import write_whole
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.web.upkeep import archive
from alongside.web.upkeep.databases import SQLITE, asking, copy_into, engine
from alongside.web.upkeep.manifest import Manifest

FOLDER: Final = "backups"
LAST: Final = "last-backup"
"""A note in the data folder of when and where the last backup was made, for the doctor."""
_NAME: Final = re.compile(r"alongside-\d{8}T\d{6}Z(-\d+)?\.tar(\.age)?")
_ABANDONED: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A backup that was made, and the older ones it took the place of."""

    file: Path
    told: Manifest
    removed: tuple[Path, ...]
    encrypted: bool


def back_up(folder: Path, *, to: Path, keep: int, recipients: Sequence[str], now: datetime) -> Made:
    """Make a backup of the data folder in `to`, and keep the `keep` newest there. `now` is in UTC."""
    try:
        to.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep([*folder.glob(".backup-*"), *to.glob(".alongside-*.part")], now=now)
        with tempfile.TemporaryDirectory(prefix=".backup-", dir=folder) as staged:
            told, packed = _pack(folder, Path(staged), recipients=recipients, now=now)
            file = _free_name(to, now=now, ending=".tar.age" if recipients else ".tar")
            _put(packed, file)
    except OSError as error:
        raise Trouble(
            str(to),
            _("the backup cannot be made or written there (%(reason)s).") % {"reason": error.strerror},
            _("Make room, or name another folder with --to DIR."),
        ) from error
    if (journal := folder / erasures.NAME).exists():
        write_whole(
            to / erasures.NAME, erasures.written(erasures.read(journal, to / erasures.NAME)), private=True
        )
    note = {"made": told.made, "file": str(file.absolute())}
    write_whole(folder / LAST, json.dumps(note).encode(), private=True)
    return Made(file=file, told=told, removed=_thin_out(to, keep=keep), encrypted=bool(recipients))


def backups_in(folder: Path) -> list[Path]:
    """The backups that lie in a folder, oldest first."""
    if not folder.is_dir():
        return []
    return sorted(file for file in folder.iterdir() if _NAME.fullmatch(file.name) and file.is_file())


def last_backup(folder: Path) -> tuple[datetime, Path] | None:
    """When the last backup of a data folder was made, and where it was put."""
    try:
        told = json.loads((folder / LAST).read_text("utf-8"))
        return datetime.fromisoformat(told["made"]), Path(told["file"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _pack(folder: Path, staged: Path, *, recipients: Sequence[str], now: datetime) -> tuple[Manifest, Path]:
    """The manifest and the file to put in place, encrypted where there are keys to encrypt it to."""
    told = _gather(folder, staged, closed=bool(recipients), now=now)
    clear, closed = staged / ".packed", staged / ".closed"
    archive.pack(staged, told, clear)
    if not recipients:
        return told, clear
    archive.close_to(recipients, clear, closed)
    return told, closed


def _gather(folder: Path, staged: Path, *, closed: bool, now: datetime) -> Manifest:
    holdings = copy_into(staged)
    for name in archive.OWN_FOLDERS:
        if (folder / name).is_dir():
            shutil.copytree(folder / name, staged / name, symlinks=True)
    for name in (*archive.OWN_FILES, *([archive.SECRET] if closed else [])):
        if (folder / name).exists():
            shutil.copy(folder / name, staged / name)
    return Manifest(
        made=now.astimezone(UTC).isoformat(timespec="seconds"),
        alongside=__version__,
        python=platform.python_version(),
        database=engine(),
        engine=_engine_version(),
        holdings=holdings,
        files=archive.describe(staged),
    )


def _engine_version() -> str:
    if engine() == SQLITE:
        return sqlite3.sqlite_version
    with asking() as ask:
        return str(next(iter(ask("SHOW server_version")))[0])


def _free_name(to: Path, *, now: datetime, ending: str) -> Path:
    stem = f"alongside-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    wanted = to / f"{stem}{ending}"
    for number in range(2, 100):
        if not wanted.exists():
            break
        wanted = to / f"{stem}-{number}{ending}"
    return wanted


def _put(packed: Path, file: Path) -> None:
    """Copy beside, onto the disk, and only then give it its name."""
    part = file.with_name(f".{file.name}.part")
    try:
        with packed.open("rb") as source, os.fdopen(_new(part), "wb") as target:
            shutil.copyfileobj(source, target, 2**20)
            target.flush()
            os.fsync(target.fileno())
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)
    _settle(file.parent)


def _new(part: Path) -> int:
    part.unlink(missing_ok=True)
    return os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)


def _settle(folder: Path) -> None:
    """Have the folder's own list of names on the disk, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _thin_out(to: Path, *, keep: int) -> tuple[Path, ...]:
    old = backups_in(to)[:-keep]
    for file in old:
        file.unlink()
    return tuple(old)


def _sweep(left: Iterable[Path], *, now: datetime) -> None:
    """Remove what a backup left that was cut off, by the power for example."""
    for each in left:
        if now - datetime.fromtimestamp(each.stat().st_mtime, UTC) > _ABANDONED:
            shutil.rmtree(each) if each.is_dir() else each.unlink()
