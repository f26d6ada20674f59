"""An if-then that a room proposes, before it is anybody's commitment."""

from dataclasses import dataclass
from datetime import date

from alongside.core.language import gettext as _
from alongside.core.practices import Practice


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
        """The if-then in one sentence."""
        return _("If %(cue)s, then I will %(act)s.") % {"cue": self.cue, "act": self.act}
