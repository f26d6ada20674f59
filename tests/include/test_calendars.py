"""Calendars that other programs read: every word comes back, no line is long, cancelled ones stay 90 days."""

from datetime import UTC, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from tests.include.calendars import events
from tests.include.event_builders import NOW, an_event, plainly_read, plainly_unfolded

from alongside.include.access import Access
from alongside.include.event import EventState, move
from alongside.include.ical import Cover, to_ical
from alongside.include.ical_lines import folded
from alongside.include.ical_lint import lint_ical
from alongside.include.wall import Fit, fit, moment

PLANNED = (EventState.PROPOSED, EventState.APPROVED)


def read(data: bytes) -> list[dict[str, object]]:
    """The events as the package icalendar reads them."""
    return [
        {
            "uid": str(event["UID"]),
            "title": str(event["SUMMARY"]),
            "place": str(event.get("LOCATION", "")),
            "starts": event["DTSTART"].dt,
            "ends": event["DTEND"].dt,
            "sequence": int(event["SEQUENCE"]),
        }
        for event in Calendar.from_ical(data).walk("VEVENT")
    ]


def test_what_nobody_was_invited_to_is_in_no_calendar():
    text = to_ical([an_event(n, state=state) for n, state in enumerate(PLANNED)], now=NOW).decode()

    assert "VEVENT" not in text
    assert lint_ical(text.encode()) == []


@settings(max_examples=500)
@given(st.lists(events(), min_size=10, max_size=10))
def test_any_five_thousand_events_come_back_word_for_word(made):
    data = to_ical(made, now=NOW)

    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
    for line in data.split(b"\r\n"):
        line.decode("utf-8")  # no character is cut
    theirs = read(data)
    assert [each["title"] for each in theirs] == [each.title for each in made]
    assert plainly_read(data, "SUMMARY") == [each.title for each in made]
    assert plainly_read(data, "LOCATION") == [each.place for each in made if each.place]
    for event, told in zip(made, theirs, strict=True):
        assert (told["uid"], told["place"], told["sequence"]) == (event.uid, event.place, event.sequence)
        _same_times(event, told)


def _same_times(event, told):
    if event.all_day:
        assert (told["starts"], told["ends"]) == (event.starts.day, event.ends.day + timedelta(days=1))
        return
    assert told["starts"].replace(tzinfo=None) == event.starts.bare
    if fit(event.starts, event.zone) is Fit.ONCE:
        assert told["starts"].astimezone(UTC) == moment(event.starts, event.zone)


@settings(max_examples=100)
@given(st.lists(events(), max_size=3))
def test_our_own_check_finds_nothing_wrong_in_what_we_write(made):
    found = {finding.id for finding in lint_ical(to_ical(made, now=NOW))}

    assert found <= {"include.ics-time-twice", "include.ics-no-access"}  # places come in any script here


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=400))
def test_folding_loses_nothing_and_cuts_no_character(text):
    line = "SUMMARY:" + text.replace("\r", "").replace("\n", "")
    data = folded(line)

    assert data.replace(b"\r\n ", b"").removesuffix(b"\r\n") == line.encode()
    for part in data.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(part) <= 75
        part.decode()


def test_controls_and_odd_ends_of_lines_never_start_a_line_of_their_own():
    data = to_ical([an_event(title="a\r\nATTENDEE:x\rb\x00c\x1bd\u2028e\x85f")], now=NOW)

    assert plainly_read(data, "SUMMARY") == ["a\nATTENDEE:x\nbcd\ne\nf"]
    assert not [line for line in plainly_unfolded(data) if line.startswith("ATTENDEE")]


def test_cancelling_shows_at_once_and_for_ninety_days():
    cancelled = move(an_event(sequence=2), EventState.CANCELLED, now=NOW)
    (event,) = Calendar.from_ical(to_ical([cancelled], now=NOW)).walk("VEVENT")

    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 3)
    assert b"VEVENT" in to_ical([cancelled], now=NOW + timedelta(days=90))
    assert b"VEVENT" not in to_ical([cancelled], now=NOW + timedelta(days=90, seconds=1))


def test_the_same_events_make_the_same_bytes_whenever_they_are_asked_for():
    assert to_ical([an_event()], now=NOW) == to_ical([an_event()], now=NOW + timedelta(hours=7))


def test_a_calendar_never_asks_for_an_answer():
    # METHOD belongs to mail (RFC 5546), and an ATTENDEE would name those who come.
    text = to_ical([an_event()], now=NOW).decode()

    assert not [name for name in ("METHOD", "ATTENDEE", "ORGANIZER", "VALARM") if name in text]


def test_the_neutral_calendar_tells_when_and_nothing_else():
    event = an_event(
        title="Trans reading group",
        about="secret",
        note="grief",
        online="https://example.org/secret",
        url="https://example.org/secret",
        access=Access(ask_whom="Noor", getting_there="Tram"),
    )
    text = to_ical([event], now=NOW, cover=Cover(neutral=frozenset({event.uid}))).decode()

    words = ("trans", "secret", "grief", "noor", "tram", "library", "example")
    assert [word for word in words if word in text.lower()] == []
    assert "SUMMARY:An event\r\nCLASS:PRIVATE" in text
    assert "DTSTART;TZID=Europe/Berlin:20260512T180000" in text


def test_the_whole_event_as_it_is_written():
    # By hand, from RFC 5545 (3.6.1) and RFC 7986 (5.1, 5.7, 5.11).
    event = an_event(online="https://example.org/r", note="Talk of loss.", about="Bring a page.", capacity=12)
    lines = plainly_unfolded(to_ical([event], now=NOW, cover=Cover(name="Readers, all")))

    assert lines[:8] == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Alongside//Events//EN", "CALSCALE:GREGORIAN",
        "NAME:Readers\\, all", "X-WR-CALNAME:Readers\\, all",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H",
    ]  # fmt: skip
    assert lines[lines.index("BEGIN:VEVENT") :] == [
        "BEGIN:VEVENT",
        "UID:00000000000000000000000000000001@alongside",
        "DTSTAMP:20260501T093000Z",
        "LAST-MODIFIED:20260501T093000Z",
        "SEQUENCE:0",
        "STATUS:CONFIRMED",
        "DTSTART;TZID=Europe/Berlin:20260512T180000",
        "DTEND;TZID=Europe/Berlin:20260512T200000",
        "SUMMARY:Reading aloud",
        (
            "DESCRIPTION:Content note: Talk of loss.\\n\\nBring a page.\\n\\nPrice: free\\n\\n"
            "Step-free\\, toilet too: yes. Side door.\\nQuestions about access: Noor\\, 0123 456"
        ),
        "LOCATION:Library\\, Long Street 5",
        'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="Take part on line":https://example.org/r',
        "END:VEVENT",
        "END:VCALENDAR",
    ]


@pytest.mark.parametrize(("zone", "written"), [("UTC", "DTSTART:20260512T180000Z"), ("Etc/UTC", "Z")])
def test_utc_needs_no_zone_described(zone, written):
    text = to_ical([an_event(zone=zone)], now=NOW).decode()

    assert written in text
    assert "VTIMEZONE" not in text


def test_each_zone_is_described_once():
    text = to_ical([an_event(1), an_event(2), an_event(3, zone="Asia/Kolkata")], now=NOW).decode()

    assert text.count("BEGIN:VTIMEZONE") == 2
