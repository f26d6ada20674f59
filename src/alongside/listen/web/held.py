"""Results of a look, held in memory for a while, so that going back or loading again does not lose them.

Nothing of it reaches the disk. Limits: one process; another process, or a restart, has forgotten them.
"""

import secrets
import threading
import time
from collections import OrderedDict
from typing import Final
from uuid import UUID

from alongside.listen.summary import Report

HELD_S: Final = 60 * 60
HELD_MOST: Final = 20
"""An hour, and twenty results in all (our choices)."""


class Held:
    """A few reports by random ticket, each for the member who looked."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._reports: OrderedDict[str, tuple[float, UUID, Report]] = OrderedDict()

    def put(self, report: Report, *, owner: UUID) -> str:
        """Hold a report; the ticket that finds it again."""
        ticket = secrets.token_urlsafe(12)
        with self._lock:
            self._reports[ticket] = (time.monotonic() + HELD_S, owner, report)
            while len(self._reports) > HELD_MOST:
                self._reports.popitem(last=False)
        return ticket

    def get(self, ticket: str, *, owner: UUID) -> Report | None:
        """The report, None where it is somebody else's, too old, or not there."""
        with self._lock:
            until, whose, report = self._reports.get(ticket, (0.0, owner, None))
        return report if whose == owner and time.monotonic() < until else None

    def forget_all(self, *, owner: UUID) -> None:
        """Forget everything of a member, as when they erase their data."""
        with self._lock:
            for ticket in [key for key, (_until, whose, _report) in self._reports.items() if whose == owner]:
                del self._reports[ticket]


HELD: Final = Held()
