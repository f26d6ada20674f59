"""What a measurement can be: a value, "not measurable from this source", or "cannot say from so little".

A metric without its inputs is never 0. Method: docs/method/meetings.md
"""

from dataclasses import dataclass

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.core.statistics import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number, its 95 % interval where there is one, and `n`, what it was counted from.

    `method` is the id that `alongside listen explain` takes.
    """

    x: float
    n: int
    method: str
    interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotMeasurable:
    """The source lacks what the metric needs. `reason` is a whole sentence."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CannotSay:
    """There is too little of what the metric needs. `reason` is a whole sentence."""

    reason: str


Absent = NotMeasurable | CannotSay
Metric = Value | NotMeasurable | CannotSay


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The least we speak from (our choice throughout). Raised for a stricter house, never lowered."""

    min_minutes: float = 10.0
    min_present: int = 3
    min_speech_s: float = 60.0
    min_turns: int = 20

    def raised(
        self,
        *,
        min_minutes: float | None = None,
        min_present: int | None = None,
        min_speech_s: float | None = None,
        min_turns: int | None = None,
    ) -> "Policy":
        """This policy with some floors higher. Raises Trouble for a lower one."""
        return Policy(
            min_minutes=_no_lower("min_minutes", self.min_minutes, min_minutes),
            min_present=int(_no_lower("min_present", self.min_present, min_present)),
            min_speech_s=_no_lower("min_speech_s", self.min_speech_s, min_speech_s),
            min_turns=int(_no_lower("min_turns", self.min_turns, min_turns)),
        )


def _no_lower(name: str, floor: float, wanted: float | None) -> float:
    if wanted is None:
        return floor
    if wanted < floor:
        raise Trouble(
            name,
            _("%(wanted)g is below the floor of %(floor)g.") % {"wanted": wanted, "floor": floor},
            _("A floor can be raised, never lowered."),
        )
    return wanted
