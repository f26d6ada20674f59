"""Invitations by name, and whether the person came in. A positive act: it leads the report.

Limits: a nod, a look or "what do others think" is not seen; a request ("Ben, can you mute?") counts as a
question by name unless it is a check of sound or screen. Method: docs/method/meetings.md
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alongside.listen.address import (
    COMMAS,
    LEAD_WORDS,
    Mention,
    NameBook,
    Spoken,
    fits_a_pattern,
    opens,
    take_apart,
)
from alongside.listen.conversation import UNATTRIBUTED, Conversation
from alongside.listen.questions import is_punctuated, is_question
from alongside.listen.speech import SpeechLists, sentences
from alongside.listen.turns import Floor

WINDOW_S = 60.0
"""Our choice: taken up within a minute."""
NEXT_TURNS = 3
"""Our choice: or within the next three turns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """`by` asked one of `to` in (several where two share a first name); `taken_up_by` came in, or None."""

    by: int
    to: tuple[int, ...]
    row: int
    at_s: float
    text: str
    taken_up_by: int | None


def invitations(c: Conversation, f: Floor, *, lists: SpeechLists, names: NameBook) -> tuple[Invitation, ...]:
    """Every invitation by name, in order of time. Needs text and speakers."""
    punctuated = is_punctuated(c.texts or ())
    found = []
    for row, text in enumerate(c.texts or ()):
        by = int(c.speaker[row])
        if by == UNATTRIBUTED or not names.may_name(text):
            continue
        for said, to in _asked_in(text, lists, names, punctuated=punctuated):
            guests = tuple(person for person in to if person != by)
            if guests and not _just_spoke(f, row, by, guests):
                found.append(_invitation(c, f, row, guests, said))
                break
    return tuple(found)


def _asked_in(
    text: str, lists: SpeechLists, names: NameBook, *, punctuated: bool
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The invitations inside one utterance: the words, and whom they ask."""
    for sentence in _joined(sentences(text), names):
        s = take_apart(sentence)
        mentions = tuple(names.mentions(s))
        for mention in mentions:
            if fits_a_pattern(s, mention, lists.invitations) or (
                is_question(_without(s, mention), lists, punctuated=punctuated)
                and _is_address(s, mention, lists)
            ):
                yield sentence, mention.people
                break


def _joined(parts: Sequence[str], names: NameBook) -> list[str]:
    """Sentences, with a name standing alone joined to the next: "Tomas? What do you think?"."""
    joined: list[str] = []
    for part in parts:
        if joined and _is_name_alone(joined[-1], names):
            joined[-1] = f"{joined[-1].rstrip('.?! ')}, {part}"
        elif joined and _is_name_alone(part, names) and joined[-1].endswith("?"):
            joined[-1] = f"{joined[-1].rstrip('.?! ')}, {part.rstrip('.?! ')}?"
        else:
            joined.append(part)
    return joined


def _is_name_alone(sentence: str, names: NameBook) -> bool:
    s = take_apart(sentence)
    mention = next(names.mentions(s), None)
    return mention is not None and mention.last == len(s.folded) - 1 and mention.first <= LEAD_WORDS


def _without(s: Spoken, mention: Mention) -> str:
    """The sentence without the name, so that what is left can be read as a question."""
    rest = [*s.written[: mention.first], *s.written[mention.last + 1 :]]
    return " ".join(rest) + ("?" if s.text.rstrip().endswith("?") else "")


def _is_address(s: Spoken, mention: Mention, lists: SpeechLists) -> bool:
    """The name opens or closes the sentence, set off by a comma; or opens it before "what" or "do you"."""
    if mention.last == len(s.folded) - 1:
        return mention.first > 0 and "," in s.after[mention.first - 1]
    if not opens(s, mention):
        return False
    following = s.folded[mention.last + 1 : mention.last + 4]
    turns_to = following[0] in lists.inversions and not lists.asked_people.isdisjoint(following)
    set_off = s.after[mention.last].lstrip().startswith(COMMAS)
    return set_off or turns_to or following[0] in lists.question_words


def _just_spoke(f: Floor, row: int, by: int, guests: tuple[int, ...]) -> bool:
    """Asking back the person who has just spoken brings nobody in."""
    turn = int(f.turn_of[row])
    while turn > 0 and int(f.speaker[turn]) == by:
        turn -= 1
    return turn >= 0 and int(f.speaker[turn]) in guests


def _invitation(c: Conversation, f: Floor, row: int, guests: tuple[int, ...], said: str) -> Invitation:
    turn = int(f.turn_of[row])
    came = None
    for position, following in enumerate(range(turn + 1, len(f.speaker)), start=1) if turn >= 0 else ():
        late = f.turn_start[following] - f.end[row] > WINDOW_S
        if late and position > NEXT_TURNS:
            break
        if int(f.speaker[following]) in guests:
            came = int(f.speaker[following])
            break
    at = float(f.start[row]) if f.timed else float("nan")
    return Invitation(by=int(c.speaker[row]), to=guests, row=row, at_s=at, text=said, taken_up_by=came)
