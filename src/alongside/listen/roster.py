"""Who was there: a Zoom participants file (CSV) or a plain list of names, one a line. E-mails are dropped.

Without a roster the report can only speak of those who spoke; with one, the silent exist too.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alongside.core.language import gettext as _
from alongside.listen.names import tidy
from alongside.listen.source import Unreadable, words_beside

_NAME_HEADS = re.compile(
    r"name(?: \(original name\))?|name \(.*\)|full name|participant|attendee|display name", re.IGNORECASE
)
_MINUTES = re.compile(
    r"(?:total )?duration ?\(minutes\)|(?:total )?minutes|in-meeting duration", re.IGNORECASE
)
_E_MAIL = re.compile(r"[<(]?\b[^\s@<>()]{1,64}@[^\s@<>()]{1,200}\b[>)]?")
_SPAN = re.compile(r"(?:(\d+)h)?\s*(?:(\d+)m)?\s*(?:(\d+)s)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """A row of the roster: the label as written, and the seconds they were there where the file says so."""

    label: str
    present_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The people a roster names, in its order, each once. `notes` says what the file leaves open."""

    attendees: tuple[Attendee, ...]
    notes: tuple[str, ...] = ()


def read_roster(data: bytes, *, name: str) -> Roster:
    """The people of a Zoom or Teams participants file, or of a list with one name a line.

    Raises Unreadable where nobody is named. Rows of one name are one person who left and came back: their
    minutes are added up.
    """
    text = words_beside(data, name=name, no_text=_("This is not a list of people."), way_out=_way_out())
    lines = csv.reader(text.splitlines(), delimiter=_delimiter(text))
    try:
        rows = [row for row in lines if any(map(str.strip, row))]
    except csv.Error as error:  # a cell of 128 KB
        raise _nobody(name) from error
    head = next((place for place, row in enumerate(rows) if _name_column(row) is not None), None)
    roster = _from_list(text) if head is None else _from_table(rows[head], rows[head + 1 :])
    if not roster.attendees:
        raise _nobody(name)
    return roster


def _nobody(name: str) -> Unreadable:
    return Unreadable(name, _("No name was found in it."), _way_out())


def _way_out() -> str:
    return _("Give Zoom's participants file, or a list with one name a line.")


def _delimiter(text: str) -> str:
    first = "\n".join(text.split("\n")[:12])
    return max(",;\t", key=first.count)


def _name_column(row: Sequence[str]) -> int | None:
    if len(row) < 2:  # noqa: PLR2004 - one column is a list, not a table
        return None
    return next((place for place, cell in enumerate(row) if _NAME_HEADS.fullmatch(cell.strip())), None)


def _from_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Roster:
    name_at = _name_column(head) or 0
    minutes_at = next((place for place, cell in enumerate(head) if _MINUTES.fullmatch(cell.strip())), None)
    mail_at = next((place for place, cell in enumerate(head) if "mail" in cell.lower()), None)
    present: dict[str, float | None] = {}
    accounts: dict[str, set[str]] = {}
    for row in rows:
        label = _label(row[name_at]) if name_at < len(row) else ""
        if not label:
            continue
        here = None if minutes_at is None or minutes_at >= len(row) else _present(row[minutes_at])
        before = present.get(label)
        present[label] = before if here is None else (before or 0.0) + here
        if mail_at is not None and mail_at < len(row) and row[mail_at].strip():
            accounts.setdefault(label, set()).add(row[mail_at].strip().casefold())
    return Roster(
        attendees=tuple(Attendee(label=label, present_s=seconds) for label, seconds in present.items()),
        notes=tuple(
            _("The roster has two people called “%(name)s”; the transcript cannot tell them apart.")
            % {"name": label}
            for label, mails in accounts.items()
            if len(mails) > 1
        ),
    )


def _from_list(text: str) -> Roster:
    labels = (_label(re.sub(r"^\s*(?:[-*•]|\d+[.)])\s+", "", line)) for line in text.split("\n"))
    return Roster(attendees=tuple(Attendee(label=label) for label in dict.fromkeys(filter(None, labels))))


def _label(cell: str) -> str:
    return tidy(_E_MAIL.sub("", cell).strip(" ,;\t"))


def _present(cell: str) -> float | None:
    """Seconds from minutes ("75") or from a span ("1h 2m 5s")."""
    cell = cell.strip()
    if re.fullmatch(r"\d+(?:\.\d+)?", cell, re.ASCII):
        return float(cell) * 60
    match = _SPAN.fullmatch(cell)
    if not cell or not match:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return float(hours * 3600 + minutes * 60 + seconds)
