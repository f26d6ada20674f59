"""Phrases of a rule: what each sign in them fits, and what it must not."""

import pytest

from alongside.practise.phrases import find, phrase, words

LISTS = {"feeling": frozenset({"awful", "sad"})}


def fits(written, text):
    read = phrase(written, LISTS)
    return any(find({word: [read] for word in read.slots[0].words}, words(text)))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("i feel {feeling}", "I feel fine."),
        ("i ~ed!helped you", "I helped you."),
        ("i so* feel", "I so so so so feel it."),  # four, and three is the most
        ("^done", "It is done."),
        ("i feel", "I. Feel."),
    ],
)
def test_what_a_phrase_must_not_fit(written, text):
    assert not fits(written, text)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("i feel {feeling}|bad", "I feel sad."),
        ("i ~ed!helped you", "I ignored you."),
        ("i so* feel", "I so so so feel it."),
        ("i so* feel", "I feel it."),
        ("^done", "It hurt, done is done."),
        ("^done", "I asked and done it is."),
    ],
)
def test_what_a_phrase_fits(written, text):
    assert fits(written, text)


@pytest.mark.parametrize("written", ["{none} here", "~ed you", "... you", "so? you", ""])
def test_a_phrase_that_cannot_be_looked_up_is_refused(written):
    with pytest.raises(ValueError, match=r"list of words|plain word"):
        phrase(written, LISTS)
