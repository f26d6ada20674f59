"""What counts as one word: endings of English, and nothing that only looks alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.learn.words import root


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("caption", "capt"),  # ion is left where little else would be
        ("class", "clas"),  # ss is no plural
        ("status", "statu"),
        ("race", "rac"),
        ("thing", "th"),
        ("nation", "nat"),
        ("ihr", "ihre"),
    ],
)
def test_words_that_only_look_alike_stay_apart(one, other):
    assert root(one) != root(other)


@pytest.mark.parametrize("word", ["straße", "años", "müller", "عمل", "市川", ""])
def test_words_of_other_scripts_are_left_as_they_are(word):
    assert root(word) == word


@pytest.mark.parametrize(
    "family",
    [
        ("meeting", "meetings", "meet", "meets"),
        ("activism", "activist", "activists", "active"),
        ("sponsor", "sponsors", "sponsoring", "sponsored", "sponsorship"),
        ("interrupt", "interrupts", "interrupted", "interrupting", "interruption"),
        ("story", "stories"),
        ("prejudice", "prejudices", "prejudiced"),
        ("journalist", "journalism", "journalists"),
        ("token", "tokens", "tokenism"),
    ],
)
def test_forms_of_a_word_share_its_root(family):
    assert len({root(word) for word in family}) == 1


@given(st.text(max_size=30))
def test_a_root_is_the_beginning_of_its_word_and_never_shorter_than_three_letters(word):
    assert word.startswith(root(word))
    assert len(root(word)) >= min(3, len(word))
