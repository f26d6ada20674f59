"""What the tests of this room are made of: works, cards, answers and a keeper in memory."""

import random
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from alongside.core.deeds import Deed, Entry, Stored
from alongside.core.grounds import Ground
from alongside.core.practices import Practice
from alongside.learn.assess import Answer, Occasions, Profile, Share, Stall, assess
from alongside.learn.cards import Card, CardSource, Span
from alongside.learn.library import Library, Resource, Type, library_of
from alongside.learn.small_deeds import Doing

TODAY = date(2026, 3, 12)  # a Thursday


def chance(seed: int | str) -> random.Random:
    """Seeded chance, so that a simulation says the same twice."""
    return random.Random(seed)  # noqa: S311 -- no secret comes of it


def number(n: int) -> UUID:
    return UUID(int=n)


def a_work(id: str = "some-work", **fields: object) -> Resource:
    told = {
        "title": id.replace("-", " ").capitalize(),
        "authors": ("Somebody",),
        "type": Type.ARTICLE,
        "level": 2,
        "minutes": 10,
        "practices": (Practice.LISTEN,),
        "why": "A plain way in.",
    }
    return Resource(id=id, **{**told, **fields})


def a_card(id: str = "some-card", day: str = "1955-12-05", **fields: object) -> Card:
    told = {
        "title": id.replace("-", " ").capitalize(),
        "topic": "civil-rights",
        "date": Span(first=date.fromisoformat(day)),
        "places": ("Somewhere",),
        "practices": (Practice.ADVOCATE,),
        "led_by": f"The people of {id}",
        "what_happened": f"What happened at {id}.",
        "what_allies_did": f"What allies did at {id}.",
        "what_it_changed": f"What {id} changed.",
        "sources": (CardSource(cite="A book", publisher="A house", url="https://example.org/a"),),
    }
    return Card(id=id, **{**told, **fields})


def a_library(size: int, **fields: object) -> Library:
    """So many works for each practice, over three levels and all sorts."""
    sorts = tuple(Type)
    return library_of(
        [
            a_work(
                f"{practice.value}-{n:02}",
                practices=(practice,),
                level=1 + n % 3,
                type=sorts[n % len(sorts)],
                grounds=(tuple(Ground)[n % 16],),
                **fields,
            )
            for practice in Practice
            for n in range(size)
        ]
    )


def doings() -> tuple[Doing, ...]:
    """A scene and an action for each practice."""
    return tuple(
        Doing(kind=kind, id=f"{kind}-{p.value}", title=f"{kind} {p.value}", practice=p, minutes=5)
        for p in Practice
        for kind in ("scene", "action")
    )


def answers(practice: Practice, *given: tuple[Occasions, Share | None]) -> list[Answer]:
    return [
        Answer(item=f"{practice.value}-{n}", practice=practice, occasions=occasions, acted=acted)
        for n, (occasions, acted) in enumerate(given)
    ]


def a_profile(shares: dict[Practice, Share], stalls: dict[Practice, Stall] | None = None) -> Profile:
    """Everything came up 3 to 5 times; in so many of them the person acted."""
    told = [a for p, share in shares.items() for a in answers(p, (Occasions.SOME, share))]
    return assess(told, stalls=stalls)


class Shelf:
    """A `core.deeds.Keeper` in memory, which also remembers what was done."""

    def __init__(self) -> None:
        self.held: dict[UUID, tuple[int, Entry]] = {}
        self.actions: list[str] = []

    def entries(self, room: str, *kinds: str) -> Sequence[Stored]:
        mine = [
            Stored(id=name, version=version, entry=entry)
            for name, (version, entry) in self.held.items()
            if entry.room == room and entry.kind in kinds
        ]
        return sorted(mine, key=lambda each: (each.entry.day, each.id))

    def carry_out(self, deed: Deed, *, today: date) -> None:
        del today
        for name, entry in deed.put.items():
            self.held[name] = (self.held.get(name, (0, entry))[0] + 1, entry)
        for name in deed.drop:
            self.held.pop(name, None)
        self.actions.append(deed.action)

    def erase(self, *, today: date) -> None:
        del today
        self.held.clear()
