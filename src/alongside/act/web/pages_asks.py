"""From asks to the parts of a page: lines of lists, the facts of one ask, the questions of each form."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.act.asks import PLACES_MOST, Ask, State
from alongside.act.confirming import Answer
from alongside.act.web import pages
from alongside.act.web.queries_asks import Place, ShownAsk, ShownTake, ask_to_take
from alongside.web.models import Member
from alongside.web.parts import Button, Choice, ChoiceGroup, Field, Link, Offer, Term

AS_NAME, AS_STEWARD = "name", "steward"


def line(shown: ShownAsk) -> dict[str, object]:
    """An ask in a list: what would help, and a few facts."""
    ask = shown.ask
    return {
        "link": Link(label=ask.what, url=reverse("act:asks-ask", args=(ask.id,)), id=f"ask-{ask.id}"),
        "facts": _facts_in_a_line(shown),
    }


def _facts_in_a_line(shown: ShownAsk) -> str:
    ask = shown.ask
    facts = [shown.circle_name]
    if shown.asker and not shown.mine:
        facts.append(_("asked by %(name)s") % {"name": shown.asker})
    if ask.due and not ask.is_closed:
        facts.append(_("by %(day)s") % {"day": pages.day_in_words(ask.due)})
    if ask.state is State.OPEN and ask.places > 1:
        free = ask.places - len(ask.takes)
        facts.append(ngettext("room for %(free)d more", "room for %(free)d more", free) % {"free": free})
    if ask.state is not State.OPEN:
        facts.append(ask.state.words)
    return " · ".join(facts)


def somebody_asks(member: Member) -> Offer | None:
    """What Today says of an ask that somebody could take up: needs come before our own ideas."""
    shown = ask_to_take(member) if settings.COMMUNITY else None
    if shown is None:
        return None
    ask = shown.ask
    return Offer(
        kicker=_("%(circle)s · asked by %(name)s") % {"circle": shown.circle_name, "name": shown.asker}
        if shown.asker
        else shown.circle_name,
        title=ask.what,
        text=_("By %(day)s.") % {"day": pages.day_in_words(ask.due)} if ask.due else _("Whenever it fits."),
        link=Link(label=_("Look at the ask"), url=reverse("act:asks-ask", args=(ask.id,)), id="offer-ask"),
    )


def facts(shown: ShownAsk) -> tuple[Term, ...]:
    """What the page of one ask says about it, line by line."""
    ask = shown.ask
    told = [
        Term(term=_("Who asks"), text=_who_asks(shown)),
        Term(term=_("By when"), text=pages.day_in_words(ask.due) if ask.due else _("Whenever it fits")),
        Term(term=_("Kind of help"), text=ask.practice.label),
    ]
    if ask.places > 1:
        told.append(Term(term=_("Room"), text=_("for %(places)d people") % {"places": ask.places}))
    told.append(Term(term=_("Where it stands"), text=standing(ask)))
    return tuple(told)


def _who_asks(shown: ShownAsk) -> str:
    if shown.mine:
        return _("You, through the steward") if shown.handed_in else _("You")
    return shown.asker or _("Somebody in the circle, through its steward")


def standing(ask: Ask) -> str:
    """Where an ask stands, in a sentence."""
    return {
        State.DRAFT: _("Handed in. The steward has not posted it yet."),
        State.OPEN: _("Open. There is room for somebody."),
        State.TAKEN: _("Taken up."),
        State.CLAIMED: _("Claimed: somebody says that it is done. Those it was for have not said so yet."),
        State.CONFIRMED: _("Confirmed: those it was for say that it helped."),
        State.NOT_YET: _("Not yet: something is still missing."),
        State.WITHDRAWN: _("Taken back."),
        State.EXPIRED: _("Closed. Its time went by."),
    }[ask.state]


def take_line(shown: ShownTake, values: Mapping[str, str], errors: Mapping[str, str]) -> dict[str, object]:
    """A take-up on the page of its ask, and how to answer a claim."""
    take = shown.take
    return {
        "id": take.id,
        "name": _("You") if shown.mine else shown.name,
        "state": take.state.words,
        "line": take.line,
        "done": take.done,
        "done_by": _("Done, you say:") if shown.mine else _("Done, they say:"),
        "missing": "" if shown.mine else take.missing,
        "answers": answer_buttons(shown) if shown.can_answer else (),
        "answered": shown.answered and shown.can_answer,
        "words": answer_words(shown, values, errors),
        "heard": shown.heard,
    }


def answer_buttons(shown: ShownTake) -> tuple[Button, ...]:
    """One tap each."""
    return tuple(
        Button(
            label=answer.words,
            id=f"{answer.value}-{shown.take.id}",
            name="answer",
            value=answer.value,
            about=f"done-{shown.take.id}",
            kind="primary" if answer is Answer.HELPED else "plain",
        )
        for answer in Answer
    )


def answer_words(shown: ShownTake, values: Mapping[str, str], errors: Mapping[str, str]) -> Field:
    """A few words with a tap, for who wants to add some."""
    name = f"words-{shown.take.id}"
    return Field(
        name=name,
        value=values.get(name, ""),
        error=errors.get(name, ""),
        label=_("A line about it"),
        hint=_("The steward reads it without a name, once five people have answered. Before that, nobody."),
        optional=True,
    )


def ask_questions(
    places: Sequence[Place], values: Mapping[str, str], errors: Mapping[str, str]
) -> tuple[Field | ChoiceGroup, ...]:
    """The questions of an ask: what would help first, the rest can wait."""
    return (*_what(values, errors), *_frame(places, values, errors))


def _what(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, ...]:
    return (
        Field(
            name="what",
            label=_("What would help?"),
            hint=_("One line, in your own words. “Somebody to bring me along to the budget meeting”"),
            value=values.get("what", ""),
            error=errors.get("what", ""),
        ),
        Field(
            name="more",
            label=_("What should people know?"),
            hint=_("Leave out whatever would tell who you are, if you want to stay unseen."),
            value=values.get("more", ""),
            error=errors.get("more", ""),
            rows=3,
            optional=True,
        ),
        Field(
            name="rather_not",
            label=_("What would not help?"),
            hint=_("“Please do not speak for me.”"),
            value=values.get("rather_not", ""),
            error=errors.get("rather_not", ""),
            rows=2,
            optional=True,
        ),
    )


def _frame(
    places: Sequence[Place], values: Mapping[str, str], errors: Mapping[str, str]
) -> tuple[Field | ChoiceGroup, ...]:
    where = values.get("circle", "")
    circle = Field(
        name="circle",
        label=_("In which circle?"),
        hint=_("Everybody in it can read the ask. Nobody else can."),
        error=errors.get("circle", ""),
        choices=tuple(
            Choice(value=str(each.id), label=each.name, chosen=str(each.id) == where) for each in places
        ),
    )
    return (
        circle,
        Field(
            name="practice",
            label=_("What kind of help is it?"),
            hint=_("So that whoever practises it finds it."),
            error=errors.get("practice", ""),
            choices=pages.practice_choices(values.get("practice") or "sponsor"),
        ),
        Field(
            name="due",
            label=_("By when?"),
            kind="date",
            value=values.get("due", ""),
            error=errors.get("due", ""),
            optional=True,
        ),
        Field(
            name="places",
            label=_("For how many people is there something to do?"),
            error=errors.get("places", ""),
            choices=tuple(
                Choice(value=str(n), label=str(n), chosen=str(n) == values.get("places", "1"))
                for n in range(1, PLACES_MOST + 1)
            ),
        ),
        _under_which_name(values, errors),
    )


def _under_which_name(values: Mapping[str, str], errors: Mapping[str, str]) -> ChoiceGroup:
    chosen = values.get("as") or AS_NAME
    return ChoiceGroup(
        name="as",
        legend=_("Whose ask is it to be?"),
        error=errors.get("as", ""),
        choices=(
            Choice(
                value=AS_NAME,
                label=_("Mine, under the name I have in that circle"),
                hint=_("You see that name before you post."),
                chosen=chosen == AS_NAME,
            ),
            Choice(
                value=AS_STEWARD,
                label=_("Nobody's: through the steward"),
                hint=_(
                    "The steward posts it and does not learn whose it is. It needs your vault to be open."
                ),
                chosen=chosen == AS_STEWARD,
            ),
        ),
    )


def plan_questions(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, ...]:
    """Taking up: the plan, for the taker alone."""
    return (
        Field(
            name="cue",
            label=_("If …"),
            hint=_("What happens just before you act? “I see the head of research on Thursday”"),
            value=values.get("cue", ""),
            error=errors.get("cue", ""),
            rows=2,
        ),
        Field(
            name="act",
            label=_("then I will …"),
            hint=_("What you will say or do. “ask her to put the paper on the list, with its author's name”"),
            value=values.get("act", ""),
            error=errors.get("act", ""),
            rows=2,
        ),
        Field(
            name="effort",
            label=_("How much will it take?"),
            error=errors.get("effort", ""),
            choices=pages.effort_choices(values.get("effort", "3")),
        ),
    )


def public_line(values: Mapping[str, str], errors: Mapping[str, str]) -> Field:
    """Taking up: the one line that the circle reads."""
    return Field(
        name="line",
        label=_("One line for the circle"),
        hint=_("So that others know what is on its way. “I will ask on Thursday.”"),
        value=values.get("line", ""),
        error=errors.get("line", ""),
        optional=True,
    )


def claim_questions(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, ...]:
    """Claiming: the one line that the circle reads, and for oneself what it took."""
    return (
        Field(
            name="done",
            label=_("What did you do?"),
            hint=_("One line that the circle reads. “I introduced her to the two who decide.”"),
            value=values.get("done", ""),
            error=errors.get("done", ""),
        ),
        Field(
            name="effort",
            label=_("How much did it take?"),
            hint=_("Only for your own diary."),
            error=errors.get("effort", ""),
            choices=pages.effort_choices(values.get("effort", "3")),
        ),
    )


def check_terms(ask: Ask, place: Place, *, named: bool, today: date) -> tuple[Term, ...]:
    """What will be posted, as it will stand there."""
    told = [Term(term=_("What would help"), text=ask.what)]
    if ask.more:
        told.append(Term(term=_("What people should know"), text=ask.more))
    if ask.rather_not:
        told.append(Term(term=_("What would not help"), text=ask.rather_not))
    return (
        *told,
        Term(term=_("Circle"), text=place.name),
        Term(term=_("Who asks"), text=place.own_name if named else _("Nobody's name, through the steward")),
        Term(term=_("Kind of help"), text=ask.practice.label),
        Term(term=_("By when"), text=_day(ask.due, today=today)),
        Term(
            term=_("Room"),
            text=ngettext("for one person", "for %(n)d people", ask.places) % {"n": ask.places},
        ),
    )


def _day(due: date | None, *, today: date) -> str:
    if due is None:
        return _("Whenever it fits; it closes after three months")
    words = pages.day_in_words(due)
    return _("%(day)s, which has gone by already") % {"day": words} if due < today else words
