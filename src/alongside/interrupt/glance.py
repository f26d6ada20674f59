"""A glance at a text or a folder for `alongside look`: at most three findings, one for each rule.

The same glance numbers the findings when one of them is to become a commitment.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from alongside.core.findings import Confidence, Finding
from alongside.interrupt.checking import check_walk, walk_paths
from alongside.interrupt.documents import HEAD_BYTES, kind_of
from alongside.interrupt.findings import as_findings
from alongside.interrupt.hits import Profile
from alongside.interrupt.house_rules import read_house_rules_here
from alongside.interrupt.run import Recipe, prepare
from alongside.interrupt.walk import Walk

MOST: Final = 3
"""Findings in one glance, and places in one finding (our choice: a quiet second reader, no headline)."""
_TALK: Final = frozenset({".vtt", ".srt", ".rttm", ".eaf", ".cha"})
"""Endings of transcripts: what people said in a meeting is not checked for wording in passing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What stood out: all findings in order, and the transcripts that lie there."""

    findings: tuple[Finding, ...]
    meetings: tuple[str, ...]


def has_words(path: Path) -> bool:
    """Whether there is a folder, or a file with text in it."""
    if path.is_dir():
        return True
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return False
    return bool(head.strip()) and kind_of(path, head) is not None


def glance(path: Path) -> Glance:
    """A glance at what lies there, with the settings of the folder one is in. Raises Trouble."""
    house = read_house_rules_here()
    profile = house.profile or Profile.DEFAULT
    way = prepare(Recipe(packs=house.packs, profile=profile, without=house.ignore, allow=house.allow))
    walk, meetings = _without_talk(walk_paths([path], left_out=house.left_out))
    checked = check_walk(walk, way)
    found = [each for file in checked.files if file.hits for each in as_findings(file, way.rules)]
    return Glance(findings=tuple(_by_rule(found)), meetings=meetings)


def _without_talk(walk: Walk) -> tuple[Walk, tuple[str, ...]]:
    talk = tuple(file.shown for file in walk.files if file.path.suffix.lower() in _TALK)
    kept = tuple(file for file in walk.files if file.path.suffix.lower() not in _TALK)
    return replace(walk, files=kept), talk


def _by_rule(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for each rule, with its first places; what is sure comes first."""
    gathered: dict[str, Finding] = {}
    for finding in findings:
        before = gathered.get(finding.id)
        if before is None:
            gathered[finding.id] = finding
        elif len(before.evidence) < MOST:
            gathered[finding.id] = replace(before, evidence=(*before.evidence, *finding.evidence))
    return sorted(gathered.values(), key=lambda finding: finding.confidence is not Confidence.CLEAR)
