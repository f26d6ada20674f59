"""What is kept of practising: when a skill comes back and what was shown, each deed one transaction.

Called at an end only. No choice, answer or reply comes in here; of a rating only the date it moves is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid4

from alongside.core.deeds import Deed, Entry, Keeper
from alongside.practise import keeping
from alongside.practise.keeping import Skill, read_skills, save_schedule, whole_day
from alongside.practise.schedule import Memory, Rating, reschedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """One thing that was practised to its end: for which skill, how it went, under which key it was shown."""

    skill: str
    rating: Rating
    shown: str


def finish(keeper: Keeper, done: Sequence[Rehearsal], *, now: datetime) -> None:
    """Keep when the skills come back. The first time of a day counts; another way on the same day does not.

    Where a skill was met twice in one go, the harder time counts.
    """
    held = read_skills(keeper)
    put: dict[UUID, Entry] = {}
    for name in dict.fromkeys(each.skill for each in done):
        mine = [each for each in done if each.skill == name]
        skill = _after(held.get(name), mine, now=now)
        put |= save_schedule(skill, day=now.date()).put
    if put:
        keeper.carry_out(Deed(action="practise.save_schedule", put=put), today=now.date())


def was_easy(keeper: Keeper, skill: str, before: Memory | None, *, now: datetime) -> bool:
    """Let a skill that was practised today come back later, as if `before` had gone easily; say whether."""
    held = read_skills(keeper).get(skill)
    if held is None or held.memory.last != whole_day(now):
        return False
    memory = reschedule(before, Rating.EASY, now=whole_day(now))
    keeper.carry_out(save_schedule(replace(held, memory=memory), day=now.date()), today=now.date())
    return True


def forget(keeper: Keeper, *, today: date) -> None:
    """Forget every schedule."""
    keeping.forget(keeper, today=today)


def _after(held: Skill | None, done: Sequence[Rehearsal], *, now: datetime) -> Skill:
    day = whole_day(now)
    seen: Mapping[str, int] = held.seen if held else {}
    counted = dict(seen)
    for each in done:
        counted[each.shown] = counted.get(each.shown, 0) + 1
    if held and held.memory.last == day:
        return replace(held, seen=counted)
    rating = min(each.rating for each in done)
    memory = reschedule(held.memory if held else None, rating, now=day)
    return Skill(id=held.id if held else uuid4(), name=done[0].skill, memory=memory, seen=counted)
