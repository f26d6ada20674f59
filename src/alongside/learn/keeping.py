"""What a person keeps in this room, as it lies sealed on the shelf, and the deeds that write it.

Rounds of the self-assessment, marks, the path's state, what they can open, labour, questions. A field that is
not there takes its default, so older entries stay readable; an entry that cannot be read is refused with its
id. Ids and days come from the door.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, TypeVar
from uuid import UUID

from alongside.core.deeds import Deed, Entry, Reader, Stored
from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.learn.assess import Answer, Occasions, Profile, Share, Stall, assess
from alongside.learn.fields import Refused
from alongside.learn.influence import Opening
from alongside.learn.labour import Kind, Labour

ROOM: Final = "learn"
ROUND: Final = "round"
MARK: Final = "mark"
PATH: Final = "path"
OPENINGS: Final = "openings"
LABOUR: Final = "labour"
QUESTION: Final = "question"
KINDS: Final = (ROUND, MARK, PATH, OPENINGS, LABOUR, QUESTION)
MINUTES: Final = 30
"""Minutes a week until somebody says otherwise (our choice)."""
QUARTER: Final = timedelta(days=91)
"""After which a new round may be suggested, once (our choice)."""
_T = TypeVar("_T")
Body = Mapping[str, object]


class Marked(StrEnum):
    """What somebody did with a work or a card."""

    READ = "read"
    LATER = "later"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark on a work or card, by its id; one thing has one mark."""

    id: UUID
    thing: str
    marked: Marked
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round of the self-assessment, begun on a day and saved with every answer; `number` counts from 1."""

    id: UUID
    begun: date
    number: int = 1
    answers: tuple[Answer, ...] = ()
    stalls: Mapping[Practice, Stall] = field(default_factory=dict)

    @property
    def profile(self) -> Profile:
        """What the answers so far say."""
        return assess(self.answers, stalls=self.stalls)

    def answer_to(self, item: str) -> Answer | None:
        """The answer to an item, None where there is none yet."""
        return next((each for each in reversed(self.answers) if each.item == item), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PathState:
    """How somebody wants their path: minutes a week, what they set aside, what they put first."""

    id: UUID
    minutes: int = MINUTES
    set_aside: tuple[str, ...] = ()
    first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnQuestion:
    """A question in one's own box, with what one found out about it."""

    id: UUID
    text: str
    asked: date
    answer: str = ""
    answered: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Everything a person keeps in this room, oldest day first."""

    rounds: tuple[Round, ...] = ()
    marks: tuple[Mark, ...] = ()
    path: PathState | None = None
    openings: frozenset[Opening] = frozenset()
    openings_id: UUID | None = None
    labour: tuple[Labour, ...] = ()
    questions: tuple[OwnQuestion, ...] = ()

    @property
    def last_round(self) -> Round | None:
        """The newest round, None where there is none."""
        return self.rounds[-1] if self.rounds else None

    @property
    def profile(self) -> Profile:
        """What the newest round says."""
        return self.last_round.profile if self.last_round else assess(())

    @property
    def seen(self) -> frozenset[str]:
        """What does not come again: read, hidden, or set aside from the path."""
        aside = self.path.set_aside if self.path else ()
        marked = (each.thing for each in self.marks if each.marked is not Marked.LATER)
        return frozenset((*marked, *aside))

    def mark_of(self, thing: str) -> Mark | None:
        """The mark on a work or card."""
        return next((each for each in self.marks if each.thing == thing), None)

    def round_may_be_suggested(self, today: date) -> bool:
        """Whether a quarter has gone by since the last round, or there was none."""
        return self.last_round is None or today - self.last_round.begun >= QUARTER


def read_kept(keeper: Reader) -> Kept:
    """Everything as kept. Raises Refused where an entry cannot be read."""
    return from_stored(keeper.entries(ROOM, *KINDS))


def from_stored(entries: Iterable[Stored]) -> Kept:
    """Entries of this room, oldest day first, as everything that is kept. Raises Refused."""
    of: dict[str, list[Stored]] = {kind: [] for kind in KINDS}
    for each in entries:
        of[each.entry.kind].append(each)
    openings = of[OPENINGS][-1] if of[OPENINGS] else None
    return Kept(
        rounds=tuple(sorted((_reading(each, _round) for each in of[ROUND]), key=_in_turn)),
        marks=tuple(_reading(each, _mark) for each in of[MARK]),
        path=_reading(of[PATH][-1], _path) if of[PATH] else None,
        openings=_reading(openings, _openings) if openings else frozenset(),
        openings_id=openings.id if openings else None,
        labour=tuple(_reading(each, _labour) for each in of[LABOUR]),
        questions=tuple(_reading(each, _question) for each in of[QUESTION]),
    )


def deed_save_round(held: Round) -> Deed:
    """Save a round, finished or not."""
    answers = [
        {"item": a.item, "practice": a.practice.value, "occasions": a.occasions.value, "acted": a.acted}
        for a in held.answers
    ]
    stalls = {practice.value: stall.value for practice, stall in held.stalls.items()}
    body = {"number": held.number, "answers": answers, "stalls": stalls}
    return _put("learn.save_round", held.id, ROUND, held.begun, body)


def deed_mark(mark: Mark) -> Deed:
    """Mark a work or card, or change the mark."""
    return _put("learn.mark", mark.id, MARK, mark.day, {"thing": mark.thing, "marked": mark.marked.value})


def deed_keep_path(state: PathState, *, today: date) -> Deed:
    """Keep how somebody wants their path."""
    body = {"minutes": state.minutes, "set_aside": list(state.set_aside), "first": list(state.first)}
    return _put("learn.keep_path", state.id, PATH, today, body)


def deed_tick_openings(ticked: Sequence[Opening], *, id: UUID, today: date) -> Deed:
    """Keep what somebody can open."""
    return _put("learn.tick_openings", id, OPENINGS, today, {"ticked": [each.value for each in ticked]})


def deed_note_labour(labour: Labour) -> Deed:
    """Note a piece of invisible work, or change it."""
    body = {"minutes": labour.minutes, "kind": labour.kind.value, "note": labour.note}
    return _put("learn.note_labour", labour.id, LABOUR, labour.day, body)


def deed_keep_question(question: OwnQuestion) -> Deed:
    """Keep a question in one's own box, or what one found out about it."""
    answered = question.answered.isoformat() if question.answered else None
    body = {"text": question.text, "answer": question.answer, "answered": answered}
    return _put("learn.keep_question", question.id, QUESTION, question.asked, body)


def deed_forget(id: UUID, *, kind: str) -> Deed:
    """Take an entry out again."""
    return Deed(action=f"learn.forget_{kind}", drop=(id,))


def _put(action: str, id: UUID, kind: str, day: date, body: Body) -> Deed:
    return Deed(action=action, put={id: Entry(room=ROOM, kind=kind, day=day, body=body)})


def _reading(stored: Stored, read: Callable[[Stored], _T]) -> _T:
    try:
        return read(stored)
    except (KeyError, ValueError, TypeError) as error:
        raise Refused(
            _("entry %(id)s") % {"id": stored.id},
            _("It cannot be read (%(why)s).") % {"why": error},
            _("Nothing else is touched; restore it from a backup or take it out."),
        ) from error


def _round(stored: Stored) -> Round:
    body = stored.entry.body
    answers = tuple(_answer(each) for each in _list(body.get("answers", ())))
    stalls = _table(body.get("stalls", {}))
    return Round(
        id=stored.id,
        begun=stored.entry.day,
        number=int(str(body.get("number", 1))),
        answers=answers,
        stalls={Practice(p): Stall(str(s)) for p, s in stalls.items()},
    )


def _in_turn(round: Round) -> tuple[date, int]:
    return round.begun, round.number


def _answer(given: object) -> Answer:
    held = _table(given)
    acted = held.get("acted")
    return Answer(
        item=str(held["item"]),
        practice=Practice(str(held["practice"])),
        occasions=Occasions(str(held["occasions"])),
        acted=Share(str(acted)) if acted else None,
    )


def _mark(stored: Stored) -> Mark:
    body = stored.entry.body
    marked = Marked(str(body["marked"]))
    return Mark(id=stored.id, thing=str(body["thing"]), marked=marked, day=stored.entry.day)


def _path(stored: Stored) -> PathState:
    body = stored.entry.body
    return PathState(
        id=stored.id,
        minutes=int(str(body.get("minutes", MINUTES))),
        set_aside=tuple(str(each) for each in _list(body.get("set_aside", ()))),
        first=tuple(str(each) for each in _list(body.get("first", ()))),
    )


def _openings(stored: Stored) -> frozenset[Opening]:
    return frozenset(Opening(str(each)) for each in _list(stored.entry.body.get("ticked", ())))


def _labour(stored: Stored) -> Labour:
    body = stored.entry.body
    return Labour(
        id=stored.id,
        day=stored.entry.day,
        minutes=int(str(body["minutes"])),
        kind=Kind(str(body["kind"])),
        note=str(body.get("note", "")),
    )


def _question(stored: Stored) -> OwnQuestion:
    body = stored.entry.body
    answered = body.get("answered")
    return OwnQuestion(
        id=stored.id,
        text=str(body["text"]),
        asked=stored.entry.day,
        answer=str(body.get("answer", "")),
        answered=date.fromisoformat(str(answered)) if answered else None,
    )


def _list(value: object) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        message = f"{value!r} is not a list"
        raise TypeError(message)
    return value


def _table(value: object) -> Body:
    if not isinstance(value, Mapping):
        message = f"{value!r} is not an object"
        raise TypeError(message)
    return value
