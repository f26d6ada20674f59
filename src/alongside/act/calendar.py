"""Commitments as a calendar file (RFC 5545). The title is neutral; the plan itself is only added when asked.

A commitment keeps its UID over every export, so a calendar updates it instead of adding a second one.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from alongside.act.commitments import Commitment
from alongside.core.language import gettext as _

if TYPE_CHECKING:
    from icalendar import Alarm, Event

MORNING: Final = timedelta(hours=9)
"""When the reminder of an all-day entry rings (our choice)."""


def to_calendar(commitments: Sequence[Commitment], *, neutral: bool, today: date) -> bytes:
    """The open commitments that have a day or come round weekly; `neutral` leaves every word of them out."""
    from icalendar import Calendar  # noqa: PLC0415 -- keeps the terminal quick to start

    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//Commitments//EN")
    calendar.add("version", "2.0")
    stamp = datetime.combine(today, time(), tzinfo=UTC)
    for commitment in commitments:
        if commitment.is_open and (commitment.weekly or commitment.due):
            calendar.add_component(_event(commitment, neutral=neutral, stamp=stamp))
    return bytes(calendar.to_ical())


def _event(commitment: Commitment, *, neutral: bool, stamp: datetime) -> "Event":
    from icalendar import Event  # noqa: PLC0415 -- keeps the terminal quick to start

    event = Event()
    event.add("uid", f"{commitment.id}@alongside")
    event.add("dtstamp", stamp)
    event.add("dtstart", _first_day(commitment))
    event.add("summary", _("Something you planned is due"))
    event.add("transp", "TRANSPARENT")
    if commitment.weekly:
        rule: dict[str, object] = {"freq": "weekly"}
        if commitment.due:
            rule["until"] = commitment.due
        event.add("rrule", rule)
    if not neutral:
        event.add("description", commitment.sentence())
    event.add_component(_alarm())
    return event


def _first_day(commitment: Commitment) -> date:
    """The day it is due: for a weekly one the last of its first seven days, or its last day if sooner."""
    first_week = commitment.made + timedelta(days=6)
    if commitment.due is None:
        return first_week
    return min(first_week, commitment.due) if commitment.weekly else commitment.due


def _alarm() -> "Alarm":
    from icalendar import Alarm  # noqa: PLC0415 -- keeps the terminal quick to start

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _("Something you planned is due"))
    alarm.add("trigger", MORNING)
    return alarm
