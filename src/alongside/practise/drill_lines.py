"""Drills as lines of the terminal: a reading, the marks in a reply, the first reply beside the rewrite."""

from collections.abc import Iterator, Sequence

from alongside.core.language import gettext as _
from alongside.practise.correction import Assessment, Mark
from alongside.practise.notice import Drill, Reading
from alongside.practise.repairs import Correction
from alongside.practise.reply_rules import PARTS, Sort


def unreviewed(*, reviewed: bool) -> str:
    """The line above what nobody with the experience has checked, with a way to say what is wrong."""
    if reviewed:
        return ""
    return _(
        "Unreviewed: nobody with this experience has checked this drill yet. If something is wrong with it, "
        "tell whoever gave you Alongside, with its id: %(id)s."
    )


def drill_lines(drill: Drill) -> Iterator[str]:
    """The exchange, with what has to be known of it."""
    note = unreviewed(reviewed=drill.reviewed)
    if note:
        yield note % {"id": drill.id}
    yield ""
    yield drill.exchange
    yield ""


def reading_lines(reading: Reading) -> Iterator[str]:
    """How we read it, what to try next, and on what it rests."""
    yield reading.lead
    yield from (f"  {text}" for text in reading.readings)
    if reading.try_next:
        yield _("You could try: %(sentence)s") % {"sentence": reading.try_next}
    if reading.drill.sources:
        yield _("Rests on: %(sources)s") % {"sources": ", ".join(reading.drill.sources)}
    yield ""


def correction_lines(correction: Correction) -> Iterator[str]:
    """What you did, and how you are told."""
    note = unreviewed(reviewed=correction.reviewed)
    if note:
        yield note % {"id": correction.id}
    yield ""
    yield correction.what_you_did
    yield _("You hear of it from %(person)s: %(words)s") % {
        "person": correction.told_by,
        "words": correction.how_told,
    }
    yield ""


def reply_lines(found: Assessment) -> Iterator[str]:
    """What a reply holds, each with the words and the rule; no mark is a verdict."""
    if found.cannot_say:
        yield _("Too short for us to say anything. A plain thank-you can be enough.")
        return
    for sort in found.parts:
        yield _("There: %(part)s (%(words)s)") % {"part": sort.label, "words": _words(found, sort)}
    yield from (_habit(found, mark) for mark in found.marks if not mark.sort.is_part)
    yield _verdict(found)


def beside(first: Assessment, second: Assessment) -> Iterator[str]:
    """The first reply beside the rewrite."""
    for name, found in ((_("First: %(text)s"), first), (_("Now:   %(text)s"), second)):
        yield name % {"text": " ".join(found.text.split())}
        labels = ", ".join(sort.label for sort in (*found.parts, *found.habits))
        yield "       " + (labels or _("nothing that we know to name"))


def skill_line(skill: str) -> str:
    """What comes back, with the command that shows it."""
    lead, _dot, rest = skill.partition(".")
    if lead == "notice":
        return _("Noticing, %(place)s: alongside practise notice") % {"place": rest}
    if lead == "correct":
        return _("Taking correction, %(place)s: alongside practise correct") % {"place": rest}
    return _("A scene, %(skill)s: alongside practise") % {"skill": f"{lead}, {rest.replace('-', ' ')}"}


def _words(found: Assessment, sort: Sort) -> str:
    quotes = dict.fromkeys(found.quote(mark) for mark in found.marks if mark.sort is sort)
    return ", ".join(f"“{quote}”" for quote in quotes)


def _habit(found: Assessment, mark: Mark) -> str:
    told = {"words": found.quote(mark), "habit": mark.sort.label, "why": mark.why, "rule": mark.rule}
    line = _("“%(words)s” may be heard as %(habit)s. %(why)s (rule %(rule)s)") % told
    return line + "\n  " + _("Instead: %(sentence)s") % {"sentence": mark.try_next}


def _verdict(found: Assessment) -> str:
    if found.is_enough:
        return _("Nothing more is needed.")
    left: Sequence[Sort] = [sort for sort in PARTS if sort not in found.parts]
    if not left:
        return _("All four parts are there.")
    names = ", ".join(sort.label for sort in left)
    return _("Not seen: %(parts)s. None of them is a must.") % {"parts": names}
