"""A finding quotes little, says how sure it is in words, and stays as it was made."""

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.act.commitments import in_one_sentence
from alongside.core.findings import QUOTE_WORDS, Confidence, Evidence, Finding, shorten
from alongside.core.practices import Practice


def test_a_short_quote_is_left_alone():
    assert shorten("Could I finish?") == "Could I finish?"


def test_a_quote_of_twenty_words_is_left_alone():
    twenty = " ".join(["word"] * 20)

    assert shorten(twenty) == twenty


def test_a_quote_of_twenty_one_words_ends_in_an_ellipsis():
    assert shorten(" ".join(["word"] * 21)) == " ".join(["word"] * 20) + " …"


@given(st.text(max_size=400))
def test_a_quote_never_has_more_than_twenty_words_and_invents_none(text):
    words = shorten(text).removesuffix(" …").split()

    assert len(words) <= QUOTE_WORDS
    assert words == text.split()[: len(words)]


@given(st.text(max_size=400))
def test_shortening_twice_changes_nothing_more(text):
    assert shorten(shorten(text)).split()[:20] == shorten(text).split()[:20]


@pytest.mark.parametrize("confidence", Confidence)
def test_confidence_is_words_and_no_number(confidence):
    assert confidence.words
    assert not any(letter.isdigit() or letter == "%" for letter in confidence.words)


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("ask it again", "If a question stays open, then I will ask it again."),
        ("ask, “May I?”", "If a question stays open, then I will ask, “May I?”"),
        ("say, “Go on”", "If a question stays open, then I will say, “Go on”."),
    ],
)
def test_a_plan_is_one_sentence_with_one_mark_at_its_end(act, sentence):
    assert replace(A_FINDING, cue="a question stays open", act=act).plan_sentence == sentence
    assert in_one_sentence("a question stays open", act) == sentence  # the plan that is then kept


A_FINDING = Finding(
    id="listen.unanswered-questions",
    practice=Practice.AMPLIFY,
    what="A question went unanswered.",
    evidence=(Evidence(place="14:10"),),
    confidence=Confidence.WORTH_A_LOOK,
    source="docs/method/listen.md",
    try_next="Come back to the question.",
    cue="a question stays open",
    act="ask it again, with the name of who asked",
)


def test_a_finding_cannot_be_changed_once_made():
    with pytest.raises(FrozenInstanceError):
        A_FINDING.what = "Somebody ignored her."


def test_there_are_eight_practices_each_with_a_name_and_a_meaning():
    assert [practice.value for practice in Practice] == [
        "learn",
        "listen",
        "amplify",
        "interrupt",
        "include",
        "sponsor",
        "advocate",
        "repair",
    ]
    assert len({practice.label for practice in Practice}) == 8
    assert len({practice.meaning for practice in Practice}) == 8
