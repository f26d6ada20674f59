"""Entries and deeds for the tests of what keeps them, each named once."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from alongside.core.deeds import Deed, Entry

DAY = date(2026, 3, 4)  # a Wednesday; its week began on Monday, 2 March
ONE = UUID(int=1)
TWO = UUID(int=2)


def an_entry(
    text: str = "Asked Sam to finish her point",
    *,
    room: str = "act",
    kind: str = "act",
    day: date = DAY,
    body: Mapping[str, object] | None = None,
) -> Entry:
    return Entry(
        room=room, kind=kind, day=day, body={"text": text} if body is None else body, practice="amplify"
    )


def a_deed(*ids: UUID, text: str = "Asked Sam to finish her point", action: str = "act.log") -> Deed:
    return Deed(action=action, put={entry_id: an_entry(text) for entry_id in ids})
