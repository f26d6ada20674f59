"""A conversation as columns: who spoke, when, what. Readers build one, metrics read one.

What a source cannot give is absent from `can`, and a metric that needs it is "not measurable", never 0.
"""

from __future__ import (
    annotations,
)  # numpy is named in annotations only: its import costs more than reading a meeting

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

UNATTRIBUTED = -1
"""Value of `speaker` for speech that the source gives to nobody."""


class Capability(StrEnum):
    """What a source can tell. Published in the report as `capabilities`."""

    SPEAKERS = "speakers"
    STARTS = "starts"
    ENDS = "ends"
    OVERLAP = "overlap"
    INTERRUPTION_MARKS = "interruption_marks"
    TEXT = "text"
    ROSTER = "roster"


@dataclass(frozen=True, slots=True, kw_only=True)
class LossReport:
    """What happened to each cue of the source: read + skipped = cues found; the rest count cues read.

    `notes` are whole sentences for the reader, most telling first ("week3.vtt, line 214: the end is before
    the start; 1 of 300 pieces was left out."); `encoding` names how the bytes were decoded.
    """

    read: int = 0
    skipped: int = 0
    unattributed: int = 0
    negative: int = 0
    overlapping: int = 0
    estimated: int = 0
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()

    @property
    def share_lost(self) -> float:
        """Skipped cues as a share (0 to 1) of the cues found; 0 for an empty source."""
        found = self.read + self.skipped
        return self.skipped / found if found else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the room. `label` is as written in the source or an alias; nothing is inferred from it.

    `present_s` is the time in seconds they were there, where a roster says so. `on_roster` is false for a
    voice that no roster names. A person can have no utterances: silent people come from the roster.
    """

    label: str
    on_roster: bool = False
    present_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatLine:
    """One line of the chat: seconds since the meeting began (None where not known), who, what."""

    at_s: float | None
    speaker: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """Utterances in order of start, one row each, in arrays of the same length.

    speaker: index into `people` or UNATTRIBUTED. start, end: seconds; NaN where the source has none.
    """

    speaker: array[int]
    start: array[float]
    end: array[float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Conversation:
    """Who said what when. `speaker`, `start` and `end` are the columns as numpy sees them.

    texts: one string a row, or None where the source holds no text. `overlap` is in `can` only where the
    data shows it. `alias_offers` are pairs of labels that look alike, offered, never merged unasked.
    `format` is the reader's name, `title` the file's name or the meeting's topic.
    """

    people: tuple[Person, ...]
    columns: Columns
    texts: tuple[str, ...] | None
    can: frozenset[Capability]
    loss: LossReport
    chat: tuple[ChatLine, ...] = ()
    alias_offers: tuple[tuple[str, str], ...] = ()
    format: str = ""
    title: str = ""

    def __len__(self) -> int:
        """Number of utterances."""
        return len(self.columns.speaker)

    @property
    def speaker(self) -> NDArray[np.int32]:
        """Index into `people` or UNATTRIBUTED, one a row."""
        return cast("NDArray[np.int32]", _seen_by_numpy(self.columns.speaker))

    @property
    def start(self) -> NDArray[np.float64]:
        """Seconds at which each row begins; NaN where the source has none."""
        return cast("NDArray[np.float64]", _seen_by_numpy(self.columns.start))

    @property
    def end(self) -> NDArray[np.float64]:
        """Seconds at which each row ends; NaN where the source has none."""
        return cast("NDArray[np.float64]", _seen_by_numpy(self.columns.end))


def _seen_by_numpy(column: array[int] | array[float]) -> object:
    """The column as an array of numpy's, without a copy."""
    return import_module("numpy").asarray(column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What the person gives beside the file, as bytes read by the door.

    `chat` a Zoom chat; `roster` a Zoom participants CSV or a plain list of names; `aliases` label → the
    name to use, from aliases.toml. `start` is the meeting's clock start in seconds since midnight, to place
    clock-time chat lines. `chat_name` and `roster_name` are the files' names, for messages.
    """

    chat: bytes | None = None
    roster: bytes | None = None
    chat_name: str = ""
    roster_name: str = ""
    aliases: Mapping[str, str] | None = None
    start: float | None = None
