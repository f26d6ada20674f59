"""What a letter is made of, whatever form it takes on the way."""

from dataclasses import dataclass
from enum import StrEnum


class Every(StrEnum):
    """How often a letter comes: by the calendar, or whenever one is written."""

    WEEK = "week"
    MONTH = "month"
    WRITTEN = "written"


class Section(StrEnum):
    """The parts of a letter, in reading order."""

    OWN = "own"
    ASKS = "asks"
    EVENTS = "events"
    THANKS = "thanks"
    AMPLIFIED = "amplified"
    HISTORY = "history"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing to know, and the page that tells more. `hidden` where it is of a hidden circle."""

    section: Section
    text: str
    url: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A part of the letter under its heading."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What both forms of a letter say, in reading order; `why` and `stop` stand at its foot."""

    subject: str
    day: str
    title: str
    note: tuple[str, ...]
    groups: tuple[Group, ...]
    why: str
    stop: str
