"""The chain shows every edit, gap and reordering of the audit trail."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.trail import GENESIS, TrailRow, first_break, link

START = date(2026, 3, 2)


def a_chain(length: int) -> list[tuple[TrailRow, bytes]]:
    rows = []
    previous = GENESIS
    for number in range(1, length + 1):
        row = TrailRow(sequence=number, day=START + timedelta(days=number), actor="ab" * 16, action="act.log")
        previous = link(previous, row)
        rows.append((row, previous))
    return rows


def test_a_whole_chain_has_no_break():
    assert first_break(a_chain(5)) is None


def test_an_empty_trail_has_no_break():
    assert first_break([]) is None


@pytest.mark.parametrize(
    "edit",
    [
        {"day": date(2020, 1, 1)},
        {"actor": "cd" * 16},
        {"action": "act.undo"},
        {"object_id": "ef" * 16},
        {"result": "failed"},
    ],
)
@pytest.mark.parametrize("place", [0, 2, 4])
def test_an_edited_row_is_where_the_chain_breaks(edit, place):
    chain = a_chain(5)
    row, claimed = chain[place]
    chain[place] = (replace(row, **edit), claimed)

    assert first_break(chain) == place + 1


def test_a_row_edited_with_its_own_hash_made_anew_breaks_at_the_next():
    chain = a_chain(5)
    forged = replace(chain[1][0], action="act.undo")
    chain[1] = (forged, link(chain[0][1], forged))

    assert first_break(chain) == 3


@given(place=st.integers(0, 3))
def test_a_missing_row_is_seen(place):
    chain = a_chain(5)
    del chain[place]

    assert first_break(chain) == place + 1


@given(st.permutations(range(5)).filter(lambda order: order != list(range(5))))
def test_reordered_rows_are_seen(order):
    chain = a_chain(5)

    assert first_break([chain[place] for place in order]) is not None


def test_cutting_off_the_end_is_not_seen():
    # the limit that the module names: only a noted head tells
    assert first_break(a_chain(5)[:3]) is None


def test_fields_cannot_be_shifted_into_one_another():
    one = TrailRow(sequence=1, day=START, actor="a", action="bc")
    two = TrailRow(sequence=1, day=START, actor="ab", action="c")

    assert link(GENESIS, one) != link(GENESIS, two)


def test_a_hash_has_32_bytes():
    assert len(link(GENESIS, a_chain(1)[0][0])) == 32
