"""An if-then that a rule proposes, and its findings as every room speaks them."""

from collections.abc import Iterable
from typing import Final, Protocol

from alongside.core.findings import Confidence, Evidence, Finding, shorten
from alongside.core.intentions import Intention
from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.interrupt.hits import Hit, Level

PHRASE: Final = "phrase"
"""The kind of rule that is about what somebody says to somebody."""
EFFORT: Final = 1
"""A sentence to say or a word to change is the smallest effort there is (our choice)."""


class Told(Protocol):
    """What an intention needs to know of a rule."""

    @property
    def call_in(self) -> str:
        """What a kind colleague would say."""
        ...

    @property
    def kind(self) -> str:
        """A term, or a phrase that is said to somebody."""
        ...

    @property
    def alternatives(self) -> tuple[str, ...]:
        """What to write instead; may be empty."""
        ...

    @property
    def why(self) -> str:
        """Whom it may leave out, and why."""
        ...


class Texts(Protocol):
    """What tells about rules by id."""

    def about(self, rule_id: str, /) -> Told:
        """The texts of a rule."""
        ...


def intention_of(rule: Told, words: str) -> Intention:
    """What to do when these words come up again: say the sentence, or write something else."""
    cue, act = _halves(rule)
    told = {
        "words": words,
        "sentence": rule.call_in,
        "instead": rule.alternatives[0] if rule.alternatives else "",
    }
    return Intention(cue=cue % told, act=act % told, practice=Practice.INTERRUPT, effort=EFFORT)


def _halves(rule: Told) -> tuple[str, str]:
    if rule.kind == PHRASE:
        return _("I hear or read “%(words)s”"), _("say: “%(sentence)s”")
    if rule.alternatives:
        return _("I am about to write “%(words)s”"), _("write “%(instead)s” instead")
    return _("I am about to write “%(words)s”"), _("find another way to say it")


def as_findings(hits: Iterable[Hit], rules: Texts, *, name: str = "") -> tuple[Finding, ...]:
    """Hits as findings; `name` is the document's. Only a plain term without a cue is clear."""
    return tuple(_finding(hit, rules.about(hit.rule), name) for hit in hits)


def _finding(hit: Hit, rule: Told, name: str) -> Finding:
    place = f"{hit.place}:{hit.line}" if hit.place else str(hit.line)
    words = " ".join(hit.words.split())
    intention = intention_of(rule, words)
    sure = hit.level is Level.REWORD and not (hit.cued or hit.mentioned)
    return Finding(
        id=f"interrupt.{hit.rule}",
        practice=Practice.INTERRUPT,
        what=_("“%(words)s” may leave readers out.") % {"words": words},
        evidence=(Evidence(place=f"{name}:{place}" if name else place, quote=shorten(hit.sentence)),),
        confidence=Confidence.CLEAR if sure else Confidence.WORTH_A_LOOK,
        source="docs/guides/words.md",
        try_next=rule.call_in,
        cue=intention.cue,
        act=intention.act,
        why=rule.why,
    )
