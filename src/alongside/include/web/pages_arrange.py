"""The parts of the pages with which an event is arranged."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.access import Access
from alongside.include.event import EventState
from alongside.include.web.flows_events import Changed
from alongside.include.web.forms_access import access_sections
from alongside.include.web.forms_events import Section, sections, values_of
from alongside.include.web.models import Event
from alongside.include.web.pages_events import url
from alongside.web.models import Circle
from alongside.web.parts import (
    Button,
    Choice,
    ChoiceGroup,
    Confirm,
    Field,
    Link,
    PageHead,
    Table,
    error_links,
)


def choose_parts(circles: Sequence[tuple[UUID, str]]) -> dict[str, object]:
    """In which circle to propose."""
    return {
        "head": PageHead(heading=_("Propose an event"), lead=_("In which circle?")),
        "circles": [
            Link(label=name, url=url("events-new", circle), id=f"circle-{circle}") for circle, name in circles
        ],
        "none": _("You are in no circle yet where you could propose one."),
        "back": _to_list(),
    }


def propose_parts(circle: Circle, values: Mapping[str, str], errors: Mapping[str, str]) -> dict[str, object]:
    """The form of a new event."""
    told = sections(values, errors, can_repeat=True, can_widen=not circle.is_hidden)
    lead = _("Somebody who leads the circle's events looks at it before people are invited.")
    return {
        "head": PageHead(where=circle.name, heading=_("Propose an event"), lead=lead),
        "action": url("events-new", circle.pk),
        "sections": told,
        "errors": _errors(told),
        "button": Button(label=_("Go on to access"), id="propose-it"),
        "back": _to_list(),
    }


def change_parts(row: Event, values: Mapping[str, str], errors: Mapping[str, str]) -> dict[str, object]:
    """The form of an event that is there."""
    planned = row.state in {EventState.PROPOSED, EventState.APPROVED}
    told = sections(values, errors, can_repeat=False, can_widen=planned and not row.circle.is_hidden)
    lead = "" if planned else _("Calendars of those who come will show the change.")
    return {
        "head": PageHead(where=row.title, heading=_("Change the event"), lead=lead),
        "action": url("events-change", row.pk),
        "sections": told,
        "errors": _errors(told),
        "version": values.get("version", ""),
        "button": Button(label=_("Keep the change"), id="keep"),
        "back": _to_event(row),
    }


def both_parts(row: Event, values: Mapping[str, str], changed: Changed) -> dict[str, object]:
    """What somebody wrote beside what stands there by now, where the two differ; then their form again."""
    there = values_of(changed.now, audience=row.audience)
    told = sections(values, {}, can_repeat=False, can_widen=False)
    labels = {each.name: each.label for part in told for each in part.all if isinstance(each, Field)}
    rows = tuple(
        (label, values.get(name, "") or _("nothing"), there.get(name, "") or _("nothing"))
        for name, label in labels.items()
        if values.get(name, "").strip() != there.get(name, "").strip()
    )
    return {
        "head": PageHead(
            where=row.title,
            heading=_("Somebody else changed it meanwhile"),
            lead=_("Nothing is lost. Below are both versions, where they differ."),
        ),
        "table": Table(
            id="both",
            caption=_("Both versions"),
            headers=(_("Question"), _("Yours"), _("There now")),
            rows=rows,
        ),
        "action": url("events-change", row.pk),
        "sections": told,
        "version": str(changed.version),
        "button": Button(label=_("Keep what stands below"), id="keep"),
        "back": Link(label=_("Leave it as it is now"), url=url("events-event", row.pk), id="back"),
    }


def access_parts(
    row: Event, access: Access, values: Mapping[str, str], errors: Mapping[str, str]
) -> dict[str, object]:
    """What there is for everybody to be able to come."""
    told = access_sections(access, values, errors)
    whole = ChoiceGroup(
        name="whole_series",
        legend=_("The series"),
        many=True,
        choices=(Choice(value="yes", label=_("Also for its other times to come"), chosen=True),),
    )
    return {
        "head": PageHead(
            where=row.title,
            heading=_("What access there is"),
            lead=_(
                "Say what is so. “No” helps people as well: nobody stands before a step. Change it any time."
            ),
        ),
        "action": url("events-access", row.pk),
        "sections": (*told, Section(id="section-series", title=_("Series"), questions=(whole,)))
        if row.series_id
        else told,
        "errors": _errors(told),
        "button": Button(label=_("Keep it"), id="keep"),
        "back": _to_event(row),
    }


def hand_back_parts(row: Event, *, asked: bool) -> dict[str, object]:
    """A word on what would make a proposal fit."""
    field = Field(
        name="word",
        label=_("What would make it fit?"),
        hint=_("Whoever proposed it reads this, and can change it."),
        error=_("Say it in a sentence.") if asked else "",
        rows=3,
    )
    return {
        "head": PageHead(where=row.title, heading=_("Hand it back with a word")),
        "action": url("events-hand-back", row.pk),
        "questions": (field,),
        "errors": error_links((field,)),
        "button": Button(label=_("Hand it back"), id="hand-back"),
        "back": _to_event(row),
    }


def cancel_parts(row: Event) -> dict[str, object]:
    """Calling an event off."""
    field = Field(
        name="word",
        label=_("A word to those who meant to come"),
        hint=_("It stands on the event's page."),
        optional=True,
        rows=3,
    )
    later = ChoiceGroup(
        name="later_too",
        legend=_("The series"),
        many=True,
        choices=(Choice(value="yes", label=_("Cancel all later times as well")),),
    )
    return {
        "head": PageHead(
            where=row.title,
            heading=_("Cancel this event"),
            lead=_("It stays on the page and in calendars as cancelled for 90 days. This cannot be undone."),
        ),
        "action": url("events-cancel", row.pk),
        "questions": (field, later) if row.series_id else (field,),
        "button": Button(label=_("Cancel the event"), id="cancel-it", kind="stop"),
        "back": _to_event(row),
    }


def take_back_parts(row: Event) -> dict[str, object]:
    """Withdrawing a proposal."""
    goes = _("This proposal, with all its times.") if row.series_id else _("This proposal.")
    return {
        "head": PageHead(where=row.title, heading=_("Take the proposal back")),
        "action": url("events-take-back", row.pk),
        "confirm": Confirm(
            heading="",
            goes=(goes,),
            stays=(),
            button=Button(label=_("Take it back"), id="take-it-back", kind="stop"),
            back=_to_event(row),
        ),
    }


def _errors(told: Sequence[Section]) -> tuple[object, ...]:
    return error_links([each for part in told for each in part.all])


def _to_event(row: Event) -> Link:
    return Link(label=_("Back to the event"), url=url("events-event", row.pk), id="back")


def _to_list() -> Link:
    return Link(label=_("All events"), url=reverse("include:events"), id="back")
