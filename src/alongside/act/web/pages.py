"""From the diary to the parts of a page: the questions of each form, the lines of each list."""

from collections.abc import Mapping
from datetime import date, timedelta

from babel.dates import format_date
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.act.acts import EFFORT_MOST, Act
from alongside.act.commitments import Commitment
from alongside.act.flows import USUAL_PRACTICE
from alongside.core.practices import Practice
from alongside.web.parts import Button, Choice, ChoiceGroup, Field


def url(name: str, *args: object) -> str:
    """The address of a page."""
    return reverse(name, args=args)


def day_in_words(day: date) -> str:
    """The day as "Tuesday 3 March", in the reader's language."""
    return str(format_date(day, "EEEE d MMMM", locale=get_language() or "en"))


def short_day(day: date) -> str:
    """The day as "3 Mar 2026", in the reader's language."""
    return str(format_date(day, "d MMM y", locale=get_language() or "en"))


def short_date(day: date) -> str:
    """The day as "3 Mar", in the reader's language."""
    return str(format_date(day, "d MMM", locale=get_language() or "en"))


def practice_choices(chosen: str) -> tuple[Choice, ...]:
    """The eight practices to choose from."""
    return tuple(
        Choice(value=each.value, label=each.label, hint=each.meaning, chosen=each.value == chosen)
        for each in Practice
    )


def effort_choices(chosen: str) -> tuple[Choice, ...]:
    """Effort 1 to 5, in words."""
    words = (
        _("1: a moment"),
        _("2: a little time or nerve"),
        _("3: some time or nerve"),
        _("4: hard, or it takes preparing"),
        _("5: very hard for me"),
    )
    return tuple(
        Choice(value=str(n), label=words[n - 1], chosen=str(n) == chosen) for n in range(1, EFFORT_MOST + 1)
    )


def log_questions(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, ...]:
    """The quick log: one line, the practice, the effort."""
    return (
        Field(
            name="what",
            label=_("What did you do?"),
            hint=_("One line, for your eyes. “Thanked Mina by name in stand-up”"),
            value=values.get("what", ""),
            error=errors.get("what", ""),
        ),
        Field(
            name="practice",
            label=_("Practice"),
            error=errors.get("practice", ""),
            choices=practice_choices(values.get("practice", USUAL_PRACTICE.value)),
        ),
        Field(
            name="effort",
            label=_("How much did it take?"),
            value=values.get("effort", "2"),
            error=errors.get("effort", ""),
            choices=effort_choices(values.get("effort", "2")),
        ),
    )


def commitment_questions(
    values: Mapping[str, str], errors: Mapping[str, str]
) -> tuple[Field | ChoiceGroup, ...]:
    """The questions of a commitment: cue and act first, the rest can wait."""
    return (*_if_then(values, errors), *_what_it_takes(values, errors), *_around_it(values, errors))


def _if_then(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, ...]:
    return (
        Field(
            name="cue",
            label=_("If …"),
            hint=_("What happens just before you act? “somebody is talked over in our Tuesday meeting”"),
            value=values.get("cue", ""),
            error=errors.get("cue", ""),
            rows=2,
        ),
        Field(
            name="act",
            label=_("then I will …"),
            hint=_("What you will say or do. “say: I'd like to hear the end of that”"),
            value=values.get("act", ""),
            error=errors.get("act", ""),
            rows=2,
        ),
    )


def _what_it_takes(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, ...]:
    return (
        Field(
            name="practice",
            label=_("Practice"),
            error=errors.get("practice", ""),
            choices=practice_choices(values.get("practice") or USUAL_PRACTICE.value),
        ),
        Field(
            name="effort",
            label=_("How much will it take?"),
            error=errors.get("effort", ""),
            choices=effort_choices(values.get("effort", "2")),
        ),
    )


def _around_it(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field | ChoiceGroup, ...]:
    return (
        Field(
            name="obstacle",
            label=_("What could get in the way?"),
            hint=_("Naming one thing helps you see it coming."),
            value=values.get("obstacle", ""),
            error=errors.get("obstacle", ""),
            optional=True,
        ),
        Field(
            name="due",
            label=_("By when?"),
            hint=_("Leave it empty for a plan that waits for its moment."),
            kind="date",
            value=values.get("due", ""),
            error=errors.get("due", ""),
            optional=True,
        ),
        ChoiceGroup(
            name="weekly",
            legend=_("Does it come round?"),
            choices=(Choice(value="yes", label=_("Every week"), chosen=bool(values.get("weekly"))),),
            many=True,
            optional=True,
        ),
        Field(
            name="buddy",
            label=_("Who could do this with you?"),
            hint=_("A note for yourself. Nobody is told."),
            value=values.get("buddy", ""),
            error=errors.get("buddy", ""),
            optional=True,
        ),
    )


def commitment_values(commitment: Commitment) -> dict[str, str]:
    """A commitment as the values of its form."""
    return {
        "cue": commitment.cue,
        "act": commitment.act,
        "practice": commitment.practice.value,
        "effort": str(commitment.effort),
        "obstacle": commitment.obstacle,
        "due": commitment.due.isoformat() if commitment.due else "",
        "weekly": "yes" if commitment.weekly else "",
        "buddy": commitment.buddy,
        "action": commitment.action,
    }


def let_go(commitment: Commitment) -> Button:
    """The deed of letting a commitment go."""
    return Button(
        label=_("Let it go"),
        id=f"drop-{commitment.id}",
        about=f"about-{commitment.id}",
        kind="quiet",
        name="deed",
        value="drop",
    )


def when(commitment: Commitment, *, today: date) -> str:
    """When a commitment is meant for, in words."""
    if commitment.weekly:
        return _("Every week")
    if commitment.due is None:
        return _("When its moment comes")
    if commitment.due == today:
        return _("Planned for today")
    if is_tomorrow(commitment, today=today):
        return _("Planned for tomorrow")
    return _("Planned for %(day)s") % {"day": day_in_words(commitment.due)}


def is_tomorrow(commitment: Commitment, *, today: date) -> bool:
    """Whether it is meant for the day after today."""
    return commitment.due == today + timedelta(days=1)


def under_act(act: Act, *, today: date) -> str:
    """The line under a logged act: when, and which practice."""
    days = (today - act.day).days
    ago = _("today") if days == 0 else _("yesterday") if days == 1 else day_in_words(act.day)
    return _("%(practice)s, %(when)s") % {"practice": act.counted_as.label, "when": ago}
