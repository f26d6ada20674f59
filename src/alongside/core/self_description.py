"""What somebody wants to say about themselves: their own words and labels, for one purpose each, sealed.

Nobody has to say anything. Nothing is guessed, nothing is shared from here, and each purpose can be taken
back alone. Limits: what is sealed cannot be counted, and that is meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from alongside.core.deeds import Deed, Entry, Reader, Stored
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble

ROOM: Final = "web"
KIND: Final = "self"
LONGEST_TEXT: Final = 2000
LONGEST_LABEL: Final = 60
MOST_LABELS: Final = 12


class Purpose(StrEnum):
    """What it is written for. One description each; the words for one are not used for another."""

    MYSELF = "myself"
    CIRCLES = "circles"
    SUPPORT = "support"


class Refused(Trouble):
    """A description that is too long, or that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfDescription:
    """Somebody's own words for one purpose, and since which day they stand."""

    id: UUID
    purpose: Purpose
    text: str
    labels: tuple[str, ...]
    day: date


def labels_in(typed: str) -> tuple[str, ...]:
    """The labels in a line, with commas between them, each once."""
    return tuple(dict.fromkeys(each.strip() for each in typed.split(",") if each.strip()))


def describe(description: SelfDescription) -> Deed:
    """The deed that keeps it, in place of what stood under its id. Raises Refused where it is too long."""
    if len(description.text) > LONGEST_TEXT:
        raise Refused(
            "text",
            _("this is longer than %(most)d characters.") % {"most": LONGEST_TEXT},
            _("Shorten it, please."),
        )
    if len(description.labels) > MOST_LABELS or any(len(each) > LONGEST_LABEL for each in description.labels):
        raise Refused(
            "labels",
            _("these are more than %(most)d labels, or one is longer than %(long)d characters.")
            % {"most": MOST_LABELS, "long": LONGEST_LABEL},
            _("Leave some out, or write them above in your own words."),
        )
    body = {
        "purpose": description.purpose.value,
        "text": description.text,
        "labels": list(description.labels),
    }
    return Deed(
        action="self.describe",
        put={description.id: Entry(room=ROOM, kind=KIND, day=description.day, body=body)},
    )


def withdraw(description: SelfDescription) -> Deed:
    """The deed that takes it back; nothing of it stays."""
    return Deed(action="self.withdraw", drop=(description.id,))


def described(reader: Reader) -> dict[Purpose, SelfDescription]:
    """What somebody said, by purpose."""
    return {each.purpose: each for each in from_stored(reader.entries(ROOM, KIND))}


def from_stored(stored: Sequence[Stored]) -> tuple[SelfDescription, ...]:
    """The descriptions as they were opened. Raises Refused for one that cannot be read."""
    return tuple(_read(each) for each in stored)


def _read(stored: Stored) -> SelfDescription:
    body = stored.entry.body
    try:
        return SelfDescription(
            id=stored.id,
            purpose=Purpose(str(body["purpose"])),
            text=str(body.get("text", "")),
            labels=_texts(body.get("labels", [])),
            day=stored.entry.day,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(str(stored.id), _("this description cannot be read."), _("Leave it out.")) from error


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        message = "labels come as a list"
        raise TypeError(message)
    return tuple(str(each) for each in value)
