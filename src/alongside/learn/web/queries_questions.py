"""What the pages about questions read: one's own, those that lie with one, and answers that both share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import models
from django.db.models import Count

from alongside.learn import educators
from alongside.learn.educators import OVER, Pay, may_get
from alongside.learn.questions import Answerer, Delivery, Question, Routing, State, is_overdue, route
from alongside.learn.web import words
from alongside.learn.web.models import AskedQuestion, Educator, GivenAnswer, Handing
from alongside.web.models import Member

OPEN = (State.QUEUED.value, State.DELIVERED.value)
LOG_DAYS = 92
"""Days of deliveries that are read to see who has waited longest (our choice); a month of it is the quota."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MyQuestion:
    """A question as its asker sees it; never with whom it lies."""

    id: UUID
    text: str
    asked_on: date
    state: State
    standing: str
    fee: str = ""
    answer: str = ""
    answered_by: str = ""
    shares: bool = False
    is_shared: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it can still be taken back."""
        return self.state.value in OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class ForMe:
    """A question as the person sees it with whom it lies; `asked_by` is empty unless the asker wants it."""

    id: UUID
    text: str
    asked_by: str
    handed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MyAnswer:
    """An answer as its writer sees it."""

    id: UUID
    text: str
    answer: str
    shares: bool
    is_shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """An answer that both agreed to share; `by` is empty unless its writer wants to be named."""

    id: UUID
    text: str
    answer: str
    by: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Offering:
    """What somebody offers, and how many questions reached them this month."""

    quota: int
    pay: Pay
    fee: str


def offering(member: Member) -> Offering | None:
    """What somebody offers; None where they have not."""
    row = Educator.objects.filter(member=member).first()
    return Offering(quota=row.quota, pay=Pay(row.pay), fee=row.fee) if row else None


def my_questions(member: Member, *, today: date) -> tuple[MyQuestion, ...]:
    """Everything somebody asked people here, newest first."""
    rows = list(_whole().filter(member=member).order_by("-asked_on", "-id"))
    log = deliveries(today=today) if any(row.state == State.QUEUED for row in rows) else ()
    offered = all_educators() if log or any(row.state in OPEN for row in rows) else ()
    return tuple(_mine(row, offered, log, today=today) for row in rows)


def my_question(member: Member, id: UUID, *, today: date) -> MyQuestion | None:
    """One of them."""
    return next((each for each in my_questions(member, today=today) if each.id == id), None)


def open_now(member: Member) -> int:
    """How many open questions somebody has."""
    return AskedQuestion.objects.filter(member=member, state__in=OPEN).count()


def for_me(member: Member) -> tuple[ForMe, ...]:
    """The questions that lie with somebody, oldest first. What waits for their month is not among them."""
    rows = _lying().filter(member=member)
    return tuple(
        ForMe(
            id=row.question.id,
            text=row.question.text,
            asked_by=row.question.member.shown_name if row.question.named else "",
            handed_on=row.day,
        )
        for row in rows.select_related("question__member").order_by("day", "id")
    )


def with_a_question(members: Sequence[Member]) -> frozenset[UUID]:
    """With which of these members a question lies."""
    return frozenset(_lying().filter(member__in=members).values_list("member", flat=True))


def answered_since(members: Sequence[Member], day: date) -> frozenset[UUID]:
    """Which of these members had a question answered on that day or later."""
    rows = GivenAnswer.objects.filter(question__member__in=members, answered_on__gte=day)
    return frozenset(rows.values_list("question__member", flat=True))


def _lying() -> models.QuerySet[Handing]:
    return Handing.objects.filter(declined=False, question__state=State.DELIVERED.value)


def my_answers(member: Member) -> tuple[MyAnswer, ...]:
    """What somebody answered, newest first."""
    rows = GivenAnswer.objects.filter(member=member).select_related("question")
    return tuple(
        MyAnswer(
            id=row.question.id,
            text=row.question.text,
            answer=row.text,
            shares=row.shares,
            is_shared=educators.is_shared(asker=row.question.shares, answerer=row.shares),
        )
        for row in rows.order_by("-answered_on", "-id")
    )


def shared_answers() -> tuple[Shared, ...]:
    """The answers that asker and writer both share, newest first."""
    rows = GivenAnswer.objects.filter(shares=True, question__shares=True).select_related("question", "member")
    return tuple(
        Shared(
            id=row.question.id,
            text=row.question.text,
            answer=row.text,
            by=row.member.shown_name if row.named else "",
            day=row.answered_on,
        )
        for row in rows.order_by("-answered_on", "-id")
    )


def as_asked(shared: Sequence[Shared]) -> tuple[Question, ...]:
    """Shared answers as the engine knows them, to search in and to find the very same question."""
    return tuple(
        Question(id=each.id.hex, text=each.text, asked=each.day, state=State.ANSWERED, answer=each.answer)
        for each in shared
    )


def all_educators() -> tuple[educators.Educator, ...]:
    """Everybody who offered, as the engine knows them."""
    counts = GivenAnswer.objects.values_list("member").annotate(count=Count("id"))
    answered = dict(counts)
    return tuple(
        educators.Educator(
            id=row.member_id.hex,
            quota=row.quota,
            pay=Pay(row.pay),
            fee=row.fee,
            answered=answered.get(row.member_id, 0),
        )
        for row in Educator.objects.filter(member__is_active=True)
    )


def deliveries(*, today: date) -> tuple[Delivery, ...]:
    """Who got a question of late."""
    rows = Handing.objects.filter(day__gt=today - timedelta(days=LOG_DAYS)).select_related("member")
    return tuple(Delivery(question=row.question_id.hex, answerer=_who(row), day=row.day) for row in rows)


def routing_of(
    row: AskedQuestion, offered: Sequence[educators.Educator], log: Sequence[Delivery], *, today: date
) -> Routing:
    """Where a question goes now."""
    return route(as_question(row), answerers_for(row, offered), log, today=today)


def answerers_for(row: AskedQuestion, offered: Sequence[educators.Educator]) -> tuple[Answerer, ...]:
    """Who may get it."""
    return may_get(offered, asker=row.member_id.hex, can_pay=row.can_pay)


def as_question(row: AskedQuestion) -> Question:
    """A row as the engine knows it."""
    handed = sorted(row.handings.all(), key=lambda each: (each.day, each.pk))
    return Question(
        id=row.id.hex,
        text=row.text,
        asked=row.asked_on,
        state=State(row.state),
        given_to=tuple(_who(each) for each in handed),
        delivered=handed[-1].day if handed else None,
        named=row.named,
    )


def deliverable(*, today: date) -> tuple[UUID, ...]:
    """Waiting questions that would reach somebody now, oldest first; three queries, however many wait."""
    rows = list(_whole().filter(state=State.QUEUED.value).order_by("asked_on", "id"))
    if not rows:
        return ()
    offered, log = all_educators(), deliveries(today=today)
    return tuple(row.id for row in rows if routing_of(row, offered, log, today=today).answerer)


def overdue(*, today: date) -> tuple[UUID, ...]:
    """Questions that lay with somebody for too long."""
    rows = _whole().filter(state=State.DELIVERED.value)
    return tuple(row.id for row in rows if is_overdue(as_question(row), today=today))


def stale(*, today: date) -> tuple[UUID, ...]:
    """Questions whose time is over."""
    rows = _whole().filter(state__in=[*OVER, State.ANSWERED.value])
    return tuple(
        row.id for row in rows if educators.is_stale(as_question(row), shared=_is_shared(row), today=today)
    )


def _who(row: Handing) -> str:
    return row.member_id.hex if row.member_id else f"gone-{row.pk}"


def _whole() -> "models.QuerySet[AskedQuestion]":
    return AskedQuestion.objects.select_related("given__member").prefetch_related("handings")


def _is_shared(row: AskedQuestion) -> bool:
    given = getattr(row, "given", None)
    return given is not None and educators.is_shared(asker=row.shares, answerer=given.shares)


def _mine(
    row: AskedQuestion, offered: Sequence[educators.Educator], log: Sequence[Delivery], *, today: date
) -> MyQuestion:
    question, given = as_question(row), getattr(row, "given", None)
    fees = {each.id: each.fee for each in offered}
    with_one = question.state in {State.DELIVERED, State.ANSWERED} and question.given_to
    return MyQuestion(
        id=row.id,
        text=row.text,
        asked_on=row.asked_on,
        state=question.state,
        standing=educators.standing(
            question, routing_of(row, offered, log, today=today), say=words.day_in_words
        ),
        fee=fees.get(question.given_to[-1], "") if with_one else "",
        answer=given.text if given else "",
        answered_by=given.member.shown_name if given and given.named else "",
        shares=row.shares,
        is_shared=_is_shared(row),
    )
