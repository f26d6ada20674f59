"""Any event that people might publish: every script, long titles, whole days, zones all over the world."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from tests.include.event_builders import an_event

from alongside.include.event import Event, EventState, faults
from alongside.include.wall import Wall

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC", "Africa/Cairo")
WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
    | st.sampled_from('\\;,:"\nn é ßمرحبا🧑🏽‍🦽👩‍👩‍👧'),
    max_size=300,
)
"""Words with marks that calendars read in their own way, and characters made of several."""

YEARS = (Wall.of("1990-01-01").bare, Wall.of("2080-01-01").bare)
TITLES = WORDS.filter(str.strip)


@st.composite
def any_events(draw: st.DrawFn, words: st.SearchStrategy[str] = WORDS) -> Event:
    """An event of up to three days, with any words."""
    starts = draw(st.datetimes(*YEARS)).replace(second=0, microsecond=0)
    ends, whole = starts + timedelta(minutes=draw(st.integers(60, 5000))), draw(st.booleans())
    walls = [Wall(day=bare.date(), clock=None if whole else bare.time()) for bare in (starts, ends)]
    made = an_event(
        uid=f"{draw(st.uuids()).hex}@alongside",
        title=draw(TITLES),
        about=draw(words),
        place=draw(words),
        note=draw(words),
        zone=draw(st.sampled_from(ZONES)),
        online=draw(st.sampled_from(["", "https://example.org/raum?a=1,2;b=ü"])),
        state=draw(st.sampled_from([EventState.PUBLISHED, EventState.HELD])),
        sequence=draw(st.integers(0, 99)),
    )
    return replace(made, starts=walls[0], ends=walls[1])


def events() -> st.SearchStrategy[Event]:
    """Events without a fault, as they can be kept."""
    return any_events().filter(lambda event: not faults(event))
