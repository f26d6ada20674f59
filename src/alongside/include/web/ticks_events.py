"""What happens at events with time: needs go, seats of those who left go on, receipts without a line go.

Every function can be called again at once and then does nothing.
"""

from datetime import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef

from alongside.include.access import last_day_of_needs
from alongside.include.event import EventState
from alongside.include.seating import Answer
from alongside.include.wall import shown
from alongside.include.web import needs
from alongside.include.web.flows_money import sweep_receipts
from alongside.include.web.flows_seats import fill_seats, give_back, held
from alongside.include.web.models import Audience, Event, Rsvp
from alongside.web.keeper import append_to_trail
from alongside.web.models import Membership, Standing
from alongside.web.writing import writing


def events(*, now: datetime) -> None:
    """The periodic work of events and budgets."""
    moment = now.astimezone()
    forget_needs(now=moment)
    free_seats_of_those_who_left(now=moment)
    fill_free_seats(now=moment)
    sweep_receipts()


def forget_needs(*, now: datetime) -> None:
    """Destroy what people said they need, two weeks after their event, or at once where it is gone."""
    for event in needs.kept_for(settings.DATA):
        row = Event.objects.filter(pk=event).first()
        if row is not None and shown(now, row.zone).day <= last_day_of_needs(row.ends_day):
            continue
        needs.destroy(folder=settings.DATA, event=event)
        with writing():
            Rsvp.objects.filter(event=event, needs__isnull=False).update(needs=None)
            append_to_trail("event.forget-needs", actor=None, today=now.date())


def free_seats_of_those_who_left(*, now: datetime) -> None:
    """Who left the circle gives their seat to the next."""
    inside = Membership.objects.filter(
        state=Standing.ACTIVE, member=OuterRef("member"), circle=OuterRef("event__circle")
    )
    coming = Rsvp.objects.exclude(answer=Answer.GONE).filter(
        event__audience=Audience.CIRCLE, event__state=EventState.PUBLISHED, event__begins__gt=now
    )
    for mine in coming.filter(~Exists(inside)):
        with writing():
            row = held(mine.event_id)
            give_back(mine, now=now)
            fill_seats(row, now=now)
            append_to_trail("event.left", actor=None, today=now.date())


def fill_free_seats(*, now: datetime) -> None:
    """Seats that came free without a deed, as when an account was erased, go to those who wait."""
    waiting = Rsvp.objects.filter(
        answer=Answer.WAITING, event__state=EventState.PUBLISHED, event__begins__gt=now
    )
    for event in set(waiting.values_list("event", flat=True)):
        with writing():
            if fill_seats(held(event), now=now):
                append_to_trail("event.move-up", actor=None, today=now.date())
