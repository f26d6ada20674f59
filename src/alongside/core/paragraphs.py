"""Text for a terminal of 80 columns: paragraphs that break between words, and never within one."""

from textwrap import wrap
from typing import Final

WIDTH: Final = 80


def wrapped(text: str) -> list[str]:
    """The text at full width; spaces at its beginning set every line in."""
    return indented(text.lstrip(" "), by=len(text) - len(text.lstrip(" ")))


def indented(text: str, *, by: int = 3) -> list[str]:
    """The text, every line set in."""
    return _lines(text, first=by, others=by)


def hanging(text: str, *, by: int = 3) -> list[str]:
    """The text, every line but the first set in."""
    return _lines(text, first=0, others=by)


def _lines(text: str, *, first: int, others: int) -> list[str]:
    return wrap(
        text,
        WIDTH,
        initial_indent=" " * first,
        subsequent_indent=" " * others,
        break_long_words=False,
        break_on_hyphens=False,
    )
