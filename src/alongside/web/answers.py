"""What somebody filled in, read field by field: nothing typed is lost, and each error knows its field."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.core.problems import Trouble

_T = TypeVar("_T")


class Answers:
    """A posted form. Reading a field that does not fit notes an error and returns None."""

    def __init__(self, posted: Mapping[str, str]) -> None:
        self._posted = posted
        self.errors: dict[str, str] = {}

    def values(self) -> dict[str, str]:
        """Everything as it was typed, to fill the form in again."""
        return {name: self._posted[name] for name in self._posted}

    def text(self, name: str) -> str:
        """The words in a field, without space around them."""
        return self._posted.get(name, "").strip()

    def checked(self, name: str) -> bool:
        """Whether a box is ticked."""
        return bool(self._posted.get(name))

    def whole(self, name: str) -> int | None:
        """A whole number, None where the field is empty."""
        given = self.text(name)
        if not given:
            return None
        try:
            return int(given)
        except ValueError:
            self.errors[name] = _("Write a whole number, such as 2.")
            return None

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
        """An entry's id, None where the field is empty or holds none."""
        try:
            return UUID(self.text(name))
        except ValueError:
            return None

    def refused(self, trouble: Trouble) -> None:
        """Note what the engine refused at the field it names."""
        self.errors[trouble.place] = f"{trouble.cause} {trouble.way_out}".strip()
