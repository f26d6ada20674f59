"""Four things an advert can say that do more than single words: pay, hours, what is a must, whom to ask.

They stand before the count of words (our choice). Limits: told by a few phrases in English; a sign that
something is missing is a question to the writer, never a verdict.
"""

import re
from dataclasses import dataclass
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later

_MONEY: Final = (
    r"(?:[€£$¥₹]|\b(?:eur|usd|gbp|chf|euros?|dollars?|pounds?)\b)\s?\d|\d[\d.,]*\s?k?\s?(?:[€£$¥₹]"
    r"|\b(?:eur|usd|gbp|chf|euros?|dollars?|pounds?|an\shour|per\shour|a\syear|per\syear)\b)"
    r"|\bpay\s(?:band|scale|grade)\b"
)
_HOURS: Final = (
    r"\b(?:flexible|flexi-?time|part[- ]time|job[- ]shar(?:e|ing)|hybrid|remote(?:ly)?|from\shome"
    r"|hours\sa\sweek|days\sa\sweek|set\syour\sown\shours)\b"
)
_MUST: Final = r"\b(?:essential|must[- ]haves?|required|nice[- ]to[- ]haves?|desirable|a\splus|not\sneeded)\b"
_ASK: Final = (
    r"\b(?:adjustments?|accommodations?|what\syou\sneed|tell\sus\s(?:if|what|how)|access\sneeds"
    r"|in\sanother\s(?:format|way))\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstThing:
    """One thing to say, why it helps, and whether the advert seems to say it."""

    what: str
    why: str
    seen: bool


_THINGS: Final = (
    (_MONEY, _later("The pay, as a range"), _later("Who cannot ask around must guess, and many guess low.")),
    (
        _HOURS,
        _later("Hours and place, and how far they bend"),
        _later("Who cares for somebody, or is ill at times, reads on only then."),
    ),
    (
        _MUST,
        _later("What is a must, and what is nice to have"),
        _later("Some people apply only where they fit every line."),
    ),
    (
        _ASK,
        _later("Whom to ask for an adjustment"),
        _later("Disabled people should not have to find out first."),
    ),
)


def first_things(text: str) -> tuple[FirstThing, ...]:
    """The four, in their order."""
    return tuple(
        FirstThing(what=_(what), why=_(why), seen=re.search(pattern, text, re.IGNORECASE) is not None)
        for pattern, what, why in _THINGS
    )
