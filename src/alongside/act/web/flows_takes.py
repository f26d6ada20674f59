"""Taking an ask up, claiming it done, and the answers of those it was for: each one deed, one transaction.

What a taker plans and does lies in their vault; the circle reads one line. What somebody answers leaves a row
in the trail that names nobody.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4

from alongside.act import commitments, diary, promises
from alongside.act.acts import Act, Refused
from alongside.act.asking import one_line
from alongside.act.asks import FIVE_TOGETHER, Ask, AskDeed, Move, Part, Party, advance, may
from alongside.act.commitments import Commitment, Outcome
from alongside.act.confirming import Answer, Tap, decided, mark_of, tapped, words_for_the_steward
from alongside.act.handed_in import Asked
from alongside.act.promises import EFFORT, Promise, promise_for, read_promises
from alongside.act.web.flows_letters import letter_key
from alongside.act.web.models import AnswerTap, CircleAsk, TakeUp
from alongside.act.web.queries_asks import party
from alongside.act.web.records import as_ask, as_tap, locked, locked_by_take, save
from alongside.core.deeds import Keeper
from alongside.core.intentions import Intention
from alongside.core.language import gettext as _
from alongside.web.keeper import append_to_trail
from alongside.web.models import Member
from alongside.web.policy import require
from alongside.web.writing import writing


def take_up(
    member: Member,
    keeper: Keeper,
    ask: UUID,
    intention: Intention,
    *,
    line: str,
    asked: Sequence[Asked] = (),
    now: datetime,
) -> None:
    """Take an ask up: the plan goes into the vault, the one line to the circle. Raises Refused."""
    today, take = now.date(), uuid4()
    plan = commitments.commit(commitments.planned(intention, id=uuid4(), today=today))
    public = one_line(line, place="line", needed=False)
    with writing():
        row = locked(ask)
        require(member, "ask.take", row)
        by = party(member, row, take=None, asked=asked)
        deed = AskDeed(move=Move.TAKE, take=take, line=public)
        save(row, advance(as_ask(row), deed, by=by, today=today), today=today)
        promise = Promise(id=uuid4(), take=take, day=today, commitment=plan.id)
        keeper.carry_out(promises.deed_take_up(promise, replace(plan, logged=now.isoformat())), today=today)
        # Whoever takes something up is the one that others may want to show their card to.
        letter_key(member, keeper, today=today)
        append_to_trail("ask.take", actor=member, today=today)


def let_go(member: Member, keeper: Keeper, take: UUID, *, today: date) -> None:
    """Give a place back; the plan that went with it is let go as well. No reason is asked. Raises Refused."""
    with writing():
        row = locked_by_take(take)
        require(member, "ask.read", row)
        by = party(member, row, take=take)
        save(row, advance(as_ask(row), AskDeed(move=Move.LET_GO, take=take), by=by, today=today), today=today)
        if Part.TAKER in by.parts:
            _drop_plan(keeper, take, today=today)
        append_to_trail("ask.let-go", actor=member, today=today)


def claim(
    member: Member, keeper: Keeper, take: UUID, *, done: str, effort: int | None, now: datetime
) -> None:
    """Say that it is done: the act goes into the vault, the one line to the circle. Raises Refused."""
    line, today = one_line(done, place="done", needed=True), now.date()
    with writing():
        row = locked_by_take(take)
        require(member, "ask.take", row)
        ask = as_ask(row)
        deed = AskDeed(move=Move.CLAIM, take=take, line=line)
        save(row, advance(ask, deed, by=party(member, row, take=take), today=today), today=today)
        _log(keeper, ask, take, what=line, effort=effort, now=now)
        append_to_trail("ask.claim", actor=member, today=today)


def answer_claim(
    member: Member, take: UUID, answer: Answer, *, words: str, asked: Sequence[Asked] = (), today: date
) -> None:
    """One tap of somebody it was for. Asker and stewards decide; others when five agree. Raises Refused."""
    line = one_line(words, place="words", needed=False)
    with writing():
        row = locked_by_take(take)
        require(member, "ask.read", row)
        by = party(member, row, take=take, asked=asked)
        if by.parts & {Part.ASKER, Part.STEWARD}:
            deed = AskDeed(move=answer.move, take=take, line=line if answer.move is Move.NOT_YET else "")
            save(row, advance(as_ask(row), deed, by=by, today=today), today=today)
        else:
            require(member, "ask.answer", row)
            _tap(row, take, by, answer, line, today=today)
        append_to_trail("ask.answer", actor=None, today=today)


def _tap(row: CircleAsk, take: UUID, by: Party, answer: Answer, words: str, *, today: date) -> None:
    """Keep a tap of one of those concerned, and let five who agree decide."""
    ask, held = as_ask(row), TakeUp.objects.get(id=take)
    deed = AskDeed(move=answer.move, take=take)
    if by.id is None or held.by_id == by.id or row.key is None or not may(ask, deed, by=FIVE_TOGETHER):
        raise Refused(
            "", _("There is nothing to answer here now."), _("Load the page again to see where it stands.")
        )
    mark = mark_of(by.id, key=bytes(row.key), take=take, turn=held.turn)
    AnswerTap.objects.update_or_create(
        take=held, mark=mark, defaults={"answer": answer.value, "words": words}
    )
    taps = tapped([as_tap(tap) for tap in held.taps.all()], Tap(mark=mark, answer=answer, words=words))
    move = decided(taps)
    if move:
        # Kept first: with the decision the taps go, and what was said would go unread.
        TakeUp.objects.filter(id=take).update(heard=list(words_for_the_steward(taps)))
        save(row, advance(ask, AskDeed(move=move, take=take), by=FIVE_TOGETHER, today=today), today=today)


def _log(keeper: Keeper, ask: Ask, take: UUID, *, what: str, effort: int | None, now: datetime) -> None:
    """The taker's own act, tied to the take-up; a plan that is still open is kept with it."""
    fresh = Promise(id=uuid4(), take=take, day=now.date())
    promise = promise_for(take, read_promises(keeper)) or fresh
    done = _logged_already(keeper, promise)
    if done:
        keeper.carry_out(promises.deed_done(promise, done, None), today=now.date())
        return
    plan = _open_plan(keeper, promise)
    act = Act(
        id=uuid4(),
        day=now.date(),
        practice=ask.practice,
        effort=effort if effort is not None else plan.effort if plan else EFFORT,
        what=what,
        commitment=plan.id if plan else None,
        logged=now.isoformat(),
    )
    kept = commitments.close(plan, outcome=Outcome.KEPT, today=act.day) if plan else None
    keeper.carry_out(promises.deed_done(promise, act, kept), today=act.day)


def _logged_already(keeper: Keeper, promise: Promise) -> Act | None:
    """The act of somebody who logged the plan as done before they claimed it, None where there is none."""
    if promise.act or not promise.commitment:
        return None
    mine = (act for act in diary.read_diary(keeper).acts if act.commitment == promise.commitment)
    return next(mine, None)


def _drop_plan(keeper: Keeper, take: UUID, *, today: date) -> None:
    promise = promise_for(take, read_promises(keeper))
    plan = _open_plan(keeper, promise) if promise else None
    if plan:
        dropped = commitments.close(plan, outcome=Outcome.DROPPED, today=today)
        keeper.carry_out(diary.deed_close(dropped), today=today)


def _open_plan(keeper: Keeper, promise: Promise) -> Commitment | None:
    held = (each for each in diary.read_commitments(keeper) if each.id == promise.commitment)
    return next((plan for plan in held if plan.is_open), None)
