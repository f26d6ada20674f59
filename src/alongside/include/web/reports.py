"""Rows of moderation as the engine sees them, and back: who wrote, who moderates, where a report stands."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count, Q

from alongside.core.clock import today
from alongside.include import moderation, unmasking
from alongside.include.web.models.moderation import Report, StoodBack, Unmasking
from alongside.web.models import Circle, CommunityRole, Membership, Part, Standing

WAITING = (moderation.State.OPEN, moderation.State.ACKNOWLEDGED, moderation.State.APPEALED)


def as_report(row: Report) -> moderation.Report:
    """The row as the engine knows it, with everybody who is close to it."""
    back = [(each.why, each.member_id) for each in row.stood_back.all()]
    return moderation.Report(
        id=row.pk.hex,
        kind=moderation.Kind(row.kind),
        reporter=_hex(row.reporter_id),
        reported=_hex(row.reported_id),
        opened=row.opened,
        wrote=frozenset({_hex(row.reported_id)}) - {""},
        aside=frozenset(who.hex for why, who in back if why == StoodBack.Why.ASIDE),
        had=frozenset(who.hex for why, who in back if why == StoodBack.Why.LATE),
        state=moderation.State(row.state),
        moderator=_hex(row.moderator_id),
        given=row.given,
        acknowledged=row.acknowledged,
        outcome=_outcome(row.outcome),
        decided=row.decided,
        decided_by=_hex(row.decided_by_id),
        appealed=row.appealed,
        appealed_by=_hex(row.appealed_by_id),
        settled_as=_outcome(row.settled_as),
        settled_by=_hex(row.settled_by_id),
        final=row.final,
    )


def take_over(row: Report, report: moderation.Report) -> None:
    """Write into the row where the engine says that the report stands now; saves it."""
    row.state = report.state.value
    row.moderator_id = _id(report.moderator)
    row.given, row.acknowledged = report.given, report.acknowledged
    row.outcome = report.outcome.value if report.outcome else ""
    row.decided, row.decided_by_id = report.decided, _id(report.decided_by)
    row.appealed, row.appealed_by_id = report.appealed, _id(report.appealed_by)
    row.settled_as = report.settled_as.value if report.settled_as else ""
    row.settled_by_id, row.final = _id(report.settled_by), report.final
    row.save()
    StoodBack.objects.filter(report=row).delete()
    stood = [(who, StoodBack.Why.ASIDE) for who in report.aside] + [
        (who, StoodBack.Why.LATE) for who in report.had
    ]
    StoodBack.objects.bulk_create(StoodBack(report=row, member_id=UUID(who), why=why) for who, why in stood)


def as_unmasking(row: Unmasking) -> unmasking.Unmasking:
    """The row as the engine knows it."""
    return unmasking.Unmasking(
        id=row.pk.hex,
        person=row.membership.member_id.hex,
        asked_by=_hex(row.asked_by_id),
        asked=row.asked,
        reason=row.reason,
        agreed_by=_hex(row.agreed_by_id),
        agreed=row.agreed,
    )


def circle_moderators(circle: Circle) -> frozenset[str]:
    """Who answers for what happens in the circle, as the engine's ids."""
    return frozenset(each.hex for each in _in_circle(circle))


def moderators_for(row: Report) -> tuple[moderation.Moderator, ...]:
    """Who may decide a report: those of the circle, and with the reporter's yes those of the community."""
    near = set(_in_circle(row.circle))
    far = set(_of_community()) - near if row.beyond else set()
    load = _loads(near | far)
    return tuple(
        moderation.Moderator(id=each.hex, load=load.get(each, 0), beyond=each in far) for each in near | far
    )


def _in_circle(circle: Circle) -> Sequence[UUID]:
    held = Membership.objects.filter(
        circle=circle,
        state=Standing.ACTIVE,
        role__in=(Part.MODERATOR, Part.STEWARD),
        member__is_active=True,
    )
    return tuple(held.values_list("member_id", flat=True))


def _of_community() -> Sequence[UUID]:
    held = CommunityRole.objects.filter(
        Q(until=None) | Q(until__gte=today()),
        role=CommunityRole.Role.MODERATOR,
        member__is_active=True,
    )
    return tuple(held.values_list("member_id", flat=True))


def _loads(members: set[UUID]) -> dict[UUID | None, int]:
    held = Report.objects.filter(moderator__in=members, state__in=WAITING)
    return dict(held.values_list("moderator_id").annotate(count=Count("pk")).order_by())


def _hex(value: UUID | None) -> str:
    return value.hex if value else ""


def _id(value: str) -> UUID | None:
    return UUID(value) if value else None


def _outcome(value: str) -> moderation.Outcome | None:
    return moderation.Outcome(value) if value else None
