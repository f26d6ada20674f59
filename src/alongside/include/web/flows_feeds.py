"""Secret calendar addresses: made, renewed, ended. The token is shown once; only its hash is kept."""

import hashlib
import secrets
from datetime import date
from typing import Final

from alongside.include.web.models import CalendarFeed
from alongside.web.keeper import append_to_trail
from alongside.web.models import Circle, Member
from alongside.web.policy import require
from alongside.web.writing import writing

OCTETS: Final = 16
"""128 random bits: nobody guesses an address."""


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def make_feed(member: Member, circle: Circle | None, *, titles: bool, today: date) -> str:
    """A fresh address, whose token this returns; the one before it, if any, opens nothing from now on."""
    if circle is not None:
        require(member, "circle.read", circle)
    token = secrets.token_urlsafe(OCTETS)
    with writing():
        CalendarFeed.objects.filter(member=member, circle=circle).delete()
        CalendarFeed.objects.create(
            member=member, circle=circle, token_hash=hash_of(token), titles=titles, made=today
        )
        append_to_trail("feed.make", actor=member, today=today)
    return token


def end_feed(member: Member, circle: Circle | None, *, today: date) -> None:
    """End an address; nothing happens where there is none."""
    with writing():
        ended, _kinds = CalendarFeed.objects.filter(member=member, circle=circle).delete()
        if ended:
            append_to_trail("feed.end", actor=member, today=today)
