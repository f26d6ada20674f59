"""The worker inside `serve`: one thread that does the periodic work each minute and stops with the server."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Final

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import close_old_connections, connection
from django.utils import timezone

from alongside.core.clock import now
from alongside.rooms import ROOMS
from alongside.web.links import drop_old_links, now_s
from alongside.web.outbox import deliver
from alongside.web.writing import writing

EVERY_S: Final = 60
LATE_S: Final = 180
"""Without a beat for three minutes `/readyz` says so."""

_TICK_LOCK: Final = 0x7469636B  # "tick"
_log = logging.getLogger(__name__)


class Worker:
    """The thread, and when it last beat."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="alongside-worker", daemon=True)
        self._beat_s = time.monotonic()

    def start(self) -> None:
        """Begin; calling it twice does nothing."""
        if not self._thread.is_alive():
            self._thread.start()

    def stop(self) -> None:
        """End after the work in hand."""
        self._stop.set()

    @property
    def is_late(self) -> bool:
        """True where the worker has not beaten for `LATE_S`."""
        return time.monotonic() - self._beat_s > LATE_S

    def _run(self) -> None:
        while not self._stop.wait(EVERY_S):
            try:
                tick()
                self._beat_s = time.monotonic()
            except Exception:
                _log.exception(
                    "periodic work did not finish"
                )  # it is idempotent: the next minute tries again
            finally:
                close_old_connections()


@contextmanager
def _alone() -> Iterator[bool]:
    """Whether this process does the work now: on PostgreSQL several are running, and one at a time ticks."""
    if connection.vendor != "postgresql":
        yield True
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [_TICK_LOCK])
        (held,) = cursor.fetchone()
        try:
            yield held
        finally:
            if held:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_TICK_LOCK])


def tick() -> None:
    """The periodic work of this minute, by one process alone."""
    with _alone() as alone:
        if alone:
            do_periodic_work()


def do_periodic_work() -> None:
    """The periodic work; safe to do twice: drop ended sessions and links nobody used, then the rooms' own."""
    drop_old_links(settings.DATA, now_s=now_s())
    ended = Session.objects.filter(expire_date__lt=timezone.now())
    if ended.exists():
        with writing():
            ended.delete()
    if settings.COMMUNITY:
        for named in (name for room in ROOMS for name in room.ticks):
            module, _colon, function = named.partition(":")
            getattr(import_module(module), function)(now=now())
        deliver(now=now())


WORKER: Final = Worker()
