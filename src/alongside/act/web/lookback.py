"""The parts of the page Look back, from a diary and its rhythm."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.act.away import Away
from alongside.act.bodies import Reflection, prompts
from alongside.act.commitments import Commitment
from alongside.act.diary import Diary
from alongside.act.rhythm import Rhythm
from alongside.act.web import pages
from alongside.act.weeks import done_this_week, open_plans, reflection_of
from alongside.act.words import words_and_deeds
from alongside.core.disclosure import for_own_eyes
from alongside.core.figures import Bar, Figure, week_bars
from alongside.web.parts import Button, Empty, Field, Link, PageHead, ShownRhythm

QUIET, SOME, FULL = 0.05, 0.35, 0.6
"""Borders of the words for one week's bar (our choice; the bar itself is drawn to scale)."""


def look_back_parts(
    diary: Diary, rhythm: Rhythm, *, values: Mapping[str, str], errors: Mapping[str, str]
) -> dict[str, object]:
    """Everything the template lays out."""
    today = rhythm.today
    return {
        "head": PageHead(
            where=pages.day_in_words(today),
            heading=_("Look back"),
            lead=_("Two minutes with your week. Nobody else sees any of this."),
        ),
        "rhythm": _rhythm(rhythm) if diary.acts else None,
        "talk": words_and_deeds(diary.acts, today=today),
        "acts": [
            {"what": a.what, "under": pages.under_act(a, today=today)}
            for a in done_this_week(diary, today=today)
        ],
        "open": [_open(held, today=today) for held in open_plans(diary)],
        "questions": _questions(reflection_of(diary, today=today), values, errors),
        "reflect_button": Button(label=_("Keep this"), id="keep-reflection"),
        "away": [_away(each) for each in diary.away],
        "away_questions": _away_questions(values, errors),
        "away_button": Button(label=_("Set these days aside"), id="set-away", kind="plain"),
        "empty": Empty(
            title=_("Your week will be here"),
            text=_("Log one thing you did, however small, and come back at the end of the week."),
            action=Link(label=_("Go to today"), url=reverse("act:today"), id="to-today"),
        ),
    }


def _rhythm(rhythm: Rhythm) -> ShownRhythm:
    return ShownRhythm(
        word=rhythm.word.words,
        sentence=rhythm.moved_by,
        figure=_bars(rhythm),
        explain=Link(label=_("How this is worked out"), url=reverse("act:look-back-explain"), id="explain"),
    )


def _bars(rhythm: Rhythm) -> Figure:
    firsts = [rhythm.today - timedelta(days=7 * ago + 6) for ago in reversed(range(len(rhythm.weeks)))]
    bars = [
        Bar(label=pages.short_date(firsts[place]), value=for_own_eyes(value, n=1), note=_in_words(value))
        for place, value in enumerate(rhythm.weeks)
    ]
    active = sum(value > QUIET for value in rhythm.weeks)
    told = [_("no week"), _("one week"), _("two weeks"), _("three weeks"), _("every week")][active]
    finding = _("Of the last four weeks, you acted in %(weeks)s.") % {"weeks": told}
    return week_bars(
        bars, id="rhythm-weeks", title=_("Your last four weeks, each by its first day"), finding=finding
    )


def _in_words(value: float) -> str:
    if value <= QUIET:
        return _("quiet")
    if value < SOME:
        return _("a little")
    return _("some") if value < FULL else _("a lot")


def _open(held: Commitment, *, today: date) -> dict[str, object]:
    return {
        "id": held.id,
        "sentence": held.sentence(),
        "when": pages.when(held, today=today),
        "carry": Link(
            label=_("Carry over or make it smaller"),
            url=reverse("act:commitments-change", args=(held.id,)),
            id=f"carry-{held.id}",
            about=f"about-{held.id}",
        ),
        "did": Button(label=_("I did it"), id=f"did-{held.id}", about=f"about-{held.id}", kind="plain"),
        "drop": pages.let_go(held),
    }


def _questions(
    mine: Reflection | None, values: Mapping[str, str], errors: Mapping[str, str]
) -> tuple[Field, ...]:
    answers = mine.answers if mine else ("", "", "")
    return tuple(
        Field(
            name=f"answer-{n}",
            label=prompt,
            value=values.get(f"answer-{n}", answers[n - 1]),
            error=errors.get(f"answer-{n}", ""),
            rows=3,
            optional=True,
        )
        for n, prompt in enumerate(prompts(), start=1)
    )


def _away(held: Away) -> dict[str, object]:
    days = {"first": pages.short_day(held.first), "last": pages.short_day(held.last)}
    return {
        "id": held.id,
        "words": days["first"] if held.first == held.last else _("%(first)s to %(last)s") % days,
        "button": Button(label=_("Take out"), id=f"away-{held.id}", about=f"about-{held.id}", kind="quiet"),
    }


def _away_questions(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, ...]:
    return (
        Field(
            name="first",
            label=_("First day away"),
            kind="date",
            value=values.get("first", ""),
            error=errors.get("first", ""),
        ),
        Field(
            name="last",
            label=_("Last day away"),
            kind="date",
            value=values.get("last", ""),
            error=errors.get("last", ""),
            optional=True,
        ),
    )
