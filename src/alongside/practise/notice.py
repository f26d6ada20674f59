"""Noticing drills: a short exchange, and whether there is something in it.

Programmes raise noticing where they do not reliably raise knowledge of strategies (Kettrey & Marx 2021), so
noticing is a drill of its own. About a third of what is shown is ordinary talk, so that "no" is sometimes
right. Limits: a reading is one way to read it; only the person concerned can say what it was to them. Nothing
that is answered is kept.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.review import is_reviewed
from alongside.practise.schedule import DRILL_S, Rating

ORDINARY_SHARE: Final = 1 / 3
"""Share of ordinary talk in a set (our choice)."""


class Answer(StrEnum):
    """Is this one?"""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"

    @property
    def words(self) -> str:
        """The answer as people read it."""
        return {
            Answer.YES: _("Yes, there is something in it"),
            Answer.NO: _("No, this is ordinary talk"),
            Answer.DEPENDS: _("It depends"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """One exchange. `reading_other` is there where it depends, `try_next` where there is something to do."""

    id: str
    place: str
    grounds: tuple[str, ...]
    exchange: str
    is_one: Answer
    reading: str
    reading_other: str
    form: str
    try_next: str
    skill: str
    sources: tuple[str, ...]
    reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is shown after an answer: how we read it, beside how the person did. No mark, no verdict."""

    drill: Drill
    lead: str
    readings: tuple[str, ...]
    try_next: str


def from_entries(entries: Sequence[Mapping[str, object]]) -> tuple[Drill, ...]:
    """The drills out of content entries that passed their schema."""
    return tuple(map(_drill, entries))


def drills_for(
    drills: Sequence[Drill],
    *,
    count: int,
    seed: str,
    seen: Mapping[str, int] | None = None,
    due: Collection[str] = (),
) -> tuple[Drill, ...]:
    """`count` drills: a third ordinary, places and grounds varied, those seen least first, then what is due.

    The same arguments give the same drills; `seed` is the day, so that tomorrow's differ.
    """
    wanted = _ordinary(count, seed)
    known = seen or {}
    taken: list[Drill] = []
    for kinds, number in (({Answer.NO}, wanted), ({Answer.YES, Answer.DEPENDS}, count - wanted)):
        for _again in range(number):
            left = [drill for drill in drills if drill.is_one in kinds and drill not in taken]
            if left:
                taken.append(min(left, key=lambda drill: _rank(drill, taken, known, due, seed)))
    return tuple(sorted(taken, key=lambda drill: lot(seed, drill.id)))


def count_for(minutes: int) -> int:
    """How many drills fit into so many minutes; one at least."""
    return max(1, minutes * 60 // DRILL_S)


def read(drill: Drill, answer: Answer) -> Reading:
    """The reading of a drill beside the person's answer; of one that depends, both."""
    same = answer is drill.is_one
    readings = (drill.reading, drill.reading_other) if drill.reading_other else (drill.reading,)
    return Reading(
        drill=drill,
        lead=_SAME[drill.is_one]() if same else _OTHER[drill.is_one](),
        readings=readings,
        try_next=drill.try_next,
    )


def rating(drill: Drill, answer: Answer) -> Rating:
    """When it should come back: sooner where the readings were apart."""
    if answer is drill.is_one:
        return Rating.GOOD
    return Rating.HARD if Answer.DEPENDS in {answer, drill.is_one} else Rating.AGAIN


_SAME = {
    Answer.YES: lambda: _("We see something in it too. It might say this to the person it is about:"),
    Answer.NO: lambda: _("To us this is ordinary talk too:"),
    Answer.DEPENDS: lambda: _("We think so too. It can be read in two ways:"),
}
_OTHER = {
    Answer.YES: lambda: _("We read it another way. It might say this to the person it is about:"),
    Answer.NO: lambda: _("We read it another way. To us this is ordinary talk:"),
    Answer.DEPENDS: lambda: _("We think that it depends. It can be read in two ways:"),
}


def _ordinary(count: int, seed: str) -> int:
    """A third of the set; where thirds do not come out even, the day's lot decides about one more."""
    whole, rest = divmod(count, 3)
    return whole + (lot(seed, "ordinary") < rest * ORDINARY_SHARE)


def _rank(
    drill: Drill, taken: Sequence[Drill], seen: Mapping[str, int], due: Collection[str], seed: str
) -> tuple[float, ...]:
    places = sum(drill.place == other.place for other in taken)
    grounds = sum(bool({*drill.grounds} & {*other.grounds}) for other in taken)
    return seen.get(drill.id, 0), places, drill.skill not in due, grounds, lot(seed, drill.id)


def lot(seed: str, name: str) -> float:
    """A number from 0 to 1, always the same for the same seed and name."""
    digest = blake2b(f"{seed}/{name}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64


def _drill(entry: Mapping[str, object]) -> Drill:
    def text(name: str) -> str:
        return str(entry.get(name, ""))

    provenance = entry.get("provenance")
    return Drill(
        id=text("id"),
        place=text("place"),
        grounds=_strings(entry.get("grounds")),
        exchange=text("exchange"),
        is_one=Answer(text("is_one")),
        reading=text("reading"),
        reading_other=text("reading_other"),
        form=text("form"),
        try_next=text("try_next"),
        skill=text("skill"),
        sources=_strings(provenance.get("sources")) if isinstance(provenance, Mapping) else (),
        reviewed=is_reviewed(entry),
    )


def _strings(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, Sequence) and not isinstance(value, str) else ()
