"""Posts: how long one stays, and what is asked of its text. Nothing is ranked, counted or read for its tone.

Limits: a post that is gone from pages may still be in a backup until the next one, and in anybody's memory.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.include.charter import RETENTION_DAYS
from alongside.include.refusals import Refused

LONGEST_TEXT: Final = 5000
"""Characters of a post at most (our choice): a letter, not a book."""
LONGEST_NOTE: Final = 120
"""Characters of a content note at most (our choice): it says what comes, not the thing itself."""
SOON_DAYS: Final = 7
"""Days before its end from which a post says in how many days it goes (taste)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody wants to post: the text, a content note or nothing, and for how many days it stays."""

    text: str
    note: str = ""
    days: int = RETENTION_DAYS[0]


def check(draft: Draft, *, retention_days: int) -> Draft:
    """The draft without blanks around it. Raises Refused naming the field; the text is never shortened."""
    text, note = draft.text.strip(), " ".join(draft.note.split())
    if not text:
        raise Refused("text", _("There is no text yet."), _("Write what you want to say."))
    if len(text) > LONGEST_TEXT:
        raise Refused(
            "text",
            _("Your text has %(count)d characters; %(most)d is the most.")
            % {"count": len(text), "most": LONGEST_TEXT},
            _("Shorten it, or make two posts of it."),
        )
    if len(note) > LONGEST_NOTE:
        raise Refused(
            "note",
            _("The content note has %(count)d characters; %(most)d is the most.")
            % {"count": len(note), "most": LONGEST_NOTE},
            _("A few words are enough: say what comes."),
        )
    if draft.days not in days_to_choose(retention_days):
        raise Refused(
            "days", _("Posts here cannot stay that long."), _("Choose one of the times in the list.")
        )
    return Draft(text=text, note=note, days=draft.days)


def days_to_choose(retention_days: int) -> tuple[int, ...]:
    """How long a post may stay where the charter sets an upper bound; always at least one choice."""
    return tuple(days for days in RETENTION_DAYS if days <= retention_days) or RETENTION_DAYS[:1]


def last_day(written: date, *, days: int, retention_days: int) -> date:
    """The last day on which a post is there. A shorter promise of the circle shortens it, a longer never."""
    return written + timedelta(days=min(days, retention_days))


def is_expired(last: date, *, today: date) -> bool:
    """Whether a post is past its last day."""
    return today > last


def how_long(last: date, *, today: date, in_words: Callable[[date], str] = date.isoformat) -> str:
    """When a post goes, for its reader: a day, or how many days where they are few."""
    left = (last - today).days
    if left <= 0:
        return _("goes tonight")
    if left <= SOON_DAYS:
        return ngettext("goes in %(days)d day", "goes in %(days)d days", left) % {"days": left}
    return _("goes on %(day)s") % {"day": in_words(last)}
