"""What would keep a calendar file from being read right, or people from coming, and how to mend it.

Reads the file itself, not through a reader: readers forgive, each in another way. One finding a rule, with
the places. Limits: recurrence rules, alarms and to-dos are not looked into.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from alongside.core.findings import Evidence, Finding, shorten
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.practices import Practice
from alongside.include.ical_parts import take_apart
from alongside.include.ical_rules import Fault, event_faults, file_faults, octet_faults
from alongside.include.ical_words import RULES

MOST_PLACES: Final = 5
"""Places shown of one kind of finding (our choice: the cure is the same for all)."""


@dataclass(slots=True)
class _Heap:
    """The places of one rule: all counted, the first few kept."""

    count: int
    first: list[Fault]


def lint_ical(data: bytes) -> list[Finding]:
    """Everything found in a calendar file, in the order of the rules. Raises NoCalendar."""
    apart = take_apart(data)
    heaps: dict[str, _Heap] = {}
    for fault in (*octet_faults(data), *file_faults(apart), *event_faults(apart)):
        heap = heaps.setdefault(fault.rule, _Heap(0, []))
        heap.count += 1
        if len(heap.first) < MOST_PLACES:
            heap.first.append(fault)
    return [_finding(rule, heaps[rule]) for rule in RULES if rule in heaps]


def _finding(rule: str, heap: _Heap) -> Finding:
    words = RULES[rule]
    return Finding(
        id=f"include.ics-{rule}",
        practice=Practice.INCLUDE,
        what=_(words.what),
        evidence=tuple(_places(heap)),
        confidence=words.confidence,
        source=words.source,
        try_next=_(words.try_next),
        cue=_("I am about to send out a calendar file"),
        act=_("check it first, and mend what keeps somebody away"),
        why=_(words.why) if words.why else "",
    )


def _places(heap: _Heap) -> Iterator[Evidence]:
    for fault in islice(heap.first, MOST_PLACES):
        yield Evidence(place=_("line %(number)d") % {"number": fault.number}, quote=_short(fault.quote))
    if more := heap.count - len(heap.first):
        yield Evidence(place=ngettext("and %(count)d more", "and %(count)d more", more) % {"count": more})


def _short(quote: str) -> str:
    """At most a line of it, on one line, without controls."""
    clean = shorten("".join(char if char.isprintable() else " " for char in quote))
    return clean if len(clean) <= _QUOTE else f"{clean[:_QUOTE]} …"


_QUOTE: Final = 60
"""Longest quote, in characters: a terminal's line with its place before it (our choice)."""
