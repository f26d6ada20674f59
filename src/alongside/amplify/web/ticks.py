"""The periodic work of this room: end what is over, let through what has room, delete what is old."""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from alongside.amplify import consent as consents
from alongside.amplify.consent import Move, State, Who
from alongside.amplify.requests import OPEN
from alongside.amplify.web import flows_speakers
from alongside.amplify.web import queries_speakers as queries
from alongside.amplify.web.models import PassedOn, SpeakerRequest, Work
from alongside.web.keeper import append_to_trail
from alongside.web.writing import writing

KEPT_DAYS: Final = 90
"""Days after which a request that came to nothing is deleted (our choice)."""
KEPT_PASSED_DAYS: Final = 366
"""Days for which it is kept where something was passed on (our choice)."""


def tick(*, now: datetime) -> None:
    """Called each minute; does nothing where nothing is due."""
    today = now.date()
    _end_consents(today=today)
    for each in queries.overdue(today=today):
        flows_speakers.lapse(each, today=today)
    if queries.waiting():
        flows_speakers.deliver(today=today)
    _delete_old(today=today)


def _end_consents(*, today: date) -> None:
    rows = Work.objects.filter(state__in=[State.ASKED.value, State.GIVEN.value])
    for row in [each for each in rows if consents.is_overdue(each.consent, asked=each.made_on, today=today)]:
        _end(row.pk, today=today)


def _end(id: UUID, *, today: date) -> None:
    with writing():
        rows = Work.objects.select_for_update(of=("self",)).select_related("member", "asked_by")
        row = rows.filter(pk=id).first()
        if row is None or not consents.is_overdue(row.consent, asked=row.made_on, today=today):
            return
        row.state = consents.advance(row.consent, Move.LAPSE, by=Who.TIME).state.value
        row.save(update_fields=["state"])
        append_to_trail("work.lapse", actor=row.asked_by or row.member, today=today)


def _delete_old(*, today: date) -> None:
    """Without a row in the trail: what is deleted here was anybody's and is nobody's deed."""
    edge = today - timedelta(days=KEPT_DAYS)
    old = Work.objects.filter(made_on__lt=edge, state__in=_NEVER_GIVEN)
    passed = PassedOn.objects.filter(day__lt=today - timedelta(days=KEPT_PASSED_DAYS))
    asked = SpeakerRequest.objects.filter(made_on__lt=edge, held_on__lt=edge).exclude(state__in=OPEN)
    undated = SpeakerRequest.objects.filter(made_on__lt=edge, held_on=None).exclude(state__in=OPEN)
    for rows in (old, passed, asked, undated):
        if rows.exists():
            with writing():
                rows.delete()


_NEVER_GIVEN: Final = (State.REFUSED.value, State.TAKEN_BACK.value)
