"""Take-overs and tries: what overlap in the times can show, and what it must not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.listen.builders import ALL, measured, talk

from alongside.listen.metrics import CannotSay, NotMeasurable, Value
from alongside.listen.speech import speech_lists
from alongside.listen.takeovers import Overlaps, broken_off, overlaps
from alongside.listen.turns import floor

LISTS = speech_lists("en")


def crossings(*lines):
    c = talk(*lines, can=ALL)
    o = overlaps(c, floor(c, lists=LISTS), lists=LISTS)
    names = [person.label for person in c.people]
    taken = [(names[a], names[b], float(at)) for a, b, at in zip(o.holder, o.taker, o.at_s, strict=True)]
    tried = [
        (names[a], names[b], float(at)) for a, b, at in zip(o.tried_on, o.tried, o.tried_at_s, strict=True)
    ]
    return taken, tried, o


@pytest.mark.parametrize(
    "lines",
    [
        ("0 5 Ana: the hall is free", "5 9 Ben: which hall is it"),  # no overlap
        ("0 5 Ana: the hall is free", "4.9 9 Ben: which hall is it"),  # less than 0.2 s early
        ("0 5 Ana: the hall is free", "3 9 Ben: yeah okay"),  # a sign of listening
        (
            "0 5 Ana: the hall is free",
            "3 9 Ben: which hall is it",
            "5.3 8 Ana: the small one",
        ),  # goes on after .3 s
        ("0 5 Ana: the hall is free", "3 4.5 Ben: which hall is it"),  # stops first
        ("0 5 Ana: the hall is free", "3 9 Ana: and the street too"),  # herself
        ("0 5 Ana: the hall is free", "3 9 : which hall is it"),  # nobody named
    ],
)
def test_nothing_is_called_a_take_over_that_is_none(lines):
    assert crossings(*lines)[0] == []


def test_a_take_over_starts_early_lasts_longer_and_is_followed_by_silence():
    taken, _, _ = crossings(
        "0 5 Ana: the hall is free", "3 9 Ben: which hall is it", "9 11 Ana: the small one"
    )
    assert taken == [("Ana", "Ben", 3)]


def test_one_event_an_utterance_with_the_one_who_lasts_longest():
    taken, _, _ = crossings(
        "0 5 Ana: the hall is free", "3 9 Ben: which hall is it", "4 12 Cleo: wait, the street"
    )
    assert ("Ana", "Cleo", 4) in taken
    assert ("Ana", "Ben", 3) not in taken


def test_a_try_stops_first_while_the_other_goes_on():
    taken, tried, _ = crossings("0 9 Ana: the hall is free", "3 4 Ben: which hall is it")
    assert taken == []
    assert tried == [("Ana", "Ben", 3)]


def test_an_unfinished_sentence_is_marked():
    _, _, o = crossings("0 5 Ana: the hall is free on the", "3 9 Ben: which hall is it")
    assert o.unfinished.tolist() == [True]


def test_without_overlap_a_take_over_is_not_measurable_and_nowhere_0():
    m = measured("0 400 Ana: the hall is free", "400 800 Ben: which hall is it")
    assert isinstance(m.overlaps, NotMeasurable)
    assert all(isinstance(row.taken_over, NotMeasurable) for row in m.people)


def test_a_rate_needs_a_minute_and_twenty_turns_of_ones_own():
    m = measured("0 400 Ana: the hall is free", "399 800 Ben: which hall is it", can=ALL)
    assert isinstance(m.overlaps, Overlaps)
    assert all(isinstance(row.taken_over, CannotSay) for row in m.people)


def test_a_rate_is_per_minute_spoken_with_its_interval():
    # Twenty rounds of 30 s: Ana 10 s, Ben from second 8 to 20 in 4 of them, from 12 to 20 in the others.
    lines = []
    for turn in range(20):
        at = 30 * turn
        lines += [
            f"{at} {at + 10} Ana: the hall is free",
            f"{at + (8 if turn < 4 else 12)} {at + 20} Ben: which hall",
        ]
    m = measured(*lines, can=ALL)
    rate = m.people[0].taken_over
    assert isinstance(rate, Value)
    # 4 in 200 s = 3.333 min: 1.2 a minute; Byar 1.0763 and 10.2403 events over 3.333 min.
    assert rate.x == pytest.approx(1.2)
    assert rate.interval is not None
    assert (rate.interval.low, rate.interval.high) == pytest.approx((0.323, 3.072), abs=5e-4)


def test_marks_of_breaking_off_count_only_with_somebody_else_next():
    c = talk(
        "0 2 Ana: I wanted to --",
        "2.1 4 Ben: the hall is free",
        "5 6 Ana: but the street -",
        "6.2 8 Ana: is closed",
        "8 9 Ben: it is open, I -",
        "12 13 Cleo: which one",
    )
    found = broken_off(c, floor(c, lists=LISTS))
    assert [(one.speaker, one.following) for one in found] == [(0, 1)]


def slow(rows):
    """The rule read aloud, one pair at a time, over intervals that never overlap for one person."""
    events = set()
    for a, (who, low, high) in enumerate(rows):
        nexts = [other_low for other, other_low, _ in rows[a + 1 :] if other == who and other_low >= high]
        if nexts and min(nexts) - high < 0.5:
            continue
        takers = [
            (end, -at, other)
            for other, at, end in rows
            if other != who and low < at <= high - 0.2 and end > high
        ]
        if takers:
            _, at, other = max(takers)
            events.add((who, other, -at))
    return events


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 100), st.integers(2, 20)), max_size=25))
def test_take_overs_agree_with_the_slow_plain_version(drawn):
    free: dict[int, float] = {}
    rows = []
    for who, at, long in sorted(drawn, key=lambda row: row[1]):
        if at > free.get(who, -1):
            rows.append((who, float(at), float(at + long)))
            free[who] = at + long
    c = talk(*(f"{low} {high} P{who}: the hall is free" for who, low, high in rows), can=ALL)
    o = overlaps(c, floor(c, lists=LISTS), lists=LISTS)
    label = [int(person.label[1:]) for person in c.people]
    found = {(label[a], label[b]) for a, b in zip(o.holder, o.taker, strict=True)}
    assert len(o.holder) == len(slow(rows))
    assert found == {(who, other) for who, other, _ in slow(rows)} or _ties(rows)


def _ties(rows):
    """Two takers that end at the same time may be told apart either way."""
    ends = [high for _, _, high in rows]
    return len(set(ends)) < len(ends)


def test_a_crowd_that_talks_over_itself_does_not_blow_up():
    n = 500
    start = np.repeat(np.arange(40.0) * 10, n)
    c = talk(*(f"{at} {at + 9} P{i % n}: the hall is free" for i, at in enumerate(start.tolist())), can=ALL)
    o = overlaps(c, floor(c, lists=LISTS), lists=LISTS)
    assert len(o.holder) == 0  # all start and end together: nobody comes in
