"""The journal of erasures done again on tables out of a backup, before anybody can start on them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import connection

from alongside.core.erasures import Erased, Kind
from alongside.web import privacy
from alongside.web.keeper import append_to_trail
from alongside.web.models import Member, SealedEntry
from alongside.web.writing import writing


def replay(erased: Sequence[Erased], *, today: date) -> int:
    """Erase again whatever of these is there, each with its row on the trail; how many that were."""
    return sum(_again(each, today=today) for each in erased)


def _again(each: Erased, *, today: date) -> bool:
    if each.kind is Kind.KEY:
        return _erase_key(bytes.fromhex(each.id), today=today)
    member = Member.objects.filter(pk=UUID(each.id), is_owner=False).first()
    if member is not None:
        privacy.erase(member, today=today)
    return member is not None


def _erase_key(key_id: bytes, *, today: date) -> bool:
    with writing():
        gone, _by_model = SealedEntry.objects.filter(key_id=key_id).delete()
        if gone:
            append_to_trail("vault.erase_again", actor=Member.objects.get(is_owner=True), today=today)
    return bool(gone)


def shrink() -> None:
    """Write the SQLite file anew, so that nothing of what was erased stays in it."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
