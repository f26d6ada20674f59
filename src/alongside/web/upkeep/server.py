"""What the doctor sees of the database, the server and its settings; Django must be set up first."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.checks import run_checks
from django.core.mail import get_connection
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later
from alongside.core.language import ngettext
from alongside.web.upkeep import registry
from alongside.web.upkeep.checks import Check, attend, fine, stop
from alongside.web.upkeep.databases import asking
from alongside.web.upkeep.running import Running, look
from alongside.web.upkeep.tables import chain_of, trail

LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "[::1]", "testserver"})
PARTS: Final = {
    "database": _later("the database cannot be read"),
    "migrations": _later("its tables are of another release"),
    "worker": _later("the work of each minute has not been done for a while"),
}


def server(folder: Path, *, today: date, community: bool) -> Iterator[Check]:
    """Database, tables, trail, the running server, mail, hosts, https, and the registry of what is kept."""
    yield from _database(today=today)
    found = look(folder)
    yield running(found)
    yield mail(community=community)
    yield hosts(community=community)
    yield https(found, community=community)
    yield _registry()


def _database(*, today: date) -> Iterator[Check]:
    about = _("Database")
    try:
        executor = MigrationExecutor(connection)
        behind = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError as error:
        cure = _("Put a backup back: alongside restore FILE --into DIR")
        yield stop(about, _("it cannot be read (%(reason)s).") % {"reason": str(error).splitlines()[0]}, cure)
        return
    if behind:
        yield attend(
            about, _("its tables are of another release."), _("They are renewed by: alongside serve")
        )
        return
    yield _sound()
    yield _trail(today=today)


def _sound() -> Check:
    if connection.vendor != "sqlite":
        return fine(_("Database"), _("PostgreSQL answers, and its tables are of this release."))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check(1)")
        (told,) = cursor.fetchone()
    if told == "ok":
        return fine(_("Database"), _("sound, and its tables are of this release."))
    return stop(_("Database"), str(told), _("Put a backup back: alongside restore FILE --into DIR"))


def _trail(*, today: date) -> Check:
    about, newest = _("Audit trail"), date.min
    with asking() as ask:
        rows = list(trail(ask))
    chain = chain_of(rows)
    newest = max((row.day for row, _claimed in rows), default=date.min)
    if chain.breaks_at is not None:
        why = _("row %(number)d was changed, added or removed.") % {"number": chain.breaks_at}
        return stop(about, why, _("Ask who can write to the database. See: alongside audit verify"))
    if newest > today:
        why = _("its newest row is of %(day)s, which is still to come.") % {"day": newest}
        return attend(about, why, _("Look at the clock of this machine."))
    count = ngettext("%(count)d row, unbroken.", "%(count)d rows, unbroken.", len(rows))
    return fine(about, count % {"count": len(rows)})


def running(found: Running | None) -> Check:
    """What a running server says of itself, its worker's heartbeat among it."""
    about = _("Server")
    if found is None:
        return fine(about, _("not running with this folder."))
    if found.failing is None:
        return attend(about, _("it was started, and does not answer."), _("Start it again: alongside serve"))
    if not found.failing:
        return fine(about, _("ready, and its worker's heart beats."))
    why = "; ".join(_(PARTS.get(part, part)) for part in found.failing)
    return stop(about, f"{why}.", _("Read what it printed, then start it again."))


def mail(*, community: bool) -> Check:
    """Mail leaves this machine where somebody waits for it."""
    about, kind = _("Mail"), settings.EMAIL_BACKEND.rsplit(".", 2)[-2]
    if not community:
        return fine(about, _("none is sent."))
    if kind in {"console", "locmem", "dummy", "filebased"}:
        return attend(
            about, _("it is not sent, only written here."), _("Set ALONGSIDE_MAIL_URL; see Settings.")
        )
    try:
        with closing(get_connection(timeout=5)) as sender:
            sender.open()
    except OSError as error:
        return stop(
            about,
            _("the mail server does not take it (%(reason)s).") % {"reason": error},
            _("Look at ALONGSIDE_MAIL_URL."),
        )
    return fine(
        about,
        _("the mail server answers. If others trust your mail (SPF, DKIM, DMARC) is not seen from here."),
    )


def hosts(*, community: bool) -> Check:
    """The pages answer under the names that were meant, and under no other."""
    about, names = _("Hosts"), list(settings.ALLOWED_HOSTS)
    if "*" in names:
        why = _("the pages answer under any name.")
        return stop(about, why, _("Name them: ALONGSIDE_HOSTS=allies.example.org"))
    if community and set(names) <= LOOPBACK:
        return attend(about, _("only this machine, for a trial."), "ALONGSIDE_HOSTS=allies.example.org")
    return fine(about, ", ".join(names))


def https(found: Running | None, *, community: bool) -> Check:
    """In a community, connections from other machines are private, and the settings say so to browsers."""
    about, transport = "https", found.transport if found and found.transport else settings.TRANSPORT
    if not community:
        return fine(about, _("not needed: the pages answer on this machine alone."))
    if transport == "plain":
        why = _("none: a trial, on this machine alone.")
        return attend(about, why, _("alongside serve --community --behind-proxy, or with --certificate"))
    wrong = [each for each in run_checks(include_deployment_checks=True) if not each.is_silenced()]
    if wrong:
        return attend(about, f"{wrong[0].id}: {wrong[0].msg}", str(wrong[0].hint or _("See the guide.")))
    told = {"proxy": _("a proxy in front speaks it."), "tls": _("the server speaks it.")}
    return fine(about, told[transport])


def _registry() -> Check:
    about, missing = _("Privacy registry"), registry.unexplained()
    if missing:
        why = _("nothing says why %(field)s is kept.") % {"field": missing[0]}
        return stop(about, why, _("Remove what you added to the program, or add its row to privacy.toml."))
    return fine(about, _("each of %(count)d fields says why it is kept.") % {"count": len(registry.rows())})
