"""What people do with questions here, each one deed in one transaction with one row in the audit trail.

A question that finds room is handed over at once; what finds none is looked at again each minute, and nobody
but the asker hears of it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.core.language import gettext as _
from alongside.learn import educators
from alongside.learn.educators import Pay
from alongside.learn.fields import Refused
from alongside.learn.flows import LONGEST_QUESTION
from alongside.learn.questions import Move, State, advance, is_overdue
from alongside.learn.web import queries_questions as queries
from alongside.learn.web.models import AskedQuestion, Educator, GivenAnswer, Handing
from alongside.web.keeper import append_to_trail
from alongside.web.models import Member
from alongside.web.policy import require
from alongside.web.writing import writing


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A question to be sent: with one's name or not, whether it can be paid, whether others may read it."""

    text: str
    named: bool = False
    can_pay: bool = False
    shares: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """An answer to be given: whether with one's name, and whether others may read it."""

    text: str
    named: bool = False
    shares: bool = False


def ask(member: Member, sending: Sending, *, id: UUID, today: date) -> AskedQuestion:
    """Send a question; it reaches somebody at once where there is room. Raises Refused.

    The same form sent twice asks once.
    """
    require(member, "question.ask")
    text = " ".join(sending.text.split())
    if not text or len(text) > LONGEST_QUESTION:
        cause = _("A question has 1 to %(most)d letters.") % {"most": LONGEST_QUESTION}
        raise Refused("text", cause, _("Write it in a sentence or two."))
    with writing():
        before = AskedQuestion.objects.filter(id=id, member=member).first()
        if before is not None:
            return before
        educators.check_open(queries.open_now(member))
        made = AskedQuestion.objects.create(
            id=id,
            member=member,
            text=text,
            asked_on=today,
            named=sending.named,
            can_pay=sending.can_pay,
            shares=sending.shares,
        )
        _hand_over(made, today=today)
        append_to_trail("question.ask", actor=member, today=today)
    return made


def withdraw(member: Member, id: UUID, *, today: date) -> None:
    """Take a question back; whoever has it sees it no more. Raises Refused where it is over."""
    with writing():
        row = _allowed(member, "question.own", id)
        _step(row, Move.WITHDRAW, today=today)
        append_to_trail("question.withdraw", actor=member, today=today)


def share_question(member: Member, id: UUID, *, shares: bool, today: date) -> None:
    """Say as the asker whether others may read question and answer; it holds from now on, either way."""
    with writing():
        row = _allowed(member, "question.own", id)
        row.shares = shares
        row.save(update_fields=["shares"])
        append_to_trail("question.share", actor=member, today=today)


def offer(member: Member, quota: int | None, pay: Pay | None, fee: str, *, today: date) -> None:
    """Offer to answer, or change what one offers. Raises Refused."""
    require(member, "question.offer")
    most, paid, stated = educators.check_terms(quota, pay, fee)
    with writing():
        Educator.objects.update_or_create(
            member=member,
            defaults={"quota": most, "pay": paid.value, "fee": stated},
            create_defaults={"quota": most, "pay": paid.value, "fee": stated, "since": today},
        )
        append_to_trail("question.offer", actor=member, today=today)


def stop_offering(member: Member, *, today: date) -> None:
    """Offer no more. What lies with them goes on as if they had declined it."""
    require(member, "question.offer")
    with writing():
        Educator.objects.filter(member=member).delete()
        for each in queries.for_me(member):
            _pass_by(_allowed(member, "question.answer", each.id), member, today=today)
        append_to_trail("question.stop-offering", actor=member, today=today)


def give_answer(member: Member, id: UUID, answering: Answering, *, today: date) -> None:
    """Answer a question that lies with one. Raises Refused for an empty one."""
    text = educators.check_answer(answering.text)
    with writing():
        row = _allowed(member, "question.answer", id)
        GivenAnswer.objects.create(
            question=row,
            member=member,
            text=text,
            answered_on=today,
            named=answering.named,
            shares=answering.shares,
        )
        _step(row, Move.ANSWER, today=today)
        append_to_trail("question.answer", actor=member, today=today)


def decline(member: Member, id: UUID, *, today: date) -> None:
    """Decline a question, without a reason; one other person may get it."""
    with writing():
        row = _allowed(member, "question.answer", id)
        _pass_by(row, member, today=today)
        append_to_trail("question.decline", actor=member, today=today)


def share_answer(member: Member, id: UUID, *, shares: bool, today: date) -> None:
    """Say as its writer whether others may read an answer; it holds from now on, either way."""
    with writing():
        row = _allowed(member, "question.answered", id)
        GivenAnswer.objects.filter(question=row, member=member).update(shares=shares)
        append_to_trail("question.share", actor=member, today=today)


def tick(*, now: datetime) -> None:
    """The periodic work: give back what lay too long, hand over what has room now, delete what is over."""
    today = now.date()
    for each in queries.overdue(today=today):
        _expire(each, today=today)
    for each in queries.deliverable(today=today):
        _try_again(each, today=today)
    for each in queries.stale(today=today):
        _delete(each, today=today)


def _expire(id: UUID, *, today: date) -> None:
    with writing():
        row = _locked(id)
        if row is not None and is_overdue(queries.as_question(row), today=today):
            _step(row, Move.EXPIRE, today=today)
            append_to_trail("question.expire", actor=row.member, today=today)


def _try_again(id: UUID, *, today: date) -> None:
    """One question a transaction, so that nobody waits for all; the one before may have taken the room."""
    with writing():
        row = _locked(id)
        if row is not None and row.state == State.QUEUED and _hand_over(row, today=today):
            append_to_trail("question.deliver", actor=row.member, today=today)


def _delete(id: UUID, *, today: date) -> None:
    with writing():
        row = _locked(id)
        if row is not None:
            append_to_trail("question.delete", actor=row.member, today=today)
            row.delete()


def _locked(id: UUID) -> AskedQuestion | None:
    """The question, held until the transaction ends."""
    return AskedQuestion.objects.select_for_update().filter(id=id).first()


def _allowed(member: Member, action: str, id: UUID) -> AskedQuestion:
    """The question, held until the transaction ends; only for whom the action is allowed."""
    row = _locked(id)
    require(member, action, row)
    assert row is not None  # noqa: S101  # no rule allows anything with nothing
    return row


def _step(row: AskedQuestion, move: Move, *, today: date) -> None:
    row.state = advance(queries.as_question(row), move, today=today).state.value
    row.save(update_fields=["state"])


def _pass_by(row: AskedQuestion, member: Member, *, today: date) -> None:
    """It goes back; where it may reach one more, that one gets it at once."""
    Handing.objects.filter(question=row, member=member).update(declined=True)
    _step(row, Move.DECLINE, today=today)
    if row.state == State.QUEUED:
        _hand_over(row, today=today)


def _hand_over(row: AskedQuestion, *, today: date) -> bool:
    """Give a queued question to whoever is next and has room; whether somebody was."""
    list(Educator.objects.select_for_update())  # two processes must not fill the last place of a month twice
    routing = queries.routing_of(row, queries.all_educators(), queries.deliveries(today=today), today=today)
    if not routing.answerer:
        return False
    Handing.objects.create(question=row, member_id=UUID(routing.answerer), day=today)
    row.state = State.DELIVERED.value
    row.save(update_fields=["state"])
    return True
