"""What a reply to a correction holds: silence first, then each part and habit with its rule and its words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import content
from alongside.practise.correction import assess_reply, rating
from alongside.practise.reply_rules import HABITS, PARTS, Sort, reply_rules, rules_from
from alongside.practise.schedule import Rating

RULES = reply_rules("en")
ENTRIES = content.load("reply-rules").entries
LISTS = content.load("reply-words").entries
SHAMING = re.compile(
    r"\b(racists?|sexists?|bigot\w*|ignoran\w*|toxic|fragil\w*|guilty?|sham\w+|problematic)\b", re.IGNORECASE
)


def of(text):
    return assess_reply(text, rules=RULES)


def sorts(text):
    found = of(text)
    return {*found.parts, *found.habits}


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, I will fix it",
        "Thank you, I will correct it.",
        "Thanks for telling me. I'll change it today.",
        "Thank you — I will use your name as you say it.",
    ],
)
def test_a_plain_thank_you_with_a_fix_gives_no_warning_and_is_enough(text):
    assert of(text).habits == ()
    assert of(text).is_enough


@pytest.mark.parametrize(
    "text",
    [
        'I will not say "I didn\'t mean it that way".',
        "Last year I would have said “I didn't mean it that way”. Not today.",
        "> I didn't mean it that way\nThat was a poor answer of mine.",
        "I won't tell you that I didn't mean it.",
        "Instead of saying I meant well, here is the new list.",
    ],
)
def test_what_is_quoted_or_denied_is_no_defence(text):
    assert Sort.DEFENCE not in of(text).habits


def test_below_four_words_nothing_is_said():
    for text in ("", "Sorry!", "I meant well.", "💛"):
        assert of(text).cannot_say
        assert of(text).marks == ()


def test_two_apologies_are_not_too_many_and_three_are():
    assert of("I am sorry. I was late to see it, and I am sorry.").habits == ()
    assert of("Sorry. I am sorry, I really was late, and I apologise.").habits == (Sort.OVER_APOLOGY,)


def test_a_large_apology_with_a_fix_is_not_marked():
    assert of("I am so sorry. I will change the sign today.").habits == ()
    assert of("I am so sorry about the sign, truly.").habits == (Sort.OVER_APOLOGY,)


def test_the_examples_of_the_brief():
    assert {Sort.OVER_APOLOGY, Sort.SELF_CENTRING} <= sorts(
        "I'm so, so sorry, I feel terrible, I'm the worst"
    )
    assert sorts("I didn't mean it that way") == {Sort.DEFENCE}


def test_all_four_parts_are_seen_in_their_order():
    text = "Thank you. I called you by another name. I will use yours, and I'll check in with you on Friday."
    assert of(text).parts == PARTS


def test_asking_them_to_teach_is_seen_and_looking_it_up_is_not():
    assert sorts("Can you explain to me why that is wrong?") == {Sort.ASK_TO_TEACH}
    assert sorts("You do not need to explain it, I'll look it up myself.") == {Sort.FIX}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_each_rule_sees_its_example_and_not_its_counterexample(entry):
    mends = [each for each in ENTRIES if each["class"] == "fix"]
    rules = rules_from([entry] if entry["class"] == "fix" else [entry, *mends], words=LISTS)
    seen, unseen = (
        {mark.rule for mark in assess_reply(f"{entry[name]} And so on.", rules=rules).marks}
        for name in ("example", "counterexample")
    )
    assert entry["id"] in seen
    assert entry["id"] not in unseen


def test_every_part_and_habit_has_a_rule():
    assert {rule.sort for rule in RULES} == {*PARTS, *HABITS}


def test_what_is_shown_blames_nobody():
    for rule in RULES:
        assert not SHAMING.search(f"{rule.why} {rule.try_next}"), rule.id


def test_a_habit_left_comes_back_sooner():
    assert rating(of("I didn't mean it that way at all")) is Rating.HARD
    assert rating(of("Thank you, I will correct it.")) is Rating.GOOD
    assert rating(of("The meeting is on Monday, as ever.")) is Rating.AGAIN


words = st.sampled_from(
    ["I", "you", "it", "not", "sorry", "so", "but", "mean", "thank", "will", "fix", "the", "worst", "explain",
     "why", "feel", "“", "”", '"', "'", ".", ",", "?", "\n"]
)  # fmt: skip


@given(st.lists(words, max_size=40).map(" ".join) | st.text(max_size=80))
def test_marks_lie_inside_the_text_in_its_order_and_name_a_rule(text):
    found = of(text)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in found.marks)
    assert list(found.marks) == sorted(found.marks, key=lambda mark: mark.start)
    assert {mark.rule for mark in found.marks} <= {rule.id for rule in RULES}


@pytest.mark.parametrize("piece", ["so ", "“", "'a ", "not ", "i will ", '"', "can you "])
def test_a_text_full_of_one_thing_is_read_to_its_end(piece):
    # 20,000 characters are read, the rest is left out: no phrase or quotation grows with the square of that
    assert isinstance(of(piece * 20_000).marks, tuple)
