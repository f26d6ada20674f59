"""The two calls everyone uses: load the rules, check a passage.

A check finds all there is; what is switched off beside the words, and what a reader is shown, is decided
elsewhere.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from alongside.interrupt.context import Context, overlapping
from alongside.interrupt.guards import Verdict
from alongside.interrupt.hits import Hit, Level, Passage
from alongside.interrupt.loading import NoSuchRule, load_rules
from alongside.interrupt.matcher import next_word
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


def check_passage(passage: Passage, rules: RuleSet) -> tuple[Hit, ...]:
    """Everything the rules find in a passage, in order; no two hits share their beginning."""
    positions = Positions(passage.data, passage.first_line)
    seen: Counter[str] = Counter()
    return tuple(_hit(passage, found, positions, seen) for found in _found(passage, rules))


def _found(passage: Passage, rules: RuleSet) -> Iterator[_Found]:
    data, at = passage.data, 0
    find = rules.spellings.places(data)
    while (place := find(at)) is not None:
        start, ends = place
        found = _first_accepted(passage, start, ends, rules)
        if found is None:
            at = next_word(data, start)
        else:
            at = found.form_end
            yield found


def _first_accepted(
    passage: Passage, start: int, ends: Sequence[tuple[int, Sequence[int]]], rules: RuleSet
) -> _Found | None:
    """The longest words that a rule wants and its guard lets through; shorter ones get their turn."""
    for end, numbers in ends:
        wanted = [number for number in numbers if rules.may_be(number, passage.data, end)]
        if not wanted or _is_masked(passage, start, end):
            continue
        context = Context(passage, start, end)
        for number in wanted:
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
