"""What the interface for programs says and hears of asks. No count of answers, and nobody's account."""

from datetime import date
from uuid import UUID

from ninja import Schema
from pydantic import Field

from alongside.act.asking import LINE_MOST, WORDS_MOST
from alongside.act.asks import PLACES_MOST, State
from alongside.act.confirming import Answer
from alongside.act.web.queries_asks import ShownAsk, ShownTake
from alongside.core.practices import Practice
from alongside.web.api.door import WrittenDay


class TakeOut(Schema):
    """One take-up: who, by the name they have in the circle, and the lines that the circle reads."""

    id: UUID
    name: str
    mine: bool
    state: State
    line: str
    done: str
    missing: str
    can_answer: bool
    answered: bool


class AskOut(Schema):
    """An ask as you may see it. `asker` is empty where it came through the steward."""

    id: UUID
    circle: UUID
    circle_name: str
    what: str
    more: str
    rather_not: str
    practice: Practice
    due: date | None
    places: int
    posted: date | None
    state: State
    asker: str
    mine: bool
    can_take: bool
    takes: list[TakeOut]


class AsksOut(Schema):
    """A page of asks, newest first; `after` asks for the next one, and is empty at the end."""

    asks: list[AskOut]
    after: str


class AskIn(Schema):
    """What would help, in which circle. The day and the number of people can be left out."""

    circle: UUID
    what: str = Field(min_length=1, max_length=LINE_MOST)
    more: str = Field(default="", max_length=WORDS_MOST)
    rather_not: str = Field(default="", max_length=WORDS_MOST)
    practice: Practice
    due: WrittenDay | None = None
    places: int = Field(default=1, ge=1, le=PLACES_MOST)


class TakeIn(Schema):
    """The plan, "If `cue`, then I will `act`", for you alone; `line` is what the circle reads."""

    cue: str = Field(min_length=1, max_length=500)
    act: str = Field(min_length=1, max_length=500)
    effort: int | None = Field(default=None, ge=1, le=5)
    line: str = Field(default="", max_length=LINE_MOST)


class ClaimIn(Schema):
    """What was done, in one line that the circle reads."""

    done: str = Field(min_length=1, max_length=LINE_MOST)
    effort: int | None = Field(default=None, ge=1, le=5)


class AnswerIn(Schema):
    """Whether what was claimed helped; `words` are read without a name, once five have answered."""

    take: UUID
    answer: Answer
    words: str = Field(default="", max_length=LINE_MOST)


def shown_to(shown: ShownAsk) -> AskOut:
    """The ask as the reader may see it."""
    ask = shown.ask
    return AskOut(
        id=ask.id,
        circle=shown.circle,
        circle_name=shown.circle_name,
        what=ask.what,
        more=ask.more,
        rather_not=ask.rather_not,
        practice=ask.practice,
        due=ask.due,
        places=ask.places,
        posted=ask.posted,
        state=ask.state,
        asker=shown.asker,
        mine=shown.mine,
        can_take=shown.can_take,
        takes=[_take(each) for each in shown.takes],
    )


def _take(shown: ShownTake) -> TakeOut:
    take = shown.take
    return TakeOut(
        id=take.id,
        name=shown.name,
        mine=shown.mine,
        state=take.state,
        line=take.line,
        done=take.done,
        missing=take.missing,
        can_answer=shown.can_answer,
        answered=shown.answered and shown.can_answer,
    )
