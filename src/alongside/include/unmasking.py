"""Whose pseudonym it is: seen by two moderators who agree on a reason, and the person is told at once.

A pseudonym is lifted for those two alone and for a few days; nobody else learns anything, and it stays in
use. Two, and telling, are our choice: one curious moderator gets nowhere, and nobody is looked up in secret.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from alongside.core.language import gettext as _
from alongside.include.refusals import Refused

AGREE_WITHIN: Final = timedelta(days=7)
"""How long the first moderator's wish waits for a second (our choice)."""
SEEN_FOR: Final = timedelta(days=7)
"""How long the two can look it up once both agreed (our choice)."""
REASON_AT_LEAST: Final = 20
"""Letters of a reason that says something (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmasking:
    """The wish to know whose pseudonym it is; `person` is told on the day `agreed`, by the same deed."""

    id: str
    person: str
    asked_by: str
    asked: date
    reason: str
    agreed_by: str = ""
    agreed: date | None = None

    @property
    def told(self) -> date | None:
        """The day on which the person hears of it: none without a second moderator, else always that day."""
        return self.agreed


def ask(unmasking: Unmasking, *, moderators: Collection[str]) -> Unmasking:
    """The wish as it will be kept. Raises Refused without a reason, or by somebody who may not."""
    _check_standing(unmasking, unmasking.asked_by, moderators)
    reason = " ".join(unmasking.reason.split())
    if len(reason) < REASON_AT_LEAST:
        raise Refused(
            "reason",
            _("The reason is too short."),
            _("Say what cannot be done without knowing who it is; the person will read it."),
        )
    return replace(unmasking, reason=reason, agreed_by="", agreed=None)


def is_open(unmasking: Unmasking, *, today: date) -> bool:
    """Whether a second moderator can still agree."""
    return unmasking.agreed is None and today < unmasking.asked + AGREE_WITHIN


def can_agree(unmasking: Unmasking, *, by: str, moderators: Collection[str], today: date) -> bool:
    """Whether `by` may be the second: another moderator, who is not the person, in time."""
    return (
        is_open(unmasking, today=today)
        and by in moderators
        and by not in {unmasking.asked_by, unmasking.person}
    )


def agree(unmasking: Unmasking, *, by: str, moderators: Collection[str], today: date) -> Unmasking:
    """The second yes, with which the person is told. Raises Refused."""
    if by == unmasking.asked_by:
        raise Refused("", _("One moderator is not enough."), _("Somebody else has to agree."))
    _check_standing(unmasking, by, moderators)
    if not is_open(unmasking, today=today):
        raise Refused(
            "", _("This is settled, or its time has run out."), _("Ask again if it is still needed.")
        )
    return replace(unmasking, agreed_by=by, agreed=today)


def can_see(unmasking: Unmasking, *, who: str, moderators: Collection[str], today: date) -> bool:
    """Whether `who` is shown the name: one of the two, still a moderator, in the days after both agreed."""
    if unmasking.agreed is None or who not in {unmasking.asked_by, unmasking.agreed_by}:
        return False
    return who in moderators and today < unmasking.agreed + SEEN_FOR


def _check_standing(unmasking: Unmasking, who: str, moderators: Collection[str]) -> None:
    if who not in moderators:
        raise Refused("", _("This is for moderators of this circle."), _("Tell one of them what you need."))
    if who == unmasking.person:
        raise Refused("", _("This is about you."), _("Another moderator has to do it."))
