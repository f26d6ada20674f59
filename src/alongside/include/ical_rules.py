"""What the rules for calendar files look for: in its octets, in its parts, and in each event."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from typing import Final

from alongside.include.event import is_safe_link
from alongside.include.ical_lines import LINE, ContentLine, unfolded
from alongside.include.ical_parts import Apart, Component
from alongside.include.wall import Fit, NoSuchZone, Wall, fit, moment, zone_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One place where a rule found something."""

    rule: str
    number: int
    quote: str = ""


_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")
_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)")
_STRAY: Final = re.compile(r"(?<!\\)(?:\\\\)*(?:[;,]|\\(?![\\;,nN]))")
"""A comma or semicolon without a backslash before it, or a backslash before anything else."""

_TEXTS: Final = ("SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "NAME")
_ACCESS: Final = re.compile(
    r"access|acces|wheel|step-?free|\bsteps?\b|\bstairs?\b|\bramp\b|\blift\b|elevator|caption|hearing\s+loop|"
    r"sign\s+language|\bBSL\b|\bASL\b|quiet\s+room|childcare|barriere|rollstuhl|aufzug|stufen|treppe|gebärd|"
    r"untertitel|ascensor|silla\s+de\s+ruedas|rampa|subtítulos|fauteuil|ascenseur|sous-titr",
    re.IGNORECASE,
)
"""Words that show that access was thought of, in four languages (our choice: generous, to stay silent)."""


def octet_faults(data: bytes) -> Iterator[Fault]:
    """Lines too long, ends that are none, characters cut or broken."""
    if not data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r"):
        yield Fault(rule="line-end", number=_first_bare_end(data))
    lines = [raw.removesuffix(b"\r") for raw in data.removeprefix(b"\xef\xbb\xbf").split(b"\n")]
    for number, line in enumerate(lines, start=1):
        if len(line) > LINE:
            yield Fault(rule="long-line", number=number, quote=line.decode("utf-8", "replace"))
    for number, line in unfolded(data):
        if not _is_text(line):
            yield Fault(rule="encoding", number=number)
        elif not all(_is_text(part) for part in _physical(lines, number)):
            yield Fault(rule="cut-character", number=number, quote=line.decode("utf-8"))


def _physical(lines: Sequence[bytes], number: int) -> Iterator[bytes]:
    """The line that begins there, and those that continue it."""
    yield lines[number - 1]
    yield from takewhile(lambda line: line[:1] in {b" ", b"\t"}, lines[number:])


def _first_bare_end(data: bytes) -> int:
    found = re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    return data.count(b"\n", 0, found.start() if found else 0) + 1


def _is_text(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def file_faults(apart: Apart) -> Iterator[Fault]:
    """What is wrong with the file as a whole: lines that are none, parts not closed, no head."""
    for number, text in apart.no_lines:
        yield Fault(rule="no-line", number=number, quote=text)
    for number in apart.unclosed:
        yield Fault(rule="unclosed", number=number)
    for calendar in apart.calendars:
        if calendar.value("VERSION") != "2.0" or not calendar.value("PRODID"):
            yield Fault(rule="head", number=calendar.number)


def event_faults(apart: Apart) -> Iterator[Fault]:
    """What is wrong with each event, and with several of the same name."""
    seen: set[tuple[str, str]] = set()
    for event in apart.events:
        key = (event.value("UID"), event.value("RECURRENCE-ID"))
        if key in seen and key[0]:
            yield _at("same-uid", event)
        seen.add(key)
        yield from _identity(event)
        yield from _times(event, apart.zones)
        yield from _texts(event)
        yield from _invitation(event)


def _at(rule: str, event: Component, line: ContentLine | None = None) -> Fault:
    quote = f"{line.name}:{line.value}" if line else event.value("SUMMARY")
    return Fault(rule=rule, number=line.number if line else event.number, quote=quote)


def _identity(event: Component) -> Iterator[Fault]:
    for rule, name in (("no-uid", "UID"), ("no-stamp", "DTSTAMP"), ("no-start", "DTSTART")):
        if not event.value(name):
            yield _at(rule, event)
    if event.value("STATUS").upper() == "CANCELLED" and event.value("SEQUENCE") in {"", "0"}:
        yield _at("cancelled-same", event)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A day or time as it was written: its wall, and the zone, where one is named; "" is a floating time."""

    wall: Wall
    zone: str


def _times(event: Component, zones: frozenset[str]) -> Iterator[Fault]:
    if event.line("DTEND") and event.line("DURATION"):
        yield _at("end-twice", event, event.line("DURATION"))
    told = {}
    for name in ("DTSTART", "DTEND"):
        if (line := event.line(name)) and line.value:
            told[name] = _read(line)
            yield from _time_faults(event, line, told[name], zones)
    starts, ends = told.get("DTSTART"), told.get("DTEND")
    if starts and ends:
        yield from _order(event, starts, ends)


def _read(line: ContentLine) -> _Told | None:
    try:
        if found := _DAY.fullmatch(line.value):
            return _Told(wall=Wall(day=date(*map(int, found.groups()))), zone="")
        if found := _TIME.fullmatch(line.value):
            bare = datetime(*map(int, found.groups()[:6]))  # type: ignore[arg-type]  # noqa: DTZ001  # a wall has no zone
            zone = "UTC" if found[7] else line.parameters.get("TZID", "")
            return _Told(wall=Wall(day=bare.date(), clock=bare.time()), zone=zone)
    except ValueError:
        return None
    return None


def _time_faults(
    event: Component, line: ContentLine, told: _Told | None, zones: frozenset[str]
) -> Iterator[Fault]:
    if told is None:
        yield _at("bad-time", event, line)
        return
    if told.wall.clock is None:
        if line.parameters.get("VALUE", "").upper() != "DATE":
            yield _at("bad-time", event, line)
        return
    if not told.zone:
        yield _at("floating", event, line)
        return
    if told.zone not in {*zones, "UTC"}:
        yield _at("zone-missing", event, line)
    if rule := _CHANGES.get(_fit(told)):
        yield _at(rule, event, line)


_CHANGES: Final = {Fit.MISSING: "no-such-time", Fit.TWICE: "time-twice"}


def _fit(told: _Told) -> Fit:
    """How often the time comes; once where the zone is none we know, since then nothing can be said."""
    try:
        return fit(told.wall, told.zone)
    except (NoSuchZone, OverflowError):
        return Fit.ONCE


def _order(event: Component, starts: _Told, ends: _Told) -> Iterator[Fault]:
    line = event.line("DTEND")
    if (starts.wall.clock is None) is not (ends.wall.clock is None):
        yield _at("mixed-kinds", event, line)
    elif _is_after(starts, ends) is False:
        yield _at("end-first", event, line)


def _is_after(starts: _Told, ends: _Told) -> bool | None:
    """Whether the end comes after the start; None where their zones cannot be compared."""
    if starts.zone == ends.zone and not _is_known(starts.zone):
        return ends.wall.bare > starts.wall.bare
    if not (_is_known(starts.zone) and _is_known(ends.zone)):
        return None
    try:
        return moment(ends.wall, ends.zone) > moment(starts.wall, starts.zone)
    except OverflowError:
        return None


def _is_known(zone: str) -> bool:
    try:
        zone_of(zone)
    except NoSuchZone:
        return False
    return True


def _texts(event: Component) -> Iterator[Fault]:
    for name in _TEXTS:
        for line in event.all(name):
            if _STRAY.search(line.value):
                yield _at("not-escaped", event, line)


def _invitation(event: Component) -> Iterator[Fault]:
    for name in ("CONFERENCE", "URL"):
        for line in event.all(name):
            if not is_safe_link(line.value) and not line.value.lower().startswith(("tel:", "sip:", "xmpp:")):
                yield _at("unsafe-link", event, line)
    told = " ".join(line.value for name in _TEXTS for line in event.all(name))
    private = event.value("CLASS").upper() in {"PRIVATE", "CONFIDENTIAL"}
    cancelled = event.value("STATUS").upper() == "CANCELLED"
    if event.value("LOCATION") and not private and not cancelled and not _ACCESS.search(told):
        yield _at("no-access", event)
