"""The browser's keeper of sealed entries, and the audit trail that every deed leaves a row in."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from django.db import OperationalError, connection

from alongside.core.deeds import Deed, Stored
from alongside.core.language import gettext as _
from alongside.core.ledger import open_rows, select_entries
from alongside.core.problems import Trouble
from alongside.core.trail import GENESIS, TrailRow, link
from alongside.core.vault import Sealed, Unlocked, week_of
from alongside.web.models import AuditRow, Member, SealedEntry
from alongside.web.writing import writing

_TRAIL_LOCK = 0x616C6F6E67  # "along": any number that nothing else on the server uses


class Taken(Trouble):
    """An entry's id is used by another member's entry."""


class DjangoKeeper:
    """A `core.deeds.Keeper` over Django's tables, on SQLite and PostgreSQL alike."""

    def __init__(self, vault: Unlocked, *, actor: Member) -> None:
        self._vault = vault
        self._actor = actor

    def entries(self, room: str, *kinds: str) -> Sequence[Stored]:
        """The entries of these kinds, oldest day first, opened."""
        return self.gather([(room, kind) for kind in kinds])

    def gather(self, wanted: Sequence[tuple[str, str]]) -> Sequence[Stored]:
        """The entries of these rooms and kinds, read at once, oldest day first, opened."""
        shelves = [self._vault.shelf(room, kind) for room, kind in wanted]
        # A year is 300 rows, and a model's query costs four times what the database itself asks for them.
        with connection.cursor() as cursor:
            cursor.execute(select_entries(len(shelves), mark="%s"), shelves)
            rows = cursor.fetchall()
        return open_rows(self._vault, rows)

    def carry_out(self, deed: Deed, *, today: date) -> None:
        """Do the deed and write its audit row in one transaction."""
        with writing():
            kept = SealedEntry.objects.in_bulk(list(deed.put))
            if any(bytes(row.key_id) != self._vault.key_id for row in kept.values()):
                raise Taken(
                    "",
                    _("one of these entries belongs to somebody else here."),
                    _("Bring back an export of your own."),
                )
            for entry_id, entry in deed.put.items():
                before = kept.get(entry_id)
                sealed = self._vault.seal(
                    entry, entry_id=entry_id, version=before.version + 1 if before else 1
                )
                _put(sealed, week=before.week if before else week_of(today))
            SealedEntry.objects.filter(id__in=deed.drop, key_id=self._vault.key_id).delete()
            append_to_trail(deed.action, actor=self._actor, today=today)

    def close(self) -> None:
        """Forget the key."""
        self._vault.close()

    def erase(self, *, today: date) -> None:
        """Remove every entry of the person, of all rooms; then shrink the file, so that no copy stays."""
        with writing():
            SealedEntry.objects.filter(key_id=self._vault.key_id).delete()
            append_to_trail("vault.erase", actor=self._actor, today=today)
        if connection.vendor == "sqlite":
            # Somebody reading right now keeps the file from shrinking; the rows are overwritten all the same.
            with suppress(OperationalError), connection.cursor() as cursor:
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def append_to_trail(action: str, *, actor: Member | None, today: date) -> None:
    """Add one row to the audit trail; call it inside the deed's own transaction.

    What happens with time alone, such as the end of a post, has no actor; nor has what somebody without an
    account does by a link that was sent to them.
    """
    _wait_for_trail()
    last = AuditRow.objects.order_by("-sequence").first()
    sequence, previous = (last.sequence + 1, bytes(last.hash)) if last else (1, GENESIS)
    who = actor.id.hex if actor else ""
    row = TrailRow(sequence=sequence, day=today, actor=who, action=action)
    AuditRow.objects.create(
        sequence=row.sequence,
        day=row.day,
        actor=row.actor,
        action=row.action,
        object_id=row.object_id,
        result=row.result,
        hash=link(previous, row),
    )


def _wait_for_trail() -> None:
    """On PostgreSQL several processes write: they append one after the other, until each has committed."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TRAIL_LOCK])


def _put(sealed: Sealed, *, week: date) -> None:
    SealedEntry.objects.update_or_create(
        id=sealed.entry_id,
        defaults={
            "key_id": sealed.key_id,
            "version": sealed.version,
            "week": week,
            "bucket": sealed.bucket,
            "shelf": sealed.shelf,
            "box": sealed.box,
        },
    )
