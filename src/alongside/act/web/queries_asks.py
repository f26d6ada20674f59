"""Asks as somebody of the circle may see them. Nothing here says who confirmed, or how many answered."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from alongside.act.asks import Ask, AskDeed, Move, Part, Party, State, Take, may, parts_in
from alongside.act.confirming import mark_of, words_for_the_steward
from alongside.act.handed_in import Asked, proves
from alongside.act.web.models import CircleAsk, TakeUp
from alongside.act.web.records import as_ask, as_take, as_tap
from alongside.web.asked import note, once
from alongside.web.belonging import as_noted, membership_of
from alongside.web.models import Circle, Member, Membership, Standing
from alongside.web.models import Part as CirclePart
from alongside.web.policy import allowed, require

LATELY: Final = timedelta(days=30)
"""How long an ask that helped stands in the list (our choice)."""

LOOKED_AT: Final = 12
"""How many of the newest asks Today looks through for one that is open (taste: a glance)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTake:
    """A take-up as one member of the circle sees it. `heard` is what a steward reads, from five on."""

    take: Take
    name: str
    mine: bool
    can_answer: bool
    answered: bool
    heard: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAsk:
    """An ask as one member sees it, and what they may do with it. `asker` is "" where nobody knows."""

    ask: Ask
    circle: UUID
    circle_name: str
    asker: str
    mine: bool
    steward: bool
    handed_in: bool
    can_take: bool
    can_withdraw: bool
    takes: tuple[ShownTake, ...]

    @property
    def my_take(self) -> ShownTake | None:
        """The reader's own take-up, None where there is none."""
        return next((take for take in self.takes if take.mine), None)

    @property
    def is_told(self) -> bool:
        """Whether it still waits for a taker after its steward was told."""
        return self.ask.told is not None and self.ask.state is State.OPEN and not self.takes

    @property
    def to_answer(self) -> tuple[ShownTake, ...]:
        """Claims the reader may say something about."""
        return tuple(take for take in self.takes if take.can_answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody in one of their circles, and what the circle lets them do there."""

    held: Membership
    takes: bool
    answers: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A circle that somebody may write an ask in, and the name they have there."""

    id: UUID
    name: str
    own_name: str
    membership: UUID


def asks_for(
    member: Member, *, today: date, asked: Sequence[Asked] = (), circle: UUID | None = None
) -> tuple[ShownAsk, ...]:
    """The asks of the member's circles, or of one, newest first: those going on, and what helped lately.

    `asked` are those they handed in through a steward, as far as their vault is open.
    """
    rows = _posted_for(member).filter(_going_on(today))
    if circle:
        rows = rows.filter(circle=circle)
    return _shown(rows, member, asked)


def asks_among(
    held: Iterable[Membership], *, today: date
) -> Callable[[Member, Sequence[Membership]], tuple[ShownAsk, ...]]:
    """As `asks_for`, for many who are told one after another: from one look at all their circles.

    What comes back is called with a member and the places that they hold, of those given here.
    """
    circles = {each.circle_id for each in held if each.circle.archived_on is None}
    rows = list(_posted_in(circles).filter(_going_on(today)))
    return lambda member, own: _read_by(rows, member, own, ())


def ask_to_take(member: Member) -> ShownAsk | None:
    """The newest ask that the member could take up, None where there is none."""
    shown = _shown(_posted_for(member).filter(ended="")[:LOOKED_AT], member, ())
    return next((each for each in shown if each.can_take), None)


def ask_for_member(member: Member, ask: UUID, *, asked: Sequence[Asked] = ()) -> ShownAsk:
    """One ask. Raises Http404 for a foreign one, a draft that is not theirs to see, and a withdrawn one."""
    row = _rows().filter(id=ask).first()
    if row is None:
        raise Http404
    require(member, "ask.read", row)
    (shown,) = _shown([row], member, asked)
    if shown.ask.posted is None and not (shown.mine or shown.steward):
        raise Http404
    if shown.ask.state is State.WITHDRAWN:
        raise Http404
    return shown


def asks_to_steward(member: Member) -> tuple[ShownAsk, ...]:
    """What goes on in the circles they keep: drafts handed in first, then oldest first. Raises Http404."""
    kept = _active(member).filter(role=CirclePart.STEWARD)
    if not kept.exists():
        raise Http404
    rows = _rows().filter(circle__in=kept.values("circle"), ended="").order_by("written", "id")
    return tuple(sorted(_shown(rows, member, ()), key=lambda each: each.ask.posted or date.min))


def is_steward(member: Member) -> bool:
    """Whether somebody keeps any circle."""
    return any(role == CirclePart.STEWARD for role, _accepted in _parts(member))


def may_ask_somewhere(member: Member) -> bool:
    """Whether there is a circle to write an ask in, as far as a glance tells; the form asks more closely."""
    return any(accepted and role != CirclePart.GUEST for role, accepted in _parts(member))


def places_to_ask(member: Member) -> tuple[Place, ...]:
    """The circles somebody may write an ask in."""
    held = _active(member).select_related("circle", "member").order_by("circle__name")
    return tuple(
        Place(id=each.circle_id, name=each.circle.name, own_name=each.shown_name, membership=each.id)
        for each in held
        if allowed(member, "ask.write", each)
    )


def confirmed_takes(member: Member) -> frozenset[UUID]:
    """The member's own take-ups that those they were for have confirmed."""
    mine = TakeUp.objects.filter(by__member=member, state=State.CONFIRMED.value)
    return frozenset(mine.values_list("id", flat=True))


def party(member: Member, row: CircleAsk, *, take: UUID | None, asked: Sequence[Asked] = ()) -> Party:
    """In which parts somebody acts on an ask. Raises Http404 where they are not in its circle."""
    held = membership_of(member, row)
    if held is None:
        raise Http404
    ask = as_ask(row)
    steward = held.role == CirclePart.STEWARD
    return parts_in(ask, held.id, take=ask.take(take), steward=steward, asker=_is_proved(row, asked))


def shown_name(membership: Membership) -> str:
    """The name in this circle, or words that name nobody once they have left."""
    return membership.shown_name if membership.state == Standing.ACTIVE else _("somebody who has left")


def _active(member: Member) -> QuerySet[Membership]:
    return Membership.objects.filter(member=member, state=Standing.ACTIVE, circle__archived_on=None)


def _parts(member: Member) -> list[tuple[str, int | None]]:
    """In which part somebody is where, and the charter they accepted there."""
    return once(("parts", member.pk), lambda: list(_active(member).values_list("role", "accepted")))


def _posted_for(member: Member) -> QuerySet[CircleAsk]:
    return _posted_in(Circle.objects.of(member).filter(archived_on=None))


def _posted_in(circles: Collection[UUID] | QuerySet[Circle]) -> QuerySet[CircleAsk]:
    return _rows().filter(circle__in=circles, posted__isnull=False).order_by("-posted", "id")


def _going_on(today: date) -> Q:
    return Q(ended="") | Q(ended=State.CONFIRMED.value, ended_on__gte=today - LATELY)


def _rows() -> QuerySet[CircleAsk]:
    takes = TakeUp.objects.select_related("by__member").prefetch_related("taps")
    rows = CircleAsk.objects.select_related("circle", "asker__member")
    return rows.prefetch_related(Prefetch("takes", queryset=takes))


def _shown(rows: Iterable[CircleAsk], member: Member, asked: Sequence[Asked]) -> tuple[ShownAsk, ...]:
    held = _held(member)
    note(as_noted(held))
    return _read_by(rows, member, held, asked)


def _held(member: Member) -> list[Membership]:
    found = Membership.objects.filter(member=member, state=Standing.ACTIVE)
    held = list(found.select_related("circle", "accepted"))
    for each in held:
        each.member = member
    return held


def _read_by(
    rows: Iterable[CircleAsk], member: Member, held: Iterable[Membership], asked: Sequence[Asked]
) -> tuple[ShownAsk, ...]:
    asked_in = {row.circle_id for row in rows}
    mine = {each.circle_id: _reader(member, each) for each in held if each.circle_id in asked_in}
    return tuple(_one(row, mine[row.circle_id], asked) for row in rows if row.circle_id in mine)


def _reader(member: Member, held: Membership) -> Reader:
    """Whoever may answer may take up as well; only for the others the policy is asked twice."""
    answers = allowed(member, "ask.answer", held)
    return Reader(held=held, answers=answers, takes=answers or allowed(member, "ask.take", held))


def _one(row: CircleAsk, reader: Reader, asked: Sequence[Asked]) -> ShownAsk:
    own = reader.held
    ask, steward = as_ask(row), own.role == CirclePart.STEWARD
    me = parts_in(ask, own.id, take=None, steward=steward, asker=_is_proved(row, asked))
    return ShownAsk(
        ask=ask,
        circle=row.circle_id,
        circle_name=row.circle.name,
        asker=shown_name(row.asker) if row.asker else "",
        mine=Part.ASKER in me.parts,
        steward=steward,
        handed_in=row.asker_id is None,
        can_take=reader.takes and may(ask, AskDeed(move=Move.TAKE), by=me),
        can_withdraw=may(ask, AskDeed(move=Move.WITHDRAW), by=me),
        takes=tuple(
            _take(row, take, reader, me) for take in sorted(row.takes.all(), key=lambda each: each.id)
        ),
    )


def _take(row: CircleAsk, held: TakeUp, reader: Reader, me: Party) -> ShownTake:
    own, take = reader.held.id, as_take(held)
    claimed = take.state is State.CLAIMED and not row.ended
    decides = bool(me.parts & {Part.ASKER, Part.STEWARD})
    return ShownTake(
        take=take,
        name=shown_name(held.by),
        mine=take.by == own,
        can_answer=claimed and take.by != own and (decides or reader.answers),
        answered=_has_answered(row, held, own),
        heard=_heard(held) if Part.STEWARD in me.parts else (),
    )


def _has_answered(row: CircleAsk, held: TakeUp, person: UUID) -> bool:
    if not row.key:
        return False
    mark = mark_of(person, key=bytes(row.key), take=held.id, turn=held.turn)
    return any(bytes(tap.mark) == mark for tap in held.taps.all())


def _heard(held: TakeUp) -> tuple[str, ...]:
    now = words_for_the_steward([as_tap(tap) for tap in held.taps.all()])
    return now or tuple(str(words) for words in held.heard)


def _is_proved(row: CircleAsk, asked: Sequence[Asked]) -> bool:
    return row.proof is not None and proves(asked, ask=row.id, proof=bytes(row.proof))
