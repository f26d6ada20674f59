"""What is said of a reply, the same through both doors: first what is there, then what may get in the way."""

from collections.abc import Sequence

from alongside.core.language import gettext as _
from alongside.practise.correction import Assessment
from alongside.practise.heard import Heard
from alongside.practise.reply_rules import Sort


def there_line(found: Assessment) -> str:
    """What the reply holds, in one or two sentences. Never a score, and nothing is told as missing."""
    if found.cannot_say:
        return _("Too short for us to say anything. A plain thank-you can be enough.")
    if not found.parts:
        return _("None of the four parts was found.")
    told = _("You %(deeds)s.") % {"deeds": _listed([sort.said for sort in found.parts])}
    return told + " " + _("Nothing more is needed.") if found.is_enough else told


def enough_line(found: Assessment) -> str:
    """That little is enough, where that little is not there yet; "" otherwise."""
    if {Sort.THANK, Sort.FIX} <= set(found.parts):
        return ""
    return _("A thank-you and one thing that you will mend are enough.")


def way_line(found: Assessment) -> str:
    """The habits of a reply in one sentence; "" where there are none."""
    if not found.habits:
        return ""
    habits = ", ".join(sort.said for sort in found.habits)
    return _("What may get in the way: %(habits)s.") % {"habits": habits}


def hard_line() -> str:
    """Said before the first habit."""
    return _("This is hard to hear. Here is what may come across otherwise than you mean it.")


def heard_line(each: Heard) -> str:
    """The clauses of one mark, and how they may sound."""
    return _("%(words)s: it may sound as if %(habit)s.") % {
        "words": quoted(each.quotes),
        "habit": each.sort.said,
    }


def quoted(quotes: Sequence[str]) -> str:
    """Words of the reply, in quotation marks."""
    return ", ".join(f"“{quote}”" for quote in quotes)


def _listed(deeds: Sequence[str]) -> str:
    if len(deeds) < 2:  # noqa: PLR2004  # one needs no "and"
        return "".join(deeds)
    return _("%(most)s and %(last)s") % {"most": ", ".join(deeds[:-1]), "last": deeds[-1]}
