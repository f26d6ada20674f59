"""What a room puts into a member's letter: one line a thing, and the page that tells more.

A room names its function in `rooms.ROOMS`; the letter asks each. No room knows another.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module

from alongside.rooms import ROOMS
from alongside.web.models import Circle, Member


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLine:
    """One line. `section` is asks, events, thanks, amplified, history or own; `url` is one of our own paths.

    `circle` is the circle it is of: what is of a hidden one is told as "something waits", and nothing more.
    """

    section: str
    text: str
    url: str
    circle: Circle | None = None


DigestFunction = Callable[..., Sequence[DigestLine]]


@cache
def _functions() -> tuple[DigestFunction, ...]:
    named = (room.digest.split(":") for room in ROOMS if room.digest)
    return tuple(getattr(import_module(module), name) for module, name in named)


def lines_for(member: Member, *, today: date) -> tuple[DigestLine, ...]:
    """What the rooms have for a member's letter, in their order."""
    return tuple(line for give in _functions() for line in give(member, today=today))
