"""An if-then that a room proposes, before it is anybody's commitment."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.practices import Practice

_ENDS_BY_ITSELF: Final = re.compile(r"[.?!\u2026][\"\u201d\u2019\u00bb]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intention:
    """`cue` and `act` complete "If {cue}, then I will {act}." `effort` is 1 to 5; `due` its day, if any."""

    cue: str
    act: str
    practice: Practice
    effort: int
    due: date | None = None

    @property
    def sentence(self) -> str:
        """The if-then in one sentence, with one mark at its end where the act closes with a quotation."""
        halves = {"cue": self.cue, "act": self.act}
        if _ENDS_BY_ITSELF.search(self.act):
            return _("If %(cue)s, then I will %(act)s") % halves
        return _("If %(cue)s, then I will %(act)s.") % halves
