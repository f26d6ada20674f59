"""What is kept of practising: for each skill when it comes back, and what was shown, sealed. Nothing else.

Never kept: a choice, an answer, a reply, a rating. What fsrs' state gives away all the same, to somebody
who holds the key: the day of the last rehearsal and of the next, and, from `difficulty`, how the first one
went (it takes one of four values then) and roughly how the later ones did. Moments are cut to the day before
they are kept. Without the key a reader of the database sees how many skills were practised, how often each
was (the entry's version), and, in the audit trail, on which days; not which skills.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from alongside.core.deeds import Deed, Entry, Keeper, Reader, Stored
from alongside.practise.schedule import Memory, Rating, as_body, due, from_body, reschedule

ROOM: Final = "practise"
KIND: Final = "skill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One skill's schedule; `seen` counts how often each thing was shown (a drill's id, a scene's key)."""

    id: UUID
    name: str
    memory: Memory
    seen: Mapping[str, int]


def read_skills(keeper: Reader) -> Mapping[str, Skill]:
    """The person's skills by name."""
    return from_stored(keeper.entries(ROOM, KIND))


def from_stored(entries: Iterable[Stored]) -> Mapping[str, Skill]:
    """Entries of this room as skills by name."""
    return {skill.name: skill for skill in map(_skill, entries)}


def seen_in(skills: Mapping[str, Skill]) -> Mapping[str, int]:
    """How often anything was shown, over all skills."""
    return {shown: times for skill in skills.values() for shown, times in skill.seen.items()}


def least_seen(options: Iterable[str], seen: Mapping[str, int]) -> str:
    """The option shown least often, ties by its name: two returns differ until all were used.

    Raises ValueError where there is no option.
    """
    return min(options, key=lambda option: (seen.get(option, 0), option))


def whole_day(now: datetime) -> datetime:
    """The person's calendar day as a moment: at which hour somebody practised is nobody's business."""
    return datetime(now.year, now.month, now.day, tzinfo=UTC)


def due_today(keeper: Reader, *, now: datetime, new: Collection[str] = ()) -> tuple[str, ...]:
    """The skills to offer today: those that come back, then `new` ones, within five minutes."""
    memories = {name: skill.memory for name, skill in read_skills(keeper).items()}
    return due(memories, now=whole_day(now), new=new)


def returned(  # noqa: PLR0913  # the port's three, and what the door brings
    keeper: Keeper, skill: str, rating: Rating, *, shown: Sequence[str], id: UUID, now: datetime
) -> Skill:
    """Keep that a skill was rehearsed and what was shown; `id` is used where it was not kept before."""
    held = read_skills(keeper).get(skill)
    memory = reschedule(held.memory if held else None, rating, now=whole_day(now))
    seen = dict(held.seen) if held else {}
    for each in shown:
        seen[each] = seen.get(each, 0) + 1
    kept = Skill(id=held.id if held else id, name=skill, memory=memory, seen=seen)
    keeper.carry_out(save_schedule(kept, day=now.date()), today=now.date())
    return kept


def forget(keeper: Keeper, *, today: date) -> int:
    """Forget every schedule, and say how many there were."""
    held = keeper.entries(ROOM, KIND)
    if held:
        keeper.carry_out(forget_all(held), today=today)
    return len(held)


def save_schedule(skill: Skill, *, day: date) -> Deed:
    """The deed that keeps one skill's schedule."""
    body = {**as_body(skill.memory), "skill": skill.name, "seen": dict(skill.seen)}
    return Deed(
        action="practise.save_schedule", put={skill.id: Entry(room=ROOM, kind=KIND, day=day, body=body)}
    )


def forget_all(held: Iterable[Stored]) -> Deed:
    """The deed that removes every schedule."""
    return Deed(action="practise.forget_all", drop=tuple(each.id for each in held))


def _skill(stored: Stored) -> Skill:
    body = stored.entry.body
    seen = body.get("seen")
    return Skill(
        id=stored.id,
        name=str(body.get("skill", "")),
        memory=from_body(body),
        seen={str(name): int(times) for name, times in seen.items()} if isinstance(seen, Mapping) else {},
    )
