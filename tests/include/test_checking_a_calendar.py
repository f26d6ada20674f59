"""`alongside include ics`: silent where nothing is wrong; else each fault has a line, a source, a cure."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from tests.include.event_builders import NOW, an_event
from tests.terminal import refused, typed

from alongside.include.ical import to_ical
from alongside.include.ical_lint import MOST_PLACES, lint_ical
from alongside.include.ical_parts import LARGEST, NoCalendar
from alongside.include.ical_words import RULES

GOOD = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:20251026T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20260501T093000Z
SEQUENCE:0
DTSTART;TZID=Europe/Berlin:20260512T180000
DTEND;TZID=Europe/Berlin:20260512T200000
SUMMARY:Reading aloud\\, together\\; bring a page
DESCRIPTION:Step-free by the side door.
LOCATION:Library
CONFERENCE;VALUE=URI:https://example.org/r
END:VEVENT
END:VCALENDAR
"""


def octets(*edits: tuple[str, str]) -> bytes:
    text = GOOD
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text.replace("\n", "\r\n").encode()


def rules(data: bytes) -> list[str]:
    return [finding.id.removeprefix("include.ics-") for finding in lint_ical(data)]


SILENT = [
    ("a sound file", ()),
    ("a byte order mark", (("BEGIN:VCALENDAR", "\ufeffBEGIN:VCALENDAR"),)),
    ("lower case names", (("SUMMARY:", "summary:"),)),
    ("a folded line", (("Step-free by", "Step-free\n  by"),)),
    ("whole days", (
        ("DTSTART;TZID=Europe/Berlin:20260512T180000", "DTSTART;VALUE=DATE:20260512"),
        ("DTEND;TZID=Europe/Berlin:20260512T200000", "DTEND;VALUE=DATE:20260513"),
    )),
    ("a zone of its own, described", (
        ("TZID:Europe/Berlin", "TZID:Our zone"),
        ("DTSTART;TZID=Europe/Berlin:", 'DTSTART;TZID="Our zone":'),
        ("DTEND;TZID=Europe/Berlin:", 'DTEND;TZID="Our zone":'),
    )),
    ("a duration", (("DTEND;TZID=Europe/Berlin:20260512T200000", "DURATION:PT2H"),)),
    ("no end", (("DTEND;TZID=Europe/Berlin:20260512T200000\n", ""),)),
    ("a colon in quotes", (("CONFERENCE;VALUE=URI:", 'CONFERENCE;VALUE=URI;LABEL="a:b;c":'),)),
    ("a telephone", (("https://example.org/r", "tel:+49-30-1234"),)),
    ("escaped marks", (("Reading aloud\\, together", "a\\\\\\, b\\n\\N"),)),
    ("an event on line alone, without a word on access", (("LOCATION:Library\n", ""), ("Step-free", "Come"))),
    ("a private event", (("Step-free", "Come"), ("SEQUENCE:0", "CLASS:PRIVATE"))),
    ("access in German", (("Step-free by the side door.", "Barrierefrei."),)),
]  # fmt: skip
FOUND = [
    ("head", (("VERSION:2.0\n", ""),)),
    ("head", (("VERSION:2.0", "VERSION:1.0"),)),
    ("head", (("PRODID:-//Example//EN\n", ""),)),
    ("no-line", (("SEQUENCE:0", "Sequence nought"),)),
    ("no-line", (("SEQUENCE:0", "SE QUENCE:0"),)),
    ("unclosed", (("END:VEVENT\n", ""),)),
    ("unclosed", (("END:VTIMEZONE\n", "END:VTIMEZONE\nEND:VALARM\n"),)),
    ("no-uid", (("UID:1@example.org\n", ""),)),
    ("no-stamp", (("DTSTAMP:20260501T093000Z\n", ""),)),
    ("no-start", (("DTSTART;TZID=Europe/Berlin:20260512T180000\n", ""),)),
    ("bad-time", (("20260512T180000", "2026-05-12 18:00"),)),
    ("bad-time", (("20260512T180000", "20260230T180000"),)),
    ("end-twice", (("SEQUENCE:0", "DURATION:PT2H"),)),
    ("end-first", (("20260512T200000", "20260512T180000"),)),
    (
        "end-first",
        (("DTEND;TZID=Europe/Berlin:20260512T200000", "DTEND:20260512T160000Z"),),
    ),  # 18:00 is 16:00 UTC
    ("mixed-kinds", (("DTEND;TZID=Europe/Berlin:20260512T200000", "DTEND;VALUE=DATE:20260513"),)),
    ("zone-missing", (("TZID:Europe/Berlin", "TZID:Europe/Paris"),)),
    ("no-such-time", (("20260512T180000", "20260329T023000"),)),
    ("time-twice", (("20260512T180000", "20251026T023000"),)),
    ("floating", (("DTSTART;TZID=Europe/Berlin:", "DTSTART:"), ("DTEND;TZID=Europe/Berlin:", "DTEND:"))),
    ("not-escaped", (("Reading aloud\\,", "Reading aloud,"),)),
    ("not-escaped", (("together\\;", "together;"),)),
    ("not-escaped", (("SUMMARY:", "SUMMARY:C:\\temp "),)),
    ("cancelled-same", (("SEQUENCE:0", "SEQUENCE:0\nSTATUS:CANCELLED"),)),
    ("unsafe-link", (("https://example.org/r", "http://example.org/r"),)),
    ("no-access", (("Step-free by the side door.", "Bring a page."),)),
    ("long-line", (("Step-free by", "Step-free " + "x" * 80),)),
]


@pytest.mark.parametrize(("_what", "edits"), SILENT, ids=[what for what, _edits in SILENT])
def test_nothing_is_said_about(_what, edits):
    assert rules(octets(*edits)) == []


@pytest.mark.parametrize(("rule", "edits"), FOUND)
def test_this_alone_is_found(rule, edits):
    assert rules(octets(*edits)) == [rule]


def test_every_rule_is_found_by_some_test_and_has_words():
    octet_rules = {"encoding", "line-end", "cut-character", "same-uid"}  # below

    assert set(RULES) == {rule for rule, _edits in FOUND} | octet_rules
    assert all(words.what.endswith(".") and words.try_next.endswith(".") for words in RULES.values())


def test_ends_of_lines_that_are_none():
    assert rules(GOOD.encode()) == ["line-end"]
    assert lint_ical(octets().replace(b"\r\nUID", b"\nUID"))[0].evidence[0].place == "line 12"


def test_text_that_is_not_utf_8():
    assert rules(octets(("Reading", "R\u00e4ding")).replace("ä".encode(), b"\xe4")) == ["encoding"]


def test_a_character_that_was_cut():
    whole = octets(("Reading", "R\u00e4ding"))

    assert rules(whole.replace("ä".encode(), b"\xc3\r\n \xa4")) == ["cut-character"]


def test_the_same_uid_twice():
    event = GOOD[GOOD.index("BEGIN:VEVENT") : GOOD.index("END:VCALENDAR")]
    twice = octets(("END:VCALENDAR", event + "END:VCALENDAR"))

    assert rules(twice) == ["same-uid"]
    moved = octets(
        ("END:VCALENDAR", event.replace("SEQ", "RECURRENCE-ID:20260512T160000Z\nSEQ") + "END:VCALENDAR")
    )
    assert rules(moved) == []  # one time of a series that was moved


def test_many_places_are_one_finding():
    calendar = Calendar()
    for n in range(40):
        event = Event()
        event.add("summary", f"Event {n}")
        calendar.add_component(event)
    found = {finding.id: finding for finding in lint_ical(calendar.to_ical())}

    places = [each.place for each in found["include.ics-no-uid"].evidence]
    assert len(places) == MOST_PLACES + 1
    assert places[-1] == f"and {40 - MOST_PLACES} more"


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"\x00" * 50, b"PK\x03\x04", b"BEGIN:VCARD\r\nEND:VCARD\r\n"]
)
def test_what_is_no_calendar_is_refused(data):
    with pytest.raises(NoCalendar, match="no calendar file"):
        lint_ical(data)


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(NoCalendar, match="larger than 5 MB"):
        lint_ical(octets() + b"X" * LARGEST)


@given(st.binary(max_size=300), st.integers(0, len(octets())))
def test_whatever_stands_in_a_file_it_is_read(noise, place):
    whole = octets()
    try:
        lint_ical(whole[:place] + noise + whole[place:])
    except NoCalendar:
        assert place <= len("BEGIN:VCALENDAR")


@given(st.lists(st.sampled_from(octets().split(b"\r\n")), max_size=40))
def test_lines_in_any_order_are_read(lines):
    lint_ical(b"BEGIN:VCALENDAR\r\n" + b"\r\n".join(lines))


def test_the_command_is_silent_on_what_we_write(tmp_path):
    file = tmp_path / "evening.ics"
    file.write_bytes(to_ical([an_event()], now=NOW))
    said = typed("include", "ics", file)

    assert (said.code, said.out) == (0, "Nothing to mend.\n")


def test_the_command_shows_place_cure_and_source(tmp_path):
    file = tmp_path / "evening.ics"
    file.write_bytes(octets(("https://example.org/r", "http://example.org/r")))
    said = typed("include", "ics", file)

    assert said.code == 1
    assert said.out == (
        "A link does not begin with https.\n"
        "   line 21: CONFERENCE:http://example.org/r\n"
        "   Try next: Use a link that begins with https://.\n"
        "   How sure: worth a second look, it may be wrong. Source: RFC 7986, 5.11.\n"
    )


def test_the_command_reads_standard_input_and_speaks_json():
    said = typed("include", "ics", "-", "--json", text=GOOD)
    told = json.loads(said.out)

    assert said.code == 1
    assert [(each["id"], each["practice"]) for each in told["findings"]] == [
        ("include.ics-line-end", "include")
    ]


def test_the_command_refuses_what_it_cannot_read(tmp_path):
    (tmp_path / "note.txt").write_text("hello")

    assert "this is no calendar file" in refused(typed("include", "ics", tmp_path / "note.txt"))
    assert "gone.ics: this cannot be read" in refused(typed("include", "ics", tmp_path / "gone.ics"))
