"""A facilitator's session as a calendar file (RFC 5545), with the outline of its plan.

The time is floating: five o'clock is five o'clock wherever the calendar is opened. Nobody who comes is in it.
"""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from alongside.core.language import gettext as _
from alongside.practise.group import GroupPlan, minutes_words, opening_lines
from alongside.practise.notes import unreviewed_line


def to_calendar(plan: GroupPlan, *, begins: datetime, today: date) -> bytes:
    """The session on this day. `begins` has no zone; another hour of the same day updates the same entry."""
    from icalendar import Calendar, Event  # noqa: PLC0415 -- keeps the terminal quick to start

    event = Event()
    event.add("uid", f"{_key(plan, begins.date())}@alongside")
    event.add("dtstamp", datetime.combine(today, time(), tzinfo=UTC))
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=plan.minutes))
    event.add("summary", _("Practising together"))
    event.add("description", "\n".join(outline(plan)))
    calendar = Calendar()
    calendar.add("prodid", "-//Alongside//Sessions//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def outline(plan: GroupPlan) -> Iterator[str]:
    """The plan in a few lines: when what begins, what is said first, and how to print the rest."""
    for step in plan.steps:
        told = {"minute": step.begins, "title": step.title, "length": minutes_words(step.minutes)}
        yield _("Minute %(minute)d: %(title)s (%(length)s)") % told
    yield ""
    yield from opening_lines()
    scenes = [step.scene for step in plan.steps if step.scene]
    if any(unreviewed_line(scene) for scene in scenes):
        yield _("Not every scene has been checked by somebody with that experience; the plan says which.")
    yield ""
    words = ("alongside", "practise", "group", *(scene.id for scene in scenes), "--people", str(plan.people))
    command = " ".join((*words, "--minutes", str(plan.minutes)))
    yield _("The whole plan: %(command)s") % {"command": command}


def _key(plan: GroupPlan, day: date) -> str:
    """One key for these scenes on this day, so that a calendar knows the session again."""
    ids = " ".join(step.scene.id for step in plan.steps if step.scene)
    return hashlib.sha256(f"{day.isoformat()} {ids}".encode()).hexdigest()[:32]
