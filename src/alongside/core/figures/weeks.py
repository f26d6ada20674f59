"""A few weeks side by side, told in words: small bars without numbers, because a rhythm is not a score."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from alongside.core.figures.bars import Bar
from alongside.core.figures.drawing import Box, Mark, Words
from alongside.core.figures.figure import Figure, is_gap, reads_right_to_left, words
from alongside.core.language import gettext as _

TALLEST: Final = 4.0
"""Height of the tallest bar in em (taste)."""

SLIM: Final = 0.3
"""Width of a bar as a share of its column (taste)."""

COLUMN_LETTERS: Final = 8
"""Letters that fit under one of four bars on a screen 320 px wide (our choice, looked at)."""

LEADING: Final = 1.3
"""From one line of words to the next, in em (taste)."""

LINES: Final = 4
"""Lines of words under a bar; what does not fit is in the table (taste)."""


def week_bars(values: Sequence[Bar], *, id: str, title: str, finding: str) -> Figure:
    """One bar a week, oldest first. `label` names the week, `note` says in words what happened; no number."""
    largest = max([bar.value.value or 0.0 for bar in values] + [1.0])
    named = max([len(_wrapped(bar.label)) for bar in values] + [1])
    told = max([len(_wrapped(_told(bar))) for bar in values] + [0])
    pitch = 100 / max(len(values), 1)
    marks = [
        mark
        for place, bar in enumerate(values)
        for mark in _column(bar, start=place * pitch, width=pitch * 0.86, largest=largest, named=named)
    ]
    rows = tuple((bar.label, _told(bar)) for bar in values)
    return Figure(
        id=id,
        title=title,
        desc="; ".join(f"{label}: {told}" for label, told in rows) + ".",
        finding=finding,
        headers=(_("Week"), _("In words")),
        rows=rows,
        marks=tuple(marks),
        height=TALLEST + 0.4 + LEADING * (named + told),
        rtl=reads_right_to_left(),
    )


def _told(bar: Bar) -> str:
    return bar.note if bar.value.value is not None else words(bar.value)


def _column(bar: Bar, *, start: float, width: float, largest: float, named: int) -> Iterator[Mark]:
    if bar.value.value is not None:
        height = TALLEST * bar.value.value / largest
        yield Box(style="bar", start=start, width=width * SLIM, top=TALLEST - height, height=height)
    elif not is_gap(bar.value):
        yield Box(style="hidden", start=start, width=width * SLIM, top=0, height=TALLEST)
    yield Box(style="ground", start=start, width=width, top=TALLEST, height=0.1)
    for line, text in enumerate(_wrapped(bar.label)):
        yield Words(style="label", text=text, start=start, top=TALLEST + 1.4 + LEADING * line)
    for line, text in enumerate(_wrapped(_told(bar)), start=named):
        yield Words(style="soft", text=text, start=start, top=TALLEST + 1.4 + LEADING * line)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, COLUMN_LETTERS, max_lines=LINES, placeholder="…")
