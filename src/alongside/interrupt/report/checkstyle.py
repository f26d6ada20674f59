"""A check as checkstyle's XML, which many build servers read: `info` and `warning`, never `error`."""

import re
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import quoteattr

from alongside.interrupt.hits import Hit, Level
from alongside.interrupt.report.telling import Telling, offer, on_one_line

_SEVERITIES: Final = {Level.REWORD: "warning", Level.CONSIDER: "info"}
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no sign for (§2.2)."""


def as_checkstyle(telling: Telling) -> str:
    """The whole document, ending in a newline."""
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *_document(telling), ""])


def _document(telling: Telling) -> Iterator[str]:
    yield '<checkstyle version="4.3">'
    for file in telling.checked.files:
        if file.hits:
            yield f"  <file name={_quoted(file.path)}>"
            yield from (_error(hit, telling) for hit in file.hits)
            yield "  </file>"
    yield "</checkstyle>"


def _error(hit: Hit, telling: Telling) -> str:
    about = telling.about(hit.rule)
    where = f"{hit.place}: " if hit.place else ""
    told = {
        "line": str(hit.line),
        "column": str(hit.column),
        "severity": _SEVERITIES[hit.level],
        "message": f"{where}“{on_one_line(hit)}”: {about.why} → {offer(about)}",
        "source": f"alongside.{hit.rule}",
    }
    return f"    <error {' '.join(f'{name}={_quoted(text)}' for name, text in told.items())}/>"


def _quoted(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))
