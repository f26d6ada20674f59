"""Rules made ready to match: one JSON file a profile, and one with what people read.

Reading and spelling out several hundred rules takes a second; reading what was made of them, milliseconds.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from alongside.interrupt import sieve
from alongside.interrupt.compiled import TEXT, VERSION, Json
from alongside.interrupt.forms import FormRefused, expand, first_word, keys, words_of
from alongside.interrupt.hits import Profile
from alongside.interrupt.lookup import NEXT_SPELLING, WHOSE
from alongside.interrupt.matcher import pattern_fault
from alongside.interrupt.mentions import Mention
from alongside.interrupt.neighbours import Lists
from alongside.interrupt.rule_set import RuleSet
from alongside.interrupt.rules import WORD_FIELDS, Book, Case, Guard, Rule

ALWAYS: Final = ("person", "pronoun", "thing")
"""Word lists that the guards read by themselves."""


def compile_rules(book: Book, *, digest: str) -> dict[str, Json]:
    """Everything there is to keep, by name: a profile's, or `TEXT`."""
    spellings = {rule.id: spellings_of(rule, book.lists) for rule in book.rules}
    compiled = {profile.value: _compile_profile(book, profile, spellings) for profile in Profile}
    told = {rule.id: _text_of(rule) for rule in book.rules}
    named = {name for rule in book.rules for name in rule.sources}
    sources = {
        name: {"title": each.title, "url": each.url, "kind": each.kind}
        for name, each in book.sources.items()
        if name in named
    }
    made: dict[str, Json] = {**compiled, TEXT: {"rules": told, "sources": sources}}
    return {name: {"version": VERSION, "digest": digest, **held} for name, held in made.items()}


def rule_sets(book: Book) -> dict[Profile, RuleSet]:
    """The rules of a book in every profile, compiled here and kept nowhere."""
    made = compile_rules(book, digest="")
    return {
        profile: RuleSet(made[profile.value], profile=profile, read_text=lambda: made[TEXT])
        for profile in Profile
    }


def _compile_profile(
    book: Book, profile: Profile, spellings: Mapping[str, tuple[Sequence[str], Sequence[str]]]
) -> Json:
    rules = [rule for rule in book.rules if profile in rule.profiles]
    folded: dict[str, list[int]] = {}
    exact: dict[str, list[int]] = {}
    patterns: list[tuple[int, str]] = []
    problems = list(book.problems)
    for number, rule in enumerate(rules):
        own, refused = spellings[rule.id]
        problems.extend(refused)
        for pattern in rule.patterns:
            if fault := pattern_fault(pattern):
                problems.append(f"{rule.id}: “{pattern}”: {fault}")
            else:
                patterns.append((number, pattern))
        into = exact if rule.case is Case.EXACT else folded
        for key in dict.fromkeys(chain.from_iterable(map(keys, own))):
            into.setdefault(key, []).append(number)
    return {
        "expression": sieve.expression((*folded, *exact)),
        "before": sieve.words_before((*folded, *exact)),
        "folded": _by_first_word(folded, whole=False),
        "exact": _by_first_word(exact, whole=True),
        "followers": _followers((*folded, *exact)),
        "patterns": patterns,
        "rules": [_matched(rule, profile) for rule in rules],
        "lists": _lists_named(rules, book.lists),
        "problems": problems,
    }


def _by_first_word(spellings: Mapping[str, Sequence[int]], *, whole: bool) -> dict[str, str]:
    """First word in lower case → a line for each spelling: what follows that word, or all, and its rules.

    The lines of a word are in order, so that they can be looked up as they are: one text for each word is
    read far faster than a table of thousands.
    """
    lines: dict[str, list[str]] = {}
    for spelling, numbers in spellings.items():
        first = first_word(spelling)
        rest = spelling if whole else spelling[len(first) :]
        lines.setdefault(first.lower(), []).append(f"{rest}{WHOSE}{','.join(map(str, numbers))}")
    return {first: NEXT_SPELLING.join(sorted(each)) for first, each in lines.items()}


def _followers(spellings: Iterable[str]) -> dict[str, str]:
    """First word in lower case → the next word, or two, of each spelling; nothing where one ends with it."""
    found: dict[str, set[str]] = {}
    for spelling in spellings:
        first, *others = words_of(spelling.lower())
        found.setdefault(first, set()).add(" ".join(others[:2]))
    return {
        first: "" if "" in followers else NEXT_SPELLING.join(sorted(followers))
        for first, followers in found.items()
    }


def spellings_of(rule: Rule, lists: Lists) -> tuple[tuple[str, ...], list[str]]:
    """All that a rule's forms stand for, and what was refused."""
    text = str.lower if rule.case is not Case.EXACT else str
    found: dict[str, None] = {}
    refused = []
    for form in rule.forms:
        try:
            found.update(dict.fromkeys(map(text, expand(form, lists))))
        except FormRefused as trouble:
            refused.append(f"{rule.id}: {trouble}")
    return tuple(found), refused


def _matched(rule: Rule, profile: Profile) -> Json:
    """What matching needs to know about a rule; what is usual is left out."""
    told: Json = {"id": rule.id, "level": rule.level.value}
    if rule.case is not Case.FOLD:
        told["case"] = rule.case.value
    if guard := _guard(rule.guard, profile):
        told["guard"] = guard
    return told


def _guard(guard: Guard, profile: Profile) -> Json:
    told: Json = {name: list(items) for name in WORD_FIELDS if (items := getattr(guard, name))}
    if guard.needs_person:
        told["needs_person"] = True
    if guard.mention is not Mention.SKIP:
        told["mention"] = guard.mention.value
    if guard.mention is Mention.CONSIDER and profile is not Profile.STRICT:
        told["silent_in_quotation"] = True  # a hint for those alone who want every hint
    if guard.reach:
        told["reach"] = True
    if guard.beyond:
        told["beyond"] = True
    return told


def _lists_named(rules: Iterable[Rule], lists: Lists) -> dict[str, list[str]]:
    items = {item[1:-1] for rule in rules for item in rule.guard.lists() if item.startswith("{")}
    return {name: list(lists[name]) for name in sorted(items.union(ALWAYS)) if name in lists}


def _text_of(rule: Rule) -> Json:
    names = (
        "kind",
        "level",
        "profiles",
        "grounds",
        "why",
        "call_in",
        "alternatives",
        "no_drop_in",
        "fine_when",
        "both_ways",
    )
    told: Json = {name: getattr(rule, name) for name in (*names, "fix", "scene", "sources", "review")}
    return {name: value for name, value in told.items() if value}
