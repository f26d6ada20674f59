"""The two calls everyone uses: load the rules, check a passage.

A check finds all there is; what is switched off beside the words, and what a reader is shown, is decided
elsewhere.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from alongside.interrupt.context import Context, overlapping
from alongside.interrupt.guards import Verdict
from alongside.interrupt.hits import Hit, Level, Passage
from alongside.interrupt.loading import NoSuchRule, load_rules
from alongside.interrupt.matcher import Ends, Place
from alongside.interrupt.positions import Positions, decoded, end_of
from alongside.interrupt.rule_set import RuleSet

__all__ = ["NoSuchRule", "check_passage", "load_rules"]
_LETTER: Final = re.compile(rb"[A-Za-z0-9\x80-\xff]")


class _Found(NamedTuple):
    rule: str
    level: Level
    start: int
    form_end: int
    context: Context
    verdict: Verdict


def check_passage(
    passage: Passage, rules: RuleSet, *, places: Iterable[Place] | None = None
) -> tuple[Hit, ...]:
    """Everything the rules find in a passage, in order; no two hits share their beginning.

    `places` are what these rules say of the passage's data, where somebody has asked them already.
    """
    positions = Positions(passage.data, passage.first_line)
    seen: Counter[str] = Counter()
    return tuple(_hit(passage, found, positions, seen) for found in _found(passage, rules, places))


def _found(passage: Passage, rules: RuleSet, places: Iterable[Place] | None) -> Iterator[_Found]:
    at = 0
    for start, ends in rules.places(passage.data) if places is None else places:
        if start >= at and (found := _first_accepted(passage, start, ends, rules)) is not None:
            at = found.form_end
            yield found


def _first_accepted(passage: Passage, start: int, ends: Ends, rules: RuleSet) -> _Found | None:
    """The longest words that a rule's guard lets through; shorter ones get their turn."""
    for end, numbers in ends:
        if _is_masked(passage, start, end):
            continue
        context = Context(passage, start, end)
        for number in numbers:
            rule = rules.matched[number]
            guard = rules.guard(number)
            if (verdict := guard.judge(context, end - start, title=rule.title)) is not None:
                level = Level.CONSIDER if guard.level_is_hint(verdict) else rule.level
                return _Found(rule.id, level, start, end, context, verdict)
    return None


def _is_masked(passage: Passage, start: int, end: int) -> bool:
    """Whether letters of the words are no prose; marks between them may be."""
    return any(
        _LETTER.search(passage.data, max(start, span.start), min(end, span.end))
        for span in overlapping(passage.masked, start, end)
    )


def _hit(passage: Passage, found: _Found, positions: Positions, seen: Counter[str]) -> Hit:
    line, column = positions.at(found.start)
    end = found.start + found.verdict.length
    words = decoded(passage.data[found.start : end])
    end_line, end_column = end_of(line, column, words)
    sentence = found.context.sentence
    told = f"{found.rule}\0{sentence.casefold()}"
    seen[told] += 1
    import hashlib  # noqa: PLC0415  # most texts hold nothing, and it takes longer to load than they to read

    fingerprint = hashlib.sha256(f"{told}\0{seen[told]}".encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Hit(
        rule=found.rule,
        level=found.level,
        start=found.start,
        end=end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        words=words,
        sentence=sentence,
        place=passage.place,
        mentioned=found.verdict.mentioned,
        cued=found.verdict.cued,
        fingerprint=fingerprint,
    )
