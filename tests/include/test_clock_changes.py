"""Wall times on the nights when clocks change: what is left out, what comes twice, what is meant."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.include.wall import Fit, NoSuchZone, Wall, fit, later, moment, settled, shown, zone_of

ONCE, MISSING, TWICE = Fit.ONCE, Fit.MISSING, Fit.TWICE

# Wall, zone, how often it comes, the instant in UTC. The offsets are those of the tz database:
# Berlin +1/+2, London 0/+1, New York -5/-4, St John's -3:30/-2:30, Havana -5/-4, Santiago -4/-3, Cairo +2/+3,
# Lord Howe +10:30/+11, Sydney +10/+11, Auckland +12/+13. A missing time takes the offset before the gap, a
# double one the first of its two offsets (RFC 5545, 3.3.5).
TABLE = [
    ("2026-03-29T01:59", "Europe/Berlin", ONCE, "2026-03-29T00:59"),  # 1:59 - 1
    ("2026-03-29T02:00", "Europe/Berlin", MISSING, "2026-03-29T01:00"),  # 2:00 - 1, shown as 3:00
    ("2026-03-29T02:59", "Europe/Berlin", MISSING, "2026-03-29T01:59"),  # 2:59 - 1, shown as 3:59
    ("2026-03-29T03:00", "Europe/Berlin", ONCE, "2026-03-29T01:00"),  # 3:00 - 2
    ("2026-10-25T01:59", "Europe/Berlin", ONCE, "2026-10-24T23:59"),  # 1:59 - 2
    ("2026-10-25T02:00", "Europe/Berlin", TWICE, "2026-10-25T00:00"),  # 2:00 - 2
    ("2026-10-25T02:59", "Europe/Berlin", TWICE, "2026-10-25T00:59"),  # 2:59 - 2
    ("2026-10-25T03:00", "Europe/Berlin", ONCE, "2026-10-25T02:00"),  # 3:00 - 1
    ("2026-03-29T01:30", "Europe/London", MISSING, "2026-03-29T01:30"),  # 1:30 - 0
    ("2026-10-25T01:30", "Europe/London", TWICE, "2026-10-25T00:30"),  # 1:30 - 1
    ("2026-03-08T02:30", "America/New_York", MISSING, "2026-03-08T07:30"),  # 2:30 + 5
    ("2026-11-01T01:30", "America/New_York", TWICE, "2026-11-01T05:30"),  # 1:30 + 4
    ("2026-03-08T02:30", "America/St_Johns", MISSING, "2026-03-08T06:00"),  # 2:30 + 3:30
    ("2026-11-01T01:30", "America/St_Johns", TWICE, "2026-11-01T04:00"),  # 1:30 + 2:30
    ("2026-03-08T00:30", "America/Havana", MISSING, "2026-03-08T05:30"),  # midnight goes: 0:30 + 5
    ("2026-04-04T23:30", "America/Santiago", TWICE, "2026-04-05T02:30"),  # before midnight: 23:30 + 3
    ("2026-04-24T00:30", "Africa/Cairo", MISSING, "2026-04-23T22:30"),  # 0:30 - 2
    ("2026-10-04T02:15", "Australia/Lord_Howe", MISSING, "2026-10-03T15:45"),  # half an hour: 2:15 - 10:30
    ("2026-10-04T02:30", "Australia/Lord_Howe", ONCE, "2026-10-03T15:30"),  # 2:30 - 11
    ("2026-04-05T01:45", "Australia/Lord_Howe", TWICE, "2026-04-04T14:45"),  # 1:45 - 11
    ("2026-10-04T02:30", "Australia/Sydney", MISSING, "2026-10-03T16:30"),  # 2:30 - 10
    ("2026-04-05T02:30", "Pacific/Auckland", TWICE, "2026-04-04T13:30"),  # 2:30 - 13
    ("2011-12-30T12:00", "Pacific/Apia", MISSING, "2011-12-30T22:00"),  # a whole day left out: 12:00 + 10
    ("2026-03-29T02:30", "Asia/Kolkata", ONCE, "2026-03-28T21:00"),  # no change ever: 2:30 - 5:30
]


def test_the_table_has_24_rows():
    assert len({(wall, zone) for wall, zone, _fit, _instant in TABLE}) == 24


@pytest.mark.parametrize(("wall", "zone", "often", "instant"), TABLE)
def test_a_time_comes_as_often_as_the_table_says_and_means_that_instant(wall, zone, often, instant):
    assert fit(Wall.of(wall), zone) is often
    assert moment(Wall.of(wall), zone) == datetime.fromisoformat(instant).replace(tzinfo=UTC)


def test_a_whole_day_is_always_there_once():
    assert fit(Wall.of("2026-03-29"), "Europe/Berlin") is ONCE


def test_a_time_left_out_is_settled_on_what_the_clocks_show_then():
    assert settled(Wall.of("2026-03-29T02:30"), "Europe/Berlin") == Wall.of("2026-03-29T03:30")
    assert settled(Wall.of("2026-10-25T02:30"), "Europe/Berlin") == Wall.of("2026-10-25T02:30")


def test_later_goes_by_the_wall_and_not_by_the_clock_change():
    assert later(Wall.of("2026-03-28T18:00"), timedelta(days=1)) == Wall.of("2026-03-29T18:00")
    assert later(Wall.of("2026-03-28"), timedelta(days=1)) == Wall.of("2026-03-29")


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../../etc/passwd", "Europe", "a\0b", "x" * 5000])
def test_what_is_no_zone_is_refused_with_a_way_out(name):
    with pytest.raises(NoSuchZone, match="Choose one like Europe/Berlin"):
        zone_of(name)


@pytest.mark.parametrize("text", ["", "2026-02-30", "2026-05-01T25:00", "2026-05-01T18:00Z", "tomorrow"])
def test_what_is_no_wall_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  # the parser's own words
        Wall.of(text)


@given(
    st.datetimes(Wall.of("1980-01-01").bare, Wall.of("2090-01-01").bare),
    st.sampled_from(sorted({zone for _wall, zone, _fit, _instant in TABLE})),
)
def test_what_the_clocks_show_at_the_instant_is_the_wall_unless_they_leave_it_out(bare, zone):
    wall = Wall(day=bare.date(), clock=bare.time())

    assert (shown(moment(wall, zone), zone) == wall) is (fit(wall, zone) is not MISSING)
    assert Wall.of(settled(wall, zone).isoformat()).day == settled(wall, zone).day
