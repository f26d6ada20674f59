"""Questions without burden: library and earlier answers first, then who opted in, within a quota.

Pure functions over plain data: what is a duplicate, what comes near, who is asked next, and when it waits.
A question over quota is not delivered and not announced; it waits for the month in which there is room.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.months import next_month, same_month
from alongside.learn.fields import Refused
from alongside.learn.ranking import Document
from alongside.learn.words import without, words_of

QUOTA: Final = 2
"""Questions a month that somebody gets until they choose another number (our choice); 0 is a pause."""
ASKED_AT_MOST: Final = 2
"""People who ever get one question: a question that was declined is not passed to everybody (our choice)."""
UNANSWERED_DAYS: Final = 14
"""Days after which an unanswered question goes back to the asker (our choice)."""
ANSWER: Final = "answer"


class State(StrEnum):
    """Where a question stands."""

    DRAFT = "draft"
    MATCHED = "matched"
    QUEUED = "queued"
    DELIVERED = "delivered"
    ANSWERED = "answered"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Move(StrEnum):
    """What can happen to a question."""

    MATCH = "match"
    SEND = "send"
    DELIVER = "deliver"
    ANSWER = "answer"
    DECLINE = "decline"
    EXPIRE = "expire"
    WITHDRAW = "withdraw"


TABLE: Final[Mapping[tuple[State, Move], State]] = {
    (State.DRAFT, Move.MATCH): State.MATCHED,
    (State.DRAFT, Move.SEND): State.QUEUED,
    (State.MATCHED, Move.SEND): State.QUEUED,
    (State.QUEUED, Move.DELIVER): State.DELIVERED,
    (State.DELIVERED, Move.ANSWER): State.ANSWERED,
    (State.DELIVERED, Move.DECLINE): State.QUEUED,
    (State.DELIVERED, Move.EXPIRE): State.EXPIRED,
    (State.DRAFT, Move.WITHDRAW): State.WITHDRAWN,
    (State.MATCHED, Move.WITHDRAW): State.WITHDRAWN,
    (State.QUEUED, Move.WITHDRAW): State.WITHDRAWN,
    (State.DELIVERED, Move.WITHDRAW): State.WITHDRAWN,
}
"""Declining puts a question back once; the second time `advance` ends it as declined."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question. `given_to` are the answerers who ever got it, `delivered` the day the last one did."""

    id: str
    text: str
    asked: date
    state: State = State.DRAFT
    given_to: tuple[str, ...] = ()
    delivered: date | None = None
    named: bool = False
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerer:
    """Somebody who opted in. `quota` is theirs to choose; `answered` counts answers they gave."""

    id: str
    quota: int = QUOTA
    answered: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """That a question was handed to somebody on a day."""

    question: str
    answerer: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Routing:
    """Who gets the question now, or when it may be delivered; neither where nobody is there."""

    question: str
    answerer: str = ""
    not_before: date | None = None

    @property
    def sentence(self) -> str:
        """What the asker is told; never who it is."""
        if self.answerer:
            return _("It is with somebody who offered to answer.")
        if self.not_before:
            day = self.not_before.isoformat()
            return _("It waits: nobody has room for it before %(day)s.") % {"day": day}
        return _("Nobody is there for it now. The library is the place to look.")


def normalise(text: str, *, stop_words: Sequence[str] = ()) -> tuple[str, ...]:
    """The words that tell what a question is about, without case, accents and order."""
    folded = frozenset(word for each in stop_words for word in words_of(each))
    return tuple(sorted(set(without(words_of(text), folded))))


def duplicate(text: str, earlier: Sequence[Question], *, stop_words: Sequence[str] = ()) -> Question | None:
    """The answered question that says the same in the same words, whatever their order; the newest one."""
    asked = normalise(text, stop_words=stop_words)
    same = [q for q in earlier if q.answer and asked and normalise(q.text, stop_words=stop_words) == asked]
    return max(same, key=lambda q: (q.asked, q.id), default=None)


def documents(earlier: Sequence[Question]) -> tuple[Document, ...]:
    """Answered questions as the search sees them, to stand in one index with library and cards."""
    return tuple(
        Document(kind=ANSWER, id=each.id, title=each.text, why=each.answer) for each in earlier if each.answer
    )


def advance(question: Question, move: Move, *, today: date, to: str = "", answer: str = "") -> Question:
    """The question after a move; `to` names the answerer of a delivery. Raises Refused where it cannot be."""
    state = TABLE.get((question.state, move))
    if state is None:
        told = {"state": question.state.value, "move": move.value}
        cause = _("A question that is %(state)s cannot take the step “%(move)s”.") % told
        raise Refused("", cause, _("Look at it again; it may have moved on."))
    if move is Move.DELIVER:
        return replace(question, state=state, given_to=(*question.given_to, to), delivered=today)
    if move is Move.DECLINE and len(question.given_to) >= ASKED_AT_MOST:
        return replace(question, state=State.DECLINED)
    return replace(question, state=state, answer=answer or question.answer)


def route(
    question: Question, answerers: Sequence[Answerer], log: Sequence[Delivery], *, today: date
) -> Routing:
    """Who gets a queued question today: fewest answers first, then longest waiting, then id.

    Nobody gets more than their quota in a calendar month, a question twice, or a question that two had.
    """
    had = {each.answerer for each in log if each.question == question.id} | set(question.given_to)
    if question.state is not State.QUEUED or len(had) >= ASKED_AT_MOST:
        return Routing(question=question.id)
    open_to_it = [each for each in answerers if each.quota > 0 and each.id not in had]
    load = Counter(each.answerer for each in log if same_month(each.day, today))
    free = [each for each in open_to_it if load[each.id] < each.quota]
    if free:
        last = {each.answerer: each.day for each in sorted(log, key=lambda each: each.day)}
        first = min(free, key=lambda a: (a.answered, last.get(a.id, date.min), a.id))
        return Routing(question=question.id, answerer=first.id)
    return Routing(question=question.id, not_before=next_month(today) if open_to_it else None)


def is_overdue(question: Question, *, today: date) -> bool:
    """Whether it has lain with somebody for so long that it goes back to the asker."""
    waiting = question.state is State.DELIVERED and question.delivered is not None
    return waiting and today - (question.delivered or today) >= timedelta(days=UNANSWERED_DAYS)
