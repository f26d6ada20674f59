"""Queries whose words are made once: for an address that programs ask all day, making them costs the most.

The words come from a queryset like any other, so there is one rule of what may be seen. Marks stand in it for
what changes from one asking to the next.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

MEMBER: Final = UUID("00000000-0000-4000-8000-00000000000a")
CIRCLE: Final = UUID("00000000-0000-4000-8000-00000000000b")
TOKEN: Final = "token-of-nobody"  # noqa: S105  # it opens nothing
"""Marks: no row has them."""

_Row = tuple[object, ...]


class Prepared:
    """A queryset of plain columns, made with marks and asked with values."""

    def __init__(self, make: Callable[[], "QuerySet[Any, tuple[Any, ...]]"]) -> None:
        self._make = make
        self._words: tuple[str, tuple[object, ...]] | None = None

    def rows(self, *, member: UUID = MEMBER, circle: UUID = CIRCLE, token: str = TOKEN) -> Sequence[_Row]:
        """The rows with these values in place of the marks."""
        sql, marked = self._sql()
        values: dict[object, object] = {TOKEN: token}
        for mark, value in ((MEMBER, member), (CIRCLE, circle)):
            values |= {mark: value, mark.hex: value.hex}  # databases without UUIDs keep them as text
        with connection.cursor() as cursor:
            cursor.execute(sql, [values.get(each, each) for each in marked])  # type: ignore[misc]  # as the ORM gave them
            return list(cursor.fetchall())

    def _sql(self) -> tuple[str, tuple[object, ...]]:
        if self._words is None:
            sql, params = self._make().query.sql_with_params()
            self._words = (sql, tuple(params))
        return self._words
