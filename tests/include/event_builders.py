"""Events for the tests, named once, and a reader of calendars that is as plain as can be."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from alongside.include.access import Access, Need, Offer, Standing
from alongside.include.event import Event, EventState
from alongside.include.wall import Wall

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
"""When the tests stand: a Monday."""


def number(n: int) -> UUID:
    return UUID(int=n)


def an_event(
    n: int = 1, *, starts: str = "2026-05-12T18:00", ends: str = "2026-05-12T20:00", **more: object
) -> Event:
    """A published evening in Berlin, with a place and somebody to ask."""
    told = Event(
        uid=f"{number(n).hex}@alongside",
        title="Reading aloud",
        starts=Wall.of(starts),
        ends=Wall.of(ends),
        zone="Europe/Berlin",
        changed=NOW - timedelta(days=3),
        place="Library, Long Street 5",
        access=Access(
            offers=(Offer(need=Need.STEP_FREE, standing=Standing.YES, note="Side door."),),
            ask_whom="Noor, 0123 456",
        ),
        state=EventState.PUBLISHED,
    )
    return replace(told, **more)  # type: ignore[arg-type]


def plainly_unfolded(data: bytes) -> list[str]:
    """The lines of a calendar as RFC 5545, 3.1 has it in one sentence: take out every CRLF and space."""
    text = data.decode("utf-8").replace("\r\n ", "").replace("\r\n\t", "")
    assert text.endswith("\r\n")
    return text.removesuffix("\r\n").split("\r\n")


def plainly_read(data: bytes, name: str) -> list[str]:
    """The texts of a property, unescaped mark by mark."""
    found = (line.partition(":")[2] for line in plainly_unfolded(data) if line.partition(":")[0] == name)
    return [_unescaped(value) for value in found]


def _unescaped(value: str) -> str:
    out, marks = "", iter(value)
    for mark in marks:
        following = next(marks) if mark == "\\" else ""
        out += {"n": "\n", "N": "\n"}.get(following, following) if following else mark
    return out
