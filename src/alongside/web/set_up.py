"""Making a data folder ready: secret key, tables, owner, static files. Quick the second time."""

import hashlib
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alongside.core.folder import database_file, make_data_folder
from alongside.core.language import gettext as _
from alongside.core.ledger import schema_stamp
from alongside.core.problems import Trouble

if TYPE_CHECKING:
    from alongside.web.keeper import DjangoKeeper

_STATIC: Final = Path(__file__).parent / "static"
_ROOMS: Final = Path(__file__).parent.parent


def set_up() -> Path:
    """Make the data folder ready for pages and terminal, and return it."""
    folder = make_data_folder()
    _make_secret(folder / "secret.key")
    if not _tables_are_current():
        _migrate()
    return folder


def mark_community(folder: Path) -> None:
    """Note that this folder holds a community, so that every command knows; refuse one with a solo diary.

    The mark says "new" until the owner has an account, then "ready".
    """
    mark = folder / "community"
    _start_django()
    from alongside.web.community import is_set_up  # Django must be set up first
    from alongside.web.models import SealedEntry

    if not mark.exists() and not is_set_up() and SealedEntry.objects.exists():
        raise Trouble(
            str(folder),
            _("one person's diary lies in this folder, sealed for them alone."),
            _(
                "Save it with: alongside act export. Then give the community a new folder: --data DIR."
                " There you can bring the diary back under My data."
            ),
        )
    mark.write_text("ready" if is_set_up() else "new", "ascii")
    mark.chmod(0o600)


@contextmanager
def open_django_keeper() -> "Iterator[DjangoKeeper]":
    """The terminal's keeper where the database is not SQLite."""
    folder = set_up()
    from alongside.core import keyfile
    from alongside.web.keeper import DjangoKeeper  # Django must be set up first
    from alongside.web.models import Member

    vault = keyfile.unlock(folder)
    try:
        yield DjangoKeeper(vault, actor=Member.objects.get(is_owner=True))
    finally:
        vault.close()


def collect_static(folder: Path) -> None:
    """Put compressed, hashed copies of the static files where the server reads them, once a release."""
    stamp = folder / "static" / ".stamp"
    wanted = _static_stamp()
    if stamp.exists() and stamp.read_text("ascii") == wanted:
        return
    (folder / "static" / "staticfiles.json").unlink(missing_ok=True)
    _start_django()
    from django.core.management import call_command  # Django must be set up first

    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(wanted, "ascii")


def _tables_are_current() -> bool:
    if os.environ.get("DATABASE_URL"):
        return False  # Django asks PostgreSQL itself; only SQLite carries the stamp
    file = database_file()
    if not file.exists():
        return False
    connection = sqlite3.connect(file, timeout=20)
    try:
        (stamp,) = connection.execute("PRAGMA user_version").fetchone()
    finally:
        connection.close()
    return bool(stamp == schema_stamp())


def _migrate() -> None:
    _start_django()
    from django.core.management import call_command  # Django must be set up first
    from django.db import connection

    from alongside.web.models import Member

    call_command("migrate", interactive=False, verbosity=0)
    Member.objects.get_or_create(is_owner=True)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA user_version = {schema_stamp()}")
        database_file().chmod(0o600)


def _start_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.web.settings")
    import django  # costs a second; only this path needs it

    django.setup()


def _make_secret(file: Path) -> None:
    try:
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as text:
        text.write(secrets.token_urlsafe(50))


def _static_stamp() -> str:
    digest = hashlib.sha256()
    for file in sorted(_ROOMS.glob("**/static/**/*")):
        if file.is_file():
            digest.update(f"{file.relative_to(_ROOMS)} {file.stat().st_size}\n".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()
