"""Moments in which you are told that something hurt, and the repair that a reply to one ends in.

Limits: made-up moments; what mends a real one is for the person who was hurt to say.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


_TO_YOU = re.compile(r"\b(you|your|yours|yourself)\b", re.IGNORECASE)
_CUES = {
    "work": lambda: _("my next day at work begins"),
    "school": lambda: _("my next day at school begins"),
    "online": lambda: _("I next open the chat"),
    "family": lambda: _("I next speak with my family"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What you did, how you were told and by whom, what would mend it, and when to look whether it did."""

    id: str
    place: str
    grounds: tuple[str, ...]
    what_you_did: str
    how_told: str
    told_by: str
    mends: tuple[str, ...]
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


def repair(correction: Correction, *, today: date, act: str = "") -> Intention:
    """The repair as an if-then with its day: `act` in the person's own words, or what would mend it."""
    return Intention(
        cue=_CUES[correction.place]() if correction.place in _CUES else _("I next have ten quiet minutes"),
        act=_in_a_sentence(act.strip() or min(correction.mends, key=_unfit)),
        practice=Practice.REPAIR,
        effort=EFFORT,
        due=today + timedelta(days=correction.follow_up_days),
    )


def _unfit(way: str) -> bool:
    """Whether it reads badly after "then I will": it speaks to "you", or says what not to do."""
    return bool(_TO_YOU.search(way)) or way.startswith("Do not")


def _in_a_sentence(words: str) -> str:
    """The words as they stand after "then I will"."""
    first = words.split(maxsplit=1)[0]
    is_name = first == "I" or first.startswith(("I'", "I\u2019")) or first.isupper()
    within = (words if is_name else words[0].lower() + words[1:]).rstrip(".")
    return within.removeprefix("do ") if within.split()[:2] == ["do", "not"] else within


def _correction(entry: Mapping[str, object]) -> Correction:
    return Correction(
        id=str(entry["id"]),
        place=str(entry["place"]),
        grounds=_strings(entry["grounds"]),
        what_you_did=str(entry["what_you_did"]),
        how_told=str(entry["how_told"]),
        told_by=str(entry["told_by"]),
        mends=_strings(entry["mends"]),
        follow_up_days=int(str(entry["follow_up_days"])),
        reviewed=is_reviewed(entry),
    )


def _strings(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, Sequence) and not isinstance(value, str) else ()
