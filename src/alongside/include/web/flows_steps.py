"""What every deed on a report is made of: where it stands, who is told, and what an outcome does.

Called inside a deed's own transaction.
"""

from datetime import date
from uuid import UUID

from alongside.include import moderation
from alongside.include.moderation import Kind, Outcome
from alongside.include.web.models.moderation import Notice, Report
from alongside.include.web.models.posts import Post
from alongside.include.web.reports import as_report, take_over
from alongside.web.models import Membership, Standing


def move(row: Report, after: moderation.Report, *, today: date) -> None:
    """Save where it stands now; a moderator who gets it is told."""
    had = row.moderator_id
    take_over(row, after)
    if row.moderator_id and row.moderator_id != had:
        tell(row.moderator_id, "report-for-you", row, today)


def tell(member_id: UUID | None, key: str, row: Report, today: date) -> None:
    """One line on somebody's notices page; nobody where they have gone."""
    if member_id:
        Notice.objects.create(member_id=member_id, key=key, report=row, day=today)


def carry_out(row: Report, before: Outcome | None) -> None:
    """Let the outcome that holds now take effect, and take back what the one before it did."""
    held = Membership.objects.filter(circle=row.circle, member=row.reported_id).first()
    after = as_report(row)
    if held is None or after.stands is before:
        return
    pause = moderation.last_day_of_pause(after)
    if pause or before is Outcome.PAUSE or after.stands is Outcome.REMOVAL:
        held.paused_until = pause  # somebody removed and no longer paused does not come back by waiting
    if row.kind == Kind.CONDUCT and Outcome.REMOVAL in {after.stands, before}:
        held.state = Standing.LEFT if after.stands is Outcome.REMOVAL else Standing.ACTIVE
    held.save()


def finish(row: Report) -> None:
    """A post whose removal is final goes; until then it could have come back."""
    if row.final and row.post_id and as_report(row).stands is Outcome.REMOVAL:
        Post.objects.filter(pk=row.post_id).delete()
