"""A calendar file taken apart: its components, and what is wrong with its lines. Reads broken files too."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.include.ical_lines import ContentLine, parsed, unfolded

LARGEST: Final = 5_000_000
"""Most octets of a file that is read (our choice: some ten thousand events)."""


class NoCalendar(Trouble):
    """A file that is no iCalendar file."""


@dataclass(slots=True, kw_only=True)
class Component:
    """What stands between BEGIN and END: its own lines, and the components in it."""

    name: str
    number: int
    lines: list[ContentLine] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[ContentLine]:
        """Its lines of this name."""
        return [line for line in self.lines if line.name == name]

    def line(self, name: str) -> ContentLine | None:
        """The first line of this name."""
        return next((line for line in self.lines if line.name == name), None)

    def value(self, name: str) -> str:
        """The raw value of the first line of this name, or nothing."""
        found = self.line(name)
        return found.value if found else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A file taken apart: the outermost components, lines that are none, and ends that close nothing."""

    calendars: tuple[Component, ...]
    no_lines: tuple[tuple[int, str], ...]
    unclosed: tuple[int, ...]

    @property
    def events(self) -> Iterator[Component]:
        """Every VEVENT."""
        return (part for calendar in self.calendars for part in calendar.parts if part.name == "VEVENT")

    @property
    def zones(self) -> frozenset[str]:
        """The zones that are described."""
        parts = (part for calendar in self.calendars for part in calendar.parts)
        return frozenset(part.value("TZID") for part in parts if part.name == "VTIMEZONE")


def take_apart(data: bytes) -> Apart:
    """Every component of a calendar file. Raises NoCalendar where it is none, or too large."""
    if len(data) > LARGEST:
        raise NoCalendar("", _("this file is larger than 5 MB."), _("Check a part of it."))
    octets = data.removeprefix(b"\xef\xbb\xbf")
    if b"BEGIN:VCALENDAR" not in octets[:2000].upper():
        cure = _("A calendar file begins with BEGIN:VCALENDAR.")
        raise NoCalendar("", _("this is no calendar file."), cure)
    return _Taking().through(octets)


class _Taking:
    """One pass over the lines, with the components that are open."""

    def __init__(self) -> None:
        self._outer: list[Component] = []
        self._open: list[Component] = []
        self._no_lines: list[tuple[int, str]] = []
        self._unclosed: list[int] = []

    def through(self, octets: bytes) -> Apart:
        for number, line in unfolded(octets):
            text = line.decode("utf-8", "replace")
            found = parsed(text, number=number)
            if found is None:
                self._no_lines.append((number, text))
            elif found.name == "BEGIN":
                self._begin(found)
            elif found.name == "END":
                self._end(found)
            elif self._open:
                self._open[-1].lines.append(found)
        self._unclosed.extend(part.number for part in self._open)
        return Apart(
            calendars=tuple(self._outer), no_lines=tuple(self._no_lines), unclosed=tuple(self._unclosed)
        )

    def _begin(self, line: ContentLine) -> None:
        part = Component(name=line.value.strip().upper(), number=line.number)
        (self._open[-1].parts if self._open else self._outer).append(part)
        self._open.append(part)

    def _end(self, line: ContentLine) -> None:
        names = [part.name for part in self._open]
        name = line.value.strip().upper()
        if name not in names:
            self._unclosed.append(line.number)
            return
        while (part := self._open.pop()).name != name:
            self._unclosed.append(part.number)
