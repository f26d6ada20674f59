"""The pages about people in a circle: who is there, parts that are offered, handing over."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.handover import Check, Held, Term, check_list, term
from alongside.include.web.days import day_in_words
from alongside.include.web.pages_charter import back
from alongside.include.web.queries import Look, Person
from alongside.web.answering import error_links
from alongside.web.answers import Answers
from alongside.web.models import Part
from alongside.web.parts import Button, Choice, ChoiceGroup, Link, PageHead


def people_parts(seen: Look, people: Sequence[Person], waiting: Sequence[Person]) -> dict[str, object]:
    """Who is in the circle and, for its stewards, who asks to come in."""
    mine = seen.held
    has_part = mine is not None and mine.role in (Part.FACILITATOR, Part.MODERATOR, Part.STEWARD)
    runs = term(mine.term_ends if mine else None, today=seen.today) is Term.RUNS
    return {
        "head": PageHead(
            where=seen.circle.name,
            heading=_("People"),
            lead=_("Under the names they chose here, by name. Nobody is told when they were last here."),
        ),
        "circle": seen.circle.pk,
        "people": [_person(each, seen) for each in people],
        "waiting": [_waiting(each) for each in waiting],
        "step_back": Button(
            label=_("Be a member again"), id="step-back", kind="quiet", name="deed", value="step-back"
        )
        if has_part
        else None,
        "stay": Button(label=_("Stay for another year"), id="stay", kind="plain", name="deed", value="stay")
        if has_part and not runs
        else None,
        "back": back(seen),
    }


def _person(person: Person, seen: Look) -> dict[str, object]:
    keeps = seen.may_keep and seen.circle.archived_on is None and not person.is_me
    return {
        "id": person.id,
        "name": person.name,
        "is_me": person.is_me,
        "part": "" if person.role == Part.MEMBER else str(person.role.label),
        "term": _until(person),
        "offered": _("Asked to be a %(part)s.") % {"part": Part(person.offered).label}
        if person.offered
        else "",
        "offer": Link(
            label=_("Offer a part"),
            url=reverse("include:circle-offer", args=(seen.circle.pk, person.id)),
            id=f"offer-{person.id}",
            about=f"person-{person.id}",
        )
        if keeps
        else None,
        "end": _end(person) if keeps else None,
    }


def _until(person: Person) -> str:
    if person.term_ends is None:
        return ""
    day = {"day": day_in_words(person.term_ends)}
    return (
        _("The term is over since %(day)s.") % day if person.term is Term.OVER else _("Until %(day)s.") % day
    )


def _end(person: Person) -> Button | None:
    labels = {
        Part.GUEST: _("End the visit"),
        Part.FACILITATOR: _("End the part"),
        Part.MODERATOR: _("End the part"),
    }
    if person.role not in labels:
        return None
    return Button(
        label=labels[person.role], id=f"end-{person.id}", kind="quiet", name="whose", value=str(person.id),
        about=f"person-{person.id}",
    )  # fmt: skip


def _waiting(person: Person) -> dict[str, object]:
    about = f"waiting-{person.id}"
    return {
        "id": person.id,
        "name": person.name,
        "request": person.request,
        "yes": Button(
            label=_("Let them in"), id=f"in-{person.id}", name="deed", value="yes", kind="plain", about=about
        ),
        "no": Button(
            label=_("Not now"), id=f"out-{person.id}", name="deed", value="no", kind="quiet", about=about
        ),
    }


def offer_parts(seen: Look, person: Person, answers: Answers) -> dict[str, object]:
    """Offering somebody a part."""
    chosen = answers.text("role")
    hints = {
        Part.MEMBER: _("Writes, speaks, leaves, like everybody."),
        Part.FACILITATOR: _("Opens and closes listening rounds."),
        Part.MODERATOR: _("Answers reports, and steps aside where they are close."),
        Part.STEWARD: _("Lets people in, cares for the charter, and hands over."),
    }
    return {
        "head": PageHead(
            where=seen.circle.name,
            heading=_("Offer a part to %(name)s") % {"name": person.name},
            lead=_("They are asked on the circle's page. Nothing changes without their yes."),
        ),
        "circle": seen.circle.pk,
        "person": person.id,
        "group": ChoiceGroup(
            name="role",
            legend=_("Which part?"),
            error=answers.errors.get("role", ""),
            choices=tuple(
                Choice(
                    value=part.value, label=_capital(str(part.label)), hint=hint, chosen=part.value == chosen
                )
                for part, hint in hints.items()
                if part != person.role
            ),
        ),
        "steps_down": ChoiceGroup(
            name="steps_down",
            legend=_("If it is the steward's part"),
            many=True,
            choices=(
                Choice(
                    value="yes",
                    label=_("I hand mine over, and am a member from then on"),
                    hint=_("Otherwise you keep the circle together."),
                    chosen=answers.checked("steps_down"),
                ),
            ),
        ),
        "button": Button(label=_("Offer it"), id="offer"),
        "back": Link(
            label=_("Back to the people"),
            url=reverse("include:circle-people", args=(seen.circle.pk,)),
            id="back",
        ),
        "errors": error_links(answers.errors),
    }


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def hand_over_parts(seen: Look, held: Held) -> dict[str, object]:
    """What there is to look at before somebody else keeps the circle."""
    checks = check_list(held)
    ends = seen.held.term_ends if seen.held else None
    return {
        "head": PageHead(
            where=seen.circle.name,
            heading=_("Hand over"),
            lead=_("Go through this together, with time and tea. Then offer the part under People."),
        ),
        "circle": seen.circle.pk,
        "term": _("Your term runs until %(day)s.") % {"day": day_in_words(ends)} if ends else "",
        "open": [each.text for each in checks if not each.settled and each.key not in _SPOKEN],
        "spoken": [each.text for each in checks if each.key in _SPOKEN],
        "settled": _settled(checks),
        "people": Link(
            label=_("Offer it to somebody"),
            url=reverse("include:circle-people", args=(seen.circle.pk,)),
            id="people",
        ),
        "back": back(seen),
    }


_SPOKEN = ("promises", "asks", "tired", "places", "members", "hidden")


def _settled(checks: Sequence[Check]) -> list[str]:
    return [each.text for each in checks if each.settled]
