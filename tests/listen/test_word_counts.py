"""Words are counted alike for everybody, however many texts are counted at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.listen import letters, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("—", 0),
        ("don't stop", 2),
        ("don\u2019t stop", 2),
        ("well-known mother-in-law", 2),
        ("'quoted' -- words-", 2),
        ("rock 'n' roll", 3),
        ("3,000 people", 3),
        ("हिन्दी भाषा", 2),  # vowel signs and virama belong to their letters
        ("مرحبا بكم", 2),
        ("会议开始", 2),  # four characters, two make a word
        ("会议开", 2),  # three characters: a word and a half counts as two
        ("はい", 1),
        ("Ana 会议 now", 3),
    ],
)
def test_words_of_a_text(text, expected):
    assert words.count([text]).tolist() == [expected]


def test_words_worked_out_from_characters_are_flagged():
    assert letters.any_dense(["hello", "会议"])
    assert not letters.any_dense(["hello", "hëllo"])


TEXTS = st.lists(
    st.text(alphabet=st.one_of(st.sampled_from("ab'\u2019- _9é会あไน्\n\u0301"), st.characters()), max_size=30)
)


@given(TEXTS)
def test_counting_at_once_equals_counting_plainly(texts):
    assert words.count(texts).tolist() == [words.count_plainly(text) for text in texts]
