"""Charters to begin from, read from content files. Somebody who founds a circle changes what does not fit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from alongside.core.content_check import Entry
from alongside.core.language import gettext as _
from alongside.core.review import Standing, standing
from alongside.include.charter import Clause, Promise


class Opening(StrEnum):
    """How somebody comes into a circle."""

    OPEN = "open"
    ASK = "ask"
    INVITE = "invite"
    HIDDEN = "hidden"

    @property
    def label(self) -> str:
        """It as people read it."""
        return _LABELS[self]()

    @property
    def hint(self) -> str:
        """What it means, in a sentence."""
        return _HINTS[self]()


_LABELS = {
    Opening.OPEN: lambda: _("Open"),
    Opening.ASK: lambda: _("Ask to join"),
    Opening.INVITE: lambda: _("By invitation"),
    Opening.HIDDEN: lambda: _("Hidden"),
}
_HINTS = {
    Opening.OPEN: lambda: _("All who are here see it and can come in."),
    Opening.ASK: lambda: _("All who are here see it. A steward says yes to who comes in."),
    Opening.INVITE: lambda: _("All who are here see that there is one. Only who is invited comes in."),
    Opening.HIDDEN: lambda: _("No one but its members sees that there is one. Only who is invited comes in."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CharterTemplate:
    """A charter to begin from. `purpose` is what the circle might say it is for, `fits` when to take it."""

    id: str
    title: str
    fits: str
    opening: Opening
    purpose: str
    promise: Promise
    standing: Standing = field(default_factory=Standing)


def from_entries(entries: Sequence[Entry]) -> tuple[CharterTemplate, ...]:
    """The templates out of content entries that passed their schema, in the order given."""
    return tuple(map(_template, entries))


def _template(entry: Entry) -> CharterTemplate:
    return CharterTemplate(
        id=str(entry["id"]),
        title=str(entry["title"]),
        fits=str(entry["fits"]),
        opening=Opening(str(entry["opening"])),
        purpose=str(entry["purpose"]),
        promise=Promise(
            clauses=clauses_of(entry["clauses"]),
            retention_days=int(str(entry["retention_days"])),
            chatham_house=entry["chatham_house"] is True,
        ),
        standing=standing(entry),
    )


def clauses_of(stored: object) -> tuple[Clause, ...]:
    """Clauses as files and the database keep them: a list of tables with key, text and why."""
    tables = [each for each in stored if isinstance(each, dict)] if isinstance(stored, list | tuple) else []
    return tuple(
        Clause(key=str(each.get("key", "")), text=str(each.get("text", "")), why=str(each.get("why", "")))
        for each in tables
    )


def as_stored(clauses: Sequence[Clause]) -> list[dict[str, str]]:
    """The clauses as `clauses_of` reads them back."""
    return [{"key": each.key, "text": each.text, "why": each.why} for each in clauses]
