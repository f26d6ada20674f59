"""Rules for this room's content that a schema cannot say: words counted, sources apart, dates in order."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from alongside.core.content_check import Placed, Problem
from alongside.core.language import gettext as _

MOST_WORDS: Final[Mapping[str, Mapping[str, int]]] = {
    "resource": {"why": 30},
    "card": {"led_by": 20, "what_happened": 70, "what_allies_did": 60, "what_it_changed": 50},
}
"""Words that a field may have (our choice): what is longer is not read on a phone."""
PUBLISHERS: Final = 2
"""Sources of how many publishers a card needs."""


def problems(placed: Sequence[Placed]) -> tuple[Problem, ...]:
    """What is wrong with resources, cards, items and synonyms, in the order in which they stand."""
    return tuple(found for each in placed for rule in RULES.get(each.table, ()) for found in rule(each))


def _lengths(placed: Placed) -> Iterator[Problem]:
    for field, most in MOST_WORDS[placed.table].items():
        count = len(str(placed.entry.get(field, "")).split())
        if count > most:
            what = _("it has %(count)d words; at most %(most)d belong here.") % {"count": count, "most": most}
            yield _problem(placed, field, what, _("Say it shorter."))


def _own_id(placed: Placed) -> Iterator[Problem]:
    for field in ("related", "alias"):
        named = placed.entry.get(field)
        if isinstance(named, list) and placed.id in named:
            yield _problem(placed, field, _("the entry names itself."), _("Take its own id out."))


def _days(placed: Placed) -> Iterator[Problem]:
    """Days that the calendar does not have: the schema knows only their form."""
    for field, given in _days_in(placed.entry):
        try:
            date.fromisoformat(str(given))
        except ValueError:
            what = _("“%(day)s” is no day.") % {"day": given}
            yield _problem(placed, field, what, _("Look the date up; write it like 2026-05-31."))


def _days_in(entry: Mapping[str, object], under: str = "") -> Iterator[tuple[str, object]]:
    for field, value in entry.items():
        place = f"{under}{field}"
        if field in {"checked_on", "looked_up", "from", "to"}:
            yield place, value
        elif isinstance(value, Mapping):
            yield from _days_in(value, f"{place}.")
        elif isinstance(value, list):
            for number, each in enumerate(value):
                if isinstance(each, Mapping):
                    yield from _days_in(each, f"{place}.{number}.")


def _order(placed: Placed) -> Iterator[Problem]:
    span = placed.entry.get("date")
    if not isinstance(span, Mapping):
        return
    first, last = str(span.get("from", "")), str(span.get("to", ""))
    if last and last < first:
        what = _("it ends on %(last)s, before it begins on %(first)s.") % {"last": last, "first": first}
        yield _problem(placed, "date", what, _("Look both days up again."))


def _publishers(placed: Placed) -> Iterator[Problem]:
    given = placed.entry.get("sources")
    sources = [each for each in given if isinstance(each, Mapping)] if isinstance(given, list) else []
    publishers = {" ".join(str(each.get("publisher", "")).casefold().split()) for each in sources}
    if len(publishers - {""}) < PUBLISHERS:
        what = _("its sources come from one publisher.")
        yield _problem(placed, "sources", what, _("Look it up with a second, independent one."))


def _problem(placed: Placed, field: str, what: str, cure: str) -> Problem:
    return Problem(file=placed.file, entry=placed.id, field=field, what=what, cure=cure)


RULES: Final[Mapping[str, Sequence[Callable[[Placed], Iterator[Problem]]]]] = {
    "resource": (_lengths, _days, _own_id),
    "card": (_lengths, _days, _order, _publishers, _own_id),
}
"""Table → its rules."""
