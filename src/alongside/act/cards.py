"""The support card: what somebody wants from others when something happens, kind by kind.

Said once, so that an ally asks before acting and does not take over. The card lies in its owner's vault;
each chosen reader has a copy sealed for them, and revoking removes it. Limits: what somebody has read they
remember.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from alongside.act.acts import Refused
from alongside.core.language import gettext as _

OWN_WORDS_MOST: Final = 200
NOTE_MOST: Final = 500
"""Longest words beside one line and below the card, in characters (our choice)."""


class Situation(StrEnum):
    """A kind of situation. The value is the id kept in entries; it never changes."""

    TALKED_OVER = "talked-over"
    CREDIT = "credit"
    REMARK = "remark"
    NAME = "name"
    LEFT_OUT = "left-out"
    ACCESS = "access"
    SERIOUS = "serious"

    @property
    def words(self) -> str:
        """The situation as people read it, completing "When …"."""
        return _SITUATIONS[self]()


class Wish(StrEnum):
    """What its owner would like then. The value is kept; it never changes."""

    NOW = "in-the-moment"
    ASK_FIRST = "ask-first"
    AFTERWARDS = "afterwards"
    DO_NOT = "please-do-not"

    @property
    def words(self) -> str:
        """The wish as people read it."""
        return _WISHES[self]()

    @property
    def meaning(self) -> str:
        """What it asks of the reader."""
        return _MEANINGS[self]()


_SITUATIONS = {
    Situation.TALKED_OVER: lambda: _("When I am talked over"),
    Situation.CREDIT: lambda: _("When my idea goes to somebody else"),
    Situation.REMARK: lambda: _("When somebody makes a hurtful remark"),
    Situation.NAME: lambda: _("When my name or how I am spoken of is wrong"),
    Situation.LEFT_OUT: lambda: _("When I am left out of a talk or a decision"),
    Situation.ACCESS: lambda: _("When I cannot take part as things are set up"),
    Situation.SERIOUS: lambda: _("When something serious happens"),
}
_WISHES = {
    Wish.NOW: lambda: _("In the moment"),
    Wish.ASK_FIRST: lambda: _("Ask me first"),
    Wish.AFTERWARDS: lambda: _("Afterwards"),
    Wish.DO_NOT: lambda: _("Please don't"),
}
_MEANINGS = {
    Wish.NOW: lambda: _("Say something right then."),
    Wish.ASK_FIRST: lambda: _("Check with me before you do anything."),
    Wish.AFTERWARDS: lambda: _("Come to me later, between the two of us."),
    Wish.DO_NOT: lambda: _("Leave it to me."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One kind of situation, what its owner would like then, and a few words of theirs."""

    situation: Situation
    wish: Wish
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A support card: a line for each situation its owner chose to say something about."""

    lines: tuple[CardLine, ...] = ()
    note: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing."""
        return not self.lines and not self.note

    def line(self, situation: Situation) -> CardLine | None:
        """What it says about a situation, None where it says nothing."""
        return next((line for line in self.lines if line.situation is situation), None)


def write_card(card: Card) -> Card:
    """The card as it will be kept, in the order of the situations. Raises Refused for too many words."""
    for line in card.lines:
        _fits(line.situation.value, line.words, OWN_WORDS_MOST)
    _fits("note", card.note, NOTE_MOST)
    order = list(Situation)
    return Card(
        lines=tuple(sorted(card.lines, key=lambda line: order.index(line.situation))), note=card.note.strip()
    )


def to_body(card: Card) -> Mapping[str, object]:
    """The card as JSON values."""
    return {
        "lines": [[line.situation.value, line.wish.value, line.words] for line in card.lines],
        "note": card.note,
    }


def from_body(body: Mapping[str, object]) -> Card:
    """The card kept in a body. Raises Refused where it cannot be read."""
    try:
        return Card(lines=tuple(_lines(body["lines"])), note=str(body.get("note", "")))
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(
            "", _("This card cannot be read."), _("Ask for it once more, or write it again.")
        ) from error


def _lines(held: object) -> Iterator[CardLine]:
    if not isinstance(held, list):
        raise TypeError(held)
    for situation, wish, words in held:
        yield CardLine(situation=Situation(situation), wish=Wish(wish), words=str(words))


def _fits(place: str, words: str, most: int) -> None:
    if len(words) > most:
        raise Refused(
            place,
            _("This is %(long)d characters long; there is room for %(most)d.")
            % {"long": len(words), "most": most},
            _("A few words are enough."),
        )
