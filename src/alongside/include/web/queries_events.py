"""What pages and calendars show of events, and to whom. The link goes to those who come, and to the host."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.http import Http404

from alongside.core.disclosure import K_DEFAULT, Published, publish
from alongside.include.access import Asked, ForHost, for_host
from alongside.include.event import ANNOUNCED, EventState
from alongside.include.event import Event as Engine
from alongside.include.seating import Answer
from alongside.include.web import needs
from alongside.include.web.flows_seats import FEEDBACK_OPEN, can_say_how_it_was
from alongside.include.web.kept import engine_of
from alongside.include.web.models import Audience, Event, EventFeedback, Rsvp, TookPart, Worked
from alongside.web.models import Circle, Member, Membership, Part, Standing
from alongside.web.policy import allowed_among, require, roles_of

A_PAGE: Final = 25
"""Events on one page of the list (our choice: a few weeks of a lively community)."""

LOOKED_BACK: Final = timedelta(days=30)
"""How long an event stays in the list after it is over (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An event in a list: what and when, whose it is, and what the reader said to it."""

    id: UUID
    event: Engine
    circle: str
    on_line: bool = False
    answer: Answer | None = None
    to_all: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What is to come, what is over, and what waits for somebody's word."""

    coming: tuple[Listed, ...]
    over: tuple[Listed, ...]
    waiting: tuple[Listed, ...]
    circles: tuple[tuple[UUID, str], ...]
    page: int
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What people said afterwards, once it has closed and enough of them did."""

    took_part: tuple[tuple[str, Published], ...]
    access: tuple[tuple[str, Published], ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """One event as one reader may see it."""

    listed: Listed
    host: str
    circle_id: UUID
    version: int
    word: str
    series: bool
    place_in_line: int
    is_full: bool
    arranges: bool
    approves: bool
    hosts: bool
    attends: bool
    can_tell: bool
    told: Told | None
    audience: str


def upcoming(member: Member, *, now: datetime, page: int = 1) -> Listing:
    """What somebody may see, in the order in which it begins: one page of it, and what has just been."""
    answers = dict(Rsvp.objects.filter(member=member).values_list("event", "answer"))
    held = _held(member)
    visible = Event.objects.visible_in([each.circle_id for each in held]).announced().select_related("circle")
    first = (page - 1) * A_PAGE
    coming = list(visible.filter(ended__gt=now).order_by("begins", "id")[first : first + A_PAGE + 1])
    over = visible.filter(ended__lte=now, ended__gt=now - LOOKED_BACK).order_by("-begins", "id")[:A_PAGE]
    return Listing(
        coming=tuple(_listed(row, answers) for row in coming[:A_PAGE]),
        over=tuple(_listed(row, answers) for row in over),
        page=page,
        more=len(coming) > A_PAGE,
        waiting=tuple(_listed(row, answers) for row in _waiting(member, held)),
        circles=_proposable_in(held, now=now),
    )


def coming_and_over(member: Member, *, now: datetime) -> tuple[Listed, ...]:
    """All that somebody is invited to, in one row: what is to come in its order, then what is just over."""
    answers = dict(Rsvp.objects.filter(member=member).values_list("event", "answer"))
    visible = Event.objects.visible_to(member).announced().select_related("circle")
    coming = visible.filter(ended__gt=now).order_by("begins", "id")
    over = visible.filter(ended__lte=now, ended__gt=now - LOOKED_BACK).order_by("-begins", "id")
    return tuple(_listed(row, answers) for row in (*coming, *over))


def proposable(member: Member, *, now: datetime) -> tuple[tuple[UUID, str], ...]:
    """The circles in which somebody can propose an event, as the policy's rule has it, in one query."""
    return _proposable_in(_held(member), now=now)


def _held(member: Member) -> Sequence[Membership]:
    """Where somebody is active, by the names of the circles."""
    rows = Membership.objects.filter(member=member, state=Standing.ACTIVE).select_related("circle")
    return list(rows.order_by("circle__name", "circle"))


def _proposable_in(held: Sequence[Membership], *, now: datetime) -> tuple[tuple[UUID, str], ...]:
    may = (each for each in held if each.role != Part.GUEST and each.accepted_id)
    going_on = (each for each in may if each.circle.archived_on is None and not _is_paused(each, now))
    return tuple((each.circle_id, each.circle.name) for each in going_on)


def _is_paused(held: Membership, now: datetime) -> bool:
    return held.paused_until is not None and held.paused_until >= now.date()


def _waiting(member: Member, held: Sequence[Membership]) -> Sequence[Event]:
    """Proposals that somebody hosts or may decide on."""
    leading = [each.circle_id for each in held if each.role in (Part.FACILITATOR, Part.STEWARD)]
    theirs = Q(host__in=[each.pk for each in held]) | Q(circle__in=leading)
    if "admin" in roles_of(member):
        theirs |= Q(audience=Audience.EVERYBODY)
    rows = Event.objects.exclude(state__in=ANNOUNCED).filter(theirs)
    return list(rows.select_related("circle").order_by("begins", "id"))


def _listed(row: Event, answers: dict[UUID, str], *, online: bool = False) -> Listed:
    answer = answers.get(row.pk)
    return Listed(
        id=row.pk,
        event=engine_of(row, online=online),
        circle=row.circle.name,
        on_line=bool(row.online),
        answer=Answer(answer) if answer else None,
        to_all=row.audience == Audience.EVERYBODY,
    )


def find(member: Member, event: UUID, action: str) -> Event:
    """The row, for somebody who may do this with it. Raises Http404."""
    row = Event.objects.select_related("circle", "host__member", "series").filter(pk=event).first()
    if row is None:
        raise Http404
    require(member, action, row)
    return row


def event_page(member: Member, event: UUID, *, now: datetime) -> EventPage:
    """One event. Raises Http404 where the reader was not invited."""
    row = find(member, event, "event.read")
    mine = Rsvp.objects.filter(event=row, member=member).first()
    may = allowed_among(member, ("event.host", "event.arrange", "event.approve", "event.attend"), row)
    answers = {row.pk: mine.answer} if mine else {}
    coming = mine is not None and mine.answer == Answer.COMING
    return EventPage(
        listed=_listed(row, answers, online=coming or not may.isdisjoint({"event.host", "event.arrange"})),
        host=row.host.shown_name if row.host and row.host.state == Standing.ACTIVE else "",
        circle_id=row.circle_id,
        version=row.version,
        word=row.word,
        series=row.series_id is not None,
        place_in_line=_place_in_line(row, mine),
        is_full=_is_full(row),
        arranges="event.arrange" in may,
        approves="event.approve" in may,
        hosts="event.host" in may,
        attends="event.attend" in may and row.begins > now,
        can_tell=can_say_how_it_was(row, mine, now=now),
        told=_told(row, now=now),
        audience=row.audience,
    )


def _place_in_line(row: Event, mine: Rsvp | None) -> int:
    """Which one waits, from 1; 0 for somebody who does not wait."""
    if mine is None or mine.answer != Answer.WAITING:
        return 0
    return Rsvp.objects.filter(event=row, answer=Answer.WAITING, turn__lte=mine.turn).count()


def _is_full(row: Event) -> bool:
    """Whether who asks now has to wait."""
    if row.capacity is None:
        return False
    held = Rsvp.objects.filter(event=row)
    coming = held.filter(answer=Answer.COMING).count()
    return coming >= row.capacity or held.filter(answer=Answer.WAITING).exists()


def _told(row: Event, *, now: datetime) -> Told | None:
    """One release, after it has closed: figures that grew answer by answer would tell each of them."""
    if row.state == EventState.CANCELLED or now < row.ended + FEEDBACK_OPEN:
        return None
    said = list(EventFeedback.objects.filter(event=row).values_list("took_part", "access", "words"))
    if len(said) < K_DEFAULT:
        return None
    took = publish({part.value: sum(one == part for one, _two, _three in said) for part in TookPart})
    access = publish({part.value: sum(two == part for _one, two, _three in said) for part in Worked})
    return Told(
        took_part=tuple((str(part.label), took[part.value]) for part in TookPart),
        access=tuple((str(part.label), access[part.value]) for part in Worked),
        words=tuple(sorted(words for _one, _two, words in said if words)),
    )


def own_needs(member: Member, row: Event) -> Asked:
    """What somebody told the host of an event before; nothing where they did not."""
    mine = Rsvp.objects.filter(event=row, member=member).first()
    if mine is None or mine.needs is None:
        return Asked()
    return needs.unseal(bytes(mine.needs), folder=settings.DATA, event=row.pk, rsvp=mine.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class HostPage:
    """What a host has to arrange: how many come, and what they need, without who."""

    listed: Listed
    coming: Published
    waiting: Published
    needs: ForHost


def host_page(member: Member, event: UUID) -> HostPage:
    """For the named host alone. Raises Http404 for anybody else."""
    row = find(member, event, "event.host")
    held = Rsvp.objects.filter(event=row)
    counts = publish(
        {answer.value: held.filter(answer=answer).count() for answer in (Answer.COMING, Answer.WAITING)}
    )
    boxes = held.filter(answer=Answer.COMING).values_list("pk", "needs")
    asked = [
        needs.unseal(bytes(box), folder=settings.DATA, event=row.pk, rsvp=rsvp) for rsvp, box in boxes if box
    ]
    return HostPage(
        listed=_listed(row, {}, online=True),
        coming=counts[Answer.COMING],
        waiting=counts[Answer.WAITING],
        needs=for_host(asked),
    )


def usual_zone(circle: Circle) -> str:
    """The zone of the circle's last event, or that of this server."""
    last = Event.objects.filter(circle=circle).order_by("-begins").values_list("zone", flat=True).first()
    return last or settings.TIME_ZONE
