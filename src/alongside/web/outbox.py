"""The outbox: what a deed sends is written with the deed, and sent afterwards at least once.

A row goes when the other side has taken it. If the machine stops between the two, the row is sent again under
the same id, so that whoever gets it twice can tell. What fails waits longer each time, and is parked at last.
"""

import logging
import smtplib
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import import_module
from typing import Final, Protocol
from uuid import UUID, uuid4

from django.db import connection

from alongside.core.problems import Trouble
from alongside.web.mail import line
from alongside.web.models import OutboxRow
from alongside.web.outbound import NotAllowed
from alongside.web.writing import writing

WAITS: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 2 * 60, 12 * 60, 24 * 60))
"""After each failure (our choice); when they are used up the row is parked."""
SPELL_S: Final = 30.0
"""How long one spell of sending may take (our choice): the worker has more to do each minute."""
BATCH: Final = 250
"""Rows read at once (our choice): what letters need is read for so many together."""
PARKED_FOR: Final = timedelta(days=30)
"""How long a parked row is kept for somebody to look at it (our choice)."""
SENDERS: Final[Mapping[str, str]] = {
    "mail": "alongside.web.mail:send_row",
    "letter": "alongside.include.web.letters:send",
    "news": "alongside.include.web.posting:send",
}
"""Who sends what kind of row: "module:function", by name so that nothing is imported before it is needed."""
_log = logging.getLogger(__name__)


class Sender(Protocol):
    """Sends a row, or raises; `at` is when, and `among` the rows of its batch, to read for all at once."""

    def __call__(self, row: OutboxRow, *, at: datetime, among: Sequence[OutboxRow]) -> None:
        """Send it."""


def put(kind: str, payload: Mapping[str, object], *, now: datetime) -> UUID:
    """Add one row; its id. Call it inside the deed's own transaction."""
    return put_all(kind, [payload], now=now)[0]


def put_all(kind: str, payloads: Iterable[Mapping[str, object]], *, now: datetime) -> tuple[UUID, ...]:
    """Add a row for each; their ids. Call it inside the deed's own transaction."""
    if not connection.in_atomic_block:
        message = "a row of the outbox is written in the transaction of the deed it belongs to"
        raise RuntimeError(message)
    due = now.astimezone(UTC)
    rows = [OutboxRow(id=uuid4(), kind=kind, payload=dict(payload), due=due) for payload in payloads]
    OutboxRow.objects.bulk_create(rows, batch_size=500)
    return tuple(row.id for row in rows)


def deliver(*, now: datetime, within_s: float = SPELL_S) -> int:
    """Send what is due, for as long as a spell lasts; how many were taken."""
    at, end, taken = now.astimezone(UTC), time.monotonic() + within_s, 0
    _forget_long_parked(at=at)
    with line():
        while rows := list(OutboxRow.objects.filter(parked=False, due__lte=at).order_by("due", "id")[:BATCH]):
            for row in rows:
                taken += _try(row, at=at, among=rows)
                if time.monotonic() > end:
                    return taken
    return taken


def try_again(id: UUID, *, now: datetime) -> None:
    """Send a parked row once more, from the beginning of the waits."""
    due = now.astimezone(UTC)
    OutboxRow.objects.filter(id=id, parked=True).update(parked=False, tries=0, due=due)


def drop(id: UUID) -> None:
    """Let a parked row go unsent."""
    OutboxRow.objects.filter(id=id, parked=True).delete()


def _forget_long_parked(*, at: datetime) -> None:
    old = OutboxRow.objects.filter(parked=True, due__lt=at - PARKED_FOR)
    if old.exists():
        with writing():
            old.delete()


def _try(row: OutboxRow, *, at: datetime, among: Sequence[OutboxRow]) -> bool:
    """Whether it was taken."""
    try:
        _sender(row.kind)(row, at=at, among=among)
    except NotAllowed as refused:  # no waiting makes a wrong address right
        _put_back(row, at=at, trouble=refused.cause, park=True)
    except Trouble as trouble:
        _put_back(row, at=at, trouble=trouble.cause)
    except (OSError, smtplib.SMTPException) as error:
        code = getattr(error, "smtp_code", "")
        _put_back(row, at=at, trouble=f"{type(error).__name__} {code}".strip())
    except Exception as error:
        _log.exception("a row of the outbox could not be sent")  # and the rows behind it still are
        _put_back(row, at=at, trouble=type(error).__name__)
    else:
        with writing():
            row.delete()
        return True
    return False


def _put_back(row: OutboxRow, *, at: datetime, trouble: str, park: bool = False) -> None:
    row.trouble = trouble[:80]
    row.parked = park or row.tries >= len(WAITS)
    row.due = at if row.parked else at + WAITS[row.tries]
    row.tries += 1
    with writing():
        row.save(update_fields=["trouble", "parked", "due", "tries"])


@cache
def _sender(kind: str) -> Sender:
    module, _colon, function = SENDERS[kind].partition(":")
    found: Sender = getattr(import_module(module), function)
    return found
