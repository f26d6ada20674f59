"""Coming, waiting, stepping back, and what one said afterwards. Its row is held: seats never run over."""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from django.conf import settings
from django.db.models import Exists, Max, OuterRef
from django.http import Http404
from django.utils.translation import gettext as _

from alongside.include.access import Asked, last_day_of_needs
from alongside.include.event import EventState, Refused
from alongside.include.seating import Answer, Seat, answer_for, moving_up
from alongside.include.wall import shown
from alongside.include.web import needs
from alongside.include.web.models import Audience, Event, EventFeedback, Rsvp
from alongside.web.keeper import append_to_trail
from alongside.web.models import Member, Membership, Standing
from alongside.web.policy import require
from alongside.web.writing import writing

FEEDBACK_OPEN: Final = timedelta(days=14)
"""How long after an event people can say how it was; then what they said is shown (our choice)."""


def _held(event: UUID) -> Event:
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
        row = _held(event)
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
        row = _held(event)
        mine = Rsvp.objects.filter(event=row, member=member).exclude(answer=Answer.GONE).first()
        if mine is None:
            require(member, "event.attend", row)
            return
        _give_back(mine, now=now)
        fill_seats(row, now=now)
        append_to_trail("event.step-back", actor=member, today=today)


def _give_back(mine: Rsvp, *, now: datetime) -> None:
    mine.answer, mine.needs, mine.changed = Answer.GONE, None, now
    mine.save()


def fill_seats(row: Event, *, now: datetime) -> None:
    """Give free seats to those who wait, in the order of asking; call it with the event's row held."""
    up = [seat.id for seat in moving_up(_seats(row), capacity=row.capacity)]
    if up:
        Rsvp.objects.filter(pk__in=up).update(answer=Answer.COMING, changed=now)


def _seats(row: Event) -> list[Seat]:
    held = Rsvp.objects.filter(event=row).exclude(answer=Answer.GONE).values_list("pk", "turn", "answer")
    return [Seat(id=rsvp, turn=turn, answer=Answer(answer)) for rsvp, turn, answer in held]


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
        row = _held(event)
        mine = Rsvp.objects.filter(event=row, member=member).first()
        if mine is None or not can_say_how_it_was(row, mine, now=now):
            raise Http404
        Rsvp.objects.filter(pk=mine.pk).update(told=True)
        EventFeedback.objects.create(event=row, took_part=took_part, access=access, words=words)
        append_to_trail("event.feedback", actor=member, today=today)


def clear_up(*, now: datetime) -> None:
    """Destroy needs whose time is over, and give back seats of those who left a circle. Safe to do twice."""
    moment = now.astimezone()
    for event in needs.kept_for(settings.DATA):
        row = Event.objects.filter(pk=event).first()
        if row is None or shown(moment, row.zone).day > last_day_of_needs(row.ends_day):
            needs.destroy(folder=settings.DATA, event=event)
            with writing():
                Rsvp.objects.filter(event=event, needs__isnull=False).update(needs=None)
    _seats_of_those_who_left(moment)


def _seats_of_those_who_left(now: datetime) -> None:
    inside = Membership.objects.filter(
        state=Standing.ACTIVE, member=OuterRef("member"), circle=OuterRef("event__circle")
    )
    coming = Rsvp.objects.exclude(answer=Answer.GONE).filter(
        event__audience=Audience.CIRCLE, event__state=EventState.PUBLISHED, event__begins__gt=now
    )
    for mine in coming.filter(~Exists(inside)):
        with writing():
            row = _held(mine.event_id)
            _give_back(mine, now=now)
            fill_seats(row, now=now)
