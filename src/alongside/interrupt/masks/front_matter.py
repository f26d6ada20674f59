"""The head of a Markdown page: fields in YAML or TOML, of which title, description and summary are read."""

import re
from collections.abc import Iterator

from alongside.interrupt.masks.spans import Pair

_YAML = re.compile(rb"---[ \t]*\r?\n(?:.*?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_TOML = re.compile(rb"\+\+\+[ \t]*\r?\n(?:.*?\n)??\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_READ = re.compile(
    rb"^(?:title|description|summary)[ \t]*+[:=][ \t]*+(?:[|>][-+0-9]*+[ \t]*+\r?$)?"
    rb"([^\n]*+(?>(?:\n[ \t]++[^\n]*+)*))",
    re.MULTILINE | re.IGNORECASE,
)


def front_matter(data: bytes) -> tuple[int, tuple[Pair, ...]]:
    """Where the page itself begins, and what of its head is not read."""
    found = (_YAML if data.startswith(b"---") else _TOML).match(data)
    if found is None:
        return 0, ()
    return found.end(), tuple(_unread(data, found.end()))


def _unread(data: bytes, end: int) -> Iterator[Pair]:
    at = 0
    for field in _READ.finditer(data, 0, end):
        yield at, field.start(1)
        at = field.end(1)
    yield at, end
