"""Ranges: where a share most likely lies; what has none says why and is never nought."""

import pytest

from alongside.core.disclosure import for_own_eyes
from alongside.core.figures import Range, range_bars
from alongside.core.language import use_language


def a_range(label="Listen", shares=(0.25, 0.5, 0.75), note=""):
    low, mean, high = (for_own_eyes(share, n=1) for share in shares or (None, None, None))
    return Range(label=label, low=low, mean=mean, high=high, note=note)


def a_figure(*ranges):
    return range_bars(ranges, id="ranges", title="Shares", finding="A finding.")


def test_without_a_range_nothing_is_drawn_and_the_reason_is_said():
    figure = a_figure(a_range("Repair", None, "no occasion"))
    assert "figure-bar" not in figure.svg()
    assert figure.rows == (("Repair", "", "", "", "no occasion"),)
    assert ">0%<" not in figure.html()
    assert figure.desc == "Repair: no occasion."


def test_a_range_is_drawn_from_its_low_to_its_high_with_a_mark_at_its_middle():
    svg = a_figure(a_range()).svg()
    # From 25 % on, 50 % wide; the mark is 0.8 % wide and begins 0.4 % before the middle.
    assert '<rect x="25%" y="1.45em" width="50%"' in svg
    assert '<rect x="49.6%"' in svg
    assert "25% to 75%" in svg


def test_words_table_and_file_say_the_same():
    figure = a_figure(a_range())
    assert figure.desc == "Listen: 25% to 75%."
    assert figure.csv().splitlines()[1] == "Listen,25%,50%,75%,"
    assert figure.as_json()["rows"] == [["Listen", "25%", "50%", "75%", ""]]


@pytest.mark.parametrize("language", ["ar", "he"])
def test_it_is_mirrored_where_one_reads_from_right_to_left(language):
    use_language(language)
    try:
        svg = a_figure(a_range(shares=(0.1, 0.2, 0.3))).svg()
    finally:
        use_language("en")
    # The bar from 10 to 30 % lies between 70 and 90 % of the drawing.
    assert '<rect x="70%"' in svg
