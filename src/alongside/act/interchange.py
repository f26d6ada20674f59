"""All of a person's own entries as one JSON file, and back; the acts also as a table for a spreadsheet.

Nothing of the rhythm is in either: it is worked out again from the entries.
"""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import Final
from uuid import UUID

from alongside.act.acts import Act, Refused
from alongside.act.diary import everything
from alongside.core.deeds import Deed, Entry, Keeper, Stored
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.rooms import ROOMS

SCHEMA_VERSION: Final = 1
KIND: Final = "alongside diary"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def export_diary(keeper: Keeper) -> bytes:
    """Everything kept, as JSON in UTF-8."""
    document = {
        "kind": KIND,
        "schema_version": SCHEMA_VERSION,
        "entries": [_row(each) for each in everything(keeper)],
    }
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def acts_as_csv(acts: Sequence[Act]) -> str:
    """The acts as CSV, oldest first, safe to open in a spreadsheet."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["day", "practice", "effort", "kind", "what", "action", "confirmed", "reflected"])
    for act in sorted(acts, key=lambda each: each.day):
        words = (_cell(act.what), _cell(act.action))
        table.writerow(
            [act.day, act.practice, act.effort, act.kind, *words, int(act.confirmed), int(act.reflected)]
        )
    return out.getvalue()


def _cell(words: str) -> str:
    """The words with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def import_diary(data: bytes) -> Deed:
    """The deed that puts every entry of an export back under its own id. Raises Refused for anything else."""
    document = _document(data)
    rows = document.get("entries")
    if not isinstance(rows, list):
        raise _not_ours(_("it holds no list of entries"))
    stored = [_stored(row, number) for number, row in enumerate(rows, start=1)]
    _read_all(stored)
    return Deed(action="act.import", put={each.id: each.entry for each in stored})


def _read_all(stored: Sequence[Stored]) -> None:
    """Have each room read its entries, so that nothing unreadable is written. Raises Refused."""
    for room in ROOMS:
        if room.reads:
            module, function = room.reads.split(":")
            read: Callable[[Sequence[Stored]], object] = getattr(import_module(module), function)
            try:
                read([each for each in stored if each.entry.room == room.name])
            except (Trouble, KeyError, TypeError, ValueError) as error:
                if isinstance(error, Refused):
                    raise
                raise _not_ours(_("an entry of %(room)s cannot be read") % {"room": room.name}) from error


def _row(stored: Stored) -> dict[str, object]:
    entry = stored.entry
    return {
        "id": str(stored.id),
        "room": entry.room,
        "kind": entry.kind,
        "day": entry.day.isoformat(),
        "practice": str(entry.practice),
        "body": entry.body,
    }


def _document(data: bytes) -> Mapping[str, object]:
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise _not_ours(_("it is not JSON")) from error
    if not isinstance(document, dict) or document.get("kind") != KIND:
        raise _not_ours(_("it is not an export of this diary"))
    if document.get("schema_version") != SCHEMA_VERSION:
        raise _not_ours(_("its version is not %(version)s") % {"version": SCHEMA_VERSION})
    return document


def _stored(row: object, number: int) -> Stored:
    try:
        return _readable(row)
    except (KeyError, TypeError, ValueError) as error:
        raise _not_ours(_("entry %(number)s cannot be read") % {"number": number}) from error


def _readable(row: object) -> Stored:
    if not isinstance(row, dict) or not isinstance(row["body"], dict):
        message = "an entry and its body are objects"
        raise TypeError(message)
    room, kind = str(row["room"]), str(row["kind"])
    if kind not in next((each.keeps for each in ROOMS if each.name == room), ()):
        message = "no room keeps such an entry"
        raise ValueError(message)
    json.dumps(row["body"], ensure_ascii=False).encode()  # half a surrogate pair is no text: ValueError
    day, practice = date.fromisoformat(str(row["day"])), str(row.get("practice", ""))
    entry = Entry(room=room, kind=kind, day=day, body=row["body"], practice=practice)
    return Stored(id=UUID(str(row["id"])), version=1, entry=entry)


def _not_ours(cause: str) -> Refused:
    return Refused(
        _("the file"),
        _("It cannot be taken in: %(cause)s.") % {"cause": cause},
        _("Choose a file that Alongside exported. Nothing was changed."),
    )
