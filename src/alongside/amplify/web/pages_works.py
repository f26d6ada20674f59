"""The parts of the pages about passing on: what was passed on, what may be, one work, one's own."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.amplify.consent import Form, Place, State
from alongside.amplify.passing_on import State as PassedState
from alongside.amplify.web import words
from alongside.amplify.web.queries_works import ShownPassing, ShownWork
from alongside.web.parts import (
    Button,
    Choice,
    ChoiceGroup,
    Empty,
    Field,
    Item,
    Link,
    PageHead,
    Term,
    error_links,
)


def home_parts(passed: Sequence[ShownPassing], may: Sequence[ShownWork], waiting: int) -> dict[str, object]:
    """What was passed on of late, and what others agreed to have passed on."""
    return {
        "head": PageHead(
            heading=_("Pass it on, with their name"),
            lead=_("What people here said or made, and want to be heard. Nothing goes on without their yes."),
        ),
        "waiting": Link(label=_("Somebody asks for your yes"), url=words.url("mine"), id="to-waiting")
        if waiting
        else None,
        "may": [_may(each) for each in may],
        "nothing": Empty(
            title=_("Nothing to pass on yet"),
            text=_(
                "When somebody agrees that you may pass on their work, it stands here with what they agreed."
            ),
            example=_("Priya made a map of the ramps in town. A link may go anywhere, until June."),
        ),
        "passed": [_shown(each) for each in passed],
        "offer": Link(label=_("Offer something of yours"), url=words.url("offer"), id="to-offer"),
        "ask": Link(label=_("Ask somebody for their yes"), url=words.url("ask"), id="to-ask"),
        "mine": Link(label=_("Yours, and what you passed on"), url=words.url("mine"), id="to-mine"),
        "speakers": Link(label=_("Find a speaker"), url=words.url("speakers"), id="to-speakers"),
    }


def _shown(passing: ShownPassing) -> dict[str, object]:
    return {
        "id": passing.id,
        "sentence": passing.sentence,
        "text": passing.text,
        "url": passing.url,
        "where": words.capital(passing.where),
    }


def _may(work: ShownWork) -> Item:
    link = Link(label=_("See it, pass it on"), url=words.url("work", work.id), id=f"work-{work.id}")
    return Item(title=f"{work.credit}: {work.title}", text=agreed(work), actions=(link,))


def agreed(work: ShownWork) -> str:
    """What the originator agreed to, in a line."""
    return words.capital(" · ".join(_agreed(work))) if work.in_force else _("No yes holds now.")


def _agreed(work: ShownWork) -> tuple[str, str, str]:
    """How, where, until when."""
    until = _("until %(day)s") % {"day": words.day_in_words(work.until)} if work.until else ""
    return (
        ", ".join(each.label for each in work.forms),
        ", ".join(_place(p, work) for p in work.places),
        until,
    )


def _terms(work: ShownWork) -> tuple[Term, ...]:
    if not work.in_force:
        return (Term(term=_("What was agreed"), text=_("No yes holds now.")),)
    names = (_("How it may be passed on"), _("Where"), _("Until when"))
    told = zip(names, _agreed(work), strict=True)
    return tuple(Term(term=term, text=words.capital(text)) for term, text in told)


def _place(place: Place, work: ShownWork) -> str:
    return (
        _("in %(circle)s") % {"circle": work.circle} if place is Place.CIRCLE and work.circle else place.label
    )


def work_parts(
    work: ShownWork,
    *,
    once: UUID,
    values: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """One work: what was agreed, and, where there is a yes, how to pass it on."""
    given, wrong = values or {}, errors or {}
    fields = pass_on_fields(work, given, wrong)
    return {
        "head": PageHead(where=_("By %(name)s") % {"name": work.credit}, heading=work.title),
        "work": work,
        "terms": _terms(work),
        "can_pass": work.in_force and not work.is_mine,
        "fields": fields,
        "errors": error_links(fields),
        "once": once,
        "named": given.get("named", ""),
        "button": Button(label=_("Pass it on"), id="pass-on"),
        "edit": Link(
            label=_("Change what you agreed to"), url=words.url("consent", work.id), id="to-consent"
        ),
        "back": Link(label=_("Back"), url=words.url("amplify"), id="back"),
    }


def pass_on_fields(
    work: ShownWork, given: Mapping[str, str], wrong: Mapping[str, str]
) -> tuple[ChoiceGroup | Field, ...]:
    """How, where, and with whose name; only what was agreed is there to choose."""
    named = Choice(
        value="yes",
        label=_("Show that it was me who passed it on"),
        hint=_("In the circle with your name there, elsewhere with the name of your account."),
        chosen=bool(given.get("named")),
    )
    beside = ChoiceGroup(
        name="named", legend=_("Beside their name"), many=True, optional=True, choices=(named,)
    )
    written = [
        field for field, needed in zip(_in_words(given, wrong), _may_write(work), strict=True) if needed
    ]
    return (*_how_and_where(work, given, wrong), *written, beside)


def _may_write(work: ShownWork) -> tuple[bool, bool]:
    """Whether the fields for a retelling and for a place outside make sense here."""
    return Form.RETELL in work.forms, Place.OUTSIDE in work.places


def _how_and_where(
    work: ShownWork, given: Mapping[str, str], wrong: Mapping[str, str]
) -> tuple[ChoiceGroup, ChoiceGroup]:
    form, place = given.get("form", ""), given.get("place", "")
    forms = (
        Choice(value=f.value, label=words.capital(f.label), chosen=_is(f, form, work.forms))
        for f in work.forms
    )
    places = (
        Choice(value=p.value, label=words.capital(_place(p, work)), chosen=_is(p, place, work.places))
        for p in work.places
    )
    return (
        ChoiceGroup(name="form", legend=_("How?"), error=wrong.get("form", ""), choices=tuple(forms)),
        ChoiceGroup(name="place", legend=_("Where?"), error=wrong.get("place", ""), choices=tuple(places)),
    )


def _in_words(given: Mapping[str, str], wrong: Mapping[str, str]) -> tuple[Field, Field]:
    return (
        Field(
            name="retold",
            label=_("In your words, if you retell it"),
            hint=_("Say what they said, not what you make of it."),
            value=given.get("retold", ""),
            error=wrong.get("retold", ""),
            optional=True,
            kind="area",
            rows=3,
        ),
        Field(
            name="where",
            label=_("Where exactly, if it is outside"),
            hint=_("Such as: in the newsletter of our union."),
            value=given.get("where", ""),
            error=wrong.get("where", ""),
            optional=True,
        ),
    )


def _is(each: Form | Place, chosen: str, offered: Sequence[Form] | Sequence[Place]) -> bool:
    return each.value == chosen if chosen else len(offered) == 1


def mine_parts(
    asked: Sequence[ShownWork],
    works: Sequence[ShownWork],
    went: Sequence[ShownPassing],
    passed: Sequence[ShownPassing],
    asking: Sequence[ShownWork],
) -> dict[str, object]:
    """What waits for one's yes, what one agreed to, where it went, and what one passed on oneself."""
    return {
        "head": PageHead(
            where=_("Pass on"),
            heading=_("Yours"),
            lead=_("What you agreed to, where it went, and what you passed on. Only you see this page."),
        ),
        "asked": [_request(each) for each in asked],
        "works": [_own(each) for each in works],
        "went": [_went(each) for each in went],
        "passed": [_passed(each) for each in passed],
        "asking": [_asking(each) for each in asking],
        "empty": Empty(
            title=_("You have offered nothing yet"),
            text=_(
                "A text, a talk, a tool, a thing you said: say what may be passed on, where, and until when."
            ),
            action=Link(label=_("Offer something of yours"), url=words.url("offer"), id="to-offer"),
        ),
        "offer": Link(label=_("Offer something of yours"), url=words.url("offer"), id="offer-more"),
        "back": Link(label=_("Back"), url=words.url("amplify"), id="back"),
    }


def _request(work: ShownWork) -> dict[str, object]:
    told = {"name": work.asked_by or _("A member"), "circle": work.circle}
    under = _("%(name)s asks, in %(circle)s") % told if work.circle else _("%(name)s asks") % told
    return {
        "id": work.id,
        "title": work.title,
        "words": work.asked_words,
        "under": under,
        "open": Link(
            label=_("Say yes, on my terms"),
            url=words.url("consent", work.id),
            id=f"yes-{work.id}",
            about=f"about-{work.id}",
        ),
        "no": Button(
            label=_("No"),
            id=f"no-{work.id}",
            kind="quiet",
            name="deed",
            value="refuse",
            about=f"about-{work.id}",
        ),
    }


def _own(work: ShownWork) -> dict[str, object]:
    label = _("Change it") if work.in_force else _("Say yes again")
    withdraw = Button(
        label=_("Withdraw my yes"),
        id=f"withdraw-{work.id}",
        kind="quiet",
        name="deed",
        value="withdraw",
        about=f"about-{work.id}",
    )
    remove = Button(
        label=_("Take it out"),
        id=f"remove-{work.id}",
        kind="quiet",
        name="deed",
        value="remove",
        about=f"about-{work.id}",
    )
    return {
        "id": work.id,
        "title": work.title,
        "under": agreed(work),
        "open": Link(
            label=label, url=words.url("consent", work.id), id=f"change-{work.id}", about=f"about-{work.id}"
        ),
        "end": withdraw if work.in_force else remove,
    }


def _went(passing: ShownPassing) -> dict[str, object]:
    deeds = {
        PassedState.PASSED_ON: ("confirm", "miss"),
        PassedState.CORRECTED: ("confirm", "miss"),
        PassedState.CONFIRMED: ("miss",),
        PassedState.MISSING_CREDIT: ("confirm",),
    }.get(passing.state, ())
    labels = {"confirm": _("That is as I wanted it"), "miss": _("My name was missing")}
    return _line(passing, [(deed, labels[deed]) for deed in deeds], note="")


def _passed(passing: ShownPassing) -> dict[str, object]:
    deeds = [("take-back", _("Take it back"))]
    if passing.state is PassedState.MISSING_CREDIT:
        deeds = [("correct", _("I have put it right")), *deeds]
    return _line(passing, deeds, note=_note(passing))


def _note(passing: ShownPassing) -> str:
    if passing.must_come_down:
        return _("Their yes has ended. Please take it down where you put it.")
    if passing.state is PassedState.MISSING_CREDIT:
        told = {"title": passing.title}
        return (
            _("Their name was missing. You could say: “%(title)s” is not mine; I should have said so.") % told
        )
    return ""


def _line(passing: ShownPassing, deeds: Sequence[tuple[str, str]], *, note: str) -> dict[str, object]:
    told = {"where": passing.where, "day": words.day_in_words(passing.day)}
    return {
        "id": passing.id,
        "sentence": passing.sentence,
        "under": words.capital(_("%(where)s, %(day)s") % told),
        "standing": state_in_words(passing.state),
        "note": note,
        "buttons": [
            Button(
                label=label,
                id=f"{deed}-{passing.id}",
                kind="quiet",
                name="deed",
                value=deed,
                about=f"about-{passing.id}",
            )
            for deed, label in deeds
        ],
    }


def state_in_words(state: PassedState) -> str:
    """Where a passing-on stands, as people read it."""
    return {
        PassedState.PASSED_ON: _("Passed on"),
        PassedState.CONFIRMED: _("Confirmed by who made it"),
        PassedState.MISSING_CREDIT: _("The name was missing"),
        PassedState.CORRECTED: _("Put right"),
        PassedState.TAKEN_BACK: _("Taken back"),
    }[state]


def _asking(work: ShownWork) -> dict[str, object]:
    said = (
        agreed(work) if work.in_force else _("No yes so far. No answer is a no, too, and nobody is reminded.")
    )
    back = Button(
        label=_("Take it back"),
        id=f"unask-{work.id}",
        kind="quiet",
        name="deed",
        value="take-back",
        about=f"about-{work.id}",
    )
    see = Link(label=_("See it, pass it on"), url=words.url("work", work.id), id=f"see-{work.id}")
    return {
        "id": work.id,
        "title": f"{work.credit}: {work.title}",
        "under": said,
        "see": see if work.in_force else None,
        "back": back if work.state is State.ASKED else None,
    }
