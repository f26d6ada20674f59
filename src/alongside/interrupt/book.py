"""Where rules lie and how they are read: those that ship, and packs or house rules in the same TOML.

A pack is a folder; all TOML files under it count. A rule of a pack with the id of one that ships takes its
place, and its words are added to a word list of the same name. A broken entry is left out and named.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from alongside.interrupt.library import OURS
from alongside.interrupt.rules import NOTHING, Book, Entry, rule_from, source_from

TABLES: Final = ("rule", "rule-source", "word-list")


def read_book(files: Mapping[str, bytes]) -> Book:
    """The rules of these files. What ships is checked by tests; packs are checked here, by their schema."""
    problems: list[str] = []
    book = book_of(_entries(files, problems))
    return replace(book, problems=tuple(problems))


def book_of(entries: Iterable[tuple[str, Entry]], *, before: Book = NOTHING) -> Book:
    """The rules, sources and lists of entries by their tables, with those of the book `before`."""
    rules = {rule.id: rule for rule in before.rules}
    sources = dict(before.sources)
    lists = {name: dict.fromkeys(words) for name, words in before.lists.items()}
    for table, entry in entries:
        name = str(entry.get("id", ""))
        if table == "rule":
            rules[name] = rule_from(entry)
        elif table == "rule-source":
            sources[name] = source_from(entry)
        elif isinstance(words := entry.get("words"), list):
            lists.setdefault(name, {}).update(dict.fromkeys(map(str, words)))
    return Book(
        rules=tuple(rules.values()),
        lists={name: tuple(words) for name, words in lists.items()},
        sources=sources,
    )


def _entries(files: Mapping[str, bytes], problems: list[str]) -> Iterator[tuple[str, Entry]]:
    import tomllib  # noqa: PLC0415  # compiled rules need none

    for name, data in files.items():
        if name.startswith(OURS):
            try:
                yield from _tables(tomllib.loads(data.decode()))
            except ValueError as error:
                problems.append(f"{name}: {error}")
    others = {Path(name): data for name, data in files.items() if not name.startswith(OURS)}
    if others:
        yield from _checked(others, problems)


def _tables(document: Mapping[str, object]) -> Iterator[tuple[str, Entry]]:
    for table in TABLES:
        entries = document.get(table)
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict):
                yield table, entry


def _checked(files: Mapping[Path, bytes], problems: list[str]) -> Iterator[tuple[str, Entry]]:
    from alongside.core.content_check import check  # noqa: PLC0415  # 0.15 CPU s that a warm cache never pays

    ours = {file: data for file, data in files.items() if _holds_rules(data)}
    loaded = check(ours, kind=None)
    problems.extend(map(str, loaded.problems))
    yield from ((each.table, each.entry) for each in loaded.placed if each.table in TABLES)


def _holds_rules(data: bytes) -> bool:
    """Whether a file of a pack is for us: packs also hold scenes, cards and more."""
    return any(f"[[{table}]]".encode() in data for table in TABLES)
