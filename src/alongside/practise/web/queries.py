"""What comes back, and what is next: one clear thing to do, within the minutes somebody has."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import blake2b
from typing import Final

from alongside.core.deeds import Keeper, Reader
from alongside.practise.choosing import Played, choose
from alongside.practise.keeping import Skill, read_skills, seen_in
from alongside.practise.scenes import Scene
from alongside.practise.schedule import DAY_S, Memory, due, seconds_of
from alongside.practise.web import shelf

FIRST_SCENE: Final = "holiday-clash-01"
"""The first scene for somebody new (our choice: everyday words, and nobody is insulted in it)."""
MOST: Final = 3
"""How many things are named at once (our choice): one to do, and two beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """One thing to practise; `scene` and `way` where it is a scene. `returns`: it was met before.

    `beyond`: it is more than the day holds, for somebody who would like one more.
    """

    skill: str
    returns: bool
    beyond: bool = False
    scene: Scene | None = None
    way: Played | None = None

    @property
    def minutes(self) -> int:
        """About how many minutes it takes."""
        return shelf.minutes()[self.scene.id] if self.scene else -(-seconds_of(self.skill) // 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A skill that was met, and the day on which it comes back."""

    skill: str
    day: date


def next_up(
    keeper: Reader, *, minutes: int, today: date, most: int = MOST, most_s: int = 0
) -> tuple[Next, ...]:
    """What to practise today, first things first, each within these minutes.

    All together stay within `most_s` seconds of the day: five minutes unless somebody asked for more.
    """
    held = read_skills(keeper)
    short, fits = shelf.within(minutes)
    memories = {name: skill.memory for name, skill in held.items() if name in fits}
    first = shelf.scenes().find(FIRST_SCENE)
    if not held and first and first in short:
        return (_met(first.skill, held, [first]),)
    most_s = most_s or max(DAY_S, minutes * 60)
    returning = due(memories, now=_start(today), most_s=most_s)
    fresh = _fresh(memories, fits, today=today, most=most - len(returning), most_s=most_s)
    names = (*returning, *fresh)
    return tuple(_met(name, held, short) for name in names[:most])


def one_more(keeper: Reader, *, minutes: int, today: date) -> Next | None:
    """One thing beyond what the day holds: something new, else what comes back soonest; short if time is."""
    held = read_skills(keeper)
    every = shelf.scenes().scenes
    quick, short = shelf.within(minutes)
    new = sorted((short or shelf.skills()) - {*held}, key=lambda name: _lot(name, today))
    known = sorted(
        {*held} & shelf.skills(), key=lambda name: (name not in short, held[name].memory.due, name)
    )
    found = ((name, quick if name in short else every) for name in (*new, *known))
    return next((replace(_met(name, held, scenes), beyond=True) for name, scenes in found), None)


def is_enough(keeper: Keeper, *, today: date) -> bool:
    """Whether the five minutes of the day are used up."""
    held = read_skills(keeper)
    memories = {name: skill.memory for name, skill in held.items()}
    return bool(held) and not due(memories, now=_start(today), new=shelf.skills()) and _today(memories, today)


def waiting(keeper: Keeper) -> tuple[Waiting, ...]:
    """Every skill that comes back, soonest first."""
    skills = sorted(read_skills(keeper).values(), key=lambda skill: (skill.memory.due, skill.name))
    return tuple(Waiting(skill=skill.name, day=skill.memory.due.date()) for skill in skills)


def least_seen_way(keeper: Keeper, scene: Scene) -> Played:
    """The setting of this scene that was seen least."""
    way = choose([scene], scene.skill, seen_in(read_skills(keeper)))
    return way or Played(scene.id, scene.powers[0].id)


def _fresh(
    memories: Mapping[str, Memory], fits: Collection[str], *, today: date, most: int, most_s: int
) -> list[str]:
    """New skills for what is left of the day, in an order that is another one tomorrow."""
    taken: list[str] = []
    for name in sorted({*fits} - {*memories}, key=lambda name: _lot(name, today)):
        if len(taken) >= most:
            break
        if {*taken, name} <= {*due(memories, now=_start(today), new={*taken, name}, most_s=most_s)}:
            taken.append(name)
    return taken


def _lot(name: str, today: date) -> bytes:
    """Where a name stands today: no chance is in it, and no alphabet."""
    return blake2b(f"{today.isoformat()}/{name}".encode(), digest_size=8).digest()


def _met(name: str, held: Mapping[str, Skill], scenes: Sequence[Scene]) -> Next:
    if shelf.is_drill(name):
        return Next(skill=name, returns=name in held)
    way = choose(scenes, name, seen_in(held))
    scene = shelf.scenes().find(way.scene) if way else None
    return Next(skill=name, returns=name in held, scene=scene, way=way)


def _today(memories: Mapping[str, Memory], today: date) -> bool:
    return any(memory.last.date() == today for memory in memories.values())


def _start(today: date) -> datetime:
    return datetime(today.year, today.month, today.day, tzinfo=UTC)
