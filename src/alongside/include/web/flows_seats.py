"""Coming, waiting, stepping back, and what one said afterwards. Its row is held: seats never run over."""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from django.conf import settings
from django.db.models import Max
from django.http import Http404
from django.utils.translation import gettext as _

from alongside.include.access import Asked
from alongside.include.event import EventState, Refused
from alongside.include.seating import Answer, Seat, answer_for, moving_up
from alongside.include.web import needs
from alongside.include.web.models import Event, EventFeedback, Rsvp
from alongside.web.keeper import append_to_trail
from alongside.web.models import Member
from alongside.web.policy import require
from alongside.web.writing import writing

FEEDBACK_OPEN: Final = timedelta(days=14)
"""How long after an event people can say how it was; then what they said is shown (our choice)."""


def held(event: UUID) -> Event:
    """The event's row, kept from others until the transaction ends. Raises Http404."""
    row = (
        Event.objects.select_for_update(of=("self",))
        .select_related("circle", "host")
        .filter(pk=event)
        .first()
    )
    if row is None:
        raise Http404
    return row


def attend(member: Member, event: UUID, asked: Asked, *, now: datetime, today: date) -> Answer:
    """Take a seat, or a place on the waiting list, and tell the host what one needs. Raises Refused."""
    with writing():
        row = held(event)
        require(member, "event.attend", row)
        if row.begins <= now:
            raise Refused("", _("It has begun."), _("Look at what comes next."))
        mine = Rsvp.objects.filter(event=row, member=member).first()
        if mine is None:
            mine = Rsvp(id=uuid4(), event=row, member=member, answer=Answer.GONE)
        if mine.answer == Answer.GONE:
            mine.turn = (Rsvp.objects.filter(event=row).aggregate(last=Max("turn"))["last"] or 0) + 1
            mine.answer = answer_for(_seats(row), capacity=row.capacity)
        mine.needs = needs.seal(asked, folder=settings.DATA, event=row.pk, rsvp=mine.pk)
        mine.changed = now
        mine.save()
        append_to_trail("event.attend", actor=member, today=today)
    return Answer(mine.answer)


def step_back(member: Member, event: UUID, *, now: datetime, today: date) -> None:
    """Give the seat, or the place on the list, back; what one needs goes at once."""
    with writing():
        row = held(event)
        mine = Rsvp.objects.filter(event=row, member=member).exclude(answer=Answer.GONE).first()
        if mine is None:
            require(member, "event.attend", row)
            return
        give_back(mine, now=now)
        fill_seats(row, now=now)
        append_to_trail("event.step-back", actor=member, today=today)


def give_back(mine: Rsvp, *, now: datetime) -> None:
    """The seat is free again, and what they need is gone; call it with the event's row held."""
    mine.answer, mine.needs, mine.changed = Answer.GONE, None, now
    mine.save()


def fill_seats(row: Event, *, now: datetime) -> int:
    """Give free seats to those who wait, in the order of asking; how many. Call it with the row held."""
    up = [seat.id for seat in moving_up(_seats(row), capacity=row.capacity)]
    if up:
        Rsvp.objects.filter(pk__in=up).update(answer=Answer.COMING, changed=now)
    return len(up)


def _seats(row: Event) -> list[Seat]:
    taken = Rsvp.objects.filter(event=row).exclude(answer=Answer.GONE).values_list("pk", "turn", "answer")
    return [Seat(id=rsvp, turn=turn, answer=Answer(answer)) for rsvp, turn, answer in taken]


def can_say_how_it_was(row: Event, mine: Rsvp | None, *, now: datetime) -> bool:
    """Whether somebody came, has not said so far, and may still."""
    if mine is None or mine.told or mine.answer != Answer.COMING or row.state == EventState.CANCELLED:
        return False
    return row.ended <= now < row.ended + FEEDBACK_OPEN


def say_how_it_was(
    member: Member, event: UUID, *, took_part: str, access: str, words: str, now: datetime, today: date
) -> None:
    """Say how it was, once and without a name. Raises Http404 where one did not come, or it has closed."""
    with writing():
        row = held(event)
        mine = Rsvp.objects.filter(event=row, member=member).first()
        if mine is None or not can_say_how_it_was(row, mine, now=now):
            raise Http404
        Rsvp.objects.filter(pk=mine.pk).update(told=True)
        EventFeedback.objects.create(event=row, took_part=took_part, access=access, words=words)
        append_to_trail("event.feedback", actor=member, today=today)
