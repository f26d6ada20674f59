"""Marks on a drawing that has no fixed width: places run from the start edge in percent, heights in em.

So a drawing fills a phone or a page, grows with the reader's text size, and mirrors for scripts that run from
right to left, without a script or a style attribute. Limits: no curves, no rotated text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, TypeAlias

LANE_UNITS: Final = 1000
"""A lane is this many units long; no run is drawn shorter than one, so that it can be seen (our choice)."""

STAND_ALONE_WIDTH: Final = 640
"""Width in px of a file on its own (our choice: the column of a page)."""

PAINT: Final[Mapping[str, Mapping[str, str]]] = {
    "bar": {"fill": "#0A4F4C"},
    "lane": {"fill": "#EFE8DB"},
    "runs": {"fill": "#0A4F4C"},
    "even": {"fill": "#1F1B16", "stroke": "#FFFFFF", "stroke-width": "2", "paint-order": "stroke"},
    "ground": {"fill": "#7A6F60"},
    "hidden": {"stroke": "#7A6F60"},
    "hatch": {"stroke": "#7A6F60", "stroke-width": "2", "fill": "none"},
    "label": {"fill": "#1F1B16"},
    "value": {"fill": "#1F1B16", "font-weight": "600"},
    "soft": {"fill": "#4A4239"},
}
"""How each style looks in a file on its own: the light colours of the page (contrast tested)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A filled rectangle. `start` and `width` in percent of the drawing, `top` and `height` in em."""

    style: str
    start: float
    width: float
    top: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line of text whose baseline is at `top` em; `anchor` says which of its edges is at `start`."""

    style: str
    text: str
    start: float
    top: float
    anchor: str = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """Stretches of one lane as whole (from, to) units of `LANE_UNITS`, drawn as a single path."""

    style: str
    spans: Sequence[tuple[int, int]]
    top: float
    height: float


Mark: TypeAlias = Box | Words | Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """Draws marks as SVG: with classes for a page, with presentation attributes for a file on its own."""

    id: str
    standalone: bool = False
    rtl: bool = False

    def draw(self, marks: Iterable[Mark]) -> str:
        """All marks, in order, after the hatching they may use."""
        return self._hatching() + "".join(self._mark(mark) for mark in marks)

    def _mark(self, mark: Mark) -> str:
        match mark:
            case Box():
                return self._box(mark)
            case Words():
                return self._words(mark)
            case Runs():
                return self._runs(mark)

    def _hatching(self) -> str:
        return (
            f'<defs><pattern id="{self.id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse">'
            f'<path d="M0 6L6 0"{self._paint("hatch")}/></pattern></defs>'
        )

    def _paint(self, style: str) -> str:
        fill = f' fill="url(#{self.id}-hatch)"' if style == "hidden" else ""
        if not self.standalone:
            return f'{fill} class="figure-{style}"'
        return fill + "".join(f' {name}="{value}"' for name, value in PAINT[style].items())

    def _box(self, box: Box) -> str:
        start = 100 - box.start - box.width if self.rtl else box.start
        return (
            f'<rect x="{number(start)}%" y="{number(box.top)}em" width="{number(box.width)}%"'
            f' height="{number(box.height)}em"{self._paint(box.style)}/>'
        )

    def _words(self, words: Words) -> str:
        # The direction of the drawing already decides which edge "start" is; only the place is mirrored.
        start = 100 - words.start if self.rtl else words.start
        return (
            f'<text x="{number(start)}%" y="{number(words.top)}em" text-anchor="{words.anchor}"'
            f"{self._paint(words.style)}>{escape(words.text)}</text>"
        )

    def _runs(self, runs: Runs) -> str:
        spans = [
            (LANE_UNITS - to, LANE_UNITS - from_) if self.rtl else (from_, to) for from_, to in runs.spans
        ]
        path = "".join(f"M{from_} 0H{to}V1H{from_}z" for from_, to in spans)
        return (
            f'<svg x="0" y="{number(runs.top)}em" width="100%" height="{number(runs.height)}em"'
            f' viewBox="0 0 {LANE_UNITS} 1" preserveAspectRatio="none">'
            f'<path d="{path}"{self._paint(runs.style)}/></svg>'
        )


def number(value: float) -> str:
    """A coordinate with at most two decimals and nothing superfluous."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
