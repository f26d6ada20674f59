"""Rules for wording, made with what a test is about and nothing else."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

from alongside.interrupt import library
from alongside.interrupt.book import book_of, read_book
from alongside.interrupt.check import check_passage
from alongside.interrupt.compiler import rule_sets
from alongside.interrupt.hits import Hit, Passage, Profile, Span
from alongside.interrupt.library import rule_files
from alongside.interrupt.matcher import LITTLE
from alongside.interrupt.rule_set import RuleSet
from alongside.interrupt.rules import Book

LISTS = {
    "person": ["person", "people", "child", "children", "users", "colleague"],
    "pronoun": ["he", "his", "him", "she", "they", "who"],
    "thing": ["button", "process", "interface", "host"],
    "role": ["developer", "nurse", "teacher"],
}


def rule(*forms: str, id: str = "a-rule", **more: object) -> dict[str, object]:
    """An entry as a content file holds it."""
    made: dict[str, object] = {
        "id": id,
        "kind": "term",
        "level": "reword",
        "profiles": ["default", "strict", "job-ad"],
        "grounds": ["any"],
        "forms": list(forms),
        "why": "These words may leave readers out.",
        "call_in": "Could we say it another way?",
        "alternatives": ["other words"],
        "fine_when": "In quotations.",
        "sources": ["a-source"],
        "examples": {"flagged": [], "unflagged": []},
        "review": "unreviewed",
    }
    return {**made, **more}


def book(*rules: Mapping[str, object], lists: Mapping[str, Sequence[str]] = LISTS) -> Book:
    source = {"id": "a-source", "title": "A guide", "url": "https://example.org/", "kind": "guidance"}
    named = [("word-list", {"id": name, "words": list(words)}) for name, words in lists.items()]
    return book_of([*(("rule", each) for each in rules), ("rule-source", source), *named])


def rule_set(*rules: Mapping[str, object], profile: Profile = Profile.DEFAULT) -> RuleSet:
    return rule_sets(book(*rules))[profile]


def hits(text: str | bytes, rules: RuleSet, masked: Sequence[tuple[int, int]] = ()) -> tuple[Hit, ...]:
    data = text.encode() if isinstance(text, str) else text
    spans = tuple(Span(start=start, end=end) for start, end in masked)
    return check_passage(Passage(data=data, masked=spans), rules)


def found(text: str | bytes, *rules: Mapping[str, object]) -> list[str]:
    """The words that the rules find in a text."""
    return [hit.words for hit in hits(text, rule_set(*rules))]


@cache
def shipped() -> dict[Profile, RuleSet]:
    """The rules that ship, in every profile."""
    return rule_sets(read_book(rule_files()))


def by_word(rules: RuleSet) -> RuleSet:
    """The same, looking word by word however much there is, as without RE2."""
    rules.spellings._looked_at = -(1 << 60)
    return rules


def by_sieve(rules: RuleSet) -> RuleSet:
    """The same, with RE2 from the first byte on."""
    rules.spellings._looked_at = LITTLE
    return rules


ALL = '"default", "strict", "job-ad"'
HEAD = 'schema = 1\nlanguage = "en"\nlicence = "CC-BY-SA-4.0"\n'
RULE = """
[[rule]]
id = "{id}"
kind = "term"
level = "reword"
profiles = [{profiles}]
grounds = ["any"]
{words}
why = "These words may leave out readers who are new here."
call_in = "Could we say “a zzword”? It says the same."
alternatives = ["other words"]
fine_when = "In quotations and in names."
sources = ["a-guide"]
examples.flagged = ["«zzone» here", "and «zzone»", "no «zzone»"]
examples.unflagged = ["line one", "line two", "line three"]
provenance = {{ made_by = "project", method = "made for a test" }}
review = "unreviewed"
"""
SOURCE = """
[[rule-source]]
id = "a-guide"
title = "A guide"
publisher = "A publisher"
url = "https://example.org/"
kind = "guidance"
looked_up = "2026-11-22"
checked_how = "made for a test"
"""


def written(words: str = 'forms = ["zzone"]', *, id: str = "house-rule", profiles: str = ALL) -> str:
    """A file with one rule, sound but for what is asked for."""
    return HEAD + RULE.format(id=id, words=words, profiles=profiles)


def pack(folder: Path, words: str = 'forms = ["zzone"]', *, id: str = "house-rule") -> Path:
    """A folder with a rule and its source."""
    folder.mkdir(exist_ok=True, parents=True)
    (folder / "house.toml").write_text(written(words, id=id), "utf-8")
    (folder / "sources.toml").write_text(HEAD + SOURCE, "utf-8")
    return folder


def ship_little(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ship two rules alone, so that nothing waits for four hundred."""
    bound = written('forms = ["wheelchair-bound"]', id="wheelchair-bound")
    strict = written('forms = ["zzstrict"]', id="a-strict-rule", profiles='"strict"')
    for name, text in (("bound", bound), ("strict", strict)):
        (folder / "rules").mkdir(parents=True, exist_ok=True)
        (folder / "rules" / f"{name}.toml").write_text(text, "utf-8")
    (folder / "rule-sources").mkdir()
    (folder / "rule-sources" / "sources.toml").write_text(HEAD + SOURCE, "utf-8")
    monkeypatch.setattr(library, "SHIPPED", folder)
