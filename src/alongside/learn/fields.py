"""Fields of content entries with their types; what does not fit is refused with entry and field."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from alongside.core.content_check import Entry
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble

_Words = TypeVar("_Words", bound=StrEnum)


class Refused(Trouble):
    """Something in this room cannot be done or read as given."""


def text(entry: Entry, field: str) -> str:
    """The field as text; empty where it is missing."""
    return str(entry.get(field, "")).strip()


def whole(entry: Entry, field: str) -> int:
    """The field as a whole number, 0 where it is missing. Raises Refused."""
    value = entry.get(field, 0)
    if isinstance(value, bool) or not isinstance(value, int):
        raise refused(entry, field, _("it is not a whole number."))
    return value


def words(entry: Entry, field: str) -> tuple[str, ...]:
    """The field as a list of texts. Raises Refused."""
    value = entry.get(field, ())
    if not isinstance(value, list | tuple):
        raise refused(entry, field, _("it is not a list."))
    return tuple(str(each) for each in value)


def known(entry: Entry, field: str, kind: type[_Words]) -> tuple[_Words, ...]:
    """The field as a list out of a closed set. Raises Refused."""
    return tuple(_one_of(entry, field, each, kind) for each in words(entry, field))


def one(entry: Entry, field: str, kind: type[_Words]) -> _Words:
    """The field as one of a closed set. Raises Refused."""
    return _one_of(entry, field, text(entry, field), kind)


def day(entry: Entry, field: str) -> date | None:
    """The field as a day, None where it is missing. Raises Refused."""
    given = text(entry, field)
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise refused(entry, field, _("“%(day)s” is no day.") % {"day": given}) from error


def tables(entry: Entry, field: str) -> Sequence[Mapping[str, object]]:
    """The field as a list of tables. Raises Refused."""
    value = entry.get(field, ())
    if not isinstance(value, list | tuple) or not all(isinstance(each, Mapping) for each in value):
        raise refused(entry, field, _("it is not a list of tables."))
    return value


def table(entry: Entry, field: str) -> Mapping[str, object]:
    """The field as a table, empty where it is missing. Raises Refused."""
    value = entry.get(field, {})
    if not isinstance(value, Mapping):
        raise refused(entry, field, _("it is not a table."))
    return value


def refused(entry: Entry, field: str, cause: str) -> Refused:
    """The refusal of a field of an entry."""
    place = _("entry %(name)s, %(field)s") % {"name": entry.get("id", "?"), "field": field}
    return Refused(place, cause, _("Correct the content file."))


def _one_of(entry: Entry, field: str, given: str, kind: type[_Words]) -> _Words:
    try:
        return kind(given)
    except ValueError as error:
        cause = _("“%(word)s” is none of: %(known)s.") % {"word": given, "known": ", ".join(kind)}
        raise refused(entry, field, cause) from error
