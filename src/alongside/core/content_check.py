"""The check that content passes before anybody reads it: syntax, schema, unique ids."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alongside.core.content_words import Problem, explain
from alongside.core.language import gettext as _

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

SCHEMAS: Final = Path(__file__).parent.parent / "content" / "schema"
KINDS: Final[Mapping[str, str]] = {
    "actions": "action",
    "cards": "card",
    "charters": "charter",
    "corrections": "correction",
    "drills": "drill",
    "items": "item",
    "job-words": "job-word",
    "notice-plans": "notice-plan",
    "reply-rules": "reply-rule",
    "reply-words": "reply-word",
    "resources": "resource",
    "rule-sources": "rule-source",
    "rules": "rule",
    "scenarios": "scene",
    "speech": "speech",
    "synonyms": "synonym",
    "word-lists": "word-list",
}
"""Folder of a kind → name of its `[[table]]`, which also names its schema."""

WHOLE_FILES: Final[Mapping[str, str]] = {"scene": "nodes", "pack": "requires"}
"""Tables that are a whole file, without a name of their own → the key that tells such a file from others."""

SHARED: Final = SCHEMAS / "entry.schema.json"
"""What the schemas of several kinds refer to."""

Entry = Mapping[str, object]
__all__ = ["KINDS", "SCHEMAS", "SHARED", "Entry", "Loaded", "Placed", "Problem", "check"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An entry that fits its schema, with the file it stands in and the name of its table."""

    file: str
    table: str
    entry: Entry

    @property
    def id(self) -> str:
        """The entry's id."""
        return str(self.entry.get("id", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What could be read, in file and entry order, and what was left out and why.

    `placed` tells where each entry stands, for the rooms' own rules; what comes from a cache has none.
    """

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    placed: tuple[Placed, ...] = ()


def check(sources: Mapping[Path, bytes], *, kind: str | None) -> Loaded:
    """Check TOML sources by path; `kind` None lets the tables tell. Entries with a problem are left out."""
    placed: list[Placed] = []
    problems: list[Problem] = []
    taken: dict[tuple[str, str], str] = {}
    for file, data in sources.items():
        for table, entry, found in _read_tables(file, data, kind):
            clash = _id_clash(file, table, entry, taken)
            problems.extend((*found, *clash))
            if not found and not clash:
                placed.append(Placed(file=str(file), table=table, entry=entry))
    return Loaded(
        entries=tuple(each.entry for each in placed), problems=tuple(problems), placed=tuple(placed)
    )


def _read_tables(
    file: Path, data: bytes, kind: str | None
) -> Iterator[tuple[str, Entry, tuple[Problem, ...]]]:
    """Each entry with its table's name and its problems; a file without one yields a bare problem."""
    wanted = {KINDS[kind]} if kind else {*KINDS.values(), *WHOLE_FILES}
    try:
        document = _parse(data)
    except (ValueError, RecursionError) as error:
        what = _("this is not valid TOML: %(error)s.") % {"error": error}
        cure = _("Mend the place it names; a text editor with TOML colours shows it.")
        yield "", {}, (Problem(file=str(file), what=what, cure=cure),)
        return
    whole = [table for table, key in WHOLE_FILES.items() if table in wanted and (kind or key in document)]
    if whole:
        yield _check_whole(file, whole[0], document)
        return
    tables = sorted(wanted & set(document) - set(WHOLE_FILES))
    if not tables:
        what = _("this file holds no table we know.")
        cure = _("Entries go in tables: %(tables)s.") % {
            "tables": " ".join(f"[[{t}]]" for t in sorted(wanted - set(WHOLE_FILES)))
        }
        yield "", {}, (Problem(file=str(file), what=what, cure=cure),)
    for table in tables:
        yield from _check_entries(file, table, document)


def _parse(data: bytes) -> dict[str, object]:
    """TOML as JSON values: dates become ISO text. Raises ValueError; RecursionError where it is too deep."""
    values: dict[str, object] = json.loads(json.dumps(tomllib.loads(data.decode()), default=str))
    return values


def _check_whole(file: Path, table: str, entry: Entry) -> tuple[str, Entry, tuple[Problem, ...]]:
    """The entry of a file that holds one and no table around it, such as a scene."""
    given = entry.get("id")
    name = given if isinstance(given, str) else ""
    found = sorted(_validator(table).iter_errors(entry), key=lambda fault: fault.json_path)
    problems: list[Problem] = []
    for _path, group in groupby(found, key=lambda fault: fault.json_path):
        faults = list(group)
        field = ".".join(map(str, faults[0].absolute_path))
        problems.extend(explain(faults, file=file, entry=name, field=field))
    return table, entry, tuple(problems)


def _check_entries(
    file: Path, table: str, document: Mapping[str, object]
) -> Iterator[tuple[str, Entry, tuple[Problem, ...]]]:
    entries = document[table]
    faults: dict[int | None, list[Problem]] = {}
    for number, name, field, found in _by_place(table, document):
        faults.setdefault(number, []).extend(explain(found, file=file, entry=name, field=field))
    if None in faults:
        yield table, {}, tuple(faults[None])
    if isinstance(entries, list):
        for number, entry in enumerate(entries):
            yield table, entry if isinstance(entry, dict) else {}, tuple(faults.get(number, ()))


def _by_place(
    table: str, document: Mapping[str, object]
) -> Iterator[tuple[int | None, str, str, "list[ValidationError]"]]:
    """The faults of each place (entry and field) together, so that one line can name all that is missing."""
    entries = document[table]
    found = sorted(_validator(table).iter_errors(document), key=lambda fault: fault.json_path)
    for _path, group in groupby(found, key=lambda fault: fault.json_path):
        faults = list(group)
        yield (*_place(faults[0], table, entries), faults)


def _place(fault: "ValidationError", table: str, entries: object) -> tuple[int | None, str, str]:
    """Number and name of the entry with the fault (None and "" for the whole file), and the field."""
    path = list(fault.absolute_path)
    if path[:1] == [table] and len(path) > 1 and isinstance(path[1], int) and isinstance(entries, list):
        entry = entries[path[1]]
        given = entry.get("id") if isinstance(entry, dict) else None
        name = given if isinstance(given, str) else f"{table} {path[1] + 1}"
        return path[1], name, ".".join(map(str, path[2:]))
    return None, "", ".".join(map(str, path))


def _id_clash(file: Path, table: str, entry: Entry, taken: dict[tuple[str, str], str]) -> tuple[Problem, ...]:
    name = entry.get("id")
    if not isinstance(name, str):
        return ()
    first = taken.get((table, name))
    if first is None:
        taken[table, name] = str(file)
        return ()
    what = _("this id is taken by an entry in %(file)s.") % {"file": first}
    return (Problem(file=str(file), entry=name, field="id", what=what, cure=_("Give it an id of its own.")),)


@cache
def _validator(table: str) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator  # noqa: PLC0415  # 0.15 CPU s that a warm cache never pays

    schema = json.loads((SCHEMAS / f"{table}.schema.json").read_bytes())
    if table not in WHOLE_FILES and table not in schema.get("properties", {}):  # it describes one entry
        schema = {"properties": {table: {"type": "array", "items": schema}}}
    spelt = _spelt_out(schema, schema.pop("$defs", {}))
    return Draft202012Validator(spelt if isinstance(spelt, dict) else {})


@cache
def _shared() -> Mapping[str, object]:
    definitions: Mapping[str, object] = json.loads(SHARED.read_bytes())["$defs"]
    return definitions


def _spelt_out(part: object, own: Mapping[str, object]) -> object:
    """The part of a schema with references replaced by what they name: following them is ten times slower.

    `own` are the definitions of the schema it stands in. None of ours names itself; what stands beside a
    reference, such as a description, comes before what it names.
    """
    if isinstance(part, list):
        return [_spelt_out(each, own) for each in part]
    if not isinstance(part, dict):
        return part
    spelt = {key: _spelt_out(value, own) for key, value in part.items() if key != "$ref"}
    place, _mark, name = str(part.get("$ref", "")).rpartition("#/$defs/")
    if not name:
        return spelt
    there = _shared() if place else own
    named = _spelt_out(there[name], there)
    return {**named, **spelt} if isinstance(named, dict) else spelt
