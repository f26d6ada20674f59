"""What makes an event one that people can attend: what is there, what can be asked for, and who to ask.

An event says for every point whether it is met. "Not known yet" is an answer too: it is shown, with a person
to ask, and never reads as yes. What somebody needs is theirs: the host learns how many need what, and each
note on its own, so that nobody is put together from the list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import gettext_noop as _later

NEEDS_KEPT: Final = timedelta(days=14)
"""How long after an event the needs of those who came are kept (our choice: time to settle what is owed)."""

NOTE_LENGTH: Final = 300
"""Longest note to a host, in characters (our choice)."""


class Need(StrEnum):
    """The points an event answers, and the things one can ask for."""

    STEP_FREE = "step-free"
    HEARING_LOOP = "hearing-loop"
    CAPTIONS = "captions"
    SIGN_LANGUAGE = "sign-language"
    QUIET_ROOM = "quiet-room"
    FOOD = "food"
    PRAYER_TIMES = "prayer-times"
    CHILDCARE = "childcare"
    FRAGRANCE_FREE = "fragrance-free"

    @property
    def label(self) -> str:
        """The point as people read it."""
        return _(_LABELS[self])

    @property
    def hint(self) -> str:
        """What it takes to say yes."""
        return _(_HINTS[self])


_LABELS = {
    Need.STEP_FREE: _later("Step-free, toilet too"),
    Need.HEARING_LOOP: _later("Hearing loop"),
    Need.CAPTIONS: _later("Captions"),
    Need.SIGN_LANGUAGE: _later("Sign language"),
    Need.QUIET_ROOM: _later("Quiet room"),
    Need.FOOD: _later("Food for every diet"),
    Need.PRAYER_TIMES: _later("Prayer times and a place"),
    Need.CHILDCARE: _later("Childcare"),
    Need.FRAGRANCE_FREE: _later("Fragrance-free"),
}
_HINTS = {
    Need.STEP_FREE: _later("From the street to the seat, and to a toilet. Say which door."),
    Need.HEARING_LOOP: _later("Say where it works, if only in part of the room."),
    Need.CAPTIONS: _later("Say whether a person or a program writes them."),
    Need.SIGN_LANGUAGE: _later("Say which sign language."),
    Need.QUIET_ROOM: _later("A room to step out to, without asking."),
    Need.FOOD: _later("Say what there is, and what is in it."),
    Need.PRAYER_TIMES: _later("A break at the right time, and a clean, quiet place."),
    Need.CHILDCARE: _later("Say for which ages, or that children may come along."),
    Need.FRAGRANCE_FREE: _later("Ask all who come to leave scent at home."),
}


class Standing(StrEnum):
    """How an event stands on one point."""

    YES = "yes"
    ASK = "ask"
    NO = "no"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The answer as people read it."""
        return _(_STANDINGS[self])


_STANDINGS = {
    Standing.YES: _later("Yes"),
    Standing.ASK: _later("If you ask"),
    Standing.NO: _later("No"),
    Standing.UNKNOWN: _later("Not known yet"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """How an event stands on one point, with a word on it."""

    need: Need
    standing: Standing = Standing.UNKNOWN
    note: str = ""

    def line(self) -> str:
        """The point in one line: what, how it stands, and the word on it."""
        said = _("%(point)s: %(answer)s") % {"point": self.need.label, "answer": self.standing.label.lower()}
        return f"{said}. {self.note}" if self.note else f"{said}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Every point of an event, how to get there, and who to ask."""

    offers: tuple[Offer, ...] = ()
    getting_there: str = ""
    ask_whom: str = ""

    def on(self, need: Need) -> Offer:
        """How it stands on one point; not known where nothing was said."""
        return next((offer for offer in self.offers if offer.need is need), Offer(need=need))

    @property
    def all(self) -> tuple[Offer, ...]:
        """Every point in the order of `Need`."""
        return tuple(self.on(need) for need in Need)

    def lines(self) -> tuple[str, ...]:
        """What has been said, as a few lines of text."""
        said = [offer.line() for offer in self.all if offer.standing is not Standing.UNKNOWN or offer.note]
        if self.getting_there:
            said.append(_("How to get there: %(way)s") % {"way": self.getting_there})
        if self.ask_whom:
            said.append(_("Questions about access: %(whom)s") % {"whom": self.ask_whom})
        return tuple(said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one person needs, without who it is."""

    needs: frozenset[Need] = frozenset()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForHost:
    """What a host has to arrange: how many need what, and the notes, tied neither to a need nor to a name."""

    counts: tuple[tuple[Need, int], ...]
    notes: tuple[str, ...]


def for_host(asked: Sequence[Asked]) -> ForHost:
    """Counts in the order of `Need`, and the notes by the alphabet: nothing tells who wrote when."""
    counts = ((need, sum(need in each.needs for each in asked)) for need in Need)
    notes = sorted((each.note for each in asked if each.note), key=lambda note: (note.casefold(), note))
    return ForHost(counts=tuple((need, count) for need, count in counts if count), notes=tuple(notes))


def last_day_of_needs(ended: date) -> date:
    """The last day on which the needs for an event that ended then are still there; the next day they go."""
    return ended + NEEDS_KEPT
