"""What a finding says to try is what it plans: one deed, and no word of the transcript in the plan."""

# ruff: noqa: E501, RUF001 - sentences as people read them, whole and with their own marks

import re

import pytest
from tests.listen.builders import ALL, PLATFORM, measured

from alongside.listen.findings import findings
from alongside.listen.meeting import SAMPLE, look_at
from alongside.listen.whys import WHYS

ROUND = ("0 300 Ana: The hall.", "300 600 Ben: The street.", "600 900 Cleo: Posters.")
ASKED = (
    "0 5 Ana: Tomas, what do you think?",
    "6 10 Tomas: I would take the hall, as Ana said.",
    "301 304 Ben: Who takes the notes of today for the others?",
    "306 700 Cleo: Moving on, the budget for the street is small.",
)
UNEVEN = ("0 900 Ana: The hall.", "900 910 Ben: The street.", "910 915 Cleo: Posters.")
NAMED = (*UNEVEN, "916 920 Ana: Ben, what do you think?", "921 925 Ben: I like the posters.")


def crossing(n=20):
    """Ben comes in and Ana stops in every round; nobody stops for Ana or Cleo."""
    lines = []
    for at in range(0, 40 * n, 40):
        lines += [f"{at} {at + 10} Ana: the hall is free", f"{at + 8} {at + 20} Ben: which hall is it"]
        lines += [f"{at + 22} {at + 38} Cleo: the street is closed"]
    return lines


def breaking():
    """Ana breaks off in every round, and Ben speaks at once."""
    lines = []
    for at in range(0, 900, 60):
        lines += [f"{at} {at + 20} Ana: the hall is—", f"{at + 20} {at + 40} Ben: which hall is it"]
        lines += [f"{at + 42} {at + 58} Cleo: the street is closed"]
    return lines


CASES = {
    "listen.invitation-taken-up": (
        (ASKED, {}),
        "Worth doing again: at the next pause, name somebody who has been quiet, then “How does this look from "
        "where you are?”",
        "If the next meeting reaches a pause, then I will name somebody who has been quiet and ask, “How does "
        "this look from where you are?”",
    ),
    "listen.credit-given": (
        (ASKED, {}),
        "Worth doing again: when an idea comes round again, say whose it was before you add to it: “You said "
        "this first. I'd like to build on it.”",
        "If an idea comes round again in the next meeting, then I will say whose it was before I add to it.",
    ),
    "listen.unanswered-questions": (
        (ASKED, {}),
        "When the next meeting opens, bring it back: “Ben asked, ‘Who takes the notes of today for the "
        "others?’ Can we take a minute for that?”",
        "If our next meeting opens, then I will bring back Ben's question and ask for a minute for it.",
    ),
    "listen.nobody-invited": (
        (ROUND, {"roster": ("Dee",)}),
        "At the next pause, turn to somebody who has said little so far, by name: “You know this part. What "
        "have we missed?”",
        "If the next meeting of this group reaches a pause, then I will turn to somebody who has said little "
        "so far, by name, and ask what we have missed.",
    ),
    "listen.uneven-floor": (
        (UNEVEN, {}),
        "When a topic opens, offer a round: “Could we hear one sentence from each of us before we discuss it?”",
        "If the next meeting of this group opens a new topic, then I will offer a round: one sentence from each "
        "of us before we discuss it.",
    ),
    "listen.not-heard": (
        (NAMED, {"roster": ("Dee",)}),
        "Before the close, open a second way in: “If something comes to mind later, write to me. I'll bring "
        "it along next time.”",
        "If the next meeting of this group comes to its close, then I will open a second way in: whoever "
        "thinks of something later can write to me, and I bring it along.",
    ),
    "listen.one-long-stretch": (
        (UNEVEN, {}),
        "When one voice has been heard for five minutes, make an opening: “Can we stop here for two questions "
        "before we go on?”",
        "If one voice has been heard for five minutes, then I will make an opening and ask whether we can stop "
        "for two questions before we go on.",
    ),
    "listen.floor-taken-over": (
        (crossing(), {"can": ALL}),
        "Listen to the moments again. If it was so, and somebody is stopped halfway through a sentence next "
        "time, hand the floor back: “I'd like to hear the end of that.”",
        "If somebody is stopped halfway through a sentence in the next meeting, then I will hand the floor "
        "back: “I'd like to hear the end of that”.",
    ),
    "listen.broken-off": (
        (breaking(), {"can": ALL}),
        "When a sentence breaks off, leave room for its end: “You were saying?”",
        "If a sentence breaks off in the next meeting, then I will leave room for its end and ask, “You were "
        "saying?”",
    ),
}
"""The talk that shows it, the sentence to try, and the plan, read aloud side by side."""

MINE = {
    "listen.unanswered-questions": (
        (ASKED, {}, "Ben"),
        "When the next meeting opens, bring it back: “I asked, ‘Who takes the notes of today for the others?’ "
        "Can we take a minute for that?”",
        "If our next meeting opens, then I will bring back my question and ask for a minute for it.",
    ),
    "listen.uneven-floor": (
        (UNEVEN, {}, "Ana"),
        "When you have made your point, hand on: “That's my view. I'd like to hear two others before I speak "
        "again.”",
        "If I have made my point in the next meeting, then I will hand on and say, “I'd like to hear two "
        "others before I speak again”.",
    ),
    "listen.one-long-stretch": (
        (UNEVEN, {}, "Ana"),
        "When you have spoken for three minutes on end, stop on purpose: “I'll pause here. What would you add, "
        "or see another way?”",
        "If I have spoken for three minutes on end, then I will stop on purpose and ask what others would "
        "add, or see another way.",
    ),
    "listen.floor-taken-over": (
        (crossing(), {"can": ALL}, "Ana"),
        "Listen to the moments again. If it was so, and somebody comes in while you are halfway through a "
        "sentence next time, ask for its end: “I'd like to finish this thought.”",
        "If somebody comes in while I am halfway through a sentence in the next meeting, then I will ask for "
        "its end: “I'd like to finish this thought”.",
    ),
}
"""The same for the reader whose own moment it is."""


def one(kind, lines, given, me=None):
    return next(each for each in findings(measured(*lines, **given), me=me) if each.id == kind)


def runs(text):
    """Every run of four words, in small letters."""
    words = re.findall(r"[\w']+", text.casefold())
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}


def test_every_kind_of_finding_is_read_aloud_here():
    assert set(CASES) == set(WHYS)


@pytest.mark.parametrize("kind", CASES)
def test_the_plan_is_the_deed_that_is_shown(kind):
    (lines, given), shown, planned = CASES[kind]
    found = one(kind, lines, given)
    assert (found.try_next, found.plan_sentence) == (shown, planned)


@pytest.mark.parametrize("kind", MINE)
def test_the_plan_of_the_readers_own_moment_is_the_deed_that_is_shown(kind):
    (lines, given, me), shown, planned = MINE[kind]
    found = one(kind, lines, given, me)
    assert (found.try_next, found.plan_sentence) == (shown, planned)


@pytest.mark.parametrize("me", [None, "Ana", "Ben"])
def test_no_plan_holds_four_words_in_a_row_of_what_was_said(me):
    talks = [talk for talk, _shown, _planned in CASES.values()]
    found = [each for lines, given in talks for each in findings(measured(*lines, **given), me=me)]
    found += look_at(SAMPLE).findings
    said = [line.partition(": ")[2] for lines, _given in talks for line in lines]
    said += [seen.quote for each in found for seen in each.evidence]
    spoken = set().union(*map(runs, said))
    assert len(spoken) > 30
    assert [each.id for each in found if runs(each.cue) & spoken or runs(each.act) & spoken] == []


def test_a_talk_on_one_platform_has_no_take_overs():
    assert "listen.floor-taken-over" not in [
        each.id for each in findings(measured(*crossing(), can=PLATFORM), me=None)
    ]
