"""What somebody filled in, read field by field: nothing typed is lost, and each error knows its field."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, TypeVar
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from alongside.core.problems import Trouble

_T = TypeVar("_T")
_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,9}")


class Answers:
    """A posted form. Reading a field that does not fit notes an error and returns None."""

    def __init__(self, posted: Mapping[str, str]) -> None:
        self._posted = posted
        self.errors: dict[str, str] = {}

    def values(self) -> dict[str, str]:
        """Everything as it was typed, to fill the form in again."""
        return {name: self._posted[name] for name in self._posted}

    def text(self, name: str) -> str:
        """The words in a field, without space around them, and without NUL, which no keyboard writes."""
        return self._posted.get(name, "").replace("\0", "").strip()

    def checked(self, name: str) -> bool:
        """Whether a box is ticked."""
        return bool(self._posted.get(name))

    def whole(self, name: str) -> int | None:
        """A whole number, None where the field is empty."""
        given = self.text(name)
        if not given:
            return None
        if not _WHOLE.fullmatch(given):
            self.errors[name] = _("Write a whole number, such as 2.")
            return None
        return int(given)

    def day(self, name: str) -> date | None:
        """A day, None where the field is empty."""
        given = self.text(name)
        if not given:
            return None
        try:
            return date.fromisoformat(given)
        except ValueError:
            self.errors[name] = _("Write the day as year-month-day, such as 2026-05-31.")
            return None

    def choice(self, name: str, among: type[_T]) -> _T | None:
        """One of an enum's values, None where the field is empty."""
        given = self.text(name)
        if not given:
            return None
        try:
            return among(given)  # type: ignore[call-arg]  # an Enum is called with a value
        except ValueError:
            self.errors[name] = _("Choose one from the list.")
            return None

    def id(self, name: str) -> UUID | None:
        """An entry's id, None where the field is empty."""
        given = self.text(name)
        if not given:
            return None
        try:
            return UUID(given)
        except ValueError:
            self.errors[name] = _("There is no such entry.")
            return None

    def fresh_id(self) -> UUID:
        """The id that the form carries for what it makes, or a new one where it carries none."""
        try:
            return UUID(self.text("once"))
        except ValueError:
            return uuid4()

    def refused(self, trouble: Trouble, *, at: str) -> None:
        """Note what was refused at the field it names, or at the field `at` where the form has none."""
        field = trouble.place if trouble.place in self._posted else at
        self.errors[field] = f"{trouble.cause} {trouble.way_out}".strip()
