"""What the pages of moderation show, read across tables; people go by the names of their circle."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from alongside.include import moderation, transparency, unmasking
from alongside.include.moderation import Outcome
from alongside.include.web.models.moderation import Notice, Report, Unmasking
from alongside.include.web.models.posts import Post
from alongside.include.web.reports import as_report, as_unmasking, circle_moderators
from alongside.include.web.rules_moderation import may_handle_name, may_see_name
from alongside.web.models import Circle, Member, Membership, Opening, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody as their circle knows them: the id of the membership, and the name they go by there."""

    id: UUID
    name: str
    pseudonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A report for the moderator who has it."""

    id: UUID
    circle: str
    report: moderation.Report
    words: str
    about: Person | None
    quoted: str
    due: datetime | None
    overdue: bool
    outcomes: tuple[Outcome, ...]
    appeal_words: str = ""
    told_reported: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A report for one of the two it concerns; `words` are the reader's own, `told` what they were told."""

    id: UUID
    circle: str
    mine: bool
    report: moderation.Report
    words: str
    told: str
    about: str
    can_appeal: bool
    appeal_ends: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedName:
    """The wish to know whose pseudonym it is, for a moderator or for the person."""

    id: UUID
    circle: str
    pseudonym: str
    reason: str
    asked: date
    agreed: date | None
    can_agree: bool
    name: str = ""
    ends: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """One line of somebody's notices page."""

    key: str
    day: date
    read: bool
    report: UUID | None
    unmasking: UUID | None


def people_in(circle: Circle, *, but: Member) -> tuple[Person, ...]:
    """Everybody in the circle but the reader, by the name they go by there."""
    held = Membership.objects.filter(circle=circle, state=Standing.ACTIVE).exclude(member=but)
    found = [_person(each) for each in held.select_related("member")]
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.id)))


def membership_in(circle: Circle, membership_id: UUID) -> Membership | None:
    """An active membership of this circle."""
    held = Membership.objects.filter(pk=membership_id, circle=circle, state=Standing.ACTIVE)
    return held.select_related("member", "circle").first()


def post_in(circle: Circle, post_id: UUID, *, today: date) -> Post | None:
    """A post of this circle that is still there."""
    rows = Post.objects.filter(pk=post_id, circle=circle, last_day__gte=today)
    return rows.exclude(pk__in=taken_down(circle)).select_related("author__member").first()


def queue(member: Member, *, now: datetime) -> tuple[Case, ...]:
    """The reports that are with a moderator, the one that is due first at the top."""
    rows = Report.objects.filter(moderator=member).select_related("circle", "post")
    cases = [case(row, now=now) for row in rows]
    return tuple(sorted(cases, key=lambda each: (each.due or now, each.id)))


def case(row: Report, *, now: datetime) -> Case:
    """One report for the moderator who has it."""
    report = as_report(row)
    return Case(
        id=row.pk,
        circle=row.circle.name,
        report=report,
        words=row.words,
        about=_person_of(row.circle, row.reported_id),
        quoted=row.post.text if row.post else "",
        due=moderation.due(report),
        overdue=moderation.is_overdue(report, now=now),
        outcomes=moderation.outcomes(report),
        appeal_words=row.appeal_words,
        told_reported=row.told_reported,
    )


def followed(row: Report, *, reader: Member, now: datetime) -> Followed:
    """One report for somebody whom it concerns."""
    report = as_report(row)
    mine = row.reporter_id == reader.pk
    about = _person_of(row.circle, row.reported_id)
    can = moderation.can_appeal(report, reader.pk.hex, now=now)
    ends = report.decided + moderation.APPEAL_WITHIN if can and report.decided else None
    return Followed(
        id=row.pk,
        circle=row.circle.name,
        mine=mine,
        report=report,
        words=row.words if mine else "",
        told=row.told_reporter if mine else row.told_reported,
        about=about.name if mine and about else "",
        can_appeal=can,
        appeal_ends=ends.date() if ends else None,
    )


def own_reports(member: Member) -> tuple[Report, ...]:
    """What somebody reported, newest first."""
    return tuple(Report.objects.filter(reporter=member).select_related("circle").order_by("-opened", "pk"))


def asked_name(row: Unmasking, *, reader: Member, today: date) -> AskedName:
    """The wish for the two moderators; the name only for the two who agreed, and only for a few days."""
    seen = may_see_name(reader, row)
    held = row.membership
    asked = as_unmasking(row)
    return AskedName(
        id=row.pk,
        circle=held.circle.name,
        pseudonym=held.shown_name,
        reason=row.reason,
        asked=row.asked,
        agreed=row.agreed,
        can_agree=unmasking.can_agree(
            asked, by=reader.pk.hex, moderators=circle_moderators(held.circle), today=today
        ),
        name=held.member.shown_name if seen else "",
        ends=row.agreed + unmasking.SEEN_FOR if row.agreed else None,
    )


def names_asked(member: Member, *, today: date) -> tuple[AskedName, ...]:
    """The wishes that a moderator can agree to, or has a name in."""
    rows = Unmasking.objects.select_related("membership__circle", "membership__member")
    recent = rows.filter(asked__gt=today - unmasking.AGREE_WITHIN - unmasking.SEEN_FOR).order_by(
        "asked", "pk"
    )
    return tuple(
        asked_name(row, reader=member, today=today) for row in recent if may_handle_name(member, row)
    )


def notices(member: Member) -> tuple[NoticeLine, ...]:
    """Somebody's notices, newest first."""
    rows = Notice.objects.filter(member=member).order_by("-day", "-pk")
    return tuple(
        NoticeLine(key=row.key, day=row.day, read=row.read, report=row.report_id, unmasking=row.unmasking_id)
        for row in rows
    )


def unread(member: Member) -> int:
    """How many notices somebody has not read."""
    return Notice.objects.filter(member=member, read=False).count()


def with_unread(members: Iterable[Member]) -> frozenset[UUID]:
    """Which of these members have a notice that they have not read."""
    rows = Notice.objects.filter(member__in=members, read=False)
    return frozenset(rows.values_list("member", flat=True))


def quarter_counts(today: date) -> tuple[tuple[transparency.Quarter, tuple[transparency.Table, ...]], ...]:
    """The quarters that are over, for everybody; hidden circles are not in them."""
    rows = Report.objects.exclude(circle__opening=Opening.HIDDEN).prefetch_related("stood_back")
    reports = [as_report(row) for row in rows]
    seen = Unmasking.objects.exclude(membership__circle__opening=Opening.HIDDEN)
    days: Sequence[date] = [row.agreed for row in seen if row.agreed]
    return tuple(
        (quarter, transparency.quarter_counts(reports, days, quarter, today=today))
        for quarter in transparency.finished(today)
    )


def was_removed(member: Member, circle: Circle) -> bool:
    """Whether a decision that holds ended their membership: they come back by invitation alone."""
    return _removed().filter(circle=circle, reported=member, kind=moderation.Kind.CONDUCT).exists()


def taken_down(circle: Circle) -> QuerySet[Report, UUID | None]:
    """Ids of posts that a decision took away: until it is final they are kept, and shown nowhere."""
    return _removed().filter(circle=circle, post_id__isnull=False).values_list("post_id", flat=True)


def _removed() -> QuerySet[Report]:
    holds = Q(settled_as=Outcome.REMOVAL) | Q(settled_as="", outcome=Outcome.REMOVAL)
    return Report.objects.filter(holds)


def _person_of(circle: Circle, member_id: UUID | None) -> Person | None:
    held = Membership.objects.filter(circle=circle, member=member_id).select_related("member").first()
    return _person(held) if held else None


def _person(held: Membership) -> Person:
    return Person(id=held.pk, name=held.shown_name or _("A member"), pseudonymous=bool(held.pseudonym))
