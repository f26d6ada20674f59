"""Results held in memory for a while, so that going back or loading again does not lose them.

Nothing of it reaches the disk. Limits: one process; another process, or a restart, has forgotten them.
"""

import secrets
import threading
import time
from collections import OrderedDict
from typing import Final
from uuid import UUID

HELD_S: Final = 60 * 60
HELD_MOST: Final = 20
"""An hour, and twenty results in all (our choices)."""


class Held:
    """A few results by random ticket, each for the member it was made for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._results: OrderedDict[str, tuple[float, UUID, object]] = OrderedDict()

    def put(self, result: object, *, owner: UUID) -> str:
        """Hold a result; the ticket that finds it again."""
        ticket = secrets.token_urlsafe(12)
        with self._lock:
            self._results[ticket] = (time.monotonic() + HELD_S, owner, result)
            while len(self._results) > HELD_MOST:
                self._results.popitem(last=False)
        return ticket

    def get(self, ticket: str, *, owner: UUID) -> object | None:
        """The result, None where it is somebody else's, too old, or not there."""
        with self._lock:
            until, whose, result = self._results.get(ticket, (0.0, owner, None))
        return result if whose == owner and time.monotonic() < until else None

    def forget_all(self, *, owner: UUID) -> None:
        """Forget everything of a member, as when they erase their data."""
        with self._lock:
            for ticket in [key for key, (_until, whose, _result) in self._results.items() if whose == owner]:
                del self._results[ticket]


HELD: Final = Held()
