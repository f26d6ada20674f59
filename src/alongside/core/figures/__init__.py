"""Figures as SVG text, for pages and for reports from the terminal: pure functions over `Published` cells.

A figure never shows a number that has not passed `core.disclosure`. What is hidden is hatched and says so;
what cannot be measured is a gap with words, never 0. Names beside a drawing are read from the table, whole.
"""

from alongside.core.figures.bars import Bar, share_bars
from alongside.core.figures.figure import Figure, Markup, whole_percent, words
from alongside.core.figures.ranges import Range, range_bars
from alongside.core.figures.timeline import Lane, turn_timeline
from alongside.core.figures.weeks import week_bars

__all__ = [
    "Bar",
    "Figure",
    "Lane",
    "Markup",
    "Range",
    "range_bars",
    "share_bars",
    "turn_timeline",
    "week_bars",
    "whole_percent",
    "words",
]
