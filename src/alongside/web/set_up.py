"""Making a data folder ready: secret key, tables, owner, static files. Quick the second time."""

import hashlib
import os
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alongside.core import erasures
from alongside.core.clock import today
from alongside.core.erasures import Erased, Kind
from alongside.core.folder import database_file, make_data_folder
from alongside.core.keyfile import COMMUNITY, READY
from alongside.core.language import gettext as _
from alongside.core.ledger import schema_stamp
from alongside.core.problems import Trouble

if TYPE_CHECKING:
    from alongside.web.keeper import DjangoKeeper

_STATIC: Final = Path(__file__).parent / "static"
_ROOMS: Final = Path(__file__).parent.parent
_LIES_THERE: Final = {
    Kind.KEY: "SELECT 1 FROM web_sealedentry WHERE key_id = ? LIMIT 1",
    Kind.MEMBER: "SELECT 1 FROM web_member WHERE id = ?",
}


def set_up() -> Path:
    """Make the data folder ready for pages and terminal, and return it."""
    folder = make_data_folder()
    _make_secret(folder / "secret.key")
    if not _tables_are_current():
        _migrate()
    _erase_again(folder)
    return folder


def known_migrations() -> set[tuple[str, str]]:
    """Every migration that this release knows, as app and name."""
    start_django()
    from django.db.migrations.loader import MigrationLoader  # Django must be set up first

    return set(MigrationLoader(None).disk_migrations)


def mark_community(folder: Path) -> None:
    """Note that this folder holds a community, so that every command knows; refuse one with a solo diary.

    The mark says "new" until the owner has an account, then "ready".
    """
    mark = folder / COMMUNITY
    start_django()
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
    mark.write_text(READY if is_set_up() else "new", "ascii")
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
    start_django()
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
    start_django()
    from django.core.management import call_command  # Django must be set up first
    from django.db import connection

    from alongside.web.fresh_tables import create_tables, is_empty
    from alongside.web.models import Member

    if is_empty():
        create_tables()
    else:
        call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)  # nothing where the cache lies in memory
    Member.objects.get_or_create(is_owner=True)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA user_version = {schema_stamp()}")
        database_file().chmod(0o600)


def _erase_again(folder: Path) -> None:
    """Do the erasures of the journal again where tables of an older day were put back by hand."""
    journal = erasures.read(folder / erasures.NAME)
    if not journal or not _lie_there_again(journal):
        return
    start_django()
    from alongside.web.upkeep.replay import replay, shrink  # Django must be set up first

    replay(journal, today=today())
    shrink()


def _lie_there_again(journal: Sequence[Erased]) -> bool:
    """Whether something that was erased is in the tables; where only a server can tell, it is asked."""
    if os.environ.get("DATABASE_URL"):
        return True
    connection = sqlite3.connect(database_file(), timeout=20)
    try:
        return any(
            connection.execute(_LIES_THERE[each.kind], [_as_stored(each)]).fetchone() for each in journal
        )
    finally:
        connection.close()


def _as_stored(each: Erased) -> bytes | str:
    return bytes.fromhex(each.id) if each.kind is Kind.KEY else each.id


def start_django() -> None:
    """Load Django's settings and models; a second call does nothing."""
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
