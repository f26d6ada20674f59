"""The tables of the room include."""

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
from alongside.include.web.models.money import Budget, BudgetLine, BudgetYes, Receipt

__all__ = [
    "Audience",
    "Budget",
    "BudgetLine",
    "BudgetYes",
    "CalendarFeed",
    "Event",
    "EventFeedback",
    "EventQuerySet",
    "EventSeries",
    "Receipt",
    "Rsvp",
    "TookPart",
    "Worked",
]
