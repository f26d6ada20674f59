"""Finding what an address names, for somebody who may know of it.

The database is asked once, and the same, for a thing that is hidden as for one that never was: neither the
answer nor its time tells them apart. What they may do with it the policy says afterwards.
"""

from uuid import UUID

from django.db.models import Q
from django.shortcuts import get_object_or_404

from alongside.include.web.models.moderation import Report, Unmasking
from alongside.web.models import Circle, Member, Membership, Standing


def own_circle(member: Member, circle: UUID) -> Circle:
    """A circle they are in. Raises Http404."""
    return get_object_or_404(Circle.objects.of(member), pk=circle)


def report_held(member: Member, report: UUID) -> Report:
    """A report that is with them. Raises Http404."""
    rows = Report.objects.filter(moderator=member).select_related("circle", "post")
    return get_object_or_404(rows, pk=report)


def report_followed(member: Member, report: UUID) -> Report:
    """A report that they made, or that is about them. Raises Http404."""
    rows = Report.objects.filter(Q(reporter=member) | Q(reported=member)).select_related("circle")
    return get_object_or_404(rows, pk=report)


def pseudonymous(member: Member, membership: UUID) -> Membership:
    """Somebody under a pseudonym in a circle they are in. Raises Http404."""
    rows = Membership.objects.filter(state=Standing.ACTIVE, circle__in=Circle.objects.of(member))
    return get_object_or_404(rows.exclude(pseudonym="").select_related("circle", "member"), pk=membership)


def name_asked(member: Member, unmasking: UUID) -> Unmasking:
    """A wish to know a name in a circle they are in. Raises Http404."""
    rows = Unmasking.objects.filter(membership__circle__in=Circle.objects.of(member))
    return get_object_or_404(rows.select_related("membership__circle", "membership__member"), pk=unmasking)


def own_name_asked(member: Member, unmasking: UUID) -> Unmasking:
    """A wish to know whose pseudonym theirs is. Raises Http404."""
    rows = Unmasking.objects.filter(membership__member=member)
    return get_object_or_404(rows.select_related("membership__circle", "membership__member"), pk=unmasking)
