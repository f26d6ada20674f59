"""A rule's examples are its tests: words in «guillemets» are found by their rule, all else is left alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from alongside.core.content_check import Placed
from alongside.core.language import gettext as _
from alongside.interrupt.book import TABLES, book_of, read_book
from alongside.interrupt.check import check_passage
from alongside.interrupt.compiler import rule_sets
from alongside.interrupt.hits import Passage, Profile
from alongside.interrupt.library import rule_files
from alongside.interrupt.rule_set import RuleSet
from alongside.interrupt.rules import Rule

OPENS, CLOSES = "«", "»"


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """An example that does not hold: of which rule, the text, and what is wrong."""

    rule: str
    example: str
    what: str


def try_examples(rules: Sequence[Rule], sets: Mapping[Profile, RuleSet]) -> Iterator[Miss]:
    """Each example of each rule that does not hold, tried in the first profile in which the rule is on."""
    for rule in rules:
        own = sets[rule.profiles[0]]
        for example in rule.examples.flagged:
            text, wanted = marked(example)
            yield from _missed(rule, example, wanted, _found(text, rule.id, own))
        for example in rule.examples.unflagged:
            yield from _missed(rule, example, [], _found(example, rule.id, own))


def misses_in(placed: Sequence[Placed]) -> Iterator[tuple[str, Miss]]:
    """Each example of the rules among content entries that does not hold, with the rule's file."""
    ours = [each for each in placed if each.table in TABLES]
    files = {each.id: each.file for each in ours if each.table == "rule"}
    book = book_of(((each.table, each.entry) for each in ours), before=read_book(rule_files()))
    rules = [rule for rule in book.rules if rule.id in files]
    yield from ((files[miss.rule], miss) for miss in try_examples(rules, rule_sets(book)))


def marked(example: str) -> tuple[str, list[str]]:
    """The text without its marks, and what stood between them."""
    pieces = example.replace(CLOSES, OPENS).split(OPENS)
    return "".join(pieces), pieces[1::2]


def _found(text: str, rule: str, rules: RuleSet) -> list[str]:
    return [hit.words for hit in check_passage(Passage(data=text.encode()), rules) if hit.rule == rule]


def _missed(rule: Rule, example: str, wanted: Sequence[str], found: Sequence[str]) -> Iterator[Miss]:
    for words in _without(wanted, found):
        yield Miss(rule=rule.id, example=example, what=_("not found: “%(words)s”.") % {"words": words})
    for words in _without(found, wanted):
        yield Miss(
            rule=rule.id, example=example, what=_("found, and not marked: “%(words)s”.") % {"words": words}
        )


def _without(these: Sequence[str], those: Sequence[str]) -> list[str]:
    left = list(those)
    return [each for each in these if each not in left or left.remove(each)]  # type: ignore[func-returns-value]
