"""Moments in which you are told that something hurt, and the repair that a reply to one ends in.

Limits: made-up moments; what mends a real one is for the person who was hurt to say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import get_close_matches

from alongside.core.intentions import Intention
from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.core.problems import Trouble
from alongside.core.review import is_reviewed
from alongside.practise.keeping import least_seen

EFFORT = 2
"""What a repair takes, from 1 to 5, where nobody says otherwise (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What you did, how you were told and by whom, what would mend it, and when to look whether it did.

    `plan` is one repair of it as an if-then: an example for a real one, written by hand.
    """

    id: str
    place: str
    grounds: tuple[str, ...]
    what_you_did: str
    how_told: str
    told_by: str
    mends: tuple[str, ...]
    plan: Intention
    follow_up_days: int
    reviewed: bool

    @property
    def skill(self) -> str:
        """Under which it comes back: taking correction, in this place."""
        return f"correct.{self.place}"


def from_entries(entries: Sequence[Mapping[str, object]]) -> tuple[Correction, ...]:
    """The corrections out of content entries that passed their schema."""
    return tuple(map(_correction, entries))


def pick(
    corrections: Sequence[Correction], *, id: str = "", seen: Mapping[str, int] | None = None
) -> Correction:
    """The one with this id, or the one shown least often. Raises Trouble with the nearest ids."""
    by_id = {each.id: each for each in corrections}
    if not id and by_id:
        return by_id[least_seen(by_id, seen or {})]
    if id in by_id:
        return by_id[id]
    near = get_close_matches(id, by_id, 3, 0.0) or sorted(by_id)[:3]
    cause = _("there is no correction called “%(id)s”.") % {"id": id} if id else _("there are none yet.")
    raise Trouble("", cause, _("The nearest: %(ids)s.") % {"ids": ", ".join(near)} if near else "")


def repair(correction: Correction, *, today: date, cue: str = "", act: str = "") -> Intention:
    """The repair as an if-then with its day: `cue` and `act` in the person's own words, or the example."""
    plan = correction.plan
    return replace(
        plan,
        cue=cue.strip() or plan.cue,
        act=act.strip() or plan.act,
        due=today + timedelta(days=correction.follow_up_days),
    )


def _correction(entry: Mapping[str, object]) -> Correction:
    return Correction(
        id=str(entry["id"]),
        place=str(entry["place"]),
        grounds=_strings(entry["grounds"]),
        what_you_did=str(entry["what_you_did"]),
        how_told=str(entry["how_told"]),
        told_by=str(entry["told_by"]),
        mends=_strings(entry["mends"]),
        plan=_plan(entry["plan"]),
        follow_up_days=int(str(entry["follow_up_days"])),
        reviewed=is_reviewed(entry),
    )


def _plan(written: object) -> Intention:
    halves = written if isinstance(written, Mapping) else {}
    cue, act = (str(halves.get(name, "")) for name in ("cue", "act"))
    return Intention(cue=cue, act=act, practice=Practice.REPAIR, effort=EFFORT)


def _strings(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, Sequence) and not isinstance(value, str) else ()
