"""The forms of an event: their questions, and what somebody filled in read back as an engine's event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils.translation import gettext as _

from alongside.include.event import TITLE_LENGTH, Event, faults
from alongside.include.series import Occurrence, Rhythm, Series, expand
from alongside.include.wall import Wall
from alongside.include.web.flows_events import Plan
from alongside.include.web.models import Audience
from alongside.web.answers import Answers
from alongside.web.parts import Choice, ChoiceGroup, Field

LONGEST: Final = {
    "title": TITLE_LENGTH,
    "note": 300,
    "place": 300,
    "online": 500,
    "price": 120,
    "about": 5000,
}
"""Most characters of a field (our choice)."""

FIELD_OF: Final = {"starts": "starts_clock", "ends": "ends_clock"}
"""Where the form asks for what the engine refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A few questions under one heading; with `hint` they are the two halves of one, side by side.

    `more` are questions for the rarer case, folded away under `more_title` unless one of them is filled in.
    """

    id: str
    title: str
    questions: Sequence[Field | ChoiceGroup]
    hint: str = ""
    more_title: str = ""
    more: Sequence[Field] = ()

    @property
    def more_open(self) -> bool:
        """Whether one of the rarer questions is answered, or has to be looked at again."""
        answered = (
            question.value or any(each.chosen and each.value for each in question.choices)
            for question in self.more
        )
        return any(answered) or any(question.error for question in self.more)

    @property
    def all(self) -> tuple[Field | ChoiceGroup, ...]:
        """Every question, in the order of the page."""
        return (*self.questions, *self.more)


def values_of(event: Event, *, audience: str) -> dict[str, str]:
    """What a form for an event holds before somebody changes it."""
    same_day = event.starts.day == event.ends.day
    return {
        "title": event.title,
        "about": event.about,
        "note": event.note,
        "starts_day": event.starts.day.isoformat(),
        "starts_clock": f"{event.starts.clock:%H:%M}" if event.starts.clock else "",
        "ends_day": "" if same_day else event.ends.day.isoformat(),
        "ends_clock": f"{event.ends.clock:%H:%M}" if event.ends.clock else "",
        "zone": event.zone,
        "place": event.place,
        "online": event.online,
        "price": event.price,
        "capacity": str(event.capacity or ""),
        "audience": audience,
    }


def sections(
    values: Mapping[str, str], errors: Mapping[str, str], *, can_repeat: bool, can_widen: bool
) -> tuple[Section, ...]:
    """The form of an event."""
    who = [_audience(values, errors)] if can_widen else []
    return (
        Section(id="what", title=_("What it is"), questions=_what(values, errors)),
        Section(
            id="when",
            title=_("When"),
            questions=_when(values, errors),
            more_title=_("Another last day, or a series") if can_repeat else _("Another last day"),
            more=(_last_day(values, errors), *_comes_round(values, errors, can_repeat)),
        ),
        Section(id="where", title=_("Where"), questions=_where(values, errors)),
        Section(id="who", title=_("Who can come"), questions=(*who, *_seats(values, errors))),
    )


def _asked(
    name: str, values: Mapping[str, str], errors: Mapping[str, str], label: str, **more: object
) -> Field:
    return Field(name=name, label=label, value=values.get(name, ""), error=errors.get(name, ""), **more)  # type: ignore[arg-type]  # what Field takes


def _what(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, ...]:
    return (
        _asked("title", values, errors, _("Title")),
        _asked(
            "about",
            values,
            errors,
            _("What happens there"),
            hint=_("Who speaks, what people do, and what they may leave out."),
            optional=True,
            rows=5,
        ),
        _asked(
            "note",
            values,
            errors,
            _("Content note"),
            hint=_("What may be hard to hear, so that people can choose. “We talk about loss.”"),
            optional=True,
        ),
    )


def _when(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, ...]:
    return (
        _asked("starts_day", values, errors, _("Day"), kind="date"),
        _asked(
            "starts_clock",
            values,
            errors,
            _("Begins at"),
            kind="time",
            hint=_("Leave both times empty for whole days."),
        ),
        _asked("ends_clock", values, errors, _("Ends at"), kind="time"),
        _asked(
            "zone",
            values,
            errors,
            _("Time zone"),
            hint=_("Such as Europe/Berlin. The times above are meant there."),
        ),
    )


def _last_day(values: Mapping[str, str], errors: Mapping[str, str]) -> Field:
    hint = _("If it ends on another day.")
    return _asked("ends_day", values, errors, _("Last day"), kind="date", optional=True, hint=hint)


def _comes_round(values: Mapping[str, str], errors: Mapping[str, str], can_repeat: bool) -> tuple[Field, ...]:
    if not can_repeat:
        return ()
    chosen = values.get("rhythm", "")
    once = Choice(value="", label=_("Once"), chosen=not chosen)
    rounds = (Choice(value=each.value, label=each.label, chosen=each.value == chosen) for each in Rhythm)
    return (
        Field(name="rhythm", label=_("How often"), error=errors.get("rhythm", ""), choices=(once, *rounds)),
        _asked("until", values, errors, _("Comes round until"), kind="date", optional=True),
    )


def _where(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, ...]:
    return (
        _asked(
            "place", values, errors, _("Place"), optional=True, hint=_("Name, street, town, and the room.")
        ),
        _asked(
            "online",
            values,
            errors,
            _("Link to take part on line"),
            optional=True,
            hint=_("Begins with https://. Only those who come are shown it."),
        ),
    )


def _seats(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, ...]:
    return (
        _asked(
            "capacity",
            values,
            errors,
            _("Seats"),
            kind="number",
            optional=True,
            hint=_("Leave it empty for no limit. When all are taken, people can wait."),
        ),
        _asked("price", values, errors, _("Price"), optional=True, hint=_("Leave it empty if it is free.")),
    )


def _audience(values: Mapping[str, str], errors: Mapping[str, str]) -> ChoiceGroup:
    chosen = values.get("audience", Audience.CIRCLE)
    hints = {Audience.EVERYBODY: _("An admin approves it. The circle's name is shown with it.")}
    return ChoiceGroup(
        name="audience",
        legend=_("Who is invited?"),
        error=errors.get("audience", ""),
        choices=tuple(
            Choice(
                value=each.value, label=str(each.label), hint=hints.get(each, ""), chosen=each.value == chosen
            )
            for each in Audience
        ),
    )


def read_plan(answers: Answers, *, now: datetime) -> Plan | None:
    """The event that a form says; None where something has to be mended first, noted in `errors`."""
    starts, ends = _walls(answers)
    rhythm, until = answers.choice("rhythm", Rhythm), answers.day("until")
    capacity = answers.whole("capacity")
    audience = answers.choice("audience", Audience) or Audience.CIRCLE
    _refuse_long(answers)
    if starts is None or ends is None or answers.errors:
        return None
    event = Event(
        uid="",
        title=answers.text("title"),
        about=answers.text("about"),
        note=answers.text("note"),
        starts=starts,
        ends=ends,
        zone=answers.text("zone"),
        place=answers.text("place"),
        online=answers.text("online"),
        price=answers.text("price"),
        capacity=capacity,
        changed=now,
    )
    for fault in faults(event):
        answers.errors[FIELD_OF.get(fault.place, fault.place)] = f"{fault.cause} {fault.way_out}"
    if rhythm and until is None:
        answers.errors["until"] = _("Say until which day it comes round.")
    if answers.errors:
        return None
    return Plan(event=event, audience=audience.value, rhythm=rhythm, times=_times(event, rhythm, until))


def _times(event: Event, rhythm: Rhythm | None, until: date | None) -> tuple[Occurrence, ...]:
    if rhythm is None or until is None:
        return ()
    series = Series(starts=event.starts, ends=event.ends, zone=event.zone, rhythm=rhythm)
    return tuple(expand(series, until=max(until, event.starts.day)))


def _walls(answers: Answers) -> tuple[Wall | None, Wall | None]:
    day, last = answers.day("starts_day"), answers.day("ends_day")
    begins, ends = _clock(answers, "starts_clock"), _clock(answers, "ends_clock")
    if day is None:
        answers.errors.setdefault("starts_day", _("Choose the day."))
        return None, None
    if not 0 <= (day - _FIRST).days <= _SPAN.days:
        answers.errors["starts_day"] = _("Choose a day in this century.")
        return None, None
    return Wall(day=day, clock=begins), Wall(day=last or day, clock=ends)


_FIRST: Final = date(2000, 1, 1)
_SPAN: Final = timedelta(days=36_500)


def _clock(answers: Answers, name: str) -> time | None:
    given = answers.text(name)
    if not given:
        return None
    try:
        return datetime.strptime(given[:5], "%H:%M").time()  # noqa: DTZ007  # a wall has no zone
    except ValueError:
        answers.errors[name] = _("Write the time as 18:30.")
        return None


def _refuse_long(answers: Answers) -> None:
    for name, most in LONGEST.items():
        if len(answers.text(name)) > most:
            answers.errors[name] = _("Keep this to %(most)d characters.") % {"most": most}
