"""The parts of the pages on taking correction: the moment, what a reply holds, the repair of a real one."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.practise.correction import Assessment
from alongside.practise.heard import SHOWN, Heard, heard, marked, promise, quotes
from alongside.practise.repairs import Correction, repair
from alongside.practise.reply_sentences import (
    enough_line,
    hard_line,
    heard_line,
    quoted,
    there_line,
    way_line,
)
from alongside.practise.web.labels import place_words
from alongside.practise.web.pages_drills import leave, unreviewed_drill
from alongside.web.parts import Button, Field, Link, PageHead, Stretch


def correction_parts(moment: Correction, *, value: str = "", error: str = "") -> dict[str, object]:
    """What you did, how you are told, and room for an answer."""
    return {
        **_told(moment),
        "head": PageHead(
            where=f"{_('Be told, and answer')} · {place_words(moment.place)}",
            heading=_("You are told that something hurt"),
            lead=moment.what_you_did,
        ),
        "reply": Field(
            name="first",
            label=_("What do you answer?"),
            hint=_("A plain thank-you can be enough. What you write is not kept."),
            rows=4,
            value=value,
            error=error,
        ),
        "button": Button(label=_("See what it holds"), id="see-reply"),
    }


def reply_parts(
    moment: Correction, first: Assessment, second: Assessment | None, *, today: date, own: bool = False
) -> dict[str, object]:
    """What a reply holds, with its words; what may get in the way; the rewrite beside the first; the repair.

    `own`: the reply's own words are to be the act of the repair.
    """
    latest = second or first
    return {
        **_told(moment),
        **_way(latest),
        **_repair(moment, latest, today=today, own=own),
        "head": PageHead(
            where=f"{_('Be told, and answer')} · {place_words(moment.place)}",
            heading=_("What your answer holds"),
            lead=there_line(latest),
        ),
        "replies": tuple(_reply(name, each, beside=bool(second)) for name, each in _named(first, second)),
        "mends": moment.mends,
        "first": first.text,
        "second": second.text if second else "",
        "rewrite": Field(
            name="second",
            label=_("Write it again"),
            hint=f"{_('It is shown beside the first.')} {enough_line(latest)}".strip(),
            rows=4,
            value=latest.text,
            optional=True,
        ),
        "button": Button(
            label=_("See it beside the first"), id=f"see-again-{2 if second else 1}", kind="plain"
        ),
    }


def _told(moment: Correction) -> dict[str, object]:
    return {
        "moment": moment,
        "unreviewed": unreviewed_drill(moment.id, reviewed=moment.reviewed, file="content/en/corrections"),
        "leave": leave(),
    }


def _named(first: Assessment, second: Assessment | None) -> Iterator[tuple[str, Assessment]]:
    yield (_("Your first answer") if second else _("Your answer")), first
    if second:
        yield _("Your second"), second


def _reply(name: str, found: Assessment, *, beside: bool) -> dict[str, object]:
    return {
        "name": name,
        "stretches": tuple(
            Stretch(text=found.text[start:end], kind=kind) for start, end, kind in marked(found)
        ),
        "there": tuple(f"{sort.label}: {quoted(quotes(found, sort))}" for sort in found.parts),
        "in_its_way": way_line(found) if beside else "",
    }


def _way(found: Assessment) -> dict[str, object]:
    """What may get in the way: the two that weigh most, the rest behind a line."""
    all_of_it = heard(found)
    rest = all_of_it[SHOWN:]
    more = ngettext("More places (%(count)d)", "More places (%(count)d)", len(rest)) % {"count": len(rest)}
    return {
        "hard": hard_line(),
        "habits": tuple(map(_habit, all_of_it[:SHOWN])),
        "more_habits": tuple(map(_habit, rest)),
        "more": more,
        "rules": ", ".join(each.rule for each in all_of_it),
        "method": Link(
            label=_("How answers are read"),
            url=reverse("help-page", args=("method/corrections",)),
            id="to-method",
        ),
    }


def _habit(each: Heard) -> dict[str, str]:
    return {"heard": heard_line(each), "why": each.why, "instead": each.try_next}


def _repair(moment: Correction, found: Assessment, *, today: date, own: bool) -> dict[str, object]:
    """Room for the repair of a real one; the one of this moment stands beside it as an example."""
    plan = repair(moment, today=today)
    promised = promise(found)
    return {
        "plan": plan,
        "repair_fields": (
            Field(
                name="cue",
                label=_("If …"),
                hint=_("When do you next see them? For example: %(cue)s") % {"cue": plan.cue},
            ),
            Field(
                name="act",
                label=_("then I will …"),
                hint=_("One thing. For example: %(act)s") % {"act": plan.act},
                value=promised if own else "",
            ),
            Field(
                name="due",
                label=_("By when"),
                hint=_("The day on which you look whether it is mended."),
                kind="date",
                value=plan.due.isoformat() if plan.due else "",
                optional=True,
            ),
        ),
        "promised": "" if own else promised,
        "take": Button(label=_("Make it the plan"), id="take-own", kind="plain", name="own", value="yes"),
        "repair_button": Button(label=_("Plan this repair"), id="repair-plan"),
    }
