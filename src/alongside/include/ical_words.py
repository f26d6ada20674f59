"""The rules for calendar files in words: what was seen, where it is laid down, and what to do.

What each rule looks for is in `ical_rules`; the order here is the order in which people read them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from alongside.core.findings import Confidence
from alongside.core.language import gettext_noop as _later


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """One rule as people read it; not yet translated."""

    what: str
    try_next: str
    source: str
    confidence: Confidence = Confidence.CLEAR
    why: str = ""


RULES: Final[Mapping[str, RuleWords]] = MappingProxyType(
    {
        "encoding": RuleWords(
            what=_later("Some text is not UTF-8, so names may come out wrong."),
            try_next=_later("Save the file as UTF-8."),
            source="RFC 5545, 3.1.4",
        ),
        "line-end": RuleWords(
            what=_later("Lines do not all end as calendars expect (CR and LF)."),
            try_next=_later("Write every line with both marks at its end."),
            source="RFC 5545, 3.1",
        ),
        "long-line": RuleWords(
            what=_later("A line is longer than 75 octets."),
            try_next=_later("Fold it: break it, and begin the next line with a space."),
            source="RFC 5545, 3.1",
        ),
        "cut-character": RuleWords(
            what=_later("A line is folded in the middle of a character."),
            try_next=_later("Fold before the character: some programs show it as two broken ones."),
            source="RFC 5545, 3.1",
        ),
        "no-line": RuleWords(
            what=_later("A line has no name and value."),
            try_next=_later("Give it a name before a colon, or begin it with a space if it goes on."),
            source="RFC 5545, 3.1",
        ),
        "unclosed": RuleWords(
            what=_later("A BEGIN has no END, or an END no BEGIN."),
            try_next=_later("Close each part where it ends, the inner ones first."),
            source="RFC 5545, 3.6",
        ),
        "head": RuleWords(
            what=_later("The calendar says no VERSION:2.0, or no PRODID."),
            try_next=_later("Add both below BEGIN:VCALENDAR."),
            source="RFC 5545, 3.6",
        ),
        "no-uid": RuleWords(
            what=_later("An event has no UID, so each download adds it again."),
            try_next=_later("Give each event a UID that never changes."),
            source="RFC 5545, 3.8.4.7",
        ),
        "same-uid": RuleWords(
            what=_later("Two events have the same UID, so one hides the other."),
            try_next=_later("Give each event a UID of its own."),
            source="RFC 5545, 3.8.4.7",
        ),
        "no-stamp": RuleWords(
            what=_later("An event has no DTSTAMP."),
            try_next=_later("Add when it was last changed, in UTC."),
            source="RFC 5545, 3.8.7.2",
        ),
        "no-start": RuleWords(
            what=_later("An event has no DTSTART."),
            try_next=_later("Say when it begins."),
            source="RFC 5545, 3.8.2.4",
        ),
        "bad-time": RuleWords(
            what=_later("A day or time cannot be read."),
            try_next=_later("Write it like 20260531T183000, or 20260531 with VALUE=DATE."),
            source="RFC 5545, 3.3.5",
        ),
        "end-twice": RuleWords(
            what=_later("An event has both DTEND and DURATION."),
            try_next=_later("Keep one of them."),
            source="RFC 5545, 3.6.1",
        ),
        "end-first": RuleWords(
            what=_later("An event does not end after it starts."),
            try_next=_later("Set a later end. For whole days, the end is the day after."),
            source="RFC 5545, 3.8.2.2",
        ),
        "mixed-kinds": RuleWords(
            what=_later("Of start and end, one is a day and one is a time."),
            try_next=_later("Write both the same way."),
            source="RFC 5545, 3.8.2.2",
        ),
        "zone-missing": RuleWords(
            what=_later("A time names a zone that the file does not describe."),
            try_next=_later("Add a VTIMEZONE with this TZID."),
            source="RFC 5545, 3.2.19",
        ),
        "no-such-time": RuleWords(
            what=_later("A time does not exist: the clocks go forward over it."),
            try_next=_later("Choose a time before or after the change."),
            source="RFC 5545, 3.3.5",
        ),
        "time-twice": RuleWords(
            what=_later("A time comes twice that night; calendars take the first."),
            try_next=_later("If you mean the second, write it in UTC."),
            source="RFC 5545, 3.3.5",
            confidence=Confidence.WORTH_A_LOOK,
        ),
        "floating": RuleWords(
            what=_later("A time has no zone, so it is another moment in each country."),
            try_next=_later("Name the zone with TZID, or write the time in UTC."),
            source="RFC 5545, 3.3.5",
            confidence=Confidence.WORTH_A_LOOK,
        ),
        "not-escaped": RuleWords(
            what=_later("A text holds a mark that calendars read in their own way."),
            try_next=_later("Put a backslash before a comma, a semicolon and a backslash."),
            source="RFC 5545, 3.3.11",
        ),
        "cancelled-same": RuleWords(
            what=_later("A cancelled event has no higher SEQUENCE, so calendars may keep it."),
            try_next=_later("Raise SEQUENCE by one when you cancel or change an event."),
            source="RFC 5546, 2.1.4",
            confidence=Confidence.WORTH_A_LOOK,
        ),
        "unsafe-link": RuleWords(
            what=_later("A link does not begin with https."),
            try_next=_later("Use a link that begins with https://."),
            source="RFC 7986, 5.11",
            confidence=Confidence.WORTH_A_LOOK,
        ),
        "no-access": RuleWords(
            what=_later("An event has a place, and says nothing about access."),
            try_next=_later("Add a line: step-free or not, captions, quiet room, and whom to ask."),
            source="Our choice",
            confidence=Confidence.WORTH_A_LOOK,
            why=_later("Without a word on it, those who need it have to ask, or stay away."),
        ),
    }
)
