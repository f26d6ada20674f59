"""The parts of the page Today, from a week."""

from collections.abc import Mapping
from uuid import uuid4

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.act.commitments import Commitment, in_one_sentence
from alongside.act.plan import Step
from alongside.act.web import pages
from alongside.act.weeks import Week, done_this_week, open_plans, soon
from alongside.act.words import welcome_back
from alongside.web.parts import Button, Choice, ChoiceGroup, Empty, Link, Notice, NoticeKind, Offer, PageHead

PLANS_SHOWN = 3
"""Plans shown above the three, and below; the rest wait under Commitments (taste: a page, not a list)."""


def today_parts(
    week: Week,
    *,
    values: Mapping[str, str],
    errors: Mapping[str, str],
    offers: tuple[Offer, ...] = (),
    asked: Offer | None = None,
) -> dict[str, object]:
    """Everything the template lays out."""
    plans = open_plans(week.diary)
    first = soon(plans, today=week.today)[:PLANS_SHOWN]
    later = [plan for plan in plans if plan not in first] if first else plans
    return {
        "title": _("Today"),
        "once": uuid4(),
        "once_picked": uuid4(),
        "head": _head(week),
        "notices": _notices(week),
        "offer": week.plan.offer,
        "offers": offers,
        "asked": asked,
        "picks": _picks(week, values=values, errors=errors),
        "pick_buttons": _pick_buttons(),
        "soon": [_with_its_day(plan, week) for plan in first],
        "due": [_line(plan, week) for plan in later[:PLANS_SHOWN]],
        "more_plans": _more_plans(len(later) - PLANS_SHOWN),
        "questions": pages.log_questions(values, errors),
        "log_button": Button(label=_("Log what you did"), id="log-deed", kind="plain"),
        "done": tuple(_done(week)),
        "nothing_done": _nothing_done(),
        "first_time": week.diary.profile_id is None,
    }


def _head(week: Week) -> PageHead:
    lead = _("Choose one. Make it yours, and let the others be.")
    return PageHead(where=pages.day_in_words(week.today), heading=week.heading, lead=lead)


def _notices(week: Week) -> tuple[Notice, ...]:
    lines = (welcome_back(week.diary.acts, today=week.today), week.plan.note)
    return tuple(Notice(kind=NoticeKind.INFO, text=line) for line in lines if line)


def _picks(week: Week, *, values: Mapping[str, str], errors: Mapping[str, str]) -> ChoiceGroup | Empty:
    if not week.plan.steps:
        return Empty(
            title=_("Nothing fits this week's room"),
            text=_("The plan has no room for three small things. Give it a little more, or choose freely."),
            action=Link(label=_("Change your week"), url=pages.url("act:welcome-capacity")),
        )
    chosen = values.get("action") or week.plan.steps[0].action.id
    return ChoiceGroup(
        name="action",
        legend=_("This week's three"),
        error=errors.get("action", ""),
        picks=True,
        choices=tuple(
            Choice(
                value=step.action.id,
                label=in_one_sentence(step.action.cue, step.action.act),
                kicker=step.practice.label,
                hint=_under(step),
                caution=step.action.safety,
                chosen=step.action.id == chosen,
            )
            for step in week.plan.steps
        ),
    )


def _under(step: Step) -> str:
    taken = (_("You have planned this already."),) if step.taken else ()
    return " ".join((*step.reasons, *taken))


def _pick_buttons() -> tuple[Button, ...]:
    return (
        Button(label=_("Plan this"), id="pick-plan", name="deed", value="plan"),
        Button(label=_("I did this"), id="pick-did", kind="plain", name="deed", value="did"),
        Button(label=_("Show me another"), id="pick-swap", kind="quiet", name="deed", value="swap"),
    )


def _line(commitment: Commitment, week: Week) -> dict[str, object]:
    about = f"about-{commitment.id}"
    return {
        "id": commitment.id,
        "sentence": commitment.sentence(),
        "when": pages.when(commitment, today=week.today),
        "button": Button(label=_("I did it"), id=f"did-{commitment.id}", about=about, kind="plain"),
        "change": Link(
            label=_("Change"),
            url=pages.url("act:commitments-change", commitment.id),
            id=f"change-{commitment.id}",
            about=about,
        ),
    }


def _with_its_day(commitment: Commitment, week: Week) -> dict[str, object]:
    """The line with the day in front, where it is today or tomorrow."""
    line = _line(commitment, week)
    if commitment.due == week.today:
        words = _("Today: %(sentence)s")
    elif pages.is_tomorrow(commitment, today=week.today):
        words = _("Tomorrow: %(sentence)s")
    else:
        return line
    return {**line, "sentence": words % {"sentence": commitment.sentence()}, "when": ""}


def _more_plans(more: int) -> str:
    words = ngettext("%(count)d more under Commitments", "%(count)d more under Commitments", more)
    return words % {"count": more} if more > 0 else ""


def _done(week: Week) -> list[dict[str, object]]:
    return [
        {
            "id": act.id,
            "what": act.what,
            "under": pages.under_act(act, today=week.today),
            "button": Button(
                label=_("Take out"), id=f"forget-{act.id}", about=f"about-{act.id}", kind="quiet"
            ),
        }
        for act in done_this_week(week.diary, today=week.today)
    ]


def _nothing_done() -> Empty:
    return Empty(
        title=_("What you did this week"),
        text=_("One line is enough. It lies sealed in your diary, and only you can read it."),
        example=_("Asked Aisha, who had been quiet, what she would add."),
    )
