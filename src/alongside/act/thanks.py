"""Thanks: one private line to somebody who said that they would like to get them.

Nothing counts them, nobody else sees them, and nobody is ever asked to write one, least of all the person who
was helped. Somebody who leads you must not be thanked here: what looks free may be owed. We keep no list of
who leads whom, so we ask, each time, and keep no answer.

Would-be allies think themselves less welcome than they are, and intend more once told (Birnbaum 2024).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from alongside.act.acts import Refused
from alongside.core.language import gettext as _

WORDS_MOST: Final = 500
"""Longest thank-you, in characters (our choice)."""


class Sending(StrEnum):
    """When it arrives: now, or with whatever else has come by next Monday."""

    NOW = "now"
    POOLED = "pooled"


class Leads(StrEnum):
    """The answer to: does this person lead you? Empty is no answer, and none is taken for granted."""

    UNSAID = ""
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    """What is written, and how: `signed` is the name below it, or "" to leave it open."""

    words: str
    sending: Sending
    leads: Leads
    signed: str = ""


def give_thanks(thanks: Thanks) -> Thanks:
    """The thanks as they will be sealed. Raises Refused where they are empty, too long, or go upwards."""
    if thanks.leads is Leads.UNSAID:
        raise Refused("leads", _("One question is still open."), _("Say whether this person leads you."))
    if thanks.leads is Leads.YES:
        raise Refused(
            "leads",
            _("Thanks do not go to somebody who leads you: they could be read as owed."),
            _("Nothing is kept. If you like, tell them yourself, face to face."),
        )
    words = thanks.words.strip()
    if not words:
        raise Refused("words", _("There are no words yet."), _("Say what they did, and what it changed."))
    if len(words) > WORDS_MOST:
        raise Refused(
            "words",
            _("This is %(long)d characters long; there is room for %(most)d.")
            % {"long": len(words), "most": WORDS_MOST},
            _("The one thing that mattered is enough."),
        )
    return Thanks(words=words, sending=thanks.sending, leads=thanks.leads, signed=thanks.signed.strip())


def arrives(sending: Sending, *, today: date) -> date:
    """The day from which they can be read: today, or the Monday that comes."""
    return today if sending is Sending.NOW else today + timedelta(days=7 - today.weekday())


def to_body(thanks: Thanks) -> Mapping[str, object]:
    """What the receiver reads, as JSON values: the words, and the name if one was given."""
    return {"words": thanks.words, "signed": thanks.signed}


def from_body(body: Mapping[str, object]) -> tuple[str, str]:
    """Words and name. Raises Refused where they cannot be read."""
    words, signed = body.get("words"), body.get("signed", "")
    if not isinstance(words, str) or not isinstance(signed, str):
        raise Refused("", _("These thanks cannot be read."), _("They may come from a newer Alongside."))
    return words, signed
