"""Credit given aloud: somebody says whose idea, point or work it is. A positive act: it leads the report.

Limits: only names of people in the room count, only the list's patterns are known, and a "like" or "as" in
another sense can slip through. Method: docs/method/meetings.md
"""

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.listen.address import NameBook, fits_a_pattern, take_apart
from alongside.listen.conversation import UNATTRIBUTED, Conversation
from alongside.listen.speech import SpeechLists, sentences
from alongside.listen.turns import Floor


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """`by` named `to` (several where two share a first name) as the source of something."""

    by: int
    to: tuple[int, ...]
    row: int
    at_s: float
    text: str


def credits_given(c: Conversation, f: Floor, *, lists: SpeechLists, names: NameBook) -> tuple[Credit, ...]:
    """Every credit given aloud to somebody else in the room, in order of time. Needs text and speakers."""
    found = []
    for row, text in enumerate(c.texts or ()):
        by = int(c.speaker[row])
        if by == UNATTRIBUTED or not names.may_name(text):
            continue
        for said, to in _credited_in(text, lists, names):
            others = tuple(person for person in to if person != by)
            if others and len(others) == len(to):
                at = float(f.start[row]) if f.timed else float("nan")
                found.append(Credit(by=by, to=others, row=row, at_s=at, text=said))
                break
    return tuple(found)


def _credited_in(text: str, lists: SpeechLists, names: NameBook) -> Iterator[tuple[str, tuple[int, ...]]]:
    for sentence in sentences(text):
        s = take_apart(sentence)
        for mention in names.mentions(s):
            if fits_a_pattern(s, mention, lists.credits):
                yield sentence, mention.people
                break
