"""A series keeps its wall time over clock changes, and each month's day, as a plain rule reader has it."""

from datetime import date, timedelta

import pytest
from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule
from hypothesis import given
from hypothesis import strategies as st

from alongside.include.series import MOST, Occurrence, Rhythm, Series, expand
from alongside.include.wall import Wall, moment

WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)
LATE = date(2100, 1, 1)


def a_series(starts="2026-03-22T18:00", ends="2026-03-22T20:00", rhythm=Rhythm.WEEKLY, **more) -> Series:
    return Series(starts=Wall.of(starts), ends=Wall.of(ends), zone="Europe/Berlin", rhythm=rhythm, **more)


def test_nothing_comes_after_the_last_day():
    assert expand(a_series(), until=date(2026, 3, 21)) == []
    assert len(expand(a_series(), until=date(2026, 3, 29))) == 2  # the last day counts


def test_six_in_the_evening_stays_six_in_the_evening_when_clocks_change():
    before, after = expand(a_series(), until=date(2026, 3, 29))

    assert (before.starts, after.starts) == (Wall.of("2026-03-22T18:00"), Wall.of("2026-03-29T18:00"))
    # 18:00 at +1 is 17:00 UTC, and a week later at +2 it is 16:00: one hour less than a week.
    apart = moment(after.starts, "Europe/Berlin") - moment(before.starts, "Europe/Berlin")
    assert apart == timedelta(days=7, hours=-1)


def test_a_time_left_out_that_night_is_held_after_the_change_and_as_long():
    night = a_series("2026-03-22T02:30", "2026-03-22T02:45")
    moved = expand(night, until=date(2026, 3, 29))[1]

    assert moved == Occurrence(
        starts=Wall.of("2026-03-29T03:30"), ends=Wall.of("2026-03-29T03:45"), moved=True
    )


def test_the_fifth_tuesday_becomes_the_last_one():
    fifth = a_series("2026-03-31T18:00", "2026-03-31T20:00", Rhythm.MONTHLY_WEEKDAY)
    days = [each.starts.day for each in expand(fifth, until=date(2026, 7, 1))]

    assert days == [date(2026, 3, 31), date(2026, 4, 28), date(2026, 5, 26), date(2026, 6, 30)]


def test_a_month_without_that_day_is_left_out():
    last = a_series("2026-01-31", "2026-01-31", Rhythm.MONTHLY_DAY)
    days = [each.starts.day for each in expand(last, until=date(2026, 6, 1))]

    assert days == [date(2026, 1, 31), date(2026, 3, 31), date(2026, 5, 31)]


def test_days_left_out_are_not_made_up():
    pause = a_series(count=3, left_out=frozenset({date(2026, 3, 29)}))

    assert [each.starts.day.day for each in expand(pause, until=LATE)] == [22, 5]


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.sampled_from(Rhythm), st.integers(1, MOST + 5))
def test_the_days_are_those_of_a_rule_of_calendars(first, rhythm, count):
    wall = Wall(day=first)
    ours = expand(Series(starts=wall, ends=wall, zone="UTC", rhythm=rhythm, count=count), until=LATE)
    which = (first.day - 1) // 7 + 1
    weekday = WEEKDAYS[first.weekday()](-1 if which == 5 else which)
    rule = {
        Rhythm.WEEKLY: {"freq": WEEKLY},
        Rhythm.FORTNIGHTLY: {"freq": WEEKLY, "interval": 2},
        Rhythm.MONTHLY_WEEKDAY: {"freq": MONTHLY, "byweekday": weekday},
        Rhythm.MONTHLY_DAY: {"freq": MONTHLY, "bymonthday": first.day},
    }[rhythm]
    theirs = rrule(dtstart=Wall(day=first).bare, count=min(count, MOST), **rule)

    assert [each.starts.day for each in ours] == [moment.date() for moment in theirs]


@pytest.mark.parametrize("rhythm", Rhythm)
def test_a_series_is_never_longer_than_the_most(rhythm):
    assert len(expand(a_series(rhythm=rhythm, count=10_000), until=LATE)) == MOST
