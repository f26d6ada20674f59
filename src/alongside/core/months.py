"""Calendar months, for what somebody agrees to do so many times a month, and no oftener."""

from collections.abc import Iterable
from datetime import date, timedelta


def same_month(day: date, other: date) -> bool:
    """Whether two days lie in one calendar month."""
    return (day.year, day.month) == (other.year, other.month)


def next_month(today: date) -> date:
    """The first day of the month after this one."""
    return (today.replace(day=1) + timedelta(days=32)).replace(day=1)


def has_room(days: Iterable[date], *, quota: int, today: date) -> bool:
    """Whether fewer than `quota` of these days lie in this month; a quota of 0 never has room."""
    return sum(same_month(day, today) for day in days) < quota
