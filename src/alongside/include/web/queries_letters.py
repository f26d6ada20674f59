"""What the pages about a circle's letters show."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from alongside.include.web.models import DigestIssue, OpenLetters, Poster, Subscription
from alongside.web.digest_lines import DigestLine, lines_for
from alongside.web.models import Circle, Member, Membership, Opening, OutboxRow, Standing
from alongside.web.policy import allowed, require


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A circle's letters as one member sees them."""

    circle: Circle
    issues: tuple[DigestIssue, ...]
    mine: Subscription | None
    keeps: bool
    is_open: bool


def circle_for(member: Member, circle: UUID, action: str) -> Circle:
    """The circle, where the member may do this in it. Raises Http404."""
    found = Circle.objects.visible_to(member).filter(id=circle).first()
    if found is None:
        raise Http404
    require(member, action, found)
    return found


def archive(member: Member, circle: UUID) -> Archive:
    """The letters of a circle, newest first."""
    found = circle_for(member, circle, "letter.read")
    return Archive(
        circle=found,
        issues=tuple(DigestIssue.objects.filter(circle=found)),
        mine=Subscription.objects.filter(circle=found, member=member).first(),
        keeps=allowed(member, "letter.write", found),
        is_open=OpenLetters.objects.filter(circle=found).exists(),
    )


def issue_for(member: Member, circle: UUID, issue: UUID) -> DigestIssue:
    """One letter of a circle. Raises Http404."""
    found = circle_for(member, circle, "letter.read")
    kept = DigestIssue.objects.select_related("circle").filter(circle=found, id=issue).first()
    if kept is None:
        raise Http404
    return kept


def open_circle(circle: UUID) -> Circle:
    """A circle whose letters anybody may ask for; any other answers as one that does not exist."""
    lasting = Circle.objects.filter(archived_on=None).exclude(opening=Opening.HIDDEN)
    found = lasting.filter(id=circle, open_letters__isnull=False).first()
    if found is None:
        raise Http404
    return found


def offered_lines(steward: Member, circle: Circle, *, today: date) -> tuple[DigestLine, ...]:
    """What could go into the circle's next letter: its own asks, events and thanks, and a card."""
    given = lines_for(steward, today=today)
    return tuple(
        line
        for line in given
        if line.section == "history" or (line.circle is not None and line.circle.pk == circle.pk)
    )


def readers_of(circle: Circle) -> list[UUID]:
    """Subscriptions a circle's letter goes to: of a hidden circle, and of members, those still in it."""
    inside = Membership.objects.filter(circle=circle, state=Standing.ACTIVE).values("member")
    wanted = Q(member__in=inside, member__is_active=True)
    if not circle.is_hidden:
        wanted |= Q(member=None)
    kept = Subscription.objects.filter(wanted, circle=circle, confirmed_on__isnull=False)
    return list(kept.values_list("id", flat=True))


def posters_of(circle: Circle) -> tuple[Poster, ...]:
    """Where the circle's news is told."""
    return tuple(Poster.objects.filter(circle=circle).order_by("service", "host", "id"))


def parked_rows() -> tuple[OutboxRow, ...]:
    """What could not be sent, oldest first."""
    return tuple(OutboxRow.objects.filter(parked=True).order_by("due", "id"))
