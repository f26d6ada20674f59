"""Days as people write them."""

from datetime import date

from babel.dates import format_date
from django.utils.translation import get_language


def day_in_words(day: date) -> str:
    """The day as "3 March 2026", in the reader's language."""
    return str(format_date(day, "d MMMM y", locale=get_language() or "en"))
