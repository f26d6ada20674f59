"""Rules made ready to match: one JSON file a profile, and one with what people read.

Reading and spelling out several hundred rules takes a second; reading JSON takes milliseconds. What is
compiled is named by a digest of all it was made of, so that an edited rule is used at once and nothing stale
ever is. JSON, never pickle: a cache somebody else wrote can at most be wrong.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from alongside.interrupt import trie
from alongside.interrupt.forms import FormRefused, expand, first_word, keys
from alongside.interrupt.hits import Profile
from alongside.interrupt.rules import WORD_FIELDS, Book, Case, Guard, Lists, Mention, Rule

VERSION: Final = 1
"""Of this compiler and what reads it: raise it with every change of either."""
TEXT: Final = "text"
KEPT: Final = 8
"""Compiled sets that a cache keeps (our choice): several projects with house rules of their own."""
ALWAYS: Final = ("person", "pronoun", "thing")
"""Word lists that the guards read by themselves."""

Json = dict[str, object]


def digest(files: Mapping[str, bytes]) -> str:
    """What the compiled form is named by: the version, and name and content of every file."""
    told = hashlib.sha256(f"{VERSION}".encode())
    for name in sorted(files):
        told.update(f"\0{name}\0{len(files[name])}\0".encode("utf-8", "surrogateescape"))
        told.update(files[name])
    return told.hexdigest()[:32]


def compile_rules(book: Book, *, digest: str) -> dict[str, Json]:
    """Everything there is to keep, by name: a profile's, or `TEXT`."""
    compiled = {profile.value: _compile_profile(book, profile) for profile in Profile}
    told = {rule.id: _text_of(rule) for rule in book.rules}
    named = {name for rule in book.rules for name in rule.sources}
    sources = {
        name: {"title": each.title, "publisher": each.publisher, "url": each.url, "kind": each.kind}
        for name, each in book.sources.items()
        if name in named
    }
    made: dict[str, Json] = {**compiled, TEXT: {"rules": told, "sources": sources}}
    return {name: {"version": VERSION, "digest": digest, **held} for name, held in made.items()}


def _compile_profile(book: Book, profile: Profile) -> Json:
    rules = [rule for rule in book.rules if profile in rule.profiles]
    folded: dict[str, list[int]] = {}
    exact: dict[str, list[int]] = {}
    problems = list(book.problems)
    for number, rule in enumerate(rules):
        spellings, refused = spellings_of(rule, book.lists)
        problems.extend(refused)
        into = exact if rule.case is Case.EXACT else folded
        for key in dict.fromkeys(chain.from_iterable(map(keys, spellings))):
            into.setdefault(key, []).append(number)
    return {
        "expression": _expression(folded, exact),
        "folded": _by_first_word(folded, whole=False),
        "exact": _by_first_word(exact, whole=True),
        "patterns": [(number, pattern) for number, rule in enumerate(rules) for pattern in rule.patterns],
        "rules": [_matched(rule) for rule in rules],
        "lists": _lists_named(rules, book.lists),
        "problems": problems,
    }


def _by_first_word(spellings: Mapping[str, Sequence[int]], *, whole: bool) -> dict[str, str]:
    """First word in lower case → a line for each spelling: what follows that word, or all, and its rules.

    One text for each word is read far faster than a table of thousands; few are ever taken apart.
    """
    lines: dict[str, list[str]] = {}
    for spelling, numbers in sorted(spellings.items()):
        first = first_word(spelling)
        rest = spelling if whole else spelling[len(first) :]
        lines.setdefault(first.lower(), []).append(f"{rest}\t{','.join(map(str, numbers))}")
    return {first: "\n".join(each) for first, each in lines.items()}


def _expression(folded: Iterable[str], exact: Iterable[str]) -> str:
    as_written = trie.expression(exact)
    parts = [trie.expression(folded), f"(?-i:{as_written})" if as_written else ""]
    return "|".join(filter(None, parts))


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


def _matched(rule: Rule) -> Json:
    """What matching needs to know about a rule; what is usual is left out."""
    told: Json = {"id": rule.id, "level": rule.level.value}
    if rule.case is not Case.FOLD:
        told["case"] = rule.case.value
    if guard := _guard(rule.guard):
        told["guard"] = guard
    return told


def _guard(guard: Guard) -> Json:
    told: Json = {name: list(items) for name in WORD_FIELDS if (items := getattr(guard, name))}
    if guard.needs_person:
        told["needs_person"] = True
    if guard.mention is not Mention.SKIP:
        told["mention"] = guard.mention.value
    if guard.reach:
        told["reach"] = True
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


def kept(folder: Path, name: str) -> Json | None:
    """What was compiled before, or None where it is absent, cut short, or of another version."""
    try:
        held = json.loads((folder / f"{name}.json").read_bytes())
    except (OSError, ValueError):
        return None
    return held if isinstance(held, dict) and held.get("version") == VERSION else None


def keep(folder: Path, compiled: Mapping[str, Json]) -> bool:
    """Write what was compiled, each file whole or not at all; False where it cannot be written."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, held in compiled.items():
            _write(folder / f"{name}.json", written(held))
    except OSError:  # a full disk, a read-only folder: compiling again is slower, nothing worse
        return False
    return True


def written(held: Json) -> bytes:
    """The JSON of one compiled file, the same for the same rules."""
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()


def _write(file: Path, data: bytes) -> None:
    beside = file.with_suffix(f".{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def forget_old(cache: Path, keeping: Path) -> None:
    """Leave the newest compiled sets, and the one in use."""
    with contextlib.suppress(OSError):
        folders = [each for each in cache.iterdir() if each.is_dir() and each != keeping]
        folders.sort(key=lambda each: each.stat().st_mtime, reverse=True)
        for old in folders[KEPT - 1 :]:
            for file in old.iterdir():
                file.unlink(missing_ok=True)
            old.rmdir()
