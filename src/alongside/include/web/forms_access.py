"""The forms about access: how an event stands on every point, and what somebody needs."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from alongside.include.access import NOTE_LENGTH, Access, Asked, Need, Offer, Standing
from alongside.include.web.forms_events import Section
from alongside.web.answers import Answers
from alongside.web.parts import Choice, ChoiceGroup, Field


def access_sections(
    access: Access, values: Mapping[str, str], errors: Mapping[str, str]
) -> tuple[Section, ...]:
    """What there is for everybody to be able to come: each point, then the way there, and who to ask."""
    points = [
        Section(
            id=f"section-{offer.need.value}",
            title=offer.need.label,
            hint=offer.need.hint,
            questions=_point(offer, values, errors),
        )
        for offer in access.all
    ]
    around = (
        Field(
            name="getting_there",
            label=_("How to get there"),
            hint=_("Stops and stations with a lift, parking, the door, and the way inside."),
            value=values.get("getting_there", access.getting_there),
            optional=True,
            rows=5,
        ),
        Field(
            name="ask_whom",
            label=_("Who answers questions about access"),
            hint=_("A name, and a way to reach them. It is needed before people are invited."),
            value=values.get("ask_whom", access.ask_whom),
            error=errors.get("ask_whom", ""),
        ),
    )
    return (*points, Section(id="section-around", title=_("The way there"), questions=around))


def _point(offer: Offer, values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, Field]:
    name = offer.need.value
    chosen = values.get(name, offer.standing.value)
    return (
        Field(
            name=name,
            label=_("Is it there?"),
            error=errors.get(name, ""),
            choices=tuple(
                Choice(value=each.value, label=each.label, chosen=each.value == chosen) for each in Standing
            ),
        ),
        Field(
            name=f"{name}-note",
            label=_("A word on it"),
            optional=True,
            value=values.get(f"{name}-note", offer.note),
        ),
    )


def read_access(answers: Answers) -> Access:
    """What the form says on every point."""
    offers = tuple(
        Offer(
            need=need,
            standing=answers.choice(need.value, Standing) or Standing.UNKNOWN,
            note=answers.text(f"{need.value}-note")[:200],
        )
        for need in Need
    )
    return Access(
        offers=offers,
        getting_there=answers.text("getting_there")[:2000],
        ask_whom=answers.text("ask_whom")[:200],
    )


def needs_questions(
    values: Mapping[str, str], chosen: Sequence[str], errors: Mapping[str, str]
) -> tuple[ChoiceGroup, Field]:
    """What somebody needs to be able to come: theirs to say, or to leave."""
    return (
        ChoiceGroup(
            name="needs",
            legend=_("What do you need to be able to come?"),
            hint=_("The host learns how many need what, not who."),
            error=errors.get("needs", ""),
            many=True,
            optional=True,
            choices=tuple(Choice(value=n.value, label=n.label, chosen=n.value in chosen) for n in Need),
        ),
        Field(
            name="note",
            label=_("A word to the host"),
            hint=_("Shown without your name. In a small group, somebody may still guess."),
            optional=True,
            rows=3,
            value=values.get("note", ""),
            error=errors.get("note", ""),
        ),
    )


def read_needs(answers: Answers, chosen: Sequence[str]) -> Asked:
    """What somebody ticked and wrote; what we do not know is left out."""
    known = {need.value: need for need in Need}
    note = answers.text("note")
    if len(note) > NOTE_LENGTH:
        answers.errors["note"] = _("Keep this to %(most)d characters.") % {"most": NOTE_LENGTH}
    return Asked(needs=frozenset(known[each] for each in chosen if each in known), note=note)
