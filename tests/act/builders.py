"""What the tests of this room are made of: acts, commitments, a catalogue and a keeper in memory."""

import json
import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from alongside.act.acts import Act, ActKind
from alongside.act.away import Away
from alongside.act.catalogue import Catalogue, from_entries
from alongside.act.commitments import Commitment, Outcome
from alongside.core.deeds import Deed, Entry, Stored
from alongside.core.practices import Practice

TODAY = date(2026, 3, 12)  # a Thursday


def chance(seed: int | str) -> random.Random:
    """Seeded chance, so that a simulation says the same twice."""
    return random.Random(seed)  # noqa: S311 -- no secret comes of it


def number(n: int) -> UUID:
    return UUID(int=n)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def an_act(  # noqa: PLR0913 -- one field each
    days: int = 0,
    practice: Practice = Practice.AMPLIFY,
    effort: int = 3,
    *,
    n: int = 1,
    kind: ActKind = ActKind.ACT,
    confirmed: bool = False,
    reflected: bool = False,
    commitment: UUID | None = None,
    action: str = "",
) -> Act:
    return Act(
        id=number(n),
        day=days_ago(days),
        practice=practice,
        effort=effort,
        kind=kind,
        what="thanked Mina by name",
        commitment=commitment,
        action=action,
        confirmed=confirmed,
        reflected=reflected,
    )


def a_commitment(  # noqa: PLR0913 -- one field each
    made: int = 60,
    due: int | None = None,
    *,
    n: int = 100,
    weekly: bool = False,
    closed: int | None = None,
    outcome: Outcome = Outcome.OPEN,
    action: str = "",
    effort: int = 2,
) -> Commitment:
    return Commitment(
        id=number(n),
        cue="the stand-up begins",
        act="name who had the idea",
        practice=Practice.AMPLIFY,
        effort=effort,
        made=days_ago(made),
        due=None if due is None else days_ago(due),
        weekly=weekly,
        action=action,
        closed=None if closed is None else days_ago(closed),
        outcome=outcome,
    )


def away(first: int, last: int, n: int = 200) -> Away:
    return Away(id=number(n), first=days_ago(first), last=days_ago(last))


def an_entry(practice: Practice, k: int, **other: object) -> Mapping[str, object]:
    return {
        "id": f"{practice}-{k:02}",
        "title": f"{practice.label} {k}",
        "practice": str(practice),
        "level": "first",
        "mode": "proactive",
        "reach": "few",
        "effort": 1 + k % 5,
        "minutes": 5,
        "places": ["work"],
        "roles": ["any"],
        "occasions": ["any"],
        "cue": "the meeting begins",
        "act": "ask who has not spoken",
        "why": "Because it helps.",
        "safety": "",
        "source": "",
        "provenance": "",
        "review": "",
    } | other


def a_catalogue(each: int = 5) -> Catalogue:
    """Eight practices with `each` actions of effort 1 to 5, for anybody, on any occasion."""
    return from_entries([an_entry(practice, k) for practice in Practice for k in range(each)])


class KeeperInMemory:
    """Keeps entries in a dict: oldest day first, all of a deed or nothing."""

    def __init__(self) -> None:
        self.shelf: dict[UUID, Stored] = {}
        self.trail: list[tuple[date, str]] = []

    def entries(self, room: str, *kinds: str) -> Sequence[Stored]:
        mine = [s for s in self.shelf.values() if s.entry.room == room and s.entry.kind in kinds]
        return sorted(mine, key=lambda stored: stored.entry.day)

    def carry_out(self, deed: Deed, *, today: date) -> None:
        for id_, entry in deed.put.items():
            self.shelf[id_] = Stored(id=id_, version=self._version(id_) + 1, entry=as_json(entry))
        for id_ in deed.drop:
            del self.shelf[id_]
        self.trail.append((today, deed.action))

    def erase(self, *, today: date) -> None:
        self.shelf.clear()
        self.trail.append((today, "vault.erase"))

    def _version(self, id_: UUID) -> int:
        return self.shelf[id_].version if id_ in self.shelf else 0


def as_json(entry: Entry) -> Entry:
    """The entry after a journey through JSON, as a real keeper would give it back."""
    return Entry(
        room=entry.room,
        kind=entry.kind,
        day=entry.day,
        body=json.loads(json.dumps(entry.body)),
        practice=entry.practice,
    )
