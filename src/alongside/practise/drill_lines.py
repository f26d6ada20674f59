"""Drills as lines of the terminal: a reading, the marks in a reply, the first reply beside the rewrite."""

from collections.abc import Iterator, Sequence

from alongside.core.language import gettext as _
from alongside.practise.correction import Assessment
from alongside.practise.heard import SHOWN, Heard, heard, quotes
from alongside.practise.notice import Drill, Reading
from alongside.practise.repairs import Correction
from alongside.practise.reply_sentences import (
    enough_line,
    hard_line,
    heard_line,
    quoted,
    there_line,
    way_line,
)


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
    """What a reply holds, each with its words, then what may get in the way; no mark is a verdict."""
    yield there_line(found)
    for sort in found.parts:
        yield _("There: %(part)s (%(words)s)") % {"part": sort.label, "words": quoted(quotes(found, sort))}
    told = heard(found)
    if told:
        yield ""
        yield hard_line()
        yield from (line for each in told[:SHOWN] for line in _heard_lines(each))
        yield from _rest(told)
    if not found.cannot_say and enough_line(found):
        yield enough_line(found)


def beside(first: Assessment, second: Assessment) -> Iterator[str]:
    """The first reply beside the rewrite."""
    for name, found in ((_("First: %(text)s"), first), (_("Now:   %(text)s"), second)):
        yield name % {"text": " ".join(found.text.split())}
        yield "       " + " ".join(filter(None, (there_line(found), way_line(found))))


def skill_line(skill: str) -> str:
    """What comes back, with the command that shows it."""
    lead, _dot, rest = skill.partition(".")
    if lead == "notice":
        return _("Noticing, %(place)s: alongside practise notice") % {"place": rest}
    if lead == "correct":
        return _("Taking correction, %(place)s: alongside practise correct") % {"place": rest}
    return _("A scene, %(skill)s: alongside practise") % {"skill": f"{lead}, {rest.replace('-', ' ')}"}


def _heard_lines(each: Heard) -> Iterator[str]:
    yield f"{heard_line(each)} {each.why}"
    yield "  " + _("Instead: %(sentence)s") % {"sentence": each.try_next}


def _rest(told: Sequence[Heard]) -> Iterator[str]:
    """The other places in one line, and why anything was marked."""
    rest = [quoted(each.quotes) for each in told[SHOWN:]]
    if rest:
        yield _("More places (%(count)d): %(words)s") % {"count": len(rest), "words": ", ".join(rest)}
    rules = ", ".join(each.rule for each in told)
    yield _("Why was this marked? By the rules %(rules)s, which know phrases, and not you.") % {
        "rules": rules
    }
