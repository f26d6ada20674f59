"""An event goes its way once, says what keeps it from being kept, and tells calendars of every change."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.include.event_builders import NOW, an_event

from alongside.include.access import Access
from alongside.include.event import (
    ANNOUNCED,
    EventState,
    Refused,
    amended,
    faults,
    is_safe_link,
    lacking,
    move,
)

P, A, U, H, C = EventState
STEPS = {(P, A), (A, U), (A, P), (U, H), (U, C)}


def test_a_sound_event_has_no_fault():
    assert faults(an_event()) == ()
    assert faults(an_event(starts="2026-05-12", ends="2026-05-12")) == ()
    assert faults(an_event(starts="2026-10-25T02:30", ends="2026-10-25T03:30")) == ()  # twice is no fault


@pytest.mark.parametrize(("before", "to"), list(product(EventState, EventState)))
def test_only_the_steps_of_the_diagram_are_taken(before, to):
    event = an_event(state=before)
    if (before, to) in STEPS:
        assert move(event, to, now=NOW).state is to
    else:
        with pytest.raises(Refused, match="cannot become"):
            move(event, to, now=NOW)


@given(st.lists(st.sampled_from(EventState), max_size=12))
def test_nothing_comes_back_once_people_were_invited(tries):
    event, been = an_event(state=P), False
    for to in tries:
        if (event.state, to) in STEPS:
            event = move(event, to, now=NOW)
        been = been or event.state in ANNOUNCED
        assert not been or event.state in ANNOUNCED


def test_cancelling_raises_the_sequence_and_notes_when():
    cancelled = move(an_event(sequence=4), C, now=NOW)

    assert (cancelled.sequence, cancelled.cancelled, cancelled.changed) == (5, NOW, NOW)


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("title", {"title": "  "}),
        ("title", {"title": "x" * 301}),
        ("online", {"online": "http://example.org/room"}),
        ("online", {"online": "javascript:alert(1)"}),
        ("capacity", {"capacity": 0}),
        ("capacity", {"capacity": 100_001}),
        ("zone", {"zone": "Mars/Olympus"}),
        ("ends", {"ends": "2026-05-12T18:00"}),
        ("ends", {"ends": "2026-05-12T17:59"}),
        ("ends", {"ends": "2026-05-12"}),
        ("starts", {"starts": "2026-03-29T02:30"}),
        ("ends", {"starts": "2026-03-29T01:00", "ends": "2026-03-29T02:30"}),
    ],
)
def test_each_fault_names_its_field(field, more):
    assert [fault.place for fault in faults(an_event(**more))] == [field]


def test_all_faults_are_told_at_once():
    found = faults(an_event(title="", online="ftp://x", ends="2026-05-01T10:00"))

    assert {fault.place for fault in found} == {"title", "online", "ends"}


def test_an_hour_that_is_short_on_the_wall_but_not_by_the_clock_is_kept():
    # The night of 25 October: 2:30 (the first) to 3:15 is 1 h 45 min long.
    assert faults(an_event(starts="2026-10-25T02:30", ends="2026-10-25T03:15")) == ()


def test_before_inviting_a_place_or_link_and_somebody_to_ask_are_named():
    bare = an_event(state=A, place="", access=Access())

    assert [each.place for each in lacking(bare)] == ["place", "ask_whom"]
    assert lacking(replace(bare, online="https://example.org", access=Access(ask_whom="Noor"))) == ()
    with pytest.raises(Refused, match="neither a place nor a link"):
        move(bare, U, now=NOW)


def test_a_change_after_publishing_raises_the_sequence_by_one_and_nothing_else_does():
    event = an_event(sequence=2)

    assert amended(event, replace(event, place="Town hall"), now=NOW).sequence == 3
    assert amended(event, event, now=NOW + timedelta(hours=1)) is event
    proposal = an_event(state=P)
    assert amended(proposal, replace(proposal, title="Two"), now=NOW).sequence == 0


def test_a_change_keeps_state_and_identity_and_refuses_what_is_unsound():
    event = an_event()
    changed = amended(event, replace(event, uid="other", state=H, title="Two", sequence=9), now=NOW)

    assert (changed.uid, changed.state, changed.title) == (event.uid, U, "Two")
    with pytest.raises(Refused, match="no title"):
        amended(event, replace(event, title=""), now=NOW)


@pytest.mark.parametrize("link", ["https://example.org/a?b=c", "https://xn--bcher-kva.example:8443/x"])
def test_a_link_with_https_is_safe(link):
    assert is_safe_link(link)


@pytest.mark.parametrize(
    "link",
    ["", "https://", "http://example.org", "https:example", "https://a b", "https://a\r\nX:1",
     "//example.org",      "data:text/html,x", "https://[::1", "https://example.org/\u2028x"],
)  # fmt: skip
def test_any_other_link_is_not(link):
    assert not is_safe_link(link)
