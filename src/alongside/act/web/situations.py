"""Roles and weekly occasions as people read them."""

from babel.dates import get_day_names
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.act.situations import occasion_words, role_words
from alongside.web.parts import Choice

__all__ = ["day_choices", "occasion_words", "role_words"]


def day_choices(mine: bool, weekday: int | None) -> tuple[Choice, ...]:
    """Not weekly, a day of the week, or any of them."""
    names = get_day_names("wide", locale=get_language() or "en")
    days = tuple(Choice(value=str(n), label=str(names[n]), chosen=mine and weekday == n) for n in range(7))
    return (
        Choice(value="", label=_("Not every week"), chosen=not mine),
        *days,
        Choice(value="varies", label=_("Every week, the day varies"), chosen=mine and weekday is None),
    )
