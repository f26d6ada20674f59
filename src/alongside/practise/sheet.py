"""A few pages to print: one model, as Markdown and as one HTML file without script or request.

The page size is left to the printer, so that A4 and Letter both fit.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import Final, TypeAlias

from alongside.core.language import language

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_MARKS: Final = re.compile(r"([\\`*_<>\[\]#|])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 2 or 3; `page` begins a new page in print."""

    text: str
    level: int = 2
    page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; `kind` is "", "notice" or "quote"."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A list; `numbered` where the order counts."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table whose first row is its head."""

    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Heading | Paragraph | Points | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A title and what stands under it."""

    title: str
    blocks: Sequence[Block]

    def markdown(self) -> str:
        """The sheet as Markdown."""
        return "\n\n".join([f"# {_plain(self.title)}", *map(_as_markdown, self.blocks)]) + "\n"

    def html(self) -> str:
        """The sheet as one HTML file."""
        style = (files("alongside.practise") / "sheet.css").read_text(encoding="utf-8")
        return (
            f'<!doctype html>\n<html lang="{escape(language())}" dir="auto"><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
            f"<title>{escape(self.title)}</title><style>\n{style}</style></head>\n<body><main>\n"
            f"<h1>{escape(self.title)}</h1>\n{''.join(map(_as_html, self.blocks))}</main></body></html>\n"
        )


def _as_markdown(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_plain(block.text)}"
        case Paragraph():
            return f"> {_plain(block.text)}" if block.kind else _plain(block.text)
        case Points():
            marks = [f"{n}." if block.numbered else "-" for n in range(1, len(block.items) + 1)]
            return "\n".join(f"{mark} {_plain(item)}" for mark, item in zip(marks, block.items, strict=True))
        case Grid():
            rows = [f"| {' | '.join(map(_plain, row))} |" for row in block.rows]
            return "\n".join([rows[0], "|---" * len(block.rows[0]) + "|", *rows[1:]])


def _as_html(block: Block) -> str:
    match block:
        case Heading():
            page = ' class="page"' if block.page else ""
            return f"<h{block.level}{page}>{escape(block.text)}</h{block.level}>\n"
        case Paragraph():
            kind = f' class="{block.kind}"' if block.kind else ""
            return f"<p{kind}>{escape(block.text)}</p>\n"
        case Points():
            tag = "ol" if block.numbered else "ul"
            items = "".join(f"<li>{escape(item)}</li>" for item in block.items)
            return f"<{tag}>{items}</{tag}>\n"
        case Grid():
            return _table(block)


def _table(grid: Grid) -> str:
    head, *rows = grid.rows
    top = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>\n"


def _plain(text: str) -> str:
    """Text as Markdown that stands for itself."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
