"""What a page about circles shows: read in few queries whatever the circle's size, hidden where it is hidden.

Every look at a circle begins in `look`, which asks the same of the database for one that is hidden as for one
that does not exist.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from alongside.include.charter import Answer, Charter, Promise
from alongside.include.charter import Standing as CharterStanding
from alongside.include.handover import Held, Term, term
from alongside.include.web.addresses import address_of
from alongside.include.web.charters import standing_of, versions
from alongside.include.web.models import CircleInvitation, Event, ListeningRound, RoleOffer
from alongside.web.models import Circle, Member, Membership, Opening, Part, Standing

_OF_IT = Membership.objects.filter(circle=OuterRef("circle"))
BESIDE: Final = {
    "is_kept": Exists(_OF_IT.filter(role=Part.STEWARD, state=Standing.ACTIVE)),
    "has_offer": Exists(RoleOffer.objects.filter(to=OuterRef("pk"))),
    "has_waiting": Exists(_OF_IT.filter(state=Standing.ASKED)),
    "has_chapters": Exists(Circle.objects.filter(parent=OuterRef("circle"))),
}
"""What else a page may have to show, asked together with the membership."""
NOTHING = Promise(clauses=(), retention_days=30, chatham_house=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A circle as one member may see it; `held` is their membership, None where they have none.

    `is_kept` says whether somebody keeps it, `has_offer` whether a part waits for this member's answer,
    `has_waiting` whether somebody asks to come in, and `has_relatives` whether it is, or may have, a chapter.
    """

    circle: Circle
    held: Membership | None
    charters: tuple[Charter, ...]
    standing: CharterStanding
    today: date
    is_kept: bool = True
    has_offer: bool = False
    has_waiting: bool = False
    has_relatives: bool = False

    @property
    def is_inside(self) -> bool:
        """Whether they are in it."""
        return self.held is not None and self.held.state == Standing.ACTIVE

    @property
    def promise(self) -> Promise:
        """What the circle promises now."""
        return self.charters[-1].promise if self.charters else NOTHING

    @property
    def accepted(self) -> Charter | None:
        """The version they accepted."""
        number = self.held.accepted.number if self.held and self.held.accepted else 0
        return next((each for each in self.charters if each.version == number), None)

    @property
    def may_write(self) -> bool:
        """Whether they can write now; the deed asks the policy again."""
        if not self.is_inside or self.held is None or self.circle.archived_on is not None:
            return False
        paused = self.held.paused_until is not None and self.held.paused_until >= self.today
        if paused or self.held.role == Part.GUEST or self.held.accepted_id is None:
            return False
        return self.standing.answer in (Answer.CURRENT, Answer.ASKED)

    @property
    def may_lead(self) -> bool:
        """Whether they can lead rounds now."""
        return self.may_write and self.held is not None and self.held.role in (Part.FACILITATOR, Part.STEWARD)

    @property
    def may_keep(self) -> bool:
        """Whether they keep the circle."""
        return self.is_inside and self.held is not None and self.held.role == Part.STEWARD


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A circle in a list."""

    id: UUID
    name: str
    purpose: str
    opening: Opening
    state: str = ""
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """An invitation that waits for somebody's yes or no."""

    id: UUID
    name: str
    as_guest: bool
    ends: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """The circles somebody is in, those they are invited to, and those they may come into."""

    mine: tuple[Line, ...]
    invited: tuple[Invited, ...]
    others: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in a circle under the name they chose there; never an account's id."""

    id: UUID
    name: str
    role: Part
    term: Term
    term_ends: date | None
    is_me: bool
    request: str = ""
    offered: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInvitation:
    """An invitation as a steward sees it: nothing tells whether somebody has that address."""

    id: UUID
    made: date
    ends: date
    as_guest: bool


def look(member: Member, circle: UUID, *, today: date) -> Look:
    """The circle as this member may see it. Raises Http404 where it does not exist, for them or at all."""
    held = (
        Membership.objects.filter(member=member, circle_id=circle)
        .exclude(state=Standing.LEFT)
        .select_related("circle", "accepted")
        .annotate(**BESIDE)
        .first()
    )
    inside = held is not None and held.state == Standing.ACTIVE
    found = held.circle if inside and held else Circle.objects.visible_to(member).filter(pk=circle).first()
    if found is None:
        raise Http404
    known = versions(found)
    standing = standing_of(held, today=today, known=known) if held else CharterStanding(answer=Answer.CURRENT)
    return Look(
        circle=found,
        held=held,
        charters=known,
        standing=standing,
        today=today,
        is_kept=bool(getattr(held, "is_kept", True)),
        has_offer=bool(getattr(held, "has_offer", False)),
        has_waiting=bool(getattr(held, "has_waiting", False)),
        has_relatives=bool(found.parent_id or getattr(held, "has_chapters", False)),
    )


def look_inside(member: Member, circle: UUID, *, today: date) -> Look:
    """The circle for somebody who is in it. Raises Http404 for everybody else."""
    seen = look(member, circle, today=today)
    if not seen.is_inside:
        raise Http404
    return seen


def directory(member: Member, *, today: date) -> Directory:
    """What somebody sees under Circles. Hidden circles stand here for those in them alone."""
    states = dict(
        Membership.objects.filter(member=member).exclude(state=Standing.LEFT).values_list("circle", "state")
    )
    lines = [
        Line(
            id=each.pk,
            name=each.name,
            purpose=each.purpose,
            opening=Opening(each.opening),
            state=states.get(each.pk, ""),
            archived=each.archived_on is not None,
        )
        for each in Circle.objects.visible_to(member).order_by("name")
    ]
    return Directory(
        mine=tuple(line for line in lines if line.state),
        invited=_invited(member, known=states, today=today),
        others=tuple(line for line in lines if not line.state and not line.archived),
    )


def _invited(member: Member, *, known: dict[UUID, str], today: date) -> tuple[Invited, ...]:
    rows = CircleInvitation.objects.filter(
        address=address_of(member.email), answered=False, ends__gte=today, circle__archived_on=None
    ).select_related("circle")
    return tuple(
        Invited(id=row.pk, name=row.circle.name, as_guest=row.as_guest, ends=row.ends)
        for row in rows
        if row.circle_id not in known
    )


def people(seen: Look) -> tuple[Person, ...]:
    """Who is in the circle, by name. For those inside alone."""
    rows = _in_it(seen.circle).select_related("member").order_by("since", "pk")
    offers = dict(RoleOffer.objects.filter(to__circle=seen.circle).values_list("to", "role"))
    shown = [_person(row, seen, offered=offers.get(row.pk, "") if seen.may_keep else "") for row in rows]
    return tuple(sorted(shown, key=lambda each: each.name.casefold()))


def waiting(seen: Look) -> tuple[Person, ...]:
    """Who asks to come in. For stewards alone."""
    rows = Membership.objects.filter(circle=seen.circle, state=Standing.ASKED)
    told = rows.select_related("member", "request").order_by("since", "pk")
    return tuple(_person(row, seen, request=getattr(row, "request", None)) for row in told)


def _person(row: Membership, seen: Look, *, request: object = None, offered: str = "") -> Person:
    return Person(
        id=row.pk,
        name=row.shown_name,
        role=Part(row.role),
        term=term(row.term_ends, today=seen.today),
        term_ends=row.term_ends,
        is_me=seen.held is not None and row.pk == seen.held.pk,
        request=str(getattr(request, "text", "")),
        offered=offered,
    )


def relatives(member: Member, seen: Look) -> tuple[Line | None, tuple[Line, ...]]:
    """The circle it is a chapter of, and its own chapters, as far as this member may know of them."""
    if not seen.has_relatives:
        return None, ()
    rows = Circle.objects.visible_to(member).filter(Q(pk=seen.circle.parent_id) | Q(parent=seen.circle))
    parent = next((line_of(row) for row in rows if row.pk == seen.circle.parent_id), None)
    chapters = [row for row in rows if row.parent_id == seen.circle.pk and row.archived_on is None]
    return parent, tuple(line_of(row) for row in sorted(chapters, key=lambda row: row.name.casefold()))


def invitations(circle: Circle, *, today: date) -> tuple[OpenInvitation, ...]:
    """The invitations that have not ended, answered or not: a steward is not told which."""
    rows = CircleInvitation.objects.filter(circle=circle, ends__gte=today).order_by("made", "pk")
    return tuple(
        OpenInvitation(id=row.pk, made=row.made, ends=row.ends, as_guest=row.as_guest) for row in rows
    )


def on_its_hands(seen: Look) -> Held:
    """What there is to hand over, counted."""
    inside = _in_it(seen.circle)
    newest = seen.charters[-1].version if seen.charters else 0
    return Held(
        stewards=inside.filter(role=Part.STEWARD).count(),
        moderators=inside.filter(role=Part.MODERATOR).count(),
        asked_to_join=Membership.objects.filter(circle=seen.circle, state=Standing.ASKED).count(),
        invited=CircleInvitation.objects.filter(circle=seen.circle, ends__gte=seen.today).count(),
        open_rounds=ListeningRound.objects.filter(
            circle=seen.circle, closed=False, closes__gte=seen.today
        ).count(),
        coming_events=Event.objects.announced().filter(circle=seen.circle, ends_day__gte=seen.today).count(),
        unanswered_charter=inside.filter(Q(accepted=None) | Q(accepted__number__lt=newest)).count(),
        chapters=Circle.objects.filter(parent=seen.circle, archived_on=None)
        .exclude(opening=Opening.HIDDEN)
        .count(),
        is_hidden=seen.circle.is_hidden,
    )


def my_offer(seen: Look) -> RoleOffer | None:
    """The part that was offered to this member here."""
    if seen.held is None or not seen.has_offer:
        return None
    return RoleOffer.objects.filter(to=seen.held).select_related("by__member").first()


def _in_it(circle: Circle) -> QuerySet[Membership]:
    return Membership.objects.filter(circle=circle, state=Standing.ACTIVE)


def line_of(circle: Circle) -> Line:
    """A circle as a line; the caller has made sure that it may be seen."""
    return Line(id=circle.pk, name=circle.name, purpose=circle.purpose, opening=Opening(circle.opening))


def is_last(circle: Circle) -> bool:
    """Whether one person alone is left in the circle."""
    return _in_it(circle).count() == 1
