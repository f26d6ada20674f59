"""The parts of the pages on which somebody offers a work, says yes on their terms, or asks for a yes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.amplify.consent import LONGEST_DAYS, Form, Place
from alongside.amplify.web import words
from alongside.amplify.web.queries_works import ShownWork
from alongside.web.parts import Button, Choice, ChoiceGroup, Field, Link, PageHead, error_links


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldGroup:
    """A few questions of a long form, under a heading."""

    heading: str
    id: str
    fields: tuple[Field | ChoiceGroup, ...]


Typed = Mapping[str, Sequence[str]]
"""A form as it was typed: every field may have several values."""


def offer_parts(
    circles: Sequence[tuple[UUID, str]],
    *,
    once: UUID,
    today: date,
    typed: Typed | None = None,
    errors: Mapping[str, str],
) -> dict[str, object]:
    """Offer something of one's own."""
    given = typed or {}
    choices = (
        Choice(value="", label=_("No circle: all members here may see it")),
        *(
            Choice(value=str(key), label=name, chosen=one(given, "circle") == str(key))
            for key, name in circles
        ),
    )
    where = Field(
        name="circle",
        label=_("To which circle does it belong?"),
        hint=_("Only those in the circle then see that it may be passed on."),
        error=errors.get("circle", ""),
        choices=choices,
    )
    terms = terms_fields(given, errors, today=today, in_circle=bool(circles))
    about = work_fields(given, errors)
    return {
        "head": PageHead(
            where=_("Pass on"),
            heading=_("Offer something of yours"),
            lead=_("You say what may be passed on, where, and until when. You can end it at any time."),
        ),
        "groups": _groups((where, *about) if circles else about, terms),
        "errors": error_links((where, *about, *terms)),
        "once": once,
        "button": Button(label=_("Say yes to this"), id="give-yes"),
        "back": Link(label=_("Back"), url=words.url("amplify"), id="back"),
    }


def consent_parts(
    work: ShownWork, *, today: date, typed: Typed | None = None, errors: Mapping[str, str]
) -> dict[str, object]:
    """Say yes to passing on something of one's own, or change what one agreed to."""
    given = typed if typed is not None else _as_typed(work)
    terms = terms_fields(given, errors, today=today, in_circle=bool(work.circle))
    about = work_fields(given, errors)
    asked = _("%(name)s asks: %(words)s") % {"name": work.asked_by, "words": work.asked_words}
    return {
        "head": PageHead(
            where=_("Yours"),
            heading=work.title,
            lead=asked if work.asked_words and not work.in_force else "",
        ),
        "work": work,
        "groups": _groups(about, terms),
        "errors": error_links((*about, *terms)),
        "button": Button(label=_("Say yes to this"), id="give-yes"),
        "back": Link(label=_("Back, change nothing"), url=words.url("mine"), id="back"),
    }


def _groups(about: Sequence[Field], terms: Sequence[Field | ChoiceGroup]) -> tuple[FieldGroup, ...]:
    return (
        FieldGroup(heading=_("What it is"), id="what", fields=tuple(about)),
        FieldGroup(heading=_("What you agree to"), id="agree", fields=tuple(terms)),
    )


def _as_typed(work: ShownWork) -> Typed:
    return {
        "title": [work.title],
        "words": [work.words],
        "url": [work.url],
        "credit": [work.credit],
        "forms": [each.value for each in work.forms],
        "places": [each.value for each in work.places],
        "until": [work.until.isoformat() if work.until and work.in_force else ""],
    }


def one(typed: Typed, name: str) -> str:
    """A field with one value, as it was typed."""
    return next(iter(typed.get(name, ())), "")


def work_fields(typed: Typed, errors: Mapping[str, str]) -> tuple[Field, ...]:
    """What it is, and how its maker wants to be named."""
    told = (
        ("title", _("What is it called?"), _("Such as: a map of the ramps in town."), False, 0),
        ("words", _("In your own words"), _("What may be quoted. Leave it empty if nothing may."), True, 4),
        ("url", _("A link to it"), "", True, 0),
        ("credit", _("How do you want to be named?"), _("This name stands first, each time."), True, 0),
    )
    return tuple(
        Field(
            name=name,
            label=label,
            hint=hint,
            value=one(typed, name),
            error=errors.get(name, ""),
            optional=optional,
            rows=rows,
            kind="area" if rows else "text",
        )
        for name, label, hint, optional, rows in told
    )


def terms_fields(
    typed: Typed, errors: Mapping[str, str], *, today: date, in_circle: bool
) -> tuple[ChoiceGroup, ChoiceGroup, Field]:
    """How, where, until when."""
    places = [each for each in Place if in_circle or each is not Place.CIRCLE]
    far = words.day_in_words(today + timedelta(days=LONGEST_DAYS))
    return (
        ChoiceGroup(
            name="forms",
            legend=_("How may it be passed on?"),
            error=errors.get("forms", ""),
            many=True,
            choices=tuple(
                Choice(value=f.value, label=words.capital(f.label), chosen=f in typed.get("forms", ()))
                for f in Form
            ),
        ),
        ChoiceGroup(
            name="places",
            legend=_("Where?"),
            error=errors.get("places", ""),
            many=True,
            choices=tuple(
                Choice(
                    value=p.value,
                    label=words.capital(p.label),
                    hint=_hint(p),
                    chosen=p in typed.get("places", ()),
                )
                for p in places
            ),
        ),
        Field(
            name="until",
            label=_("Until when?"),
            hint=_("Leave it empty for a year, until %(day)s.") % {"day": far},
            kind="date",
            value=one(typed, "until"),
            error=errors.get("until", ""),
            optional=True,
        ),
    )


def _hint(place: Place) -> str:
    if place is not Place.OUTSIDE:
        return ""
    return _("Such as in a talk or a newsletter. That cannot be called back from here.")


def ask_parts(
    people: Sequence[tuple[UUID, str, str]],
    *,
    once: UUID,
    values: Mapping[str, str],
    errors: Mapping[str, str],
) -> dict[str, object]:
    """Ask somebody of one's circle whether something of theirs may be passed on."""
    fields = (_whose(people, values, errors), *_what_and_why(values, errors))
    return {
        "head": PageHead(
            where=_("Pass on"),
            heading=_("Ask for their yes"),
            lead=_("They choose what may go where, and until when. Until then, nothing does."),
        ),
        "people": people,
        "fields": fields,
        "errors": error_links(fields),
        "once": once,
        "button": Button(label=_("Ask them"), id="ask-them"),
        "nobody": _("Nobody shares a circle with you yet. You can only ask people of your circles."),
        "back": Link(label=_("Back"), url=words.url("amplify"), id="back"),
    }


def _whose(
    people: Sequence[tuple[UUID, str, str]], values: Mapping[str, str], errors: Mapping[str, str]
) -> Field:
    chosen = values.get("person", "")
    named = (
        Choice(value=str(key), label=f"{name} · {circle}", chosen=str(key) == chosen)
        for key, name, circle in people
    )
    return Field(
        name="person",
        label=_("Whose is it?"),
        hint=_("People who are in a circle with you."),
        error=errors.get("person", ""),
        choices=(Choice(value="", label=_("Choose somebody")), *named),
    )


def _what_and_why(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, Field]:
    return (
        Field(
            name="title",
            label=_("What would you like to pass on?"),
            hint=_("Such as: what you said about the ramps on Monday."),
            value=values.get("title", ""),
            error=errors.get("title", ""),
        ),
        Field(
            name="asked",
            label=_("To whom, and why?"),
            hint=_("They see this with your name. They can say no, or nothing at all."),
            value=values.get("asked", ""),
            error=errors.get("asked", ""),
            optional=True,
            kind="area",
            rows=3,
        ),
    )
