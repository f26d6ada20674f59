"""What the pages of Words read: a document checked against the rules, and the rules somebody hid."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from alongside.core.deeds import Reader
from alongside.interrupt.check import check_passage
from alongside.interrupt.hits import Hit, Passage, Profile
from alongside.interrupt.keeping import Hidden, read_hidden
from alongside.interrupt.rules import Rule
from alongside.interrupt.suppress import sift
from alongside.interrupt.web.shelf import Held, held
from alongside.web.keeper import DjangoKeeper

MOST: Final = 40
"""Rules whose findings one page shows (our choice: more is a text to mend in several goes)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one rule found: its number on the page, and the hits, each with the number of its passage."""

    number: int
    rule: Rule
    hits: tuple[tuple[int, Hit], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a document came to: by rule, in order of the first place.

    `more` counts rules beyond the first ones, `aside` what comments in the text set aside, `hidden` what
    rules would have found that the reader hid.
    """

    found: tuple[Found, ...] = ()
    more: int = 0
    aside: int = 0
    hidden: int = 0


def hidden_rules(keeper: Reader) -> Mapping[str, Hidden]:
    """The rules somebody hid; none while their vault is locked, for this page needs no vault."""
    return read_hidden(keeper) if isinstance(keeper, DjangoKeeper) else {}


def checked(passages: Sequence[Passage], profile: Profile, *, hidden: Collection[str] = ()) -> Checked:
    """Check a document against a profile; a rule that the reader hid is only counted."""
    library = held()
    rules = library.ready(profile)
    hits = [check_passage(passage, rules) for passage in passages]
    passage_of = {id(hit): number for number, found in enumerate(hits) for hit in found}
    sifted = sift(passages, hits)
    shown = [hit for hit in sifted.hits if hit.rule not in hidden]
    by_rule: dict[str, list[Hit]] = {}
    for hit in shown:
        by_rule.setdefault(hit.rule, []).append(hit)
    found = tuple(
        Found(
            number=number, rule=library.rules[rule], hits=tuple((passage_of[id(hit)], hit) for hit in of_rule)
        )
        for number, (rule, of_rule) in enumerate(by_rule.items(), start=1)
    )
    return Checked(
        found=found[:MOST],
        more=len(found[MOST:]),
        aside=len(sifted.suppressed),
        hidden=len(sifted.hits) - len(shown),
    )


def source_titles(library: Held, rule: Rule) -> tuple[tuple[str, str], ...]:
    """Title and address of what a rule rests on."""
    known = library.book.sources
    return tuple((known[each].title, known[each].url) for each in rule.sources if each in known)
