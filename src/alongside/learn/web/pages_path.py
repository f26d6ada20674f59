"""The parts of the page Path: steps with their reasons, each to open, plan, replace or put first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.learn.keeping import Kept
from alongside.learn.path import READ, Step
from alongside.learn.shelf import SCENE
from alongside.learn.small_deeds import ACTION
from alongside.learn.web import words
from alongside.learn.web.held import held
from alongside.learn.web.onward import plan_of
from alongside.learn.web.plans import ShownPlan
from alongside.learn.web.queries import week_minutes
from alongside.web.parts import Button, Empty, Field, Link, PageHead
from alongside.web.places import place_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """One step: what, its facts, our line about it, why now, where it opens or how it becomes a plan."""

    id: str
    title: str
    kind: str
    facts: str
    text: str
    reasons: str
    language: str = ""
    open: Link | None = None
    plan: ShownPlan | None = None
    command: str = ""
    buttons: tuple[Button, ...] = ()

    @property
    def about(self) -> str:
        """The id of the title, which the deeds beside it refer to."""
        return f"step-{self.id}"


def shown_step(step: Step, *, first: bool = False) -> ShownStep:
    """A step as people see it."""
    library = held()
    work = library.shelf.library.find(step.id) if step.kind == READ else None
    plan = plan_of(step.id) if step.kind == ACTION else None
    link = _way(step, work is not None)
    sort = _kind(step, work.type.label if work else "")
    kind = f"{sort} · {words.minutes_in_words(step.minutes)}"
    return ShownStep(
        id=step.id,
        title=step.title,
        kind=kind,
        facts=f"{step.practice.label} · {kind}",
        text=work.why if work else "",
        reasons=" ".join(step.reasons),
        language=words.foreign(work.language) if work else "",
        open=link,
        plan=plan,
        command="" if link or plan else f"alongside practise {step.kind} {step.id}",
        buttons=_buttons(step, first=first),
    )


def _kind(step: Step, sort: str) -> str:
    said = {READ: words.capital(sort), ACTION: _("Something to do"), SCENE: _("A scene to try out")}
    return said.get(step.kind, step.kind)


def _way(step: Step, known: bool) -> Link | None:
    if step.kind == READ and known:
        return Link(
            label=_("Open it"), url=reverse("learn:learn-work", args=(step.id,)), id=f"open-{step.id}"
        )
    scene = place_of("practise:practise-scene", step.id) if step.kind == SCENE else ""
    return Link(label=_("Begin the scene"), url=scene, id=f"open-{step.id}") if scene else None


def _buttons(step: Step, *, first: bool) -> tuple[Button, ...]:
    about = f"step-{step.id}"
    sooner = Button(
        label=_("Put it first"), id=f"first-{step.id}", kind="quiet", name="deed", value="first", about=about
    )
    other = Button(
        label=_("Another one instead"),
        id=f"skip-{step.id}",
        kind="quiet",
        name="deed",
        value="skip",
        about=about,
    )
    return (other, sooner) if step.kind == READ and not first else (other,)


def path_parts(
    kept: Kept, steps: Sequence[Step], *, errors: dict[str, str], today: date, typed: str = ""
) -> dict[str, object]:
    """The whole path by weeks, and how it can be changed."""
    minutes = week_minutes(kept)
    told = ngettext("%(count)d minute a week", "%(count)d minutes a week", minutes) % {"count": minutes}
    return {
        "head": PageHead(
            where=_("Learn"),
            heading=_("Your path"),
            lead=_("Made for %(minutes)s. Each week begins with one small thing to do.") % {"minutes": told},
        ),
        "answered": kept.last_round is not None,
        "weeks": _weeks(steps, today=today),
        "minutes": Field(
            name="minutes",
            label=_("Minutes a week"),
            hint=_("What you truly have. Less is fine."),
            kind="number",
            value=typed or str(minutes),
            error=errors.get("minutes", ""),
        ),
        "minutes_button": Button(label=_("Make it fit"), id="fit-minutes", kind="plain"),
        "aside": _aside(kept),
        "empty": Empty(
            title=_("Nothing new fits these minutes"),
            text=_("Give it a little more time, or search the library: it has longer works too."),
            action=Link(label=_("Search the library"), url=reverse("learn:learn-search"), id="to-search"),
        ),
    }


def _weeks(steps: Sequence[Step], *, today: date) -> list[dict[str, object]]:
    weeks: dict[date, list[ShownStep]] = {}
    first = next((each for each in steps if each.kind == READ), None)
    for step in steps:
        weeks.setdefault(step.week, []).append(shown_step(step, first=step is first))
    return [
        {
            "id": f"week-{week.isoformat()}",
            "heading": _("This week")
            if week <= today
            else _("Week of %(day)s") % {"day": words.short_day(week)},
            "steps": shown,
        }
        for week, shown in weeks.items()
    ]


def _aside(kept: Kept) -> list[dict[str, object]]:
    """What was left out, to bring back."""
    library = held()
    titles = {each.id: each.title for each in library.doings}
    lines = []
    for id_ in kept.path.set_aside if kept.path else ():
        work = library.shelf.library.find(id_)
        button = Button(
            label=_("Bring it back"),
            id=f"back-{id_}",
            kind="quiet",
            name="deed",
            value="back",
            about=f"aside-{id_}",
        )
        lines.append({"id": id_, "title": work.title if work else titles.get(id_, id_), "button": button})
    return lines
