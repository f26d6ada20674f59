"""What people type in the terminal: days, and the beginning of an id."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol, TypeVar
from uuid import UUID

import click

from alongside.core.clock import today
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble


class _HasId(Protocol):
    @property
    def id(self) -> UUID: ...


_T = TypeVar("_T", bound=_HasId)


class Day(click.ParamType[date]):
    """A day as 2026-05-31, today, yesterday or tomorrow."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error that says how to write one."""
        if isinstance(value, date):
            return value
        near = {"yesterday": -1, "today": 0, "tomorrow": 1}
        if value in near:
            return date.fromordinal(today().toordinal() + near[value])
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(_("“%(day)s” is no day. Write it like 2026-05-31.") % {"day": value}, param, ctx)


class Moment(click.ParamType[datetime]):
    """A day with its time, as 2026-12-03T17:00, by the clock on the wall."""

    name = "time"

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The moment, or a usage error that says how to write one."""
        if isinstance(value, datetime):
            return value
        try:
            return datetime.strptime(value.replace(" ", "T", 1), "%Y-%m-%dT%H:%M")  # noqa: DTZ007  # a wall has no zone
        except ValueError:
            words = _("“%(time)s” is no day with a time. Write it like 2026-12-03T17:00.")
            self.fail(words % {"time": value}, param, ctx)


def pick(prefix: str, among: Sequence[_T], place: str, *, see: str = "alongside act week") -> _T:
    """The one entry whose id begins with what was typed; `see` is the command that lists the ids."""
    found = [each for each in among if each.id.hex.startswith(prefix.replace("-", "").lower())]
    if len(found) == 1:
        return found[0]
    cause = (
        _("No entry has the id “%(id)s”.") if not found else _("More than one entry begins with “%(id)s”.")
    )
    raise Trouble(place, cause % {"id": prefix}, _("See the ids with: %(command)s") % {"command": see})
