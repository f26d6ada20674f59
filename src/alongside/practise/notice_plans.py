"""What one takes along from a round of noticing: one small if-then, by what was noticed.

Limits: a plan from a short list, made up; what fits a real moment is for the person in it to say.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from alongside.core.intentions import Intention
from alongside.core.practices import Practice
from alongside.practise.notice import Answer, Drill, lot

NOTHING: Final = "none"
"""The form under which plans stand for talk in which nothing was found, or that depends."""
EFFORT: Final = 1
"""What such a plan takes, from 1 to 5 (our choice): one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePlan:
    """An if-then, and the forms after which it is offered."""

    id: str
    forms: frozenset[str]
    intention: Intention


def from_entries(entries: Sequence[Mapping[str, object]]) -> tuple[NoticePlan, ...]:
    """The plans out of content entries that passed their schema."""
    return tuple(map(_plan, entries))


def plan_for(
    plans: Sequence[NoticePlan], answered: Sequence[tuple[Drill, Answer]], *, seed: str
) -> Intention | None:
    """One plan for the form that was noticed most; None where there is none for it. `seed` is the day."""
    noticed = Counter(drill.form or NOTHING for drill, answer in answered if answer is Answer.YES)
    form = max(noticed, key=lambda each: (each != NOTHING, noticed[each]), default=NOTHING)
    fitting = [plan for plan in plans if form in plan.forms]
    return min(fitting, key=lambda plan: lot(seed, plan.id)).intention if fitting else None


def _plan(entry: Mapping[str, object]) -> NoticePlan:
    forms = entry["forms"]
    return NoticePlan(
        id=str(entry["id"]),
        forms=frozenset(map(str, forms)) if isinstance(forms, Sequence) else frozenset(),
        intention=Intention(
            cue=str(entry["cue"]),
            act=str(entry["act"]),
            practice=Practice(str(entry["practice"])),
            effort=EFFORT,
        ),
    )
