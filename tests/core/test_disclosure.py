"""What is hidden stays hidden: no subtraction brings a small cell back."""

import re
from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.disclosure import K_DEFAULT, Published, for_own_eyes, publish

tables = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 40), min_size=1, max_size=6)
floors = st.integers(K_DEFAULT, 12)


def small(count: int, k: int) -> bool:
    return 0 < count < k


def possible_values(shown: Mapping[str, Published], total: int, k: int) -> dict[str, set[int]]:
    """The slow, plain reader, who knows the total and the rule: what each hidden cell may hold."""
    hidden = [label for label, cell in shown.items() if cell.value is None]
    missing = total - sum(int(cell.value) for cell in shown.values() if cell.value is not None)
    least = 0 if len(hidden) == len(shown) else 1  # empty cells are hidden only where everything is
    fillings = [
        counts
        for counts in product(range(least, missing + 1), repeat=len(hidden))
        if sum(counts) == missing and any(small(count, k) for count in counts)
    ]
    return {label: {filling[place] for filling in fillings} for place, label in enumerate(hidden)}


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_count_below_five_is_hidden(count):
    assert publish({"a": count, "b": 40})["a"].value is None


@pytest.mark.parametrize(("count", "others"), [(3, {}), (3, {"b": 0}), (1, {"b": 0, "c": 0})])
def test_a_small_cell_alone_is_hidden_too(count, others):
    assert publish({"a": count, **others})["a"].value is None


@given(counts=tables, k=floors)
def test_no_shown_cell_is_small(counts, k):
    cells = publish(counts, k=k)

    assert not [label for label, cell in cells.items() if cell.value is not None and small(counts[label], k)]


@pytest.mark.parametrize(
    "counts",
    [
        {"a": 1, "b": 1, "c": 20},  # 22 - 20 = 2 people in two cells: each would be 1
        {"a": 1, "b": 2, "c": 9, "d": 30},  # 3 people in two cells are a small group themselves
        {"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 8},  # 5 people in five cells: each would be 1
        {"a": 3, "b": 0},  # 3 - 0 = 3
    ],
)
def test_what_subtraction_would_give_away_is_hidden_as_well(counts):
    values = possible_values(publish(counts), sum(counts.values()), K_DEFAULT)

    assert all(len(held) > 1 for held in values.values())


@given(
    counts=st.dictionaries(st.sampled_from("abcd"), st.integers(0, 9), min_size=2, max_size=4),
    k=st.integers(K_DEFAULT, 7),
)
def test_with_the_total_known_no_subtraction_gives_a_hidden_cell_away(counts, k):
    values = possible_values(publish(counts, k=k), sum(counts.values()), k)

    assert all(len(held) > 1 for held in values.values())


@given(counts=tables, k=floors)
def test_the_people_in_hidden_cells_are_no_small_group_unless_nothing_is_shown(counts, k):
    cells = publish(counts, k=k)
    hidden = [label for label, cell in cells.items() if cell.value is None]

    if hidden and len(hidden) < len(cells):
        assert sum(counts[label] for label in hidden) >= k


@given(counts=tables, k=floors)
def test_hidden_cells_tell_neither_value_nor_number_of_people(counts, k):
    hidden = [cell for cell in publish(counts, k=k).values() if cell.value is None]

    assert {(cell.value, cell.n) for cell in hidden} <= {(None, 0)}
    assert all(cell.hidden for cell in hidden)


@given(counts=tables, k=floors)
def test_shown_cells_are_the_true_counts(counts, k):
    shown = {label: cell for label, cell in publish(counts, k=k).items() if cell.value is not None}

    assert {label: cell.value for label, cell in shown.items()} == {label: counts[label] for label in shown}


@given(counts=tables, k=floors)
def test_a_table_without_small_cells_is_shown_whole(counts, k):
    large = {label: count for label, count in counts.items() if not small(count, k)}

    assert all(cell.value is not None for cell in publish(large, k=k).values())


@pytest.mark.parametrize("k", [4, 1, 0, -5])
def test_the_floor_can_be_raised_and_never_lowered(k):
    with pytest.raises(ValueError, match=re.escape("never lowered")):
        publish({"a": 40}, k=k)


def test_an_example_by_hand():
    # 3 is below 5 and hidden; alone it would be 30 - 20 - 7 = 3, so the smallest shown, 7, is hidden with it
    cells = publish({"a": 3, "b": 20, "c": 7, "d": 0})

    assert {label: cell.value for label, cell in cells.items()} == {"a": None, "b": 20, "c": None, "d": 0}


def test_a_cell_cannot_be_made_by_hand():
    with pytest.raises(TypeError, match="made by"):
        Published(3.0, 3)


def test_for_own_eyes_a_small_number_is_shown():
    assert for_own_eyes(2.0, n=2).value == 2.0


def test_what_cannot_be_measured_is_said_and_is_not_zero():
    cell = for_own_eyes(None, n=2)

    assert (cell.value, cell.hidden) == (None, "not measurable")
