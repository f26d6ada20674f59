"""Writing an ask: what has to be there, what is questioned and kept as typed, and what is only hinted at."""

from dataclasses import replace
from datetime import date
from typing import Final

from alongside.act.acts import Refused
from alongside.act.asks import PLACES_MOST, Ask
from alongside.core.language import gettext as _

WORDS_MOST: Final = 600
LINE_MOST: Final = 140
"""Longest ask and longest line, in characters (our choice: an ask fits on a card, a line on a line)."""


def ask_for(ask: Ask) -> Ask:
    """The ask as it will be kept, its words tidied. Raises Refused for what is missing or too long."""
    what = " ".join(ask.what.split())
    if not what:
        raise Refused("what", _("There is no ask yet."), _("Write what would help, in your own words."))
    _fits("what", what, LINE_MOST)
    more, rather_not = _tidy(ask.more), _tidy(ask.rather_not)
    _fits("more", more, WORDS_MOST)
    _fits("rather_not", rather_not, WORDS_MOST)
    if not 1 <= ask.places <= PLACES_MOST:
        raise Refused(
            "places",
            _("An ask has room for 1 to %(most)d people; you wrote %(places)d.")
            % {"most": PLACES_MOST, "places": ask.places},
            _("For more people, propose an event."),
        )
    return replace(ask, what=what, more=more, rather_not=rather_not)


def one_line(words: str, *, place: str, needed: bool) -> str:
    """The one line that others read. Raises Refused where it is needed and empty, or too long."""
    line = " ".join(words.split())
    if needed and not line:
        raise Refused(place, _("The line is still empty."), _("One plain sentence is enough."))
    _fits(place, line, LINE_MOST)
    return line


def notice(ask: Ask, *, today: date) -> str:
    """A question where its day has gone by already, else ""; the day is kept as typed."""
    if ask.due is None or ask.due >= today:
        return ""
    return _("%(day)s has gone by already. Is that the day you mean? It is kept as you wrote it.") % {
        "day": ask.due.isoformat()
    }


def _tidy(words: str) -> str:
    """Without space around lines; paragraphs stay."""
    return "\n".join(" ".join(line.split()) for line in words.strip().splitlines())


def _fits(place: str, words: str, most: int) -> None:
    if len(words) > most:
        raise Refused(
            place,
            _("This is %(long)d characters long; there is room for %(most)d.")
            % {"long": len(words), "most": most},
            _("Say the one thing that matters most."),
        )
