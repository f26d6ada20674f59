"""The parts of the drills' pages: an exchange and its reading; a correction, a reply and its rewrite."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.practise.correction import Assessment, Mark
from alongside.practise.notice import Answer, Drill, Reading
from alongside.practise.repairs import Correction, repair
from alongside.practise.reply_rules import PARTS, Sort
from alongside.practise.web import shelf
from alongside.practise.web.labels import day_words, place_words
from alongside.practise.web.pages_scene import unreviewed
from alongside.web.parts import Button, Empty, Field, Link, PageHead, Stretch, Unreviewed

WORD_KINDS = {True: "part", False: "habit"}


def _leave() -> Link:
    return Link(label=_("Leave it"), url=reverse("practise:practise"), id="leave")


def _unreviewed(entry: str, *, reviewed: bool, file: str) -> Unreviewed | None:
    line = _("Unreviewed: nobody with this experience has checked this drill yet.")
    return None if reviewed else unreviewed(line, entry=entry, file=file)


def no_drills() -> dict[str, object]:
    """The page where there is nothing of this kind."""
    browse = Link(label=_("Look through the scenes"), url=reverse("practise:practise-scenes"), id="to-scenes")
    return {
        "head": PageHead(where=_("Practise"), heading=_("Nothing here yet")),
        "empty": Empty(
            title=_("There are no drills of this kind yet"),
            text=_("Drills come with Alongside, and with packs that you install."),
            action=browse,
        ),
    }


# -- noticing ----------------------------------------------------------------------------------------------


def drill_parts(drill: Drill, *, number: int, token: str) -> dict[str, object]:
    """An exchange, and the question whether there is something in it."""
    return {
        "head": PageHead(
            where=f"{_('Notice')} · {place_words(drill.place)}", heading=_("Is there something in it?")
        ),
        "exchange": drill.exchange,
        "own": Field(
            name="own",
            label=_("What might it say to them?"),
            hint=_("In your own words. It is shown back to you once, and not kept."),
            rows=2,
            optional=True,
        ),
        "ways": tuple(
            Button(label=each.words, id=f"answer-{number}-{n}", kind="way", name="answer", value=each.value)
            for n, each in enumerate(Answer, start=1)
        ),
        "token": token,
        "unreviewed": _drill_unreviewed(drill),
        "leave": _leave(),
    }


def reading_parts(
    reading: Reading, *, answer: Answer, words: str, token: str, last: bool
) -> dict[str, object]:
    """How we read it, beside what the person said."""
    drill = reading.drill
    label = _("Finish") if last else _("The next one")
    return {
        "head": PageHead(where=f"{_('Notice')} · {place_words(drill.place)}", heading=_("How we read it")),
        "exchange": drill.exchange,
        "answer": answer.words,
        "words": words,
        "lead": reading.lead,
        "readings": reading.readings,
        "try_next": reading.try_next,
        "sources": shelf.sources(drill.sources),
        "next": Button(label=label, id=f"next-{drill.id}", name="go", value="next"),
        "token": token,
        "last": last,
        "unreviewed": _drill_unreviewed(drill),
        "leave": _leave(),
    }


def _drill_unreviewed(drill: Drill) -> Unreviewed | None:
    return _unreviewed(drill.id, reviewed=drill.reviewed, file="content/en/drills")


# -- taking correction -------------------------------------------------------------------------------------


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
    moment: Correction, first: Assessment, second: Assessment | None, *, today: date
) -> dict[str, object]:
    """What a reply holds, by name and with its words; the rewrite beside the first; the repair."""
    latest = second or first
    plan = repair(moment, today=today)
    return {
        **_told(moment),
        "head": PageHead(
            where=f"{_('Be told, and answer')} · {place_words(moment.place)}",
            heading=_("What your answer holds"),
            lead=_verdict(latest),
        ),
        "replies": tuple(_reply(*each) for each in _named(first, second)),
        "habits": tuple(_habits(latest)),
        "method": Link(
            label=_("How answers are read"),
            url=reverse("help-page", args=("method/corrections",)),
            id="to-method",
        ),
        "mends": moment.mends,
        "first": first.text,
        "rewrite": Field(
            name="second",
            label=_("Write it again"),
            hint=_("It is shown beside the first. None of the four parts is a must."),
            rows=4,
            value=latest.text,
            optional=True,
        ),
        "button": Button(
            label=_("See it beside the first"), id=f"see-again-{2 if second else 1}", kind="plain"
        ),
        "plan": plan,
        "due_words": _("Look on %(day)s whether it is mended.") % {"day": day_words(plan.due)}
        if plan.due
        else "",
        "due": plan.due.isoformat() if plan.due else "",
    }


def _told(moment: Correction) -> dict[str, object]:
    return {
        "moment": moment,
        "unreviewed": _unreviewed(moment.id, reviewed=moment.reviewed, file="content/en/corrections"),
        "leave": _leave(),
    }


def _named(first: Assessment, second: Assessment | None) -> Iterator[tuple[str, Assessment]]:
    yield (_("Your first answer") if second else _("Your answer")), first
    if second:
        yield _("Your second"), second


def _reply(name: str, found: Assessment) -> dict[str, object]:
    return {
        "name": name,
        "stretches": tuple(stretches(found)),
        "there": tuple(f"{sort.label}: {_quotes(found, sort)}" for sort in found.parts),
        "in_its_way": ", ".join(sort.label for sort in found.habits),
    }


def stretches(found: Assessment) -> Iterator[Stretch]:
    """The reply cut where marks begin and end. Where marks lie over one another, a habit is shown."""
    cuts = sorted({0, len(found.text), *(m.start for m in found.marks), *(m.end for m in found.marks)})
    for start, end in pairwise(cuts):
        over = [mark for mark in found.marks if mark.start <= start and end <= mark.end]
        kind = WORD_KINDS[all(mark.sort.is_part for mark in over)] if over else ""
        yield Stretch(text=found.text[start:end], kind=kind)


def _quotes(found: Assessment, sort: Sort) -> str:
    return _quoted(found, [mark for mark in found.marks if mark.sort is sort])


def _quoted(found: Assessment, marks: Sequence[Mark]) -> str:
    """The words that were marked, each once."""
    return ", ".join(f"“{quote}”" for quote in dict.fromkeys(found.quote(mark) for mark in marks))


def _habits(found: Assessment) -> Iterator[dict[str, str]]:
    """Each rule that saw a habit, once, with all the words that it saw."""
    marks = [mark for mark in found.marks if not mark.sort.is_part]
    for rule in dict.fromkeys(mark.rule for mark in marks):
        mine = [mark for mark in marks if mark.rule == rule]
        told = {"words": _quoted(found, mine), "habit": mine[0].sort.label}
        yield {
            "heard": _("%(words)s may be heard as: %(habit)s.") % told,
            "why": mine[0].why,
            "instead": mine[0].try_next,
            "rule": rule,
        }


def _verdict(found: Assessment) -> str:
    """One sentence on the whole; never a score."""
    if found.cannot_say:
        return _("Too short for us to say anything. A plain thank-you can be enough.")
    if found.is_enough:
        return _("Thanked, and to be mended. Nothing more is needed.")
    left: Sequence[str] = [sort.label for sort in PARTS if sort not in found.parts]
    if not left:
        return _("All four parts are there: thank, own it, mend it, follow up.")
    return _("Not seen: %(parts)s. None of them is a must.") % {"parts": ", ".join(left)}
