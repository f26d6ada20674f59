"""What other rooms would put beside the week's three on Today: at most one small thing each.

A room names its function in `rooms.ROOMS`; Today asks each and lays the answers out. No room knows another.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from importlib import import_module

from alongside.core.deeds import Reader, Stored
from alongside.rooms import ROOMS
from alongside.web.keeper import DjangoKeeper
from alongside.web.parts import Offer

OfferFunction = Callable[..., Offer | None]


class ReadTogether:
    """What several rooms keep, read with one question to the database and held for one request."""

    def __init__(self, keeper: DjangoKeeper, *rooms: str) -> None:
        """Read everything of these rooms, and of those that put something on Today."""
        named = (room for room in ROOMS if room.name in rooms or room.offer)
        self._held = keeper.gather([(room.name, kind) for room in named for kind in room.keeps])

    def entries(self, room: str, *kinds: str) -> Sequence[Stored]:
        """The entries of these kinds, oldest day first."""
        return [each for each in self._held if each.entry.room == room and each.entry.kind in kinds]


@cache
def _functions() -> tuple[OfferFunction, ...]:
    named = (room.offer.split(":") for room in ROOMS if room.offer)
    return tuple(getattr(import_module(module), name) for module, name in named)


def offers(keeper: Reader, *, today: date) -> tuple[Offer, ...]:
    """What the rooms offer today, in their order; a room with nothing to offer is left out."""
    made = (offer(keeper, today=today) for offer in _functions())
    return tuple(each for each in made if each is not None)
