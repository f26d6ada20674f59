"""How often each rule found something: counts for a house, with no file, no line and nobody in them."""

import json
from collections import Counter
from dataclasses import dataclass

from alongside.core.language import gettext as _
from alongside.interrupt.hits import Level
from alongside.interrupt.results import Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCount:
    """How many places one rule found, and in how many files."""

    rule: str
    level: Level
    places: int
    files: int


def counts(checked: Checked) -> tuple[RuleCount, ...]:
    """The rules that found something, the most frequent first, then by name."""
    places: Counter[str] = Counter(hit.rule for hit in checked.hits)
    files: Counter[str] = Counter(rule for file in checked.files for rule in {hit.rule for hit in file.hits})
    levels = {hit.rule: hit.level for hit in checked.hits}
    rows = [
        RuleCount(rule=rule, level=levels[rule], places=count, files=files[rule])
        for rule, count in places.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.places, row.rule)))


def as_table(rows: tuple[RuleCount, ...]) -> str:
    """The counts as text; empty where nothing was found."""
    if not rows:
        return ""
    head = (_("places"), _("files"), _("rule"))
    table = [head, *((str(row.places), str(row.files), row.rule) for row in rows)]
    wide = [max(len(line[column]) for line in table) for column in (0, 1)]
    lines = [f"{line[0]:>{wide[0]}}  {line[1]:>{wide[1]}}  {line[2]}" for line in table]
    return "\n".join([*lines, ""])


def as_json(rows: tuple[RuleCount, ...]) -> str:
    """The counts as JSON, ending in a newline."""
    told = [
        {"rule": row.rule, "level": row.level.value, "places": row.places, "files": row.files} for row in rows
    ]
    return json.dumps({"schema_version": "1", "kind": "word-counts", "rules": told}, indent=2) + "\n"
