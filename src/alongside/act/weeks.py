"""A person's week: the diary, what is due, what was done, the plan and the rhythm. Nothing is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.act.acts import Act
from alongside.act.bodies import Reflection
from alongside.act.catalogue import Catalogue
from alongside.act.commitments import Commitment
from alongside.act.diary import Diary, read_diary
from alongside.act.held import held_steps
from alongside.act.plan import WeekPlan
from alongside.act.rhythm import Rhythm, rhythm
from alongside.act.standing import History
from alongside.act.words import monday_of
from alongside.core.deeds import Reader
from alongside.core.language import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A person's week as of `today`."""

    today: date
    diary: Diary
    plan: WeekPlan

    @property
    def heading(self) -> str:
        """What the three are called: they fit a week only once something about it is known."""
        told = self.diary.profile.roles or self.diary.profile.occasions or self.diary.acts
        return _("Three things that fit your week") if told else _("Three to begin with")


def read_week(keeper: Reader, *, catalogue: Catalogue, today: date) -> Week:
    """The diary and the plan it leads to, with what was swapped away this week."""
    diary = read_diary(keeper)
    choice = diary.choice(today)
    plan = held_steps(
        History(acts=diary.acts, away=diary.away),
        diary.commitments,
        catalogue=catalogue,
        profile=diary.profile,
        set_aside=choice.set_aside if choice else (),
        today=today,
    )
    return Week(today=today, diary=diary, plan=plan)


def open_plans(diary: Diary) -> tuple[Commitment, ...]:
    """Every open commitment, in reading order."""
    return in_reading_order([c for c in diary.commitments if c.is_open])


def soon(plans: Sequence[Commitment], *, today: date) -> tuple[Commitment, ...]:
    """Those meant for today, for tomorrow, and for a day gone by, the latest of these first."""
    tomorrow = today + timedelta(days=1)
    meant = [(each.due, each) for each in plans if each.due and each.due <= tomorrow and not each.weekly]
    meant.sort(key=lambda pair: (pair[0] < today, abs(pair[0] - today)))
    return tuple(each for _day, each in meant)


def in_reading_order(commitments: Sequence[Commitment]) -> tuple[Commitment, ...]:
    """Those with a day first, soonest first; then the others, newest first."""
    newest = sorted(commitments, key=lambda c: (c.made, c.logged), reverse=True)
    return tuple(sorted(newest, key=lambda c: c.due or date.max))


def reflection_of(diary: Diary, *, today: date) -> Reflection | None:
    """What was written in looking back on this week, None where nothing was."""
    monday = monday_of(today)
    return next((each for each in diary.reflections if each.week == monday), None)


def done_this_week(diary: Diary, *, today: date) -> tuple[Act, ...]:
    """What was done this week, newest day first and within a day what was logged last."""
    monday = monday_of(today)
    return tuple(act for act in reversed(diary.acts) if monday <= act.day <= today)


def read_rhythm(diary: Diary, *, today: date) -> Rhythm:
    """The rhythm of the half-year up to today."""
    return rhythm(diary.acts, diary.commitments, diary.away, today=today)


def plan_body(plan: WeekPlan) -> Mapping[str, object]:
    """The plan as JSON values."""
    return {
        "schema_version": 1,
        "kind": "alongside plan",
        "steps": [
            {
                "action": step.action.id,
                "practice": step.practice.value,
                "cue": step.action.cue,
                "act": step.action.act,
                "effort": step.effort,
                "reasons": list(step.reasons),
                "safety": step.action.safety,
                "planned": step.taken,
            }
            for step in plan.steps
        ],
        "effort": plan.effort,
        "note": plan.note,
    }


def week_body(
    rhythm: Rhythm | None, *, done: Sequence[Act], due: Sequence[Commitment]
) -> Mapping[str, object]:
    """The week as JSON values. The word is in it; the number is on the explain page alone."""
    return {
        "schema_version": 1,
        "kind": "alongside week",
        "rhythm": rhythm.word.value if rhythm else None,
        "moved_by": rhythm.moved_by if rhythm else None,
        "done": [
            {
                "id": str(act.id),
                "day": act.day.isoformat(),
                "practice": act.counted_as.value,
                "what": act.what,
            }
            for act in done
        ],
        "planned": [
            {
                "id": str(c.id),
                "sentence": c.sentence(),
                "due": c.due.isoformat() if c.due else None,
                "weekly": c.weekly,
            }
            for c in due
        ],
    }
