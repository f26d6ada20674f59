"""Days and lists as the pages of this room say them, in the reader's language."""

from collections.abc import Iterable
from datetime import date

from babel.dates import format_date
from babel.lists import format_list
from django.urls import reverse
from django.utils.translation import get_language


def url(name: str, *args: object) -> str:
    """The address of a page of this room."""
    return reverse(f"amplify:{name}", args=args)


def day_in_words(day: date) -> str:
    """The day as "3 March 2026"."""
    return str(format_date(day, "d MMMM y", locale=get_language() or "en"))


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def listed(words: Iterable[str]) -> str:
    """The words as one speaks a list: "a, b, and c"."""
    held = list(words)
    return str(format_list(held, locale=(get_language() or "en").replace("-", "_"))) if held else ""


def lines_of(text: str) -> tuple[str, ...]:
    """What was written line by line, without empty ones."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
