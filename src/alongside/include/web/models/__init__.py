"""The tables of the room include."""

from alongside.include.web.models.coming_in import CircleInvitation, JoinRequest, RoleOffer
from alongside.include.web.models.events import (
    Audience,
    CalendarFeed,
    Event,
    EventFeedback,
    EventQuerySet,
    EventSeries,
    Rsvp,
    TookPart,
    Worked,
)
from alongside.include.web.models.letters import DigestIssue, OpenLetters, Poster, Subscription
from alongside.include.web.models.moderation import Notice, Report, StoodBack, Unmasking
from alongside.include.web.models.money import Budget, BudgetLine, BudgetYes, Receipt
from alongside.include.web.models.posts import Post
from alongside.include.web.models.rounds import ListeningRound, Turn

__all__ = [
    "Audience",
    "Budget",
    "BudgetLine",
    "BudgetYes",
    "CalendarFeed",
    "CircleInvitation",
    "DigestIssue",
    "Event",
    "EventFeedback",
    "EventQuerySet",
    "EventSeries",
    "JoinRequest",
    "ListeningRound",
    "Notice",
    "OpenLetters",
    "Post",
    "Poster",
    "Receipt",
    "Report",
    "RoleOffer",
    "Rsvp",
    "StoodBack",
    "Subscription",
    "TookPart",
    "Turn",
    "Unmasking",
    "Worked",
]
