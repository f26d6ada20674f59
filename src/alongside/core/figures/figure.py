"""A figure: one drawing, one sentence that states what it shows, and the same numbers as a table and as CSV.

Everything a reader can meet (description, caption, table, CSV, JSON) comes from one `Figure`. Checklist for
the form: Chartability. Limits: no interaction, no legend; a figure with over four series needs another form.
"""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final
from urllib.parse import quote

from alongside.core.disclosure import Published
from alongside.core.figures.drawing import STAND_ALONE_WIDTH, Mark, Pen, number
from alongside.core.language import gettext as _
from alongside.core.language import language

RIGHT_TO_LEFT: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose drawings are mirrored (those of Unicode CLDR that we may meet)."""

_ID: Final = re.compile(r"[a-z][a-z0-9-]*")
_LITTLE: Final = 0.005
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class Markup(str):
    """Text that is HTML already: templates that know the `__html__` convention do not escape it again."""

    __slots__ = ()

    def __html__(self) -> str:
        """The markup as it stands."""
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A drawing and its numbers. `id` is unique on the page; `finding` states in one sentence what is shown.

    `rows` hold text as people read it, one tuple a row as wide as `headers`; the first column names the row.
    `height` is in em. `rtl` mirrors the drawing.
    """

    id: str
    title: str
    desc: str
    finding: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marks: tuple[Mark, ...]
    height: float
    rtl: bool = False

    def __post_init__(self) -> None:
        """Refuse an id that could not stand in an attribute."""
        if not _ID.fullmatch(self.id):
            message = f"a figure's id is lower-case letters, digits and hyphens, not {self.id!r}"
            raise ValueError(message)

    def svg(self, *, standalone: bool = False) -> Markup:
        """The drawing: for a page (classes of the stylesheet), or as a file of its own (colours inside)."""
        marks = Pen(id=self.id, standalone=standalone, rtl=self.rtl).draw(self.marks)
        direction = "rtl" if self.rtl else "ltr"
        return Markup(
            f'<svg{_size(self.height, standalone=standalone)} direction="{direction}" role="img"'
            f' aria-labelledby="{self.id}-title {self.id}-desc">'
            f'<title id="{self.id}-title">{escape(self.title)}</title>'
            f'<desc id="{self.id}-desc">{escape(self.desc)}</desc>'
            f"{_PAPER if standalone else ''}{marks}</svg>"
        )

    def html(self) -> Markup:
        """The figure for a page: drawing, finding, and the table with its CSV link behind `details`."""
        return Markup(
            f'<figure class="figure" id="{self.id}">{self.svg()}'
            f"<figcaption>{escape(self.finding)}</figcaption>"
            f'<details><summary id="{self.id}-numbers">{escape(_("Read it as a table"))}</summary>'
            f"{self._table()}<p>{self._download()}</p></details></figure>"
        )

    def csv(self) -> str:
        """The table as CSV (RFC 4180). A cell that a spreadsheet would run gets an apostrophe."""
        out = io.StringIO()
        writer = csv.writer(out)
        for row in (self.headers, *self.rows):
            writer.writerow([harmless(cell) for cell in row])
        return out.getvalue()

    def as_json(self) -> Mapping[str, object]:
        """The same words and rows for a JSON report."""
        return {
            "id": self.id,
            "title": self.title,
            "description": self.desc,
            "finding": self.finding,
            "headers": list(self.headers),
            "rows": [list(row) for row in self.rows],
        }

    def _download(self) -> str:
        data = f"data:text/csv;charset=utf-8,{quote(self.csv())}"
        return (
            f'<a class="quiet" id="{self.id}-csv" download="{self.id}.csv" href="{data}">'
            f"{escape(_('Save the table as CSV'))}</a>"
        )

    def _table(self) -> str:
        head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in self.headers)
        rows = "".join(_table_row(row) for row in self.rows)
        return (
            f'<div class="table-region" id="{self.id}-table" role="region" tabindex="0"'
            f' aria-labelledby="{self.id}-caption"><table>'
            f'<caption id="{self.id}-caption">{escape(self.title)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        )


def words(value: Published) -> str:
    """A share as people read it: a whole percentage, or why it is not shown. Captions use this too."""
    if value.value is not None:
        return whole_percent(value.value)
    return _("not measurable") if is_gap(value) else _("hidden to protect privacy")


def whole_percent(share: float) -> str:
    """A share (0 to 1) as a whole percentage; a little is not nothing."""
    if 0 < share < _LITTLE:
        return _("<1%")
    return _("%(percent)d%%") % {"percent": round(share * 100)}


def is_gap(value: Published) -> bool:
    """Whether there is nothing to draw because nothing was measured; anything else unshown is hatched."""
    return value.value is None and value.hidden == "not measurable"


def shorten_label(text: str, *, room: int) -> str:
    """The label cut to what fits beside its value in a drawing; the table has it whole."""
    return text if len(text) <= room else text[: max(room - 1, 1)].rstrip() + "…"


def reads_right_to_left() -> bool:
    """Whether the language of this context does."""
    return language().split("-")[0].split("_")[0].lower() in RIGHT_TO_LEFT


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


_PAPER: Final = '<rect width="100%" height="100%" fill="#FFFFFF"/>'


def _size(height: float, *, standalone: bool) -> str:
    if not standalone:
        return f' class="figure-drawing" width="100%" height="{number(height)}em"'
    return (
        f' xmlns="http://www.w3.org/2000/svg" width="{STAND_ALONE_WIDTH}" height="{number(height * 16)}"'
        ' font-family="system-ui, sans-serif" font-size="16"'
    )


def _table_row(row: tuple[str, ...]) -> str:
    name, *cells = row
    rest = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row"><bdi>{escape(name)}</bdi></th>{rest}</tr>'
