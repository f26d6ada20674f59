"""What the page Look reads: the results that were kept."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.core.deeds import Keeper, Stored
from alongside.listen.keeping import KIND, ROOM


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLook:
    """One result as the list shows it: when, which meeting, and what was found, in sentences."""

    id: UUID
    day: date
    title: str
    found: tuple[str, ...]


def kept_looks(keeper: Keeper) -> tuple[KeptLook, ...]:
    """The results that were kept, latest first."""
    return tuple(_kept(stored) for stored in reversed(keeper.entries(ROOM, KIND)))


def _kept(stored: Stored) -> KeptLook:
    body = stored.entry.body
    held = body.get("findings")
    findings = held if isinstance(held, list) else []
    found = tuple(str(each.get("what", "")) for each in findings if isinstance(each, dict))
    return KeptLook(id=stored.id, day=stored.entry.day, title=str(body.get("title", "")), found=found)
