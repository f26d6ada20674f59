"""What a room puts into a member's letter: one line a thing, and the page that tells more.

A room names its function in `rooms.ROOMS`; the letters ask each. No room knows another. Two thousand letters
are written in one night, so a room reads once for a whole batch of members and then tells each their own.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from uuid import UUID

from alongside.rooms import ROOMS
from alongside.web.asked import remembering
from alongside.web.belonging import as_noted
from alongside.web.models import Circle, Member, Membership, Standing
from alongside.web.policy import duties_noted


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLine:
    """One line. `section` is asks, events, thanks, amplified, history or own; `url` is one of our own paths.

    `circle` is the circle it is of: what is of a hidden one is told as "something waits", and nothing more.
    """

    section: str
    text: str
    url: str
    circle: Circle | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Whose letters are written together, and where each of them is active; read once for all rooms."""

    members: Sequence[Member]
    held: Mapping[UUID, Sequence[Membership]]

    def circles_of(self, member: Member) -> frozenset[UUID]:
        """The circles somebody is in."""
        return frozenset(each.circle_id for each in self.held.get(member.pk, ()))

    @property
    def circles(self) -> frozenset[UUID]:
        """The circles any of them is in."""
        return frozenset(each.circle_id for own in self.held.values() for each in own)


Lines = Callable[[Member], Sequence[DigestLine]]
"""What one of the readers is told, in the language of the moment."""
DigestFunction = Callable[..., Lines]
"""Called with the readers and `today=`; what it reads, it reads here, for all of them."""


@cache
def _functions() -> tuple[DigestFunction, ...]:
    named = (room.digest.split(":") for room in ROOMS if room.digest)
    return tuple(getattr(import_module(module), name) for module, name in named)


def readers(members: Sequence[Member]) -> Readers:
    """These members, with where they are active."""
    found = Membership.objects.filter(member__in=members, state=Standing.ACTIVE).order_by("id")
    by_id = {each.pk: each for each in members}
    held: dict[UUID, list[Membership]] = {each.pk: [] for each in members}
    for row in found.prefetch_related("circle", "accepted"):
        row.member = by_id[row.member_id]
        held[row.member_id].append(row)
    return Readers(members=members, held=held)


def prepare(members: Sequence[Member], *, today: date) -> Lines:
    """What the rooms have for each of these members' letters, in the order of the rooms.

    What the rooms' rules ask about a member is known beforehand, too.
    """
    among = readers(members)
    given = [prepared(among, today=today) for prepared in _functions()]
    noted = duties_noted(members) | as_noted(each for own in among.held.values() for each in own)

    def lines(member: Member) -> tuple[DigestLine, ...]:
        with remembering(noted):
            return tuple(line for give in given for line in give(member))

    return lines


def lines_for(member: Member, *, today: date) -> Sequence[DigestLine]:
    """What the rooms have for one member's letter."""
    return prepare([member], today=today)(member)
