"""What somebody says about themselves: kept in their own words, taken back without a rest."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.deeds import Entry, Stored
from alongside.core.self_description import (
    KIND,
    LONGEST_TEXT,
    MOST_LABELS,
    ROOM,
    Purpose,
    Refused,
    SelfDescription,
    describe,
    from_stored,
    labels_in,
    withdraw,
)

ID = UUID(int=7)
DAY = date(2026, 3, 4)


def said(text: str = "", labels: tuple[str, ...] = ()) -> SelfDescription:
    return SelfDescription(id=ID, purpose=Purpose.CIRCLES, text=text, labels=labels, day=DAY)


def read_back(description: SelfDescription) -> SelfDescription:
    ((entry_id, entry),) = describe(description).put.items()
    (again,) = from_stored([Stored(id=entry_id, version=1, entry=entry)])
    return again


def test_labels_are_whatever_somebody_types_each_once():
    assert labels_in(" deaf, first in my family to study ,, deaf") == ("deaf", "first in my family to study")
    assert labels_in("") == ()


@given(st.text(max_size=LONGEST_TEXT), st.lists(st.text(max_size=60), max_size=MOST_LABELS))
def test_what_is_kept_is_what_was_said(text, labels):
    description = said(text, tuple(labels))
    assert read_back(description) == description


def test_too_much_is_refused_with_a_way_out():
    for description in (said("x" * 2001), said(labels=("x" * 61,)), said(labels=tuple(map(str, range(13))))):
        with pytest.raises(Refused) as refused:
            describe(description)
        assert refused.value.way_out


def test_taking_back_removes_it_and_writes_nothing():
    deed = withdraw(said("words"))
    assert (deed.drop, dict(deed.put)) == ((ID,), {})


@pytest.mark.parametrize("body", [{}, {"purpose": "spying"}, {"purpose": "myself", "labels": "deaf"}])
def test_what_cannot_be_read_is_refused(body):
    with pytest.raises(Refused):
        from_stored([Stored(id=ID, version=1, entry=Entry(room=ROOM, kind=KIND, day=DAY, body=body))])
