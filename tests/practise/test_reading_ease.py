"""Flesch's formula on texts counted by hand, and its syllables on words that trip rules of thumb."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.practise.reading_ease import reading_ease, syllables


def test_a_text_counted_by_hand_has_the_ease_of_the_formula():
    # 6 words, 1 sentence, 6 syllables: 206.835 - 1.015 * 6 - 84.6 * 1 = 116.145
    assert reading_ease("The cat sat on the mat.") == pytest.approx(116.145)
    # 8 words, 2 sentences, 12 syllables (you o-pen the win-dow, no-bo-dy says a thing):
    # 206.835 - 1.015 * 4 - 84.6 * 12 / 8 = 75.875
    assert reading_ease("You open the window. Nobody says a thing.") == pytest.approx(75.875)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("you", 1), ("idea", 3), ("stopped", 1), ("wanted", 2), ("table", 2), ("the", 1), ("create", 2),
        ("being", 2), ("people", 2), ("makes", 1), ("voices", 2), ("quiet", 2), ("quick", 1), ("question", 2),
        ("video", 3), ("radio", 3),
        ("special", 2), ("area", 3), ("don't", 1), ("something", 2), ("credit", 2), ("minutes", 2),
        ("someone", 2), ("whole", 1), ("some", 1), ("read", 1), ("ideas", 3),
        ("great", 1), ("heated", 2), ("meaning", 2),
    ],
)  # fmt: skip
def test_syllables_of_a_word(word, count):
    assert syllables(word) == count


@given(st.text(max_size=60))
def test_any_text_has_an_ease(text):
    assert reading_ease(text) <= 206.835
