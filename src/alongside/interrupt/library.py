"""Where rules lie and how they are read: those that ship, and packs or house rules in the same TOML.

A pack is a folder; all TOML files under it count. A rule of a pack with the id of one that ships takes its
place, and its words are added to a word list of the same name. A broken entry is left out and named.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.interrupt.rules import Book, Entry, Rule, Source, rule_from, source_from

SHIPPED: Final = Path(__file__).parent.parent / "content" / "en"
FOLDERS: Final = ("rules", "rule-sources", "word-lists")
OURS: Final = "shipped:"
"""Begins the name of a file that ships; no path of a pack begins so."""
TABLES: Final = ("rule", "rule-source", "word-list")


class PackRefused(Trouble):
    """A pack that is not there, or cannot be read."""


def rule_files(packs: Sequence[Path] = ()) -> dict[str, bytes]:
    """The files of rules that ship and of packs, by a name that says which; no file is parsed."""
    shipped = (file for name in FOLDERS for file in sorted((SHIPPED / name).glob("*.toml")))
    files = {f"{OURS}{file.parent.name}/{file.name}": file.read_bytes() for file in shipped}
    for pack in packs:
        files.update({str(file): _read(file) for file in _files_of(pack)})
    return files


def _files_of(pack: Path) -> list[Path]:
    files = sorted(pack.rglob("*.toml")) if pack.is_dir() else [pack]
    if not files:
        raise PackRefused(
            str(pack), _("there are no rules here."), _("Name a folder with .toml files of rules.")
        )
    return files


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        cause = _("this file of rules cannot be read (%(reason)s).") % {"reason": error.strerror}
        raise PackRefused(str(file), cause, _("Check that it exists and that you may read it.")) from error


def read_book(files: Mapping[str, bytes]) -> Book:
    """The rules of these files. What ships is checked by tests; packs are checked here, by their schema."""
    problems: list[str] = []
    rules: dict[str, Rule] = {}
    sources: dict[str, Source] = {}
    lists: dict[str, dict[str, None]] = {}
    for table, entry in _entries(files, problems):
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
        problems=tuple(problems),
    )


def _entries(files: Mapping[str, bytes], problems: list[str]) -> Iterator[tuple[str, Entry]]:
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
