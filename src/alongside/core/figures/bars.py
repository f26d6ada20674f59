"""Shares as bars that start at zero, each with its number beside it and the even share marked on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from alongside.core.disclosure import Published
from alongside.core.figures.drawing import Box, Mark, Words
from alongside.core.figures.figure import Figure, is_gap, reads_right_to_left, shorten_label, words
from alongside.core.language import gettext as _

ROW: Final = 2.9
"""Height of one row in em: a line of words, a bar, air (taste)."""

LINE_LENGTH: Final = 36
"""Letters in a line of a drawing on a screen 320 px wide, a gap included (our choice, looked at)."""

SCALE_STEP: Final = 0.1
"""The scale ends at a whole tenth, so that two figures of one kind can be compared (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: whose or what it is, the share (0 to 1) that may be shown, and a few words about it."""

    label: str
    value: Published
    note: str = ""


def share_bars(
    bars: Sequence[Bar],
    *,
    even_share: float | None,
    id: str,
    title: str,
    finding: str,
) -> Figure:
    """Shares of a whole, one under the other. `even_share` (0 to 1): what each has if all have the same."""
    full = _scale(bars, even_share)
    marks = [mark for row, bar in enumerate(bars) for mark in _row(bar, top=row * ROW, full=full)]
    height = len(bars) * ROW
    rows = [_cells(bar, noted=any(bar.note for bar in bars)) for bar in bars]
    headers = [_("Who or what"), _("Share"), _("People it is about")]
    if any(bar.note for bar in bars):
        headers.append(_("Note"))
    if even_share is not None:
        marks += _even_marks(len(bars), even_share, full)
        rows.append((_("Even share"), percent(even_share), *[""] * (len(headers) - 2)))
        height += 1.7
    return Figure(
        id=id,
        title=title,
        desc="; ".join(f"{row[0]}: {row[1]}" for row in rows) + ".",
        finding=finding,
        headers=tuple(headers),
        rows=tuple(rows),
        marks=tuple(marks),
        height=height,
        rtl=reads_right_to_left(),
    )


def percent(share: float) -> str:
    """A share that is about nobody in particular, as a whole percentage."""
    return _("%(percent)d%%") % {"percent": round(share * 100)}


def _scale(bars: Sequence[Bar], even_share: float | None) -> float:
    largest = max([bar.value.value or 0.0 for bar in bars] + [even_share or 0.0, SCALE_STEP])
    steps = -(-round(largest * 1000) // round(SCALE_STEP * 1000))  # rounded up, without a float's crumbs
    return steps * SCALE_STEP


def _cells(bar: Bar, *, noted: bool) -> tuple[str, ...]:
    people = str(bar.value.n) if bar.value.value is not None else ""
    return (bar.label, words(bar.value), people, *([bar.note] if noted else []))


def _row(bar: Bar, *, top: float, full: float) -> Iterator[Mark]:
    said = words(bar.value)
    beside = f"{said}, {bar.note}" if bar.note and bar.value.value is not None else said
    label = shorten_label(bar.label, room=LINE_LENGTH - len(beside))
    yield Words(style="label", text=label, start=0, top=top + 1)
    if bar.value.value is not None:
        yield Words(style="value", text=beside, start=100, top=top + 1, anchor="end")
        yield Box(style="bar", start=0, width=100 * bar.value.value / full, top=top + 1.45, height=0.75)
        return
    yield Words(style="soft", text=words(bar.value), start=100, top=top + 1, anchor="end")
    if not is_gap(bar.value):
        yield Box(style="hidden", start=0, width=100, top=top + 1.45, height=0.75)


def _even_marks(rows: int, even_share: float, full: float) -> Iterator[Mark]:
    place = 100 * even_share / full
    for row in range(rows):
        yield Box(style="even", start=place - 0.2, width=0.4, top=row * ROW + 1.25, height=1.15)
    text = _("even share: %(share)s") % {"share": percent(even_share)}
    edge = "start" if place <= 50 else "end"  # noqa: PLR2004 - the middle of the drawing
    yield Words(style="soft", text=text, start=place, top=rows * ROW + 0.9, anchor=edge)
