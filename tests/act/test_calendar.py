"""The calendar file opens in a calendar, keeps its UIDs, and its neutral form gives nothing away."""

from datetime import timedelta

from icalendar import Calendar
from tests.act.builders import TODAY, a_commitment, days_ago, number

from alongside.act.calendar import to_calendar
from alongside.act.commitments import Outcome

ONCE = a_commitment(3, -4, n=1)
WEEKLY = a_commitment(3, weekly=True, n=2)


def events(data: bytes) -> list[object]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_what_is_closed_or_has_no_day_is_left_out() -> None:
    closed = a_commitment(3, -4, outcome=Outcome.KEPT, closed=0)
    assert events(to_calendar([closed, a_commitment(3)], neutral=True, today=TODAY)) == []


def test_the_neutral_file_holds_no_word_of_the_commitment() -> None:
    text = to_calendar([ONCE, WEEKLY], neutral=True, today=TODAY).decode().lower()
    words = f"{ONCE.cue} {ONCE.act} {ONCE.practice}".split()
    assert not any(word in text for word in words if len(word) > 3)


def test_the_plan_is_in_the_description_alone_when_asked() -> None:
    (event,) = events(to_calendar([ONCE], neutral=False, today=TODAY))
    assert event["DESCRIPTION"] == ONCE.sentence()
    assert event["SUMMARY"] == "Something you planned is due"


def test_uids_stay_the_same_over_two_exports() -> None:
    now = to_calendar([ONCE, WEEKLY], neutral=True, today=TODAY)
    later = to_calendar([WEEKLY, ONCE], neutral=False, today=TODAY + timedelta(days=3))
    uids = {str(event["UID"]) for event in events(now)}
    assert uids == {str(event["UID"]) for event in events(later)}
    assert f"{number(1)}@alongside" in uids


def test_the_same_day_gives_the_same_bytes() -> None:
    assert to_calendar([ONCE], neutral=True, today=TODAY) == to_calendar([ONCE], neutral=True, today=TODAY)


def test_a_day_is_a_day_and_a_weekly_one_comes_back() -> None:
    once, weekly = events(to_calendar([ONCE, WEEKLY], neutral=True, today=TODAY))
    assert once["DTSTART"].dt == days_ago(-4)
    assert "RRULE" not in once
    assert weekly["RRULE"]["FREQ"] == ["WEEKLY"]
    assert weekly["DTSTART"].dt == days_ago(-3)  # the last of its first seven days


def test_a_weekly_one_with_a_last_day_ends_there() -> None:
    (event,) = events(to_calendar([a_commitment(3, -30, weekly=True)], neutral=True, today=TODAY))
    assert event["RRULE"]["UNTIL"] == [days_ago(-30)]


def test_it_follows_the_standard_in_line_ends_and_stamps() -> None:
    data = to_calendar([ONCE], neutral=True, today=TODAY)
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert b"DTSTAMP:20260312T000000Z\r\n" in data
    assert b"TRIGGER:PT9H\r\n" in data
