"""What the pages of this room read: the opened diary, the week's plan, the rhythm."""

from dataclasses import dataclass
from datetime import date, timedelta

from alongside.act.acts import Act
from alongside.act.catalogue import Catalogue
from alongside.act.commitments import Commitment
from alongside.act.diary import Diary, read_diary
from alongside.act.plan import WeekPlan, next_steps, swap_all
from alongside.act.rhythm import Rhythm, rhythm
from alongside.act.standing import History
from alongside.act.words import monday_of
from alongside.core.deeds import Keeper


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A person's week as of `today`."""

    today: date
    diary: Diary
    plan: WeekPlan

    @property
    def due(self) -> tuple[Commitment, ...]:
        """Open commitments whose day comes this week or has gone by, and the weekly ones; soonest first."""
        sunday = monday_of(self.today) + timedelta(days=6)
        mine = [c for c in self.diary.commitments if c.is_open and (c.weekly or (c.due and c.due <= sunday))]
        return tuple(sorted(mine, key=lambda c: c.due or sunday))

    @property
    def done(self) -> tuple[Act, ...]:
        """What was logged this week, latest first."""
        monday = monday_of(self.today)
        return tuple(act for act in reversed(self.diary.acts) if monday <= act.day <= self.today)


def read_week(keeper: Keeper, *, catalogue: Catalogue, today: date) -> Week:
    """The diary and the plan it leads to."""
    diary = read_diary(keeper)
    choice = diary.choice(today)
    plan = next_steps(
        History(acts=diary.acts, away=diary.away),
        diary.commitments,
        catalogue=catalogue,
        profile=diary.profile,
        today=today,
    )
    return Week(today=today, diary=diary, plan=swap_all(plan, choice.set_aside) if choice else plan)


def read_rhythm(diary: Diary, *, today: date) -> Rhythm:
    """The rhythm of the half-year up to today."""
    return rhythm(diary.acts, diary.commitments, diary.away, today=today)
