"""Days as people write them."""

from datetime import date
from functools import lru_cache

from babel.dates import format_date
from django.utils.translation import get_language


def day_in_words(day: date) -> str:
    """The day as "3 March 2026", in the reader's language."""
    return _written(day, get_language() or "en")


@lru_cache(maxsize=512)
def _written(day: date, locale: str) -> str:
    """A page of posts names the same few days over and over."""
    return str(format_date(day, "d MMMM y", locale=locale))
