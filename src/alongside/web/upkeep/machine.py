"""What the doctor sees of the machine and the folder, without starting Django."""

import platform
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.web.upkeep.backup import last_backup
from alongside.web.upkeep.checks import Check, attend, fine, stop

MENDED: Final = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""Releases with the repair of the WAL-reset race of March 2026 (release notes on sqlite.org)."""
OLDEST_PYTHON: Final = (3, 11)
PRIVATE: Final = ("vault.key", "secret.key", "cookie.key", "alongside.sqlite3", "erasures", "last-backup")
FREE_AT_LEAST: Final = 200 * 2**20
FREE_WISHED: Final = 2**30
"""Our choice: below the first a backup may fill the disk; below the second somebody should know."""
NIGHTLY, WEEKLY, MONTHLY = timedelta(days=2), timedelta(days=8), timedelta(days=31)
"""How old a backup may be (our choice): a missed night, a missed week; alone, a month."""


def machine(folder: Path, *, now: datetime, community: bool) -> Iterator[Check]:
    """Python, SQLite, modes of files, disk, clock, and the age of the last backup. `now` is in UTC."""
    yield _python()
    yield _sqlite(sqlite3.sqlite_version_info)
    yield from modes(folder)
    yield _disk(folder)
    yield clock(now)
    yield backup_age(folder, now=now, community=community)


def _python() -> Check:
    version = platform.python_version()
    if tuple(map(int, version.split(".")[:2])) >= OLDEST_PYTHON:
        return fine("Python", version)
    return stop("Python", version, _("Install Python 3.11 or newer."))


def _sqlite(version: tuple[int, int, int]) -> Check:
    name = ".".join(map(str, version))
    if is_mended(version):
        return fine("SQLite", name)
    return attend(
        "SQLite",
        _(
            "%(version)s has a rare fault that can damage a database when two write at the same time. "
            "One process writes here, and takes turns, so it is unlikely."
        )
        % {"version": name},
        _("Use a Python with SQLite 3.51.3 or newer, or PostgreSQL. Keep backups: alongside backup"),
    )


def is_mended(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite has the repair of March 2026, in its own line or in the newest."""
    return version >= max(MENDED) or any(version[:2] == mended[:2] and version >= mended for mended in MENDED)


def modes(folder: Path) -> Iterator[Check]:
    """The folder and its private files are closed to others."""
    about = _("Data folder")
    if not folder.exists():
        yield attend(about, _("%(folder)s is not there yet.") % {"folder": folder}, "alongside serve")
        return
    open_to_others = [path for path in (folder, *(folder / name for name in PRIVATE)) if _is_open(path)]
    for path in open_to_others:
        mode = "700" if path.is_dir() else "600"
        yield stop(
            about, _("others on this machine can open %(path)s.") % {"path": path}, f"chmod {mode} {path}"
        )
    if not open_to_others:
        yield fine(about, _("%(folder)s, closed to others.") % {"folder": folder})


def _is_open(path: Path) -> bool:
    try:
        return bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))
    except OSError:
        return False


def _disk(folder: Path) -> Check:
    there = next(each for each in (folder.absolute(), *folder.absolute().parents) if each.exists())
    free = shutil.disk_usage(there).free
    size = sum(file.stat().st_size for file in folder.glob("alongside.sqlite3*"))
    about, why = _("Disk"), _("%(free)d MB free.") % {"free": free // 2**20}
    if free < max(FREE_AT_LEAST, 3 * size):  # a backup needs the database's size twice while it is made
        return stop(
            about, why, _("Make room, or move the folder to a larger disk and name it with --data DIR.")
        )
    return fine(about, why) if free >= FREE_WISHED else attend(about, why, _("Make room soon."))


def clock(now: datetime) -> Check:
    """The clock is not before this program was made, and is kept right where the system can tell."""
    made = datetime.fromtimestamp(Path(__file__).stat().st_mtime, UTC)
    about, why = _("Clock"), now.isoformat(timespec="minutes")
    cure = _("Set the clock. With systemd: timedatectl set-ntp true")
    if now < made - timedelta(days=1):
        return stop(about, _("%(now)s is before this program was installed.") % {"now": why}, cure)
    if _is_synchronised() is False:
        return attend(about, _("%(now)s; nothing keeps it right.") % {"now": why}, cure)
    return fine(about, why)


def _is_synchronised() -> bool | None:
    """What systemd says of the clock; None where nobody can tell."""
    program = shutil.which("timedatectl")
    if program is None:
        return None
    words = [program, "show", "--property=NTPSynchronized", "--value"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=5)  # noqa: S603  # found on PATH
    return {"yes": True, "no": False}.get(done.stdout.strip()) if done.returncode == 0 else None


def backup_age(folder: Path, *, now: datetime, community: bool) -> Check:
    """How long ago the last backup was made, and whether it is still where it was put."""
    about, found = _("Backup"), last_backup(folder)
    if found is None:
        return (stop if community else attend)(about, _("there is none yet."), "alongside backup --to DIR")
    made, file = found
    days = (now - made).days
    if not file.exists():
        return attend(about, _("%(file)s is no longer there.") % {"file": file}, "alongside backup --to DIR")
    why = ngettext("%(days)d day old.", "%(days)d days old.", days) % {"days": days}
    if community and now - made > WEEKLY:
        return stop(about, why, "alongside backup --to DIR")
    if now - made > (NIGHTLY if community else MONTHLY):
        return attend(about, why, "alongside backup --to DIR")
    return _same_disk(about, why, file=file, folder=folder, community=community)


def _same_disk(about: str, why: str, *, file: Path, folder: Path, community: bool) -> Check:
    if file.stat().st_dev != folder.stat().st_dev:
        return fine(about, why)
    why = _("%(age)s It lies on the same disk as your data.") % {"age": why}
    cure = _("Copy it to another machine or disk: a broken disk takes both.")
    return attend(about, why, cure) if community else fine(about, why)
