"""Support cards and thanks as their owner, their readers and their receivers may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from alongside.act import cards, thanks
from alongside.act.cards import Card
from alongside.act.web.models import CardCopy, LetterKey, ThanksLetter
from alongside.core.sealing import Envelope, ReaderKey
from alongside.core.vault import Unopenable
from alongside.web.models import Circle, Member, Membership, Standing
from alongside.web.policy import require

CARD, THANKS = "card", "thanks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """Somebody in a circle of mine, by their name there; `circle_name` says which."""

    membership: UUID
    name: str
    circle_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A copy of a card: whose, or for whom."""

    copy: UUID
    someone: Someone


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Thanks as they are read: `signed` is "" where no name was given, `lost` where they do not open."""

    id: UUID
    words: str
    signed: str
    circle_name: str
    lost: bool = False


def can_read(member: Member, key: ReaderKey | None) -> bool:
    """Whether others can seal letters for the member that their key opens."""
    public = LetterKey.objects.filter(member=member).first()
    return key is not None and public is not None and bytes(public.public) == key.public


def shown_to(member: Member) -> tuple[Shown, ...]:
    """Who may read the member's card."""
    rows = CardCopy.objects.filter(owner__member=member).select_related("reader__member", "reader__circle")
    return tuple(Shown(copy=row.id, someone=_someone(row.reader)) for row in rows.order_by("shared", "id"))


def shown_by(member: Member) -> tuple[Shown, ...]:
    """Whose card the member may read."""
    active = Q(owner__state=Standing.ACTIVE, reader__state=Standing.ACTIVE)
    rows = CardCopy.objects.filter(active, reader__member=member)
    rows = rows.select_related("owner__member", "owner__circle").order_by("shared", "id")
    return tuple(Shown(copy=row.id, someone=_someone(row.owner)) for row in rows)


def readers_to_choose(member: Member) -> tuple[Someone, ...]:
    """People of one's circles who can open letters and do not have the card yet."""
    have = CardCopy.objects.filter(owner__member=member).values("reader")
    return _someones(_others(member).filter(member__letter_key__isnull=False).exclude(id__in=have))


def receivers_to_choose(member: Member) -> tuple[Someone, ...]:
    """People of one's circles who would like to get thanks."""
    return _someones(_others(member).filter(member__letter_key__isnull=False, thanks_wish__isnull=False))


def other_of_mine(member: Member, id: UUID) -> Membership:
    """Somebody else in a circle of the member's. Raises Http404."""
    found = Membership.objects.filter(id=id).select_related("member__letter_key", "circle").first()
    if found is None:
        raise Http404
    require(member, "card.show", found)
    return found


def read_copy(member: Member, copy: UUID, key: ReaderKey | None) -> tuple[Someone, Card]:
    """A card shown to the member, opened. Raises Http404 where it is not for them, or no longer there."""
    row = CardCopy.objects.filter(id=copy).select_related("owner__member", "owner__circle", "reader").first()
    if row is None:
        raise Http404
    require(member, "card.read", row)
    if key is None:
        raise Http404
    try:
        body = key.open(bytes(row.box), envelope=Envelope(kind=CARD, id=row.id, reader=row.reader_id))
    except Unopenable as error:
        raise Http404 from error  # sealed for a key that is gone; its owner can show it again
    return _someone(row.owner), cards.from_body(body)


def letters_for(member: Member, key: ReaderKey | None, *, today: date) -> tuple[Letter, ...]:
    """Thanks that have arrived, the latest first. The order within a day is chance."""
    rows = ThanksLetter.objects.filter(to__member=member, arrives__lte=today).select_related("to__circle")
    return tuple(_letter(row, key) for row in rows.order_by("-arrives", "id"))


def memberships_of(member: Member) -> Sequence[Membership]:
    """The member's own places, with whether they would like to get thanks there."""
    rows = Membership.objects.filter(member=member, state=Standing.ACTIVE, circle__archived_on=None)
    return list(rows.select_related("circle", "thanks_wish", "member").order_by("circle__name"))


def thanked(members: Sequence[Member], *, today: date, since: date) -> frozenset[UUID]:
    """For which of these members thanks have arrived after `since`."""
    rows = ThanksLetter.objects.filter(to__member__in=members, arrives__gt=since, arrives__lte=today)
    return frozenset(rows.values_list("to__member", flat=True))


def _others(member: Member) -> QuerySet[Membership]:
    mine = Circle.objects.of(member).filter(archived_on=None)
    rows = Membership.objects.filter(circle__in=mine, state=Standing.ACTIVE).exclude(member=member)
    return rows.select_related("member", "circle").order_by("circle__name", "id")


def _someones(rows: QuerySet[Membership]) -> tuple[Someone, ...]:
    return tuple(sorted((_someone(row) for row in rows), key=lambda each: (each.circle_name, each.name)))


def _someone(row: Membership) -> Someone:
    return Someone(membership=row.id, name=row.shown_name, circle_name=row.circle.name)


def _letter(row: ThanksLetter, key: ReaderKey | None) -> Letter:
    lost = Letter(id=row.id, words="", signed="", circle_name=row.to.circle.name, lost=True)
    if key is None:
        return lost
    try:
        body = key.open(bytes(row.box), envelope=Envelope(kind=THANKS, id=row.id, reader=row.to_id))
        words, signed = thanks.from_body(body)
    except Unopenable:
        return lost
    return Letter(id=row.id, words=words, signed=signed, circle_name=row.to.circle.name)
