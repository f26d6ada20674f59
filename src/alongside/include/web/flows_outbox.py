"""What an admin does with a message that could not be sent."""

from datetime import date, datetime
from uuid import UUID

from alongside.web.keeper import append_to_trail
from alongside.web.models import Member
from alongside.web.outbox import drop, try_again
from alongside.web.policy import require
from alongside.web.writing import writing


def send_again(row: UUID, *, by: Member, now: datetime) -> None:
    """Send it once more, from the beginning of the waits."""
    require(by, "community.operate")
    with writing():
        try_again(row, now=now)
        append_to_trail("outbox.again", actor=by, today=now.date())


def let_go(row: UUID, *, by: Member, today: date) -> None:
    """It goes unsent."""
    require(by, "community.operate")
    with writing():
        drop(row)
        append_to_trail("outbox.drop", actor=by, today=today)
