"""What a reply may sound like: whole clauses, one rule each, what is there first, and its own promise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.practise.correction import assess_reply
from alongside.practise.heard import heard, marked, promise, quotes
from alongside.practise.reply_rules import HABITS, Sort, reply_rules
from alongside.practise.reply_sentences import enough_line, there_line, way_line

RULES = reply_rules("en")
SORRY_BUT = "I'm sorry you feel that way, but it was just a joke and I didn't mean it. Everyone laughed."


def of(text):
    return assess_reply(text, rules=RULES)


@pytest.mark.parametrize("text", ["Thank you, I will correct it.", "Thank you.", "The meeting is on Monday."])
def test_where_nothing_gets_in_the_way_nothing_is_heard(text):
    assert heard(of(text)) == ()
    assert way_line(of(text)) == ""


def test_the_whole_clause_is_quoted():
    clauses = [quote for each in heard(of(SORRY_BUT)) for quote in each.quotes]
    assert clauses == [
        "I'm sorry you feel that way", "but it was just a joke", "I didn't mean it", "Everyone laughed",
    ]  # fmt: skip


def test_a_stretch_that_several_rules_see_is_told_by_one():
    found = of("It was just a joke, honestly.")
    assert len({mark.rule for mark in found.marks}) > 1
    assert [each.rule for each in heard(found)] == ["defence-intent"]  # it saw the most words


def test_whole_clauses_are_marked_in_the_reply():
    text = "Thank you for telling me, but I was tired."
    assert [(text[start:end], kind) for start, end, kind in marked(of(text))] == [
        ("Thank you for telling me", "part"), (", ", ""), ("but I was tired", "habit"), (".", ""),
    ]  # fmt: skip


def test_different_habits_come_before_a_second_one_of_the_same():
    text = "I didn't mean it. Everyone laughed. I feel terrible about this."
    assert [each.sort for each in heard(of(text))][:2] == [Sort.DEFENCE, Sort.SELF_CENTRING]


def test_what_is_there_is_said_in_a_sentence():
    text = "Thank you. I called you by another name. I will use yours, and I'll check in with you on Friday."
    assert there_line(of(text)) == (
        "You thanked them, said what was yours, said what you will mend and said that you will come back. "
        "Nothing more is needed."
    )
    assert there_line(of("The meeting is on Monday.")) == "None of the four parts was found."


def test_nothing_is_asked_for_where_thanks_and_a_repair_are_there():
    assert enough_line(of("Thank you, I will correct it.")) == ""
    assert enough_line(of("Thank you for telling me.")) != ""


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, I will think about it.",
        "Thank you. I'm going to think about it.",
        "Thank you. I'll keep thinking about it.",
        "I'll try to think about that more.",
        "Thank you. Next time I will think about it.",
        "From now on I will think about it.",
    ],
)
def test_to_think_about_it_is_not_yet_to_mend_it(text):
    assert Sort.FIX not in of(text).parts
    assert promise(of(text)) == ""


def test_to_think_first_and_then_to_correct_it_is():
    assert Sort.FIX in of("I will think about what you said, and I will correct the page.").parts
    assert Sort.FIX in of("Next time I will think before I speak.").parts


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Thank you. I'll tell the two who laughed, and I'll check in.", "tell the two who laughed"),
        ("I will correct the page today.", "correct the page today"),
        ("Thank you. I\u2019m going to change the sign\ntoday.", "change the sign today"),
        ("I was wrong. Will correct the slide.", "correct the slide"),
        ("I have corrected it already.", ""),
        ("I will not correct it.", ""),
    ],
)
def test_the_promise_of_a_reply_is_taken_as_it_is_worded(text, act):
    assert promise(of(text)) == act


pieces = st.sampled_from(
    ["I", "you", "sorry", "so", "but", "and", "mean", "didn't", "thank", "I'll", "will", "fix", "tell",
     "them", "it", "was", "just", "a joke", "“", "”", ".", ",", "?", "\n"]
)  # fmt: skip


@given(st.lists(pieces, max_size=40).map(" ".join))
def test_the_reply_is_shown_whole_and_every_habit_is_heard_somewhere(text):
    found = of(text)
    assert "".join(text[start:end] for start, end, _kind in marked(found)) == text
    told = heard(found)
    places = [place for each in told for place in each.places]
    assert len({each.rule for each in told}) == len(told)
    for mark in found.marks:
        if mark.sort in HABITS:
            assert any(start <= mark.start and mark.end <= end for start, end in places)
        else:
            assert any(text[mark.start : mark.end] in quote for quote in quotes(found, mark.sort))
    assert all(
        first[1] <= second[0] for first, second in zip(sorted(places), sorted(places)[1:], strict=False)
    )
