"""How moments and people are put into words: times, names, small numbers. No charge, no rank, no pronoun."""

from collections.abc import Sequence
from math import isnan
from unicodedata import bidirectional, combining, east_asian_width

from alongside.core.figures import whole_percent
from alongside.core.findings import Evidence, shorten
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.listen.measure import Measures

_FIRST_STRONG, _POP = "\u2068", "\u2069"
_UNSEEN = frozenset((_FIRST_STRONG, _POP))
_LEFTWARD = frozenset(("R", "AL", "AN"))
_HOUR_S, _MINUTE_S = 3600, 60
_HOURS_FROM_MIN = 120  # Own choice: below two hours, minutes are as easy to picture.


def isolated(name: str) -> str:
    """A name that keeps its own direction inside any sentence; plain where nothing in it runs to the left."""
    return f"{_FIRST_STRONG}{name}{_POP}" if any(bidirectional(mark) in _LEFTWARD for mark in name) else name


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: none for unseen marks, two for wide letters."""
    return sum(
        0 if combining(mark) or mark in _UNSEEN else 2 if east_asian_width(mark) in "WF" else 1
        for mark in text
    )


def padded(text: str, width: int) -> str:
    """The text filled up, or cut, to a number of columns."""
    if columns(text) >= width:
        while columns(text) > width - 2:
            text = text[:-1]
        text = f"{text}…"
    return text + " " * (width - columns(text))


def who(m: Measures, people: Sequence[int]) -> str:
    """The name of the person meant, or "Ana or Ana" where two share the first name."""
    names = [isolated(m.people[index].label) for index in people]
    return (
        names[0] if len(names) == 1 else _("%(first)s or %(other)s") % {"first": names[0], "other": names[1]}
    )


def clock(seconds: float) -> str:
    """A place in the recording: "4:05", "1:02:30", or "" where there are no times."""
    if isnan(seconds):
        return ""
    whole = int(seconds)
    hours, minutes, rest = whole // _HOUR_S, whole % _HOUR_S // _MINUTE_S, whole % _MINUTE_S
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def length(seconds: float) -> str:
    """A length of time in words: "40 seconds", "12 minutes", and from two hours on "2 hours 5 minutes"."""
    if seconds < _MINUTE_S:
        return ngettext("%(n)d second", "%(n)d seconds", round(seconds)) % {"n": round(seconds)}
    minutes = round(seconds / _MINUTE_S)
    hours, rest = divmod(minutes, 60) if minutes >= _HOURS_FROM_MIN else (0, minutes)
    parts = []
    if hours:
        parts.append(ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": f"{hours:,}"})
    if rest or not hours:
        parts.append(ngettext("%(n)d minute", "%(n)d minutes", rest) % {"n": rest})
    return " ".join(parts)


def in_words(count: int) -> str:
    """A small number as a word, a larger one in figures."""
    small = (
        _("none"),
        _("one"),
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
        _("ten"),
    )
    return small[count] if count < len(small) else f"{count:,}"


def capital(sentence: str) -> str:
    """The sentence with its first letter large."""
    return sentence[:1].upper() + sentence[1:]


def evidence(m: Measures, at_s: float, person: int, quote: str) -> Evidence:
    """A moment: when, who, and at most twenty words of what was said."""
    place = ", ".join(part for part in (clock(at_s), isolated(m.people[person].label)) if part)
    return Evidence(place=place, quote=shorten(quote))


def percent(share: float) -> str:
    """A share as a whole percentage, in the words of the figures."""
    return whole_percent(share)


def number(x: float) -> str:
    """A measure with two digits after the point."""
    return f"{x:.2f}"
