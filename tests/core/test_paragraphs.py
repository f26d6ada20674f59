"""Text for a terminal keeps to 80 columns, keeps how far it is set in, and never loses a word."""

from hypothesis import given
from hypothesis import strategies as st

from alongside.core.paragraphs import WIDTH, hanging, indented, wrapped
from alongside.core.problems import Trouble

WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=60)


@given(WORDS, st.integers(0, 6))
def test_no_word_is_lost_and_no_line_is_too_long(words, by):
    text = " ".join(words)
    for lines in (wrapped(" " * by + text), indented(text, by=by), hanging(text, by=by)):
        assert " ".join(lines).split() == words
        assert max(map(len, lines)) <= WIDTH


def test_what_is_set_in_stays_set_in_on_every_line():
    lines = wrapped("  " + "word " * 30)

    assert len(lines) > 1
    assert all(line.startswith("  w") for line in lines)


def test_a_word_longer_than_a_line_stays_whole():
    command = "alongside-" * 12

    assert wrapped(command) == [command]


def test_a_refusal_without_a_place_begins_as_a_sentence():
    assert (
        str(Trouble("", "there is nothing here.", "Look elsewhere."))
        == "There is nothing here. Look elsewhere."
    )
    assert str(Trouble("--due", "there is no such day.", "")) == "--due: there is no such day."
