"""Whose pseudonym it is: asked by one moderator, agreed to by a second, told to the person by that deed."""

from datetime import date
from uuid import UUID

from alongside.include import unmasking
from alongside.include.web.models.moderation import Notice, Unmasking
from alongside.include.web.reports import as_unmasking, circle_moderators
from alongside.web.keeper import append_to_trail
from alongside.web.models import Member, Membership
from alongside.web.policy import require
from alongside.web.writing import writing


def ask_name(membership: Membership, reason: str, *, by: Member, today: date) -> Unmasking:
    """Ask the other moderators of the circle; nothing is shown yet. Raises Refused."""
    require(by, "name.ask", membership)
    row = Unmasking(membership=membership, asked_by=by, asked=today, reason=reason)
    moderators = circle_moderators(membership.circle)
    row.reason = unmasking.ask(as_unmasking(row), moderators=moderators).reason
    with writing():
        row.save(force_insert=True)
        others = moderators - {by.pk.hex, membership.member_id.hex}
        Notice.objects.bulk_create(
            Notice(member_id=UUID(each), key="name-asked", unmasking=row, day=today)
            for each in sorted(others)
        )
        append_to_trail("name.ask", actor=by, today=today)
    return row


def agree_name(unmasking_id: UUID, *, by: Member, today: date) -> None:
    """The second yes: the two may look it up for a few days, and the person is told. Raises Refused."""
    with writing():
        row = Unmasking.objects.select_for_update().get(pk=unmasking_id)
        require(by, "name.agree", row)
        after = unmasking.agree(
            as_unmasking(row), by=by.pk.hex, moderators=circle_moderators(row.membership.circle), today=today
        )
        row.agreed_by, row.agreed = by, after.agreed
        row.save()
        Notice.objects.create(member_id=row.membership.member_id, key="name-seen", unmasking=row, day=today)
        if row.asked_by_id:
            Notice.objects.create(member_id=row.asked_by_id, key="name-agreed", unmasking=row, day=today)
        append_to_trail("name.agree", actor=by, today=today)
