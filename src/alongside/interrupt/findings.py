"""Hits as the findings that every room speaks of, so that one can become a commitment in one step."""

from typing import TYPE_CHECKING

from alongside.core.findings import Confidence, Evidence, Finding, shorten
from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.interrupt.hits import Hit, Level
from alongside.interrupt.intentions import intention_of
from alongside.interrupt.report.telling import on_one_line
from alongside.interrupt.report.text import place_of
from alongside.interrupt.results import FileResult

if TYPE_CHECKING:
    from alongside.interrupt.rule_set import RuleSet, RuleText


def as_findings(result: FileResult, rules: "RuleSet") -> tuple[Finding, ...]:
    """The hits of one document that stand, in order of place; those worth rewording come first."""
    ordered = sorted(result.hits, key=lambda hit: hit.level is not Level.REWORD)
    return tuple(_finding(result.path, hit, rules.about(hit.rule)) for hit in ordered)


def _finding(path: str, hit: Hit, about: "RuleText") -> Finding:
    sure = hit.level is Level.REWORD and not (hit.cued or hit.mentioned)
    plan = intention_of(about, on_one_line(hit))
    return Finding(
        id=f"interrupt.{hit.rule}",
        practice=Practice.INTERRUPT,
        what=_("“%(words)s” may leave somebody out.") % {"words": on_one_line(hit)},
        why=about.why,
        evidence=(Evidence(place=place_of(path, hit), quote=shorten(hit.sentence)),),
        confidence=Confidence.CLEAR if sure else Confidence.WORTH_A_LOOK,
        source=" ".join(part for each in about.sources[:1] for part in (each.title, each.url) if part),
        try_next=about.call_in,
        cue=plan.cue,
        act=plan.act,
    )
