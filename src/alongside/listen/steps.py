"""What to do next about each kind of finding: the sentence to try, and the same deed as a plan.

Sentence and plan stand side by side so that they stay one deed. A plan is kept: it may hold a name, and not a
word of what was said.
"""

from dataclasses import dataclass

from alongside.core.language import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One deed, said twice: `try_next` as a sentence to use, `cue` and `act` as the halves of a plan."""

    try_next: str
    cue: str
    act: str


def ask_in_again() -> Step:
    """After an invitation that was taken up."""
    return Step(
        try_next=_(
            "Worth doing again: at the next pause, name somebody who has been quiet, then “How does this "
            "look from where you are?”"
        ),
        cue=_("the next meeting reaches a pause"),
        act=_("name somebody who has been quiet and ask, “How does this look from where you are?”"),
    )


def credit_again() -> Step:
    """After credit given aloud."""
    return Step(
        try_next=_(
            "Worth doing again: when an idea comes round again, say whose it was before you add to it: "
            "“You said this first. I'd like to build on it.”"
        ),
        cue=_("an idea comes round again in the next meeting"),
        act=_("say whose it was before I add to it"),
    )


def bring_back(*, asker: str, quote: str, mine: bool) -> Step:
    """After a question without an answer. The quote stands in the sentence and never in the plan."""
    if mine:
        sentence = _(
            "When the next meeting opens, bring it back: “I asked, \u2018%(quote)s\u2019 Can we take a "
            "minute for that?”"
        )
        act = _("bring back my question and ask for a minute for it")
    else:
        sentence = _(
            "When the next meeting opens, bring it back: “%(asker)s asked, \u2018%(quote)s\u2019 Can "
            "we take a minute for that?”"
        )
        act = _("bring back %(asker)s's question and ask for a minute for it") % {"asker": asker}
    return Step(
        try_next=sentence % {"asker": asker, "quote": quote}, cue=_("our next meeting opens"), act=act
    )


def ask_somebody_in() -> Step:
    """Where nobody was asked in by name."""
    return Step(
        try_next=_(
            "At the next pause, turn to somebody who has said little so far, by name: “You know this part. "
            "What have we missed?”"
        ),
        cue=_("the next meeting of this group reaches a pause"),
        act=_("turn to somebody who has said little so far, by name, and ask what we have missed"),
    )


def hand_on() -> Step:
    """For a reader who spoke more than an even share."""
    return Step(
        try_next=_(
            "When you have made your point, hand on: “That's my view. I'd like to hear two others "
            "before I speak again.”"
        ),
        cue=_("I have made my point in the next meeting"),
        act=_("hand on and say, “I'd like to hear two others before I speak again”"),
    )


def offer_a_round() -> Step:
    """For anybody else where the floor was uneven."""
    return Step(
        try_next=_(
            "When a topic opens, offer a round: “Could we hear one sentence from each of us before we "
            "discuss it?”"
        ),
        cue=_("the next meeting of this group opens a new topic"),
        act=_("offer a round: one sentence from each of us before we discuss it"),
    )


def second_way_in() -> Step:
    """Where somebody had no turn."""
    return Step(
        try_next=_(
            "Before the close, open a second way in: “If something comes to mind later, write to me. "
            "I'll bring it along next time.”"
        ),
        cue=_("the next meeting of this group comes to its close"),
        act=_(
            "open a second way in: whoever thinks of something later can write to me, and I bring it along"
        ),
    )


def stop_on_purpose() -> Step:
    """For a reader whose own stretch was long."""
    return Step(
        try_next=_(
            "When you have spoken for three minutes on end, stop on purpose: “I'll pause here. What would "
            "you add, or see another way?”"
        ),
        cue=_("I have spoken for three minutes on end"),
        act=_("stop on purpose and ask what others would add, or see another way"),
    )


def make_an_opening() -> Step:
    """For anybody else where one voice was heard for long."""
    return Step(
        try_next=_(
            "When one voice has been heard for five minutes, make an opening: “Can we stop here for two "
            "questions before we go on?”"
        ),
        cue=_("one voice has been heard for five minutes"),
        act=_("make an opening and ask whether we can stop for two questions before we go on"),
    )


def finish_the_thought() -> Step:
    """For a reader who was taken over more often than the others."""
    return Step(
        try_next=_(
            "Listen to the moments again. If it was so, and somebody comes in while you are halfway through "
            "a sentence next time, ask for its end: “I'd like to finish this thought.”"
        ),
        cue=_("somebody comes in while I am halfway through a sentence in the next meeting"),
        act=_("ask for its end: “I'd like to finish this thought”"),
    )


def hand_back() -> Step:
    """For anybody else who saw somebody taken over."""
    return Step(
        try_next=_(
            "Listen to the moments again. If it was so, and somebody is stopped halfway through a sentence "
            "next time, hand the floor back: “I'd like to hear the end of that.”"
        ),
        cue=_("somebody is stopped halfway through a sentence in the next meeting"),
        act=_("hand the floor back: “I'd like to hear the end of that”"),
    )


def leave_room() -> Step:
    """Where turns broke off."""
    return Step(
        try_next=_("When a sentence breaks off, leave room for its end: “You were saying?”"),
        cue=_("a sentence breaks off in the next meeting"),
        act=_("leave room for its end and ask, “You were saying?”"),
    )
