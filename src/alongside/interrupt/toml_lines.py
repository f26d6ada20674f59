"""The line of a TOML file on which something stands: parsers tell what is there, not where."""

import re
from typing import Final

_TABLE: Final = re.compile(r"^\s*\[\[")


def line_of(text: str, *, entry: str, field: str = "", words: str = "") -> int:
    """The line (from 1) of an entry, of its field, or of words in it; 0 where the entry is not found.

    Fields that are not found stand where the entry's id stands.
    """
    lines = text.splitlines()
    at = next((n for n, line in enumerate(lines) if _sets(line, "id") and _names(line, entry)), None)
    if at is None:
        return 0
    end = next((n for n in range(at, len(lines)) if _TABLE.match(lines[n])), len(lines))
    begin = max((n for n in range(at + 1) if _TABLE.match(lines[n])), default=0)
    own = range(begin, end)
    found = next((n for n in own if words and words in lines[n]), None)
    if found is None:
        found = next((n for n in own if field and _sets(lines[n], field)), at)
    return found + 1


def _sets(line: str, field: str) -> bool:
    name = re.escape(field)
    return re.match(rf"\s*{name}(?:\.[a-z_]+)*\s*=", line) is not None


def _names(line: str, entry: str) -> bool:
    return re.search(rf"=\s*[\"']{re.escape(entry)}[\"']", line) is not None
