"""The if-then that a rule proposes: a formula is met when somebody says it, a word when one writes it."""

from typing import Final, Protocol

from alongside.core.intentions import Intention
from alongside.core.language import gettext as _
from alongside.core.practices import Practice

EFFORT: Final = 1
"""A sentence to say or a word to change is the smallest effort there is (our choice)."""


class Told(Protocol):
    """What an intention needs to know of a rule."""

    @property
    def call_in(self) -> str:
        """What a kind colleague would say."""
        ...

    @property
    def scene(self) -> str:
        """The scene to practise it in; what has one is said to somebody."""
        ...

    @property
    def alternatives(self) -> tuple[str, ...]:
        """What to write instead; may be empty."""
        ...


def intention_of(rule: Told, words: str) -> Intention:
    """What to do when these words come up again."""
    cue, act = _halves(rule, words)
    return Intention(cue=cue, act=act, practice=Practice.INTERRUPT, effort=EFFORT)


def _halves(rule: Told, words: str) -> tuple[str, str]:
    if rule.scene:
        return (
            _("somebody says “%(words)s”") % {"words": words},
            _("ask kindly: “%(call_in)s”") % {"call_in": rule.call_in},
        )
    cue = _("I am about to write “%(words)s”") % {"words": words}
    if rule.alternatives:
        return cue, _("write “%(instead)s”") % {"instead": rule.alternatives[0]}
    return cue, _("put it in other words")
