"""1,000 events to a calendar file: CPU seconds beside icalendar alone and beside ics; and all of them agree.

Each program gets the same events and writes the same properties: title, text, place, times in a zone, status,
sequence, stamps. Runs take turns in one process, no imports. Agreement stands beside speed: what we wrote
is read back by every peer, and by khal where it is installed, and compared event by event. Also a feed of 300
events, and a check of one.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from random import Random
from statistics import median
from zoneinfo import ZoneInfo

from alongside.include.access import Access, Need, Offer, Standing
from alongside.include.event import Event, EventState
from alongside.include.ical import to_ical
from alongside.include.ical_lint import lint_ical
from alongside.include.wall import Wall

COUNT = 1000
FEED = 300
RUNS = 5
GOAL_RATIO = 1.2  # the room's budget: no slower than icalendar alone by more than this
GOAL_FEED_S = 0.060  # the room's budget
NOW = datetime(2026, 5, 1, 9, 30, tzinfo=UTC)
ZONE = "Europe/Berlin"
WORDS = (
    "captions",
    "for",
    "the",
    "talk;",
    "bring",
    "page,",
    "éclairs,",
    "مرحبا",
    "🧑🏽‍🦽",
    "a\nline",
    "C:\\x",
)


def made() -> list[Event]:
    """The same events on every machine."""
    chance = Random(7)  # noqa: S311 - a fixed seed, not a secret
    access = Access(
        offers=(
            Offer(need=Need.STEP_FREE, standing=Standing.YES, note="Side door."),
            Offer(need=Need.CAPTIONS, standing=Standing.ASK),
        ),
        ask_whom="Noor, 0123",
    )
    events = []
    for n in range(COUNT):
        starts = datetime(2026, 1, 5, 18, tzinfo=UTC).replace(tzinfo=None) + timedelta(days=n % 365)
        ends = starts + timedelta(hours=2)
        events.append(
            Event(
                uid=f"{n}@example.org",
                title=" ".join(chance.choices(WORDS, k=6)).replace("\n", " "),
                about=" ".join(chance.choices(WORDS, k=40)),
                place="Library, Long Street 5",
                starts=Wall(day=starts.date(), clock=starts.time()),
                ends=Wall(day=ends.date(), clock=ends.time()),
                zone=ZONE,
                access=access,
                changed=NOW,
                state=EventState.PUBLISHED,
                sequence=n % 3,
            )
        )
    return events


def told(event: Event) -> str:
    """The text of an event, as ours writes it."""
    return "\n\n".join((event.about, "Price: free", "\n".join(event.access.lines())))


def by_icalendar(events: list[Event]) -> bytes:
    """The package icalendar, used as its guide shows."""
    from icalendar import Calendar
    from icalendar import Event as Component

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Bench//EN")
    zone = ZoneInfo(ZONE)
    for event in events:
        part = Component()
        part.add("uid", event.uid)
        part.add("dtstamp", event.changed)
        part.add("last-modified", event.changed)
        part.add("sequence", event.sequence)
        part.add("status", "CONFIRMED")
        part.add("dtstart", event.starts.bare.replace(tzinfo=zone))
        part.add("dtend", event.ends.bare.replace(tzinfo=zone))
        part.add("summary", event.title)
        part.add("description", told(event))
        part.add("location", event.place)
        calendar.add_component(part)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def by_ics(events: list[Event]) -> bytes:
    """The package ics, used as its guide shows. It knows no SEQUENCE and writes UTC: it does less."""
    import ics

    calendar = ics.Calendar()
    zone = ZoneInfo(ZONE)
    for event in events:
        calendar.events.add(
            ics.Event(
                name=event.title,
                begin=event.starts.bare.replace(tzinfo=zone),
                end=event.ends.bare.replace(tzinfo=zone),
                uid=event.uid,
                description=told(event),
                location=event.place,
                created=event.changed,
                last_modified=event.changed,
                status="CONFIRMED",
            )
        )
    return calendar.serialize().encode()


def ours(events: list[Event]) -> bytes:
    """Ours."""
    return to_ical(events, now=NOW)


Write = Callable[[list[Event]], bytes]


def cpu_s(write: Write, events: list[Event]) -> float:
    """CPU seconds of one run."""
    before = time.process_time()
    write(events)
    return time.process_time() - before


Read = dict[str, tuple[str, datetime, str]]


def expected(events: list[Event]) -> Read:
    """By UID: title, start, place."""
    zone = ZoneInfo(ZONE)
    return {e.uid: (e.title, e.starts.bare.replace(tzinfo=zone), e.place) for e in events}


def read_by_icalendar(data: bytes) -> Read:
    """What icalendar reads."""
    from icalendar import Calendar

    parts = Calendar.from_ical(data).walk("VEVENT")
    return {str(p["UID"]): (str(p["SUMMARY"]), p["DTSTART"].dt, str(p["LOCATION"])) for p in parts}


def read_by_ics(data: bytes) -> Read:
    """What ics reads."""
    import ics

    parts = ics.Calendar(data.decode()).events
    return {p.uid: (p.name, p.begin.datetime, p.location) for p in parts}


def read_by_khal(data: bytes) -> int | None:
    """How many events khal reads without a complaint; None where it is not installed."""
    khal = Path(sys.executable).with_name("khal")
    if not khal.exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "feed.ics"
        file.write_bytes(data)
        config = Path(folder) / "config"
        config.write_text(
            f"[calendars]\n[[none]]\npath = {folder}/none\n[locale]\ntimeformat = %H:%M\n"
            "dateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdateformat = %Y-%m-%d\n"
            "longdatetimeformat = %Y-%m-%d %H:%M\n",
            "utf-8",
        )
        command = [str(khal), "-c", str(config), "printics", "--format", "{uid}", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    return sum("@example.org" in line for line in done.stdout.splitlines())


def installed(package: str) -> str | None:
    """The version of a package in this environment."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def agree(events: list[Event], data: bytes) -> bool:
    """Print who reads our calendar back without a difference."""
    want, right = expected(events), True
    for peer, read in (("icalendar", read_by_icalendar), ("ics", read_by_ics)):
        if installed(peer):
            same = read(data) == want
            right = right and same
            print(f"  {peer} reads {len(events)} events back: {'no difference' if same else 'A DIFFERENCE'}")
    count = read_by_khal(data)
    if count is not None:
        right = right and count == len(events)
        print(f"  khal reads {count} of {len(events)} events")
    return right


def main() -> int:
    """Compare, and read back. Exit code 1 where a goal does not hold."""
    found = {peer: installed(peer) for peer in ("icalendar", "ics", "khal")}
    print(f"Python {sys.version.split()[0]}, CPU seconds, medians of {RUNS}; " + ", ".join(
        f"{peer} {number or 'not installed'}" for peer, number in found.items()
    ))  # fmt: skip
    events = made()
    writers: dict[str, Write] = {"ours": ours, "icalendar": by_icalendar}
    if found["ics"]:
        writers["ics"] = by_ics
    runs: dict[str, list[float]] = {name: [] for name in writers}
    for turn in range(RUNS + 1):
        for name, write in writers.items():
            seconds = cpu_s(write, events)
            if turn:  # the first turn imports
                runs[name].append(seconds)
    middle = {name: median(times) for name, times in runs.items()}
    print(f"\n{COUNT} events")
    for name, times in runs.items():
        ratio = middle["ours"] / middle[name]
        spread = max(times) / min(times)
        print(f"  {name:10} {middle[name]:6.3f} CPU s  spread {spread:4.2f}  ours is {ratio:4.2f} of it")
    feed_s = median(cpu_s(ours, events[:FEED]) for _turn in range(RUNS))
    check_s = median(
        cpu_s(lambda some: bytes(len(lint_ical(ours(some)))), events[:FEED]) for _turn in range(RUNS)
    )
    print(f"  a feed of {FEED}: {feed_s * 1000:.0f} ms to write, {check_s * 1000:.0f} ms to write and check")
    right = agree(events, ours(events))
    holds = right and middle["ours"] <= GOAL_RATIO * middle["icalendar"] and feed_s <= GOAL_FEED_S
    print(
        f"  goal, {GOAL_RATIO} of icalendar, a feed in {GOAL_FEED_S * 1000:.0f} ms, no difference: ", end=""
    )
    print("holds" if holds else "DOES NOT HOLD")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
