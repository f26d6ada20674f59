"""Names in a circle, against those that are in use there."""

from random import SystemRandom

from alongside.include import names
from alongside.web.models import Circle, Membership, Standing


def taken(circle: Circle) -> tuple[str, ...]:
    """Every name that somebody has in the circle, also those who ask to come in."""
    rows = Membership.objects.filter(circle=circle).exclude(state=Standing.LEFT).select_related("member")
    return tuple(row.shown_name for row in rows)


def pseudonym_for(circle: Circle, given: str) -> str:
    """The name somebody chose for this circle alone; "" keeps the account's name. Raises Refused."""
    return names.check(given, taken=taken(circle)) if given.strip() else ""


def proposed(circle: Circle | None = None) -> str:
    """A name by chance, unguessable and made from nothing about anybody."""
    return names.propose(taken=taken(circle) if circle else (), chance=SystemRandom())
