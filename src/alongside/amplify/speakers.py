"""A directory of people who want to be asked to speak, by what they know and on their own terms.

Each field has its readers, chosen by the speaker. A profile lapses after a year unless it is renewed, and is
gone at once when it is withdrawn. Limits: the search knows topics, languages, formats and fees; there is no
field for who somebody is, and what people write about themselves is never searched.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from alongside.amplify.refusals import Refused
from alongside.core.language import gettext as _

LASTS_DAYS: Final = 366
"""Days after which a profile lapses unless it is renewed (our choice)."""
QUOTA: Final = 2
"""Requests a month that reach somebody until they choose another number (our choice)."""
MOST_QUOTA: Final = 30
MOST_TOPICS: Final = 12
LONGEST: Final = 400
"""Characters of a field in the speaker's own words (our choice)."""
_WORD: Final = re.compile(r"[^\W_]+")
_TELLING: Final = 3
"""Letters from which a word of a topic counts; shorter ones, such as "of", are everywhere (our choice)."""


class Audience(StrEnum):
    """Who may see a field."""

    ME = "me"
    ORGANISERS = "organisers"
    MEMBERS = "members"

    @property
    def label(self) -> str:
        """The audience as people read it."""
        return _AUDIENCES[self]()


_AUDIENCES: Mapping[Audience, Callable[[], str]] = {
    Audience.ME: lambda: _("only me"),
    Audience.ORGANISERS: lambda: _("people who look after a circle here"),
    Audience.MEMBERS: lambda: _("all members here"),
}
_SEES: Final[Mapping[Audience, frozenset[Audience]]] = {
    Audience.ME: frozenset(Audience),
    Audience.ORGANISERS: frozenset({Audience.ORGANISERS, Audience.MEMBERS}),
    Audience.MEMBERS: frozenset({Audience.MEMBERS}),
}
"""What each kind of reader sees: `ME` is the speaker, `MEMBERS` everybody else here."""


class Fee(StrEnum):
    """What speaking costs. Paid is what a profile says until its owner changes it."""

    PAID = "paid"
    ASK = "ask"
    FREE = "free"

    @property
    def label(self) -> str:
        """The fee as people read it."""
        return _FEES[self]()


_FEES: Mapping[Fee, Callable[[], str]] = {
    Fee.PAID: lambda: _("speaks for a fee"),
    Fee.ASK: lambda: _("for a fee, less for groups without money"),
    Fee.FREE: lambda: _("speaks without a fee"),
}


class Format(StrEnum):
    """How somebody speaks."""

    ONLINE = "online"
    IN_PERSON = "in person"
    WRITTEN = "written"

    @property
    def label(self) -> str:
        """The format as people read it."""
        return _FORMATS[self]()


_FORMATS: Mapping[Format, Callable[[], str]] = {
    Format.ONLINE: lambda: _("online"),
    Format.IN_PERSON: lambda: _("in person"),
    Format.WRITTEN: lambda: _("in writing"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Somebody who wants to be found. `seen_by` is for the profile, the rest for single fields."""

    id: str
    name: str
    topics: tuple[str, ...]
    languages: tuple[str, ...] = ()
    formats: frozenset[Format] = frozenset()
    fee: Fee | None = Fee.PAID
    fee_words: str = ""
    travel: str = ""
    about: str = ""
    quota: int = QUOTA
    renewed: date
    last_asked: date | None = None
    seen_by: Audience = Audience.ME
    fee_seen_by: Audience = Audience.MEMBERS
    travel_seen_by: Audience = Audience.ORGANISERS
    about_seen_by: Audience = Audience.ME

    @property
    def lapses(self) -> date:
        """The first day on which nobody else sees it any more."""
        return self.renewed + timedelta(days=LASTS_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for. None of it says who somebody is."""

    topic: str = ""
    languages: str = ""
    format: Format | None = None
    without_fee: bool = False


def check(profile: Profile) -> Profile:
    """The profile, tidied. Raises Refused where a field does not fit."""
    topics = tuple(dict.fromkeys(" ".join(each.split()) for each in profile.topics if each.strip()))
    if not profile.name.strip():
        raise Refused("name", _("It is not said what to call you."), _("Any name will do."))
    if not topics or len(topics) > MOST_TOPICS:
        told = {"most": MOST_TOPICS}
        raise Refused("topics", _("Name 1 to %(most)d topics, one a line.") % told, _("A few words each."))
    if not 0 <= profile.quota <= MOST_QUOTA:
        told = {"most": MOST_QUOTA}
        raise Refused("quota", _("Requests a month are 0 to %(most)d.") % told, _("0 is a pause."))
    fields = (("fee_words", profile.fee_words), ("travel", profile.travel), ("about", profile.about))
    for place, words in (*fields, ("topics", max(topics, key=len))):
        if len(words) > LONGEST:
            told = {"most": LONGEST}
            raise Refused(place, _("That is longer than %(most)d letters.") % told, _("Say it shorter."))
    return replace(profile, topics=topics, name=" ".join(profile.name.split()))


def is_listed(profile: Profile, *, to: Audience, today: date) -> bool:
    """Whether this reader finds the profile; its owner always does."""
    if to is Audience.ME:
        return True
    return profile.seen_by in _SEES[to] and today < profile.lapses


def shown_to(profile: Profile, *, to: Audience) -> Profile:
    """The profile with what this reader may not see left empty."""
    sees = _SEES[to]
    return replace(
        profile,
        fee=profile.fee if profile.fee_seen_by in sees else None,
        fee_words=profile.fee_words if profile.fee_seen_by in sees else "",
        travel=profile.travel if profile.travel_seen_by in sees else "",
        about=profile.about if profile.about_seen_by in sees else "",
    )


def find(profiles: Sequence[Profile], wanted: Wanted, *, to: Audience, today: date) -> tuple[Profile, ...]:
    """Who offered and fits, as this reader may see them: best topic first, then longest unasked.

    What remains equal is ordered by a hash of the id, so that nobody is first for their name.
    """
    listed = [each for each in profiles if is_listed(each, to=to, today=today)]
    fitting = [each for each in listed if _fits(each, wanted, sees=_SEES[to])]
    ordered = sorted(fitting, key=lambda each: (-_topic(each, wanted.topic), _unasked(each), _mix(each.id)))
    return tuple(shown_to(each, to=to) for each in ordered)


def _fits(profile: Profile, wanted: Wanted, *, sees: frozenset[Audience]) -> bool:
    spoken = {word for each in profile.languages for word in words_of(each)}
    paid = wanted.without_fee and (profile.fee is Fee.PAID or profile.fee_seen_by not in sees)
    return (
        (not words_of(wanted.topic) or _topic(profile, wanted.topic) > 0)
        and all(word in spoken for word in words_of(wanted.languages))
        and (wanted.format is None or wanted.format in profile.formats)
        and not paid
    )


def _topic(profile: Profile, topic: str) -> float:
    """The share of the words looked for that stand in the topics, or begin a word there."""
    asked = {word for word in words_of(topic) if len(word) >= _TELLING} or set(words_of(topic))
    known = {word for each in profile.topics for word in words_of(each)}
    met = [word for word in asked if any(each.startswith(word) for each in known)]
    return len(met) / len(asked) if asked else 0.0


def _unasked(profile: Profile) -> date:
    return profile.last_asked or date.min


def _mix(id: str) -> bytes:
    return hashlib.blake2b(id.encode(), digest_size=8).digest()


def words_of(text: str) -> list[str]:
    """The words of a text without case and accents (NFKD, combining marks out)."""
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return _WORD.findall(bare.casefold())
