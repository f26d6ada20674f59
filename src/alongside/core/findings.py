"""What every room says to a person: a Finding, private to the person whose work it is.

A finding is never a charge. It carries what was seen, where, how sure we are, by what method or source, and a
sentence to try next. Any finding can become a commitment in one step (`cue` and `act` are the two halves).
"""

from dataclasses import dataclass
from enum import StrEnum

from alongside.core.language import gettext as _
from alongside.core.practices import Practice

QUOTE_WORDS = 20
"""A quote is at most this many words long (our choice: enough to recognise the moment)."""


_CLOSING = (".”", "?”", "…”")
"""Ends of an act that close the sentence as well."""


class Confidence(StrEnum):
    """How sure a finding is, in words. There is no number behind the word."""

    CANNOT_SAY = "cannot say"
    NO_CLEAR_DIFFERENCE = "no clear difference"
    WORTH_A_LOOK = "worth a look"
    CLEAR = "clear"

    @property
    def words(self) -> str:
        """The confidence as people read it."""
        return _CONFIDENCE_WORDS[self]()


_CONFIDENCE_WORDS = {
    Confidence.CANNOT_SAY: lambda: _("cannot say"),
    Confidence.NO_CLEAR_DIFFERENCE: lambda: _("no clear difference"),
    Confidence.WORTH_A_LOOK: lambda: _("worth a look"),
    Confidence.CLEAR: lambda: _("clear"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where it was seen: `place` is a time ("14:10") or "file:line", `quote` at most 20 words, or empty."""

    place: str
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing worth acting on, or worth doing again.

    `id` is the stable id of the kind of finding ("listen.unanswered-questions"), the same in every file.
    `what`, `why` (why it matters, may be empty) and `try_next` are whole sentences. `source` names the
    method page or the work it rests on. `positive` marks an act worth doing again. `cue` and `act` complete
    "If {cue}, then I will {act}."
    """

    id: str
    practice: Practice
    what: str
    evidence: tuple[Evidence, ...]
    confidence: Confidence
    source: str
    try_next: str
    cue: str
    act: str
    why: str = ""
    positive: bool = False

    @property
    def plan_sentence(self) -> str:
        """What planning this finding will keep, as one sentence with one mark at its end."""
        halves = {"cue": self.cue, "act": self.act}
        if self.act.endswith(_CLOSING):
            return _("If %(cue)s, then I will %(act)s") % halves
        return _("If %(cue)s, then I will %(act)s.") % halves


def shorten(quote: str) -> str:
    """The quote cut to `QUOTE_WORDS` words, with an ellipsis where something was left out."""
    words = quote.split()
    if len(words) <= QUOTE_WORDS:
        return " ".join(words)
    return " ".join(words[:QUOTE_WORDS]) + " …"
