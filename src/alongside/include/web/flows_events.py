"""What people do with events: propose, change, say what access there is, move on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from alongside.include.access import Access
from alongside.include.event import ANNOUNCED, EventState, Refused, amended, faults, move
from alongside.include.event import Event as Engine
from alongside.include.posters import Kind
from alongside.include.series import Occurrence, Rhythm
from alongside.include.web.flows_seats import fill_seats
from alongside.include.web.kept import engine_of, put
from alongside.include.web.models import Audience, Event, EventSeries
from alongside.include.web.news import tell_of
from alongside.web.belonging import membership_of
from alongside.web.keeper import append_to_trail
from alongside.web.models import Circle, Member
from alongside.web.policy import require
from alongside.web.writing import writing


class Changed(Exception):
    """Somebody else changed the event since the form was opened; `now` is what stands there."""

    def __init__(self, now: Engine, version: int) -> None:
        super().__init__()
        self.now = now
        self.version = version


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a form says: the event, who is invited, and the times it comes round."""

    event: Engine
    audience: str = Audience.CIRCLE.value
    rhythm: Rhythm | None = None
    times: Sequence[Occurrence] = ()


def locked(event: UUID) -> Event:
    """The row, held until the transaction ends. Raises Http404."""
    row = (
        Event.objects.select_for_update(of=("self",))
        .select_related("circle", "host")
        .filter(pk=event)
        .first()
    )
    if row is None:
        raise Http404
    return row


def propose(member: Member, circle: Circle, plan: Plan, *, today: date) -> Event:
    """Put an event, or each time of a series, before those who decide on it. Raises Refused."""
    require(member, "event.propose", circle)
    _check(plan, circle)
    host = membership_of(member, circle)
    walls = plan.times or (Occurrence(starts=plan.event.starts, ends=plan.event.ends),)
    with writing():
        series = EventSeries.objects.create(circle=circle, rhythm=plan.rhythm) if plan.rhythm else None
        rows = [
            put(
                replace(plan.event, starts=wall.starts, ends=wall.ends),
                Event(circle=circle, host=host, series=series, audience=plan.audience),
            )
            for wall in walls
        ]
        Event.objects.bulk_create(rows)
        append_to_trail("event.propose", actor=member, today=today)
    return rows[0]


def _check(plan: Plan, circle: Circle) -> None:
    if wrong := faults(plan.event):
        raise wrong[0]
    if plan.audience == Audience.EVERYBODY and circle.is_hidden:
        cure = _("Invite the circle, or propose it in another one.")
        raise Refused("audience", _("This would show that the circle exists."), cure)


def change(member: Member, event: UUID, plan: Plan, *, version: int, now: datetime, today: date) -> Event:
    """Change what an event says. Raises Refused, or Changed where somebody else changed it first."""
    with writing():
        row = locked(event)
        require(member, "event.arrange", row)
        before = engine_of(row, online=True)
        _check(plan, row.circle)
        if row.version != version:
            raise Changed(before, row.version)
        after = amended(before, replace(plan.event, access=before.access), now=now)
        if row.state not in ANNOUNCED:
            row.audience = plan.audience
        put(after, row).version += 1
        row.save()
        fill_seats(row, now=now)
        append_to_trail("event.change", actor=member, today=today)
    return row


def say_access(
    member: Member, event: UUID, access: Access, *, whole_series: bool, now: datetime, today: date
) -> Event:
    """Say how the event stands on every point; with `whole_series` the same for all times still to come."""
    with writing():
        row = locked(event)
        require(member, "event.arrange", row)
        for each in (row, *(_to_come(row, now) if whole_series else ())):
            before = engine_of(each, online=True)
            put(amended(before, replace(before, access=access), now=now), each).save()
        append_to_trail("event.access", actor=member, today=today)
    return row


def _to_come(row: Event, now: datetime) -> list[Event]:
    if row.series is None:
        return []
    others = Event.objects.select_for_update(of=("self",)).filter(series=row.series, begins__gt=now)
    return list(others.exclude(pk=row.pk).exclude(state=EventState.CANCELLED))


def move_on(member: Member, event: UUID, to: EventState, *, now: datetime, today: date) -> Event:
    """Approve, publish, or note that it was held; a series moves as one. Raises Refused."""
    return _go(member, event, to, "", now=now, today=today)


def hand_back(member: Member, event: UUID, *, word: str, now: datetime, today: date) -> Event:
    """Give a proposal back to its host, with a word on what would make it fit. Raises Refused."""
    return _go(member, event, EventState.PROPOSED, word, now=now, today=today)


def _go(member: Member, event: UUID, to: EventState, word: str, *, now: datetime, today: date) -> Event:
    with writing():
        row = locked(event)
        require(member, _NEEDED.get(to, "event.arrange"), row)
        if to is EventState.HELD and row.begins > now:
            raise Refused("", _("It has not begun yet."), _("Say so when it is over."))
        for each in (row, *_alike(row, to)):
            stays = each.state == to == EventState.PROPOSED  # handed back before it was approved
            event_now = engine_of(each, online=True)
            put(event_now if stays else move(event_now, to, now=now), each)
            each.word = word
            each.save()
            if to is EventState.PUBLISHED:
                tell_of(each, Kind.EVENT, now=now)
        append_to_trail(f"event.{to.value}", actor=member, today=today)
    return row


_NEEDED = {EventState.APPROVED: "event.approve", EventState.PROPOSED: "event.approve"}


def _alike(row: Event, to: EventState) -> list[Event]:
    """The other times of a series that stand where this one stands; what was held is noted one by one."""
    if row.series is None or to is EventState.HELD:
        return []
    others = Event.objects.select_for_update(of=("self",)).filter(series=row.series, state=row.state)
    return list(others.exclude(pk=row.pk))


def cancel(member: Member, event: UUID, *, word: str, later_too: bool, now: datetime, today: date) -> Event:
    """Call an event off, with a word to those who meant to come; with `later_too` later times as well."""
    with writing():
        row = locked(event)
        require(member, "event.arrange", row)
        rest = [each for each in _to_come(row, now) if each.begins > row.begins] if later_too else []
        for each in (row, *(one for one in rest if one.state == EventState.PUBLISHED)):
            tell_of(each, Kind.CANCELLED, now=now)
            put(move(engine_of(each, online=True), EventState.CANCELLED, now=now), each)
            each.word = word
            each.save()
        append_to_trail("event.cancel", actor=member, today=today)
    return row


def take_back(member: Member, event: UUID, *, today: date) -> Circle:
    """Withdraw a proposal that nobody was invited to; it leaves no trace. Raises Refused."""
    with writing():
        row = locked(event)
        require(member, "event.arrange", row)
        if row.state in ANNOUNCED:
            raise Refused("", _("People were invited to it."), _("Cancel it, so that they hear of it."))
        circle: Circle = row.circle
        alike = Event.objects.filter(series=row.series, state=row.state) if row.series else None
        (alike if alike is not None else Event.objects.filter(pk=row.pk)).delete()
        append_to_trail("event.take-back", actor=member, today=today)
    return circle
