"""The worker inside `serve`: one thread that does the periodic work each minute and stops with the server."""

import logging
import threading
import time
from typing import Final

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import close_old_connections
from django.utils import timezone

from alongside.web.links import drop_old_links, now_s
from alongside.web.writing import writing

EVERY_S: Final = 60
LATE_S: Final = 180
"""Without a beat for three minutes `/readyz` says so."""

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


def tick() -> None:
    """The periodic work; safe to do twice: drop ended sessions and links nobody used."""
    drop_old_links(settings.DATA, now_s=now_s())
    ended = Session.objects.filter(expire_date__lt=timezone.now())
    if ended.exists():
        with writing():
            ended.delete()


WORKER: Final = Worker()
