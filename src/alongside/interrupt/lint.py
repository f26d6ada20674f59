"""What a schema cannot say of rules: words twice, sources and scenes that are not there, examples that fail.

Rules are linted together with those that ship, in whose company they will be used.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from alongside.core.content_check import Placed, Problem
from alongside.core.language import gettext as _
from alongside.interrupt.book import TABLES, book_of, read_book
from alongside.interrupt.check import check_passage
from alongside.interrupt.compiler import rule_sets, spellings_of
from alongside.interrupt.examples import try_examples
from alongside.interrupt.forms import FormRefused, expand, keys
from alongside.interrupt.hits import Level, Passage, Profile
from alongside.interrupt.library import SHIPPED, rule_files
from alongside.interrupt.matcher import pattern_fault
from alongside.interrupt.neighbours import END
from alongside.interrupt.rule_set import RuleSet
from alongside.interrupt.rules import Book, Rule
from alongside.interrupt.toml_lines import line_of

MOST_SPELLINGS: Final = 1500
"""Of one rule (our choice): a few that spelt out every combination made a small check three times as slow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fault:
    rule: str
    field: str
    what: str
    cure: str
    words: str = ""


def problems(placed: Sequence[Placed]) -> tuple[Problem, ...]:
    """What is wrong with the rules among entries that fit their schemas, each with its file and line."""
    ours = [each for each in placed if each.table in TABLES]
    files = {each.id: each.file for each in ours if each.table == "rule"}
    if not files:
        return ()
    shipped = read_book(rule_files())
    book = book_of(((each.table, each.entry) for each in ours), before=shipped)
    texts = {file: Path(file).read_text("utf-8") for file in set(files.values())}
    scenes = {each.id for each in placed if each.table == "scene"}.union(_shipped_scenes())
    found = sorted(_faults(book, set(files), scenes), key=lambda fault: fault.rule)
    return tuple(_problem(fault, files[fault.rule], texts[files[fault.rule]]) for fault in found)


def _problem(fault: _Fault, file: str, text: str) -> Problem:
    line = line_of(text, entry=fault.rule, field=fault.field, words=fault.words)
    return Problem(
        file=file, line=line, entry=fault.rule, field=fault.field, what=fault.what, cure=fault.cure
    )


def _shipped_scenes() -> set[str]:
    return {file.stem for file in (SHIPPED / "scenarios").glob("*.toml")}


def _faults(book: Book, names: set[str], scenes: set[str]) -> Iterator[_Fault]:
    rules = [rule for rule in book.rules if rule.id in names]
    sets = rule_sets(book)
    for rule in rules:
        yield from _forms(rule, book)
        yield from _references(rule, book, scenes)
        yield from _lists(rule, book)
        yield from _consistency(rule)
        yield from _alternatives(rule, sets)
    yield from _twice(book, names)
    for miss in try_examples(rules, sets):
        cure = _("Mend the example or the rule: “%(text)s”") % {"text": miss.example}
        yield _Fault(rule=miss.rule, field="examples", what=miss.what, cure=cure, words=miss.example)


def _forms(rule: Rule, book: Book) -> Iterator[_Fault]:
    spellings = 0
    for form in rule.forms:
        try:
            spellings += len(expand(form, book.lists))
        except FormRefused as refused:
            what = f"{refused.place}: {refused.cause}"
            yield _Fault(rule=rule.id, field="forms", what=what, cure=refused.way_out, words=form)
    if spellings > MOST_SPELLINGS:
        what = _("its forms make %(count)d spellings; more than %(most)d slow every check down.")
        cure = _("Look for fewer words, and ask for the others with `before` and `after`.")
        told = what % {"count": spellings, "most": MOST_SPELLINGS}
        yield _Fault(rule=rule.id, field="forms", what=told, cure=cure)
    for pattern in rule.patterns:
        if fault := pattern_fault(pattern):
            what, cure = f"“{pattern}”: {fault}", _("Say it with forms, or mend it after RE2's syntax.")
            yield _Fault(rule=rule.id, field="patterns", what=what, cure=cure)


def _references(rule: Rule, book: Book, scenes: set[str]) -> Iterator[_Fault]:
    for name in rule.sources:
        if name not in book.sources:
            what = _("there is no source “%(name)s”.") % {"name": name}
            cure = _("Add a [[rule-source]] with this id, or name another one.")
            yield _Fault(rule=rule.id, field="sources", what=what, cure=cure)
    if rule.scene and rule.scene not in scenes:
        what = _("there is no scene “%(name)s”.") % {"name": rule.scene}
        yield _Fault(rule=rule.id, field="scene", what=what, cure=_("Name a scene of the practise room."))
    if rule.kind == "phrase" and not rule.scene:
        what = _("a phrase needs a scene in which to rehearse an answer.")
        yield _Fault(rule=rule.id, field="scene", what=what, cure=_("Name the nearest scene."))


def _lists(rule: Rule, book: Book) -> Iterator[_Fault]:
    for item in rule.guard.lists():
        if item.startswith("{") and item != END and item[1:-1] not in book.lists:
            what = _("there is no word list “%(name)s”.") % {"name": item[1:-1]}
            yield _Fault(rule=rule.id, field="guard", what=what, cure=_("Add it, or write the words out."))


def _consistency(rule: Rule) -> Iterator[_Fault]:
    if rule.guard.reach and not (rule.guard.after or rule.guard.near):
        what = _("`reach` goes on to the word that `after` or `near` found, and there is neither.")
        yield _Fault(
            rule=rule.id, field="guard", what=what, cure=_("Add `after` or `near`, or take `reach` out.")
        )
    if rule.fix == "safe" and len(rule.alternatives) != 1:
        what = _("a safe fix needs exactly one alternative.")
        yield _Fault(rule=rule.id, field="fix", what=what, cure=_("Leave one, or take `fix` out."))


def _alternatives(rule: Rule, sets: Mapping[Profile, RuleSet]) -> Iterator[_Fault]:
    """An alternative that another rule finds sends the writer in a circle; hints apart."""
    for words in rule.alternatives:
        for profile in rule.profiles:
            hits = check_passage(Passage(data=words.encode()), sets[profile])
            if found := next((hit for hit in hits if hit.level is Level.REWORD), None):
                what = _("the alternative “%(words)s” is found by the rule %(rule)s.")
                told = what % {"words": words, "rule": found.rule}
                yield _Fault(rule=rule.id, field="alternatives", what=told, cure=_("Offer other words."))
                break


def _twice(book: Book, names: set[str]) -> Iterator[_Fault]:
    """Spellings that two rules of one profile have: only one of the two would ever speak."""
    owners: dict[tuple[Profile, str], str] = {}
    told: set[tuple[str, str]] = set()
    for rule in book.rules:
        spellings, _refused = spellings_of(rule, book.lists)
        for key in dict.fromkeys(chain.from_iterable(map(keys, spellings))):
            first = {owners.setdefault((profile, key), rule.id) for profile in rule.profiles} - {rule.id}
            for other in first:
                pair = (other, rule.id) if rule.id in names else (rule.id, other)
                if names.intersection(pair) and pair not in told:
                    told.add(pair)
                    yield _shared(pair[1], pair[0], key)


def _shared(rule: str, other: str, spelling: str) -> _Fault:
    what = _("“%(words)s” is a form of the rule %(other)s, too.") % {"words": spelling, "other": other}
    return _Fault(rule=rule, field="forms", what=what, cure=_("Leave it to one of them."))
