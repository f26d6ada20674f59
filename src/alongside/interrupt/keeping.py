"""What is kept of checking words: the rules somebody hid for themselves, sealed. Never a text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from alongside.core.deeds import Deed, Entry, Reader, Stored
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble

ROOM: Final = "interrupt"
KIND: Final = "hidden-rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """A rule that somebody hid, and since when."""

    id: UUID
    rule: str
    day: date


def read_hidden(keeper: Reader) -> Mapping[str, Hidden]:
    """The rules somebody hid, by the rule's id."""
    return from_stored(keeper.entries(ROOM, KIND))


def from_stored(entries: Iterable[Stored]) -> Mapping[str, Hidden]:
    """Entries of this room as hidden rules. Raises Trouble for one that cannot be read."""
    return {hidden.rule: hidden for hidden in map(_hidden, entries)}


def deed_hide(rule: str, *, id: UUID, today: date) -> Deed:
    """Hide a rule."""
    entry = Entry(room=ROOM, kind=KIND, day=today, body={"rule": rule})
    return Deed(action="interrupt.hide_rule", put={id: entry})


def deed_show(hidden: Hidden) -> Deed:
    """Show a hidden rule again."""
    return Deed(action="interrupt.show_rule", drop=(hidden.id,))


def _hidden(stored: Stored) -> Hidden:
    rule = stored.entry.body.get("rule")
    if not isinstance(rule, str):
        place = _("entry %(id)s") % {"id": stored.id}
        raise Trouble(place, _("it names no rule."), _("Take it out, or restore it from a backup."))
    return Hidden(id=stored.id, rule=rule, day=stored.entry.day)
