"""Jupyter notebooks: Markdown cells, and comments and docstrings of code cells. Outputs are not read.

Source: the notebook format of Jupyter, version 4 (cells) and 3 (worksheets).
"""

import json
from collections.abc import Iterator
from typing import cast

from alongside.core.language import gettext as _
from alongside.interrupt.hits import Kind, Passage, Span
from alongside.interrupt.masks import code, markdown
from alongside.interrupt.masks.code_languages import Language
from alongside.interrupt.masks.code_names import language_called
from alongside.interrupt.refusals import Unreadable


def read(data: bytes, *, kind: Kind, name: str = "", strict: bool = False) -> tuple[Passage, ...]:  # noqa: ARG001 - one kind only
    """The cells with words in them, each with its number. Raises Unreadable for what is no notebook."""
    place = name or _("the notebook")
    try:
        book = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _broken(place, _("It is not whole JSON, perhaps cut off.")) from error
    if not isinstance(book, dict):
        raise _broken(place, _("It holds no cells."))
    language = language_called(_language(book))
    return tuple(
        Passage(data=source, masked=_masked(source, cell, language, strict=strict), place=_place(number))
        for number, cell in enumerate(_cells(book, place), start=1)
        if (source := _source(cell)) and cell.get("cell_type") in {"markdown", "heading", "code"}
    )


def _masked(source: bytes, cell: dict[str, object], language: Language, *, strict: bool) -> tuple[Span, ...]:
    if cell.get("cell_type") == "code":
        return code.mask(source, language=language, strict=strict)
    return markdown.mask(source)


def _place(number: int) -> str:
    return _("cell %(number)d") % {"number": number}


def _cells(book: dict[str, object], place: str) -> Iterator[dict[str, object]]:
    sheets = book.get("worksheets")
    groups = (
        [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
        if isinstance(sheets, list)
        else []
    )
    for cells in [book.get("cells", []), *groups]:
        if not isinstance(cells, list):
            raise _broken(place, _("Its cells are not a list."))
        yield from (cast("dict[str, object]", cell) if isinstance(cell, dict) else {} for cell in cells)


def _source(cell: dict[str, object]) -> bytes:
    """What was typed into a cell, which is stored as one text or as a list of lines."""
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    return source.encode("utf-8", "replace") if isinstance(source, str) else b""


def _language(book: dict[str, object]) -> str:
    metadata = book.get("metadata")
    for about in ("language_info", "kernelspec"):
        details = metadata.get(about) if isinstance(metadata, dict) else None
        if isinstance(details, dict):
            named = details.get("name" if about == "language_info" else "language")
            if isinstance(named, str):
                return named
    return "python"


def _broken(place: str, cause: str) -> Unreadable:
    return Unreadable(place, cause, _("Open the notebook in Jupyter and save it again."))
