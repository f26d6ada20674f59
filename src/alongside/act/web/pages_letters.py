"""From cards and thanks to the parts of a page."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.act.cards import Card, CardLine, Situation, Wish
from alongside.act.thanks import Leads, Sending
from alongside.act.web.queries_letters import Shown, Someone
from alongside.web.answers import Answers
from alongside.web.models import Membership
from alongside.web.parts import Button, Choice, ChoiceGroup, Field, Link, Term


def card_terms(card: Card) -> tuple[Term, ...]:
    """The card, line by line, as its readers see it."""
    return tuple(Term(term=line.situation.words, text=_wish_in_words(line)) for line in card.lines)


def _wish_in_words(line: CardLine) -> str:
    if not line.words:
        return f"{line.wish.words}. {line.wish.meaning}"
    return f"{line.wish.words}. {line.words}"


def card_questions(card: Card, errors: Mapping[str, str]) -> list[dict[str, object]]:
    """One question a situation: what its owner would like then, and a few words."""
    return [_about(situation, card.line(situation), errors) for situation in Situation]


def _about(situation: Situation, line: CardLine | None, errors: Mapping[str, str]) -> dict[str, object]:
    value = situation.value
    return {
        "wish": Field(
            name=f"wish-{value}",
            label=situation.words,
            choices=(
                Choice(value="", label=_("I leave this open"), chosen=line is None),
                *(
                    Choice(value=wish.value, label=wish.words, chosen=bool(line and line.wish is wish))
                    for wish in Wish
                ),
            ),
        ),
        "words": Field(
            name=value,
            label=_("In your own words"),
            value=line.words if line else "",
            error=errors.get(value, ""),
            optional=True,
        ),
    }


def note_question(card: Card, errors: Mapping[str, str]) -> Field:
    """What else a reader should know."""
    return Field(
        name="note",
        label=_("What else should they know?"),
        hint=_("“I like to be asked in writing.”"),
        value=card.note,
        error=errors.get("note", ""),
        rows=3,
        optional=True,
    )


def read_card_form(answers: Answers) -> Card:
    """The card as the form has it; a situation left open is not on it."""
    lines = []
    for situation in Situation:
        wish = answers.choice(f"wish-{situation.value}", Wish)
        if wish:
            lines.append(CardLine(situation=situation, wish=wish, words=answers.text(situation.value)))
    return Card(lines=tuple(lines), note=answers.text("note"))


def someone_choices(people: Sequence[Someone], chosen: str = "") -> tuple[Choice, ...]:
    """People of one's circles to choose from, each by the name they have there."""
    return tuple(
        Choice(
            value=str(each.membership),
            label=each.name,
            hint=each.circle_name,
            chosen=str(each.membership) == chosen,
        )
        for each in people
    )


def reader_line(shown: Shown) -> dict[str, object]:
    """Somebody who may read the card, and how to take it back."""
    return {
        "id": shown.copy,
        "name": shown.someone.name,
        "circle": shown.someone.circle_name,
        "revoke": Button(
            label=_("Take it back"), id=f"revoke-{shown.copy}", about=f"about-{shown.copy}", kind="quiet"
        ),
    }


def shown_line(shown: Shown) -> dict[str, object]:
    """Somebody whose card one may read."""
    return {
        "link": Link(
            label=_("What helps %(name)s") % {"name": shown.someone.name},
            url=reverse("act:asks-cards-read", args=(shown.copy,)),
            id=f"card-{shown.copy}",
        ),
        "circle": shown.someone.circle_name,
    }


def thanks_questions(
    people: Sequence[Someone], values: Mapping[str, str], errors: Mapping[str, str]
) -> tuple[Field | ChoiceGroup, ...]:
    """To whom, what, under which name, when, and the one question that has to be answered."""
    chosen = values.get("to", "")
    return (
        Field(
            name="to",
            label=_("Who is it for?"),
            hint=_("People of your circles who said that they would like to get thanks."),
            error=errors.get("to", ""),
            choices=tuple(
                Choice(
                    value=str(each.membership),
                    label=_("%(name)s, in %(circle)s") % {"name": each.name, "circle": each.circle_name},
                    chosen=str(each.membership) == chosen,
                )
                for each in people
            ),
        ),
        _leads(values, errors),
        Field(
            name="words",
            label=_("What did they do, and what did it change?"),
            hint=_("“You named my work in front of the board. I was asked about it the next day.”"),
            value=values.get("words", ""),
            error=errors.get("words", ""),
            rows=4,
        ),
        Field(
            name="signed",
            label=_("Your name below it"),
            hint=_("Left empty, your name stands nowhere."),
            value=values.get("signed", ""),
            error=errors.get("signed", ""),
            optional=True,
        ),
        _sending(values),
    )


def _leads(values: Mapping[str, str], errors: Mapping[str, str]) -> ChoiceGroup:
    said = values.get("leads", "")
    return ChoiceGroup(
        name="leads",
        legend=_("Does this person lead you?"),
        hint=_("Your manager, or somebody who decides about your pay, your tasks or your future here."),
        error=errors.get("leads", ""),
        choices=(
            Choice(value=Leads.NO.value, label=_("No"), chosen=said == Leads.NO.value),
            Choice(value=Leads.YES.value, label=_("Yes"), chosen=said == Leads.YES.value),
        ),
    )


def _sending(values: Mapping[str, str]) -> ChoiceGroup:
    chosen = values.get("sending") or Sending.POOLED.value
    return ChoiceGroup(
        name="sending",
        legend=_("When should it arrive?"),
        choices=(
            Choice(
                value=Sending.POOLED.value,
                label=_("On Monday, with whatever else has come"),
                hint=_("So that the day tells nothing."),
                chosen=chosen == Sending.POOLED.value,
            ),
            Choice(value=Sending.NOW.value, label=_("Now"), chosen=chosen == Sending.NOW.value),
        ),
    )


def wish_choices(held: Sequence[Membership]) -> ChoiceGroup:
    """In which circles one would like to get thanks."""
    return ChoiceGroup(
        name="wish",
        legend=_("Where would you like to get thanks?"),
        hint=_("Only people of that circle can then send you some. Nobody sees how many."),
        many=True,
        optional=True,
        choices=tuple(
            Choice(value=str(each.id), label=each.circle.name, chosen=hasattr(each, "thanks_wish"))
            for each in held
        ),
    )
