"""Whether a turn takes a question up. The rules lean to yes: a missed moment costs less than a charge.

Limits: rules on words with the language's lists, not understanding. Method: docs/method/meetings.md
"""

from collections.abc import Sequence

from alongside.listen.address import NameBook, Spoken, take_apart
from alongside.listen.speech import (
    SpeechLists,
    content_words,
    ends_as_question,
    holds,
    opens_with,
    sentences,
    words,
)

SHORT_WORDS = 3
"""Our choice: fewer words without a question word are no question; a first sentence up to this is a reply."""
OPENING_WORDS = 8
"""Our choice: so many words of a reply are looked at for a link to the question."""
DEPARTURE_WORDS = 12
"""Our choice: so many words of a reply are looked at for "let's move on"."""
CHANGE_WORDS = 3
"""Our choice: a first reply with fewer content words is too short to be another subject."""


def answers(reply: str, asked: Spoken, lists: SpeechLists, names: NameBook, *, first: bool) -> bool:
    """Whether a turn takes the question up. The first one to follow gets more benefit of the doubt."""
    spoken = take_apart(reply)
    said = without_acknowledgements(spoken.folded, lists)
    if not said or content_words(asked.folded, lists) & content_words(spoken.folded, lists):
        return True
    if holds(said[:DEPARTURE_WORDS], lists.departures):
        return False
    return (
        opens_with(said, lists.answers)
        or any(names.mentions(spoken))
        or _gives_an_amount(said, asked, lists)
        or _asks_back(reply)
        or (first and (opens_with(said, lists.first_reply_openings) or _points_back(reply, said, lists)))
    )


def too_short_to_change_the_subject(reply: str, lists: SpeechLists) -> bool:
    """Whether a reply holds too little matter to be about something else."""
    said = words(reply)
    return len(content_words(said, lists)) < CHANGE_WORDS and not holds(said, lists.departures)


def _points_back(reply: str, said: Sequence[str], lists: SpeechLists) -> bool:
    """Whether the opening refers to the turn before, or is a short sentence of its own: "Quite small."."""
    opening = sentences(reply)[:1]
    brief = any(len(words(part)) <= SHORT_WORDS for part in opening)
    return brief or not lists.links.isdisjoint(said[:OPENING_WORDS])


def _gives_an_amount(said: Sequence[str], asked: Spoken, lists: SpeechLists) -> bool:
    """A number or a time, after how many, how much or when."""
    counts = bool(lists.amounts.intersection(said)) or any(word[0].isdigit() for word in said)
    return counts and bool(lists.amount_questions.intersection(asked.folded))


def _asks_back(reply: str) -> bool:
    opening = sentences(reply)[:1]
    return any(ends_as_question(part) and len(words(part)) >= SHORT_WORDS for part in opening)


def without_acknowledgements(said: Sequence[str], lists: SpeechLists) -> list[str]:
    """The words after "okay, so, well"."""
    rest = list(said)
    while rest:
        passed = next((len(p) for p in lists.acknowledgements if tuple(rest[: len(p)]) == p), 0)
        if not passed:
            return rest
        rest = rest[passed:]
    return rest
