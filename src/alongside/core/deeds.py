"""One deed, one transaction, one trace: what a person does, as data, before any database hears of it.

Engines build a `Deed`; a `Keeper` carries it out: all sealed writes and the audit row together, or nothing.
The terminal and the browser each have a keeper over the same table, so both doors do the same thing by
construction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol
from uuid import UUID


class Entry(NamedTuple):
    """One private entry before sealing. `body` holds JSON values; `kind` is the room's own word ("act").

    This and `Stored` are tuples by name: a page makes a year of them, and a dataclass costs twice as much.
    """

    room: str
    kind: str
    day: date
    body: Mapping[str, object]
    practice: str = ""


class Stored(NamedTuple):
    """An entry as opened from the shelf: its random id, and how often it was written (from 1)."""

    id: UUID
    version: int
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is to be done: `action` names it in the audit trail; `put` writes or replaces, `drop` removes."""

    action: str
    put: Mapping[UUID, Entry] = field(default_factory=dict)
    drop: tuple[UUID, ...] = ()


class Reader(Protocol):
    """Something that a member's entries can be read from."""

    def entries(self, room: str, *kinds: str) -> Sequence[Stored]:
        """The entries of these kinds (at least one), oldest day first, opened."""
        ...


class Keeper(Reader, Protocol):
    """Something that keeps a member's sealed entries."""

    def carry_out(self, deed: Deed, *, today: date) -> None:
        """Do it in one transaction with its audit row. Raises Trouble and writes nothing where it cannot."""
        ...

    def erase(self, *, today: date) -> None:
        """Remove every entry of the person, of all rooms, and whatever the database keeps of them."""
        ...
