"""What is looked for of a phrase is its rare word; what is found is the same as word by word."""

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.interrupt.wording import by_sieve, by_word, rule, rule_set

from alongside.interrupt import sieve
from alongside.interrupt.book import read_book
from alongside.interrupt.compiler import rule_sets, spellings_of
from alongside.interrupt.forms import keys, words_of
from alongside.interrupt.hits import Profile
from alongside.interrupt.library import rule_files
from alongside.interrupt.matcher import has_re2

needs_re2 = pytest.mark.skipif(not has_re2(), reason="the package google-re2 is missing here")
RARE = "wheelchair"


@cache
def _either_way(profile):
    return by_sieve(rule_sets(_book())[profile]), by_word(rule_sets(_book())[profile])


@cache
def _book():
    return read_book(rule_files())


def _examples():
    marks = str.maketrans("", "", "«»")
    return [text.translate(marks) for each in _book().rules for text in _texts(each.examples)]


def _texts(examples):
    return (*examples.flagged, *examples.unflagged)


def test_the_rare_words_are_in_order_and_plain():
    words = sieve.RARE_WORDS.read_text("ascii").split("\n")
    assert words.pop() == ""
    assert words == sorted(set(words))
    assert all(word.isalnum() and word == word.lower() and len(word) > 2 for word in words)


def test_every_rare_word_stands_in_a_rule():
    spellings = [each for rule in _book().rules for each in spellings_of(rule, _book().lists)[0]]
    assert sieve.rare_words() <= {word for each in spellings for key in keys(each) for word in words_of(key)}


def test_the_first_rare_word_is_looked_for_and_its_place_known():
    assert sieve.sought(f"confined to a {RARE} user") == (RARE, 3)
    assert sieve.sought(f"{RARE}-bound") == (RARE, 0)


def test_without_a_rare_word_it_is_the_phrase_itself():
    assert sieve.sought("you can do it") == ("you can do it", 0)


def test_a_word_that_also_begins_spellings_has_none_before_it():
    assert sieve.words_before([f"a {RARE}", f"in the {RARE}", RARE]) == {RARE: [0, 1, 2]}
    assert sieve.words_before([RARE]) == {}


def test_every_word_looked_for_is_one_of_the_phrase():
    for spelling in ("she is so articulate", "off the reservation", f"the {RARE}'s user"):
        part, before = sieve.sought(spelling)
        assert part == spelling or words_of(spelling)[before] == part


@needs_re2
@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("gap", [" ", "\n", "\n    # ", " _", "&nbsp;", "\u00a0", "-", " *"])
def test_all_examples_are_found_either_way(profile, gap):
    text = "\n\n".join(each.replace(" ", gap) for each in _examples())
    sieved, read = _either_way(profile)
    assert list(sieved.places(text.encode())) == list(read.places(text.encode()))


def _set_off(text):
    """Every second word between underscores."""
    return re.sub(r" (\w+) ", r" _\1_ ", text)


def _curly(text):
    return text.replace("'", "\u2019")


@needs_re2
@pytest.mark.parametrize("change", [str.upper, str.title, _set_off, _curly])
def test_capitals_apostrophes_and_underscores_are_read_either_way(change):
    data = "\n\n".join(map(change, _examples())).encode()
    sieved, read = _either_way(Profile.STRICT)
    found = list(sieved.places(data))
    assert found == list(read.places(data))
    assert len(found) > 1000


SOME = (
    rule(f"so very {RARE}", f"{RARE} user", f"in my {RARE}", "the boys' boys", "plain words", id="one"),
    rule("Boys", f"The {RARE}", id="two", case="exact"),
)
BY_SIEVE, BY_WORD = by_sieve(rule_set(*SOME)), by_word(rule_set(*SOME))
WORDS = ["so", "very", RARE, RARE.upper(), "user", "in", "my", "the", "The", "boys", "Boys", "plain", "words"]
WORDS += ["x", "\u00e9t\u00e9", "a" * 90, "boys'", f"_{RARE}_", f"x_{RARE}", "\u0130"]
GAPS = [" ", " ", "  ", "\n", "\n// ", "\n\n", "-", ". ", "_", " _", "&nbsp;", "\u00a0", "\udcff", " " * 70]


@needs_re2
@settings(max_examples=400)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=30))
def test_any_order_of_words_and_marks_is_found_either_way(pieces):
    data = "".join(word + gap for word, gap in pieces).encode("utf-8", "surrogateescape")
    assert list(BY_SIEVE.places(data)) == list(BY_WORD.places(data))
