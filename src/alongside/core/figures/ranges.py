"""Shares that are known only roughly: a range from none to all, with a mark where it is most likely.

The range is drawn and not the middle alone, so that nobody reads a difference into ranges that overlap.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alongside.core.disclosure import Published
from alongside.core.figures.bars import ROW
from alongside.core.figures.drawing import Box, Mark, Words
from alongside.core.figures.figure import Figure, reads_right_to_left, words
from alongside.core.language import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """What it is about, and where the share (0 to 1) most likely lies.

    `note` says it in words, or why there is no range; the numbers then stand in the table alone.
    """

    label: str
    low: Published
    mean: Published
    high: Published
    note: str = ""

    @property
    def drawn(self) -> bool:
        """Whether there is a range at all."""
        return None not in {self.low.value, self.mean.value, self.high.value}


def range_bars(ranges: Sequence[Range], *, id: str, title: str, finding: str) -> Figure:
    """Ranges one under the other on a scale from none to all. What has no range says why, and is not 0."""
    marks = [mark for row, each in enumerate(ranges) for mark in _row(each, top=row * ROW)]
    foot = len(ranges) * ROW + 0.9
    marks += [
        Words(style="soft", text=_("none"), start=0, top=foot),
        Words(style="soft", text=_("all"), start=100, top=foot, anchor="end"),
    ]
    return Figure(
        id=id,
        title=title,
        desc="; ".join(f"{each.label}: {_said(each)}" for each in ranges) + ".",
        finding=finding,
        headers=(_("What"), _("From"), _("Most likely"), _("To"), _("Note")),
        rows=tuple(_cells(each) for each in ranges),
        marks=tuple(marks),
        height=len(ranges) * ROW + 1.7,
        rtl=reads_right_to_left(),
    )


def _said(each: Range) -> str:
    if each.note:
        return each.note
    return _("%(low)s to %(high)s") % {"low": words(each.low), "high": words(each.high)}


def _cells(each: Range) -> tuple[str, ...]:
    shares = (each.low, each.mean, each.high) if each.drawn else ()
    return (each.label, *([words(share) for share in shares] or ["", "", ""]), each.note)


def _row(each: Range, *, top: float) -> Iterator[Mark]:
    yield Words(style="label", text=each.label, start=0, top=top + 1)
    style = "value" if each.drawn else "soft"
    yield Words(style=style, text=_said(each), start=100, top=top + 1, anchor="end")
    low, mean, high = each.low.value, each.mean.value, each.high.value
    if low is None or mean is None or high is None:
        return
    yield Box(style="lane", start=0, width=100, top=top + 1.45, height=0.75)
    yield Box(style="bar", start=100 * low, width=100 * (high - low), top=top + 1.45, height=0.75)
    yield Box(style="even", start=100 * mean - 0.4, width=0.8, top=top + 1.3, height=1.05)
