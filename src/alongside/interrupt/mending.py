"""From a document to the same with safe words put in: what may be changed, and by what.

Only hits that stand are touched: what a comment, the settings, a baseline or a diff sets aside stays.
"""

from collections.abc import Sequence
from typing import Final

from alongside.interrupt.check import check_passage
from alongside.interrupt.documents import HEAD_BYTES, kind_of, read_passages
from alongside.interrupt.fix import FIXABLE, Fixed, fix_text
from alongside.interrupt.hits import Hit, Kind, Passage, Profile
from alongside.interrupt.inflection import in_form_of
from alongside.interrupt.results import FileResult
from alongside.interrupt.rule_set import RuleSet
from alongside.interrupt.run import Way
from alongside.interrupt.suppress import sift
from alongside.interrupt.walk import Found

_MARK: Final = b"\xef\xbb\xbf"
"""The byte order mark of UTF-8, which is no part of the words."""


def mend(data: bytes, file: Found, way: Way, standing: FileResult) -> Fixed:
    """The bytes of `file` with every safe change made on the lines where hits stand."""
    kind = way.recipe.kind or kind_of(file.path, data[:HEAD_BYTES])
    if kind not in FIXABLE or (kind is Kind.CODE and way.recipe.profile is Profile.STRICT):
        return Fixed(data=data, changes=())
    mark = _MARK if data.startswith(_MARK) else b""
    lines = {hit.line for hit in standing.hits}

    def hits(now: bytes) -> Sequence[tuple[Hit, str]]:
        passage = _passage(now, kind, file, way)
        return [] if passage is None else _offers(passage, way, lines)

    fixed = fix_text(data.removeprefix(mark), hits=hits)
    return Fixed(data=mark + fixed.data, changes=fixed.changes)


def _passage(data: bytes, kind: Kind, file: Found, way: Way) -> Passage | None:
    """The document as one passage of just these bytes; None where it was decoded from others."""
    strict = way.recipe.profile is Profile.STRICT
    document = read_passages(data, kind, name=file.shown, strict=strict)
    return document.passages[0] if document.encoding == "utf-8" else None


def _offers(passage: Passage, way: Way, lines: set[int]) -> list[tuple[Hit, str]]:
    sifted = sift([passage], [check_passage(passage, way.rules)], allow=way.recipe.allow)
    offers = ((hit, _offer(hit, way.rules)) for hit in sifted.hits if hit.line in lines)
    return [(hit, offer) for hit, offer in offers if offer]


def _offer(hit: Hit, rules: RuleSet) -> str | None:
    """The words that a safe rule puts in for this hit, in its grammatical form."""
    about = rules.about(hit.rule)
    if about.fix != "safe" or len(about.alternatives) != 1:
        return None
    return in_form_of(hit.words, about.alternatives[0], is_base=lambda word: _knows(rules, hit.rule, word))


def _knows(rules: RuleSet, rule: str, words: str) -> bool:
    """Whether the rule has a form with exactly this spelling."""
    data = words.encode()
    found = rules.spellings.places(data)(0)
    if found is None or found[0] != 0:
        return False
    whole = [numbers for end, numbers in found[1] if end == len(data)]
    return any(rules.matched[number].id == rule for numbers in whole for number in numbers)
