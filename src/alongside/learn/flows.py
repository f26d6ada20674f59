"""What a person does in this room, each one deed, the same through the terminal and the browser.

A flow checks, builds the deed, and has the keeper carry it out: entry and audit row together, or nothing. Ids
and days come from the door. What was there before is given back where a door offers to undo it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from alongside.core.deeds import Keeper
from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.learn import keeping
from alongside.learn.assess import Answer, Stall
from alongside.learn.fields import Refused
from alongside.learn.influence import Opening
from alongside.learn.keeping import Kept, Mark, Marked, OwnQuestion, PathState, Round, read_kept
from alongside.learn.labour import Labour
from alongside.learn.questions import Question, State, duplicate

MOST_MINUTES = 600
"""Minutes a week that a path can be made for (our choice); the bound only catches slips of the finger."""
LONGEST_QUESTION = 1000


def open_round(kept: Kept, *, id: UUID, today: date, anew: bool = False) -> Round:
    """The round that answers go into now; a new one is kept with its first answer."""
    last = kept.last_round
    if last is None or anew or kept.round_may_be_suggested(today):
        return Round(id=id, begun=today, number=last.number + 1 if last else 1)
    return last


def save_answers(  # noqa: PLR0913  # each can be there alone
    keeper: Keeper,
    answers: Sequence[Answer],
    *,
    id: UUID,
    today: date,
    anew: bool = False,
    stalls: Mapping[Practice, Stall] | None = None,
) -> Round:
    """Add answers to the round that is open, or begin one; a later answer to an item replaces the earlier.

    A round stays open until a quarter has gone by, or until one is begun `anew`. Without an answer nothing is
    kept.
    """
    held = open_round(read_kept(keeper), id=id, today=today, anew=anew)
    if not answers and not stalls:
        return held
    new = {each.item for each in answers}
    kept = tuple(each for each in held.answers if each.item not in new)
    saved = replace(held, answers=(*kept, *answers), stalls={**held.stalls, **(stalls or {})})
    keeper.carry_out(keeping.deed_save_round(saved), today=today)
    return saved


def save_stall(keeper: Keeper, practice: Practice, stall: Stall | None, *, id: UUID, today: date) -> Round:
    """Say where it stalls in a practice; None takes it back."""
    held = open_round(read_kept(keeper), id=id, today=today, anew=False)
    stalls = {p: s for p, s in held.stalls.items() if p is not practice}
    saved = replace(held, stalls=stalls | ({practice: stall} if stall else {}))
    keeper.carry_out(keeping.deed_save_round(saved), today=today)
    return saved


def forget_round(keeper: Keeper, round: UUID, *, today: date) -> None:
    """Take a round out again."""
    _forget(keeper, round, keeping.ROUND, {each.id for each in read_kept(keeper).rounds}, today=today)


def mark(
    keeper: Keeper, thing: str, marked: Marked | None, *, id: UUID, today: date
) -> tuple[Mark | None, Mark | None]:
    """Mark a work or card; None takes the mark off. Gives back the mark before and the one now."""
    before = read_kept(keeper).mark_of(thing)
    if marked is None:
        if before:
            keeper.carry_out(keeping.deed_forget(before.id, kind=keeping.MARK), today=today)
        return before, None
    now = Mark(id=before.id if before else id, thing=thing, marked=marked, day=today)
    keeper.carry_out(keeping.deed_mark(now), today=today)
    return before, now


def keep_path(  # noqa: PLR0913  # each can change alone
    keeper: Keeper,
    *,
    id: UUID,
    today: date,
    minutes: int | None = None,
    set_aside: Sequence[str] | None = None,
    first: Sequence[str] | None = None,
) -> PathState:
    """Keep how somebody wants their path; what is not given stays. Raises Refused for odd minutes."""
    held = read_kept(keeper).path or PathState(id=id)
    if minutes is not None and not 1 <= minutes <= MOST_MINUTES:
        told = {"most": MOST_MINUTES, "given": minutes}
        raise Refused(
            "--minutes",
            _("Minutes a week are 1 to %(most)d; you wrote %(given)d.") % told,
            _("Twenty is a good start."),
        )
    state = replace(
        held,
        minutes=held.minutes if minutes is None else minutes,
        set_aside=held.set_aside if set_aside is None else tuple(dict.fromkeys(set_aside)),
        first=held.first if first is None else tuple(dict.fromkeys(first)),
    )
    keeper.carry_out(keeping.deed_keep_path(state, today=today), today=today)
    return state


def tick_openings(keeper: Keeper, ticked: Collection[Opening], *, id: UUID, today: date) -> None:
    """Keep what somebody can open, in place of what was ticked before."""
    held = read_kept(keeper).openings_id or id
    ordered = [each for each in Opening if each in ticked]
    keeper.carry_out(keeping.deed_tick_openings(ordered, id=held, today=today), today=today)


def note_labour(keeper: Keeper, labour: Labour, *, today: date) -> Labour:
    """Note a piece of invisible work. Raises Refused for a day to come."""
    if labour.day > today:
        raise Refused("--day", _("That day has not come yet."), _("Note it when it is done."))
    keeper.carry_out(keeping.deed_note_labour(labour), today=today)
    return labour


def forget_labour(keeper: Keeper, labour: UUID, *, today: date) -> None:
    """Take a piece of work out of the ledger again."""
    _forget(keeper, labour, keeping.LABOUR, {each.id for each in read_kept(keeper).labour}, today=today)


def keep_question(
    keeper: Keeper, text: str, *, id: UUID, today: date, stop_words: Sequence[str] = ()
) -> OwnQuestion:
    """Keep a question in one's own box; one that says the same in the same words is given back instead."""
    tidy = " ".join(text.split())
    if not tidy or len(tidy) > LONGEST_QUESTION:
        raise Refused(
            "",
            _("A question has 1 to %(most)d characters.") % {"most": LONGEST_QUESTION},
            _("Write it in a sentence or two."),
        )
    held = {each.id.hex: each for each in read_kept(keeper).questions}
    asked = [
        Question(id=key, text=each.text, asked=each.asked, state=State.ANSWERED, answer=each.answer or " ")
        for key, each in held.items()
    ]
    twin = duplicate(tidy, asked, stop_words=stop_words)
    if twin is not None:
        return held[twin.id]
    kept = OwnQuestion(id=id, text=tidy, asked=today)
    keeper.carry_out(keeping.deed_keep_question(kept), today=today)
    return kept


def answer_question(keeper: Keeper, question: UUID, answer: str, *, today: date) -> OwnQuestion:
    """Write down what one found out about a question of one's own. Raises Refused where there is none."""
    found = next((each for each in read_kept(keeper).questions if each.id == question), None)
    if found is None:
        raise Refused("", _("There is no such entry."), _("It may be gone already."))
    answered = replace(found, answer=" ".join(answer.split()), answered=today)
    keeper.carry_out(keeping.deed_keep_question(answered), today=today)
    return answered


def forget_question(keeper: Keeper, question: UUID, *, today: date) -> None:
    """Take a question out of one's box again."""
    known = {each.id for each in read_kept(keeper).questions}
    _forget(keeper, question, keeping.QUESTION, known, today=today)


def put_back(keeper: Keeper, was: Mark | Labour | OwnQuestion | Round, *, today: date) -> None:
    """Put something back as it was before it was changed or taken out."""
    match was:
        case Mark():
            deed = keeping.deed_mark(was)
        case Labour():
            deed = keeping.deed_note_labour(was)
        case OwnQuestion():
            deed = keeping.deed_keep_question(was)
        case Round():
            deed = keeping.deed_save_round(was)
    keeper.carry_out(deed, today=today)


def _forget(keeper: Keeper, id: UUID, kind: str, known: Collection[UUID], *, today: date) -> None:
    if id not in known:
        raise Refused("", _("There is no such entry."), _("It may be gone already."))
    keeper.carry_out(keeping.deed_forget(id, kind=kind), today=today)
