"""What other rooms would put beside the week's three on Today: at most one small thing each.

A room names its function in `rooms.ROOMS`; Today asks each and lays the answers out. No room knows another.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import import_module

from alongside.core.deeds import Keeper
from alongside.rooms import ROOMS
from alongside.web.parts import Offer

OfferFunction = Callable[..., Offer | None]


@cache
def _functions() -> tuple[OfferFunction, ...]:
    named = (room.offer.split(":") for room in ROOMS if room.offer)
    return tuple(getattr(import_module(module), name) for module, name in named)


def offers(keeper: Keeper, *, today: date) -> tuple[Offer, ...]:
    """What the rooms offer today, in their order; a room with nothing to offer is left out."""
    made = (offer(keeper, today=today) for offer in _functions())
    return tuple(each for each in made if each is not None)
