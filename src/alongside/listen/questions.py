"""Questions that stayed without an answer: at most three moments to go back to.

Limits: rules on words, not understanding. An answer given with a nod, or in other words than the lists know,
is missed; so the rules lean to silence. Method: docs/method/meetings.md
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from alongside.listen.address import NameBook, Spoken, take_apart
from alongside.listen.answers import (
    SHORT_WORDS,
    answers,
    too_short_to_change_the_subject,
    without_acknowledgements,
)
from alongside.listen.conversation import UNATTRIBUTED, Conversation
from alongside.listen.speech import (
    SpeechLists,
    content_words,
    ends_as_question,
    holds,
    sentences,
    words,
)
from alongside.listen.turns import WORDS_PER_S, Floor

WINDOW_S = 60.0
"""Our choice: an answer comes within a minute."""
NEXT_TURNS = 2
"""Our choice: an answer comes in the next two turns by others."""
GOES_ON_S = 10.0
"""Our choice: an asker who speaks on for longer answers it themselves, or did not ask."""
AT_MOST = 3
"""Our choice: more than three moments are not looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question: who asked it, in which row, at what second (NaN without times), and its words."""

    asker: int
    row: int
    at_s: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """How many questions were put to the room, and the first of those that got no answer."""

    asked: int
    unanswered: tuple[Question, ...]


def is_question(sentence: str, lists: SpeechLists, *, punctuated: bool) -> bool:
    """Whether a sentence asks something: by its mark, or by its opening where the text has no marks.

    Not: a tag after a statement, a check of sound and screen, a greeting, a word or two.
    """
    said = words(sentence)
    if not _asks(sentence, said, lists, punctuated=punctuated):
        return False
    bare = without_acknowledgements(said, lists)
    if not bare or _is_tagged(sentence, bare, lists) or holds(bare, lists.checks):
        return False
    return bool(lists.question_words.intersection(said)) or len(bare) >= SHORT_WORDS


def unanswered(c: Conversation, f: Floor, *, lists: SpeechLists, names: NameBook) -> Questions:
    """The questions left at the end of a stretch, and which of them nobody took up. Needs text."""
    texts = c.texts or ()
    punctuated = is_punctuated(texts)
    asked = 0
    open_ones: list[Question] = []
    ends = np.flatnonzero(np.diff(f.stretch_of, append=-1))
    begins = np.append(0, ends[:-1] + 1) if len(ends) else ends
    for first_turn, last_turn in zip(begins.tolist(), ends.tolist(), strict=True):
        if f.speaker[first_turn] == UNATTRIBUTED:
            continue
        question = _left_open(c, f, range(first_turn, last_turn + 1), lists, punctuated=punctuated)
        if question is None:
            continue
        asked += 1
        if len(open_ones) < AT_MOST and not _taken_up(c, f, question, lists, names):
            open_ones.append(question)
    return Questions(asked=asked, unanswered=tuple(open_ones))


def is_punctuated(texts: Sequence[str]) -> bool:
    """Whether the source writes question marks at all."""
    return any(ends_as_question(part) for text in texts if "?" in text for part in sentences(text)) or any(
        mark in text
        for text in texts
        for mark in "？؟"  # noqa: RUF001 -- other scripts' own marks
    )


def _asks(sentence: str, said: Sequence[str], lists: SpeechLists, *, punctuated: bool) -> bool:
    if ends_as_question(sentence):
        return True
    if punctuated or not said:
        return False
    bare = without_acknowledgements(said, lists)
    if not bare:
        return False
    return bare[0] in lists.question_words or _inverted(bare, lists)


def _inverted(said: Sequence[str], lists: SpeechLists) -> bool:
    """Opens with a verb and a person: "do you", "could somebody"."""
    return len(said) > 1 and said[0] in lists.inversions and said[1] in lists.asked_people


def _is_tagged(sentence: str, said: Sequence[str], lists: SpeechLists) -> bool:
    """A tag alone, or a statement with a tag at its end: "we meet on Tuesday, right?"."""
    after_comma = tuple(words(sentence.rpartition(",")[2]))
    if tuple(said) in lists.tags or ("," in sentence and after_comma in lists.tags):
        return True
    if lists.question_words.intersection(said[:3]) or said[0] in lists.inversions:
        return False
    return any(len(said) > len(tag) and tuple(said[-len(tag) :]) == tag for tag in lists.tags)


def _left_open(
    c: Conversation, f: Floor, turns: range, lists: SpeechLists, *, punctuated: bool
) -> Question | None:
    """The last question of a stretch, unless the asker then speaks on."""
    texts = c.texts or ()
    after = 0.0
    for turn in reversed(turns):
        rows = [row for row in range(int(f.first[turn]), int(f.last[turn]) + 1) if f.turn_of[row] == turn]
        for row in reversed(rows):
            pace = _pace(f, row)
            for sentence in reversed(sentences(texts[row])):
                if is_question(sentence, lists, punctuated=punctuated):
                    at = float(f.start[row]) if f.timed else float("nan")
                    return Question(asker=int(f.speaker[turn]), row=row, at_s=at, text=sentence)
                after += len(words(sentence)) * pace
                if after > GOES_ON_S:
                    return None
    return None


def _pace(f: Floor, row: int) -> float:
    """Seconds a word in this row."""
    return float(f.end[row] - f.start[row]) / max(int(f.words[row]), 1) or 1 / WORDS_PER_S


def _taken_up(c: Conversation, f: Floor, question: Question, lists: SpeechLists, names: NameBook) -> bool:
    """Whether somebody answered, in speech or in the chat, or nobody had the time to."""
    asked_until = float(f.end[question.row])
    others = np.flatnonzero(c.speaker[question.row + 1 :] != question.asker)
    if not len(others) and float(f.end[-1]) - asked_until < GOES_ON_S:
        return True
    asked = take_apart(question.text)
    if _went_on_with_the_asker(c, f, question, lists) or _asked_person_spoke(f, question, asked, names):
        return True
    replies = list(_replies(c, f, question, asked_until))
    written = [
        line.text
        for line in c.chat
        if line.speaker != question.asker
        and line.at_s is not None
        and 0 <= line.at_s - question.at_s <= WINDOW_S
    ]
    if any(too_short_to_change_the_subject(text, lists) for text in (*replies[:1], *written)):
        return True
    return any(answers(reply, asked, lists, names, first=at == 0) for at, reply in enumerate(replies)) or any(
        answers(text, asked, lists, names, first=False) for text in written
    )


def _went_on_with_the_asker(c: Conversation, f: Floor, question: Question, lists: SpeechLists) -> bool:
    """Asker, other, asker: they were talking with each other, unless the asker had to ask again."""
    mine = int(f.turn_of[question.row])
    turn = mine + 1
    while turn < len(f.speaker) and int(f.speaker[turn]) == question.asker:
        turn += 1
    reply = turn
    while turn < len(f.speaker) and int(f.speaker[turn]) == int(f.speaker[reply]):
        turn += 1
    if turn >= len(f.speaker) or int(f.speaker[turn]) != question.asker:
        return False
    if f.turn_start[reply] - f.end[question.row] > WINDOW_S:
        return False
    back = (c.texts or ())[int(f.first[turn])]
    return not content_words(words(back), lists) & content_words(words(question.text), lists)


def _asked_person_spoke(f: Floor, question: Question, asked: Spoken, names: NameBook) -> bool:
    """Whether somebody named in the question took one of the next turns."""
    turn = int(f.turn_of[question.row])
    following = {int(speaker) for speaker in f.speaker[turn + 1 : turn + 1 + NEXT_TURNS]}
    return any(not following.isdisjoint(mention.people) for mention in names.mentions(asked))


def _replies(c: Conversation, f: Floor, question: Question, asked_until: float) -> Iterator[str]:
    """What others said next, in order: signs of listening and the next two turns, within a minute."""
    texts = c.texts or ()
    spoken: dict[int, list[str]] = {}
    for row in range(question.row + 1, len(c)):
        if f.start[row] - asked_until > WINDOW_S:
            break
        if c.speaker[row] == question.asker:
            continue
        turn = int(f.turn_of[row])
        key = turn if turn >= 0 else -1 - row
        if turn >= 0 and turn not in spoken and sum(1 for seen in spoken if seen >= 0) == NEXT_TURNS:
            break
        spoken.setdefault(key, []).append(texts[row])
    return (" ".join(parts) for parts in spoken.values())
