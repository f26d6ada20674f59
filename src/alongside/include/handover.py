"""Handing a circle over: a steward's term, and what there is to look at before somebody else has it.

A term ends on a day so that nobody has to find the courage to stop. When it is over nothing is taken away: a
circle without a steward helps nobody. It says so to its members, and asks who is next.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.language import ngettext

TERM_DAYS: Final = 365
"""A steward's term (our choice): a year."""
SOON_DAYS: Final = 30
"""Days before its end from which a term asks who is next (our choice)."""
STEWARDS: Final = 2
"""Stewards a circle should have (our choice), so that one can fall ill."""


class Term(StrEnum):
    """Where a steward's term stands."""

    RUNS = "runs"
    ENDS_SOON = "ends-soon"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a circle has on its hands, counted by the door that asks; None where nobody may count it."""

    stewards: int = 1
    moderators: int = 0
    asked_to_join: int = 0
    invited: int = 0
    open_rounds: int = 0
    coming_events: int | None = None
    unanswered_charter: int = 0
    chapters: int = 0
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of the check-list; `settled` where the program can see that nothing is left to do."""

    key: str
    text: str
    settled: bool


def term_from(today: date) -> date:
    """The last day of a term that begins today."""
    return today + timedelta(days=TERM_DAYS)


def term(ends: date | None, *, today: date) -> Term:
    """Where a term stands that ends on that day; one without an end runs."""
    if ends is None or today < ends - timedelta(days=SOON_DAYS):
        return Term.RUNS
    return Term.ENDS_SOON if today <= ends else Term.OVER


def check_list(held: Held) -> tuple[Check, ...]:
    """What to look at together before a circle changes hands: what can be counted first, then what cannot."""
    return (*_counted(held), *_spoken(held))


def _counted(held: Held) -> Sequence[Check]:
    counted = (
        ("asked", held.asked_to_join, _asked),
        ("invited", held.invited, _invited),
        ("rounds", held.open_rounds, _rounds),
        ("events", held.coming_events, _events),
        ("charter", held.unanswered_charter, _unanswered),
        ("chapters", held.chapters, _chapters),
    )
    return (
        _stewards(settled=held.stewards >= STEWARDS),
        _moderators(settled=held.moderators > 0),
        *(_left(key, count, words) for key, count, words in counted if count is not None),
    )


def _stewards(*, settled: bool) -> Check:
    text = _("There are two stewards.") if settled else _("There is one steward. With two, one can fall ill.")
    return Check(key="stewards", text=text, settled=settled)


def _moderators(*, settled: bool) -> Check:
    text = _("Somebody other than a steward moderates.") if settled else _("Only stewards moderate.")
    return Check(key="moderators", text=text, settled=settled)


def _left(key: str, count: int, words: Callable[[int], str]) -> Check:
    return Check(key=key, text=words(count) % {"count": count}, settled=count == 0)


def _asked(count: int) -> str:
    return ngettext(
        "%(count)d person waits for an answer to come in.",
        "%(count)d people wait for an answer to come in.",
        count,
    )


def _invited(count: int) -> str:
    return ngettext("%(count)d invitation is open.", "%(count)d invitations are open.", count)


def _rounds(count: int) -> str:
    return ngettext("%(count)d listening round is open.", "%(count)d listening rounds are open.", count)


def _events(count: int) -> str:
    return ngettext("%(count)d event is coming.", "%(count)d events are coming.", count)


def _unanswered(count: int) -> str:
    return ngettext(
        "%(count)d person has not answered the changed charter.",
        "%(count)d people have not answered the changed charter.",
        count,
    )


def _chapters(count: int) -> str:
    return ngettext("%(count)d chapter belongs to it.", "%(count)d chapters belong to it.", count)


def _spoken(held: Held) -> Sequence[Check]:
    """What only people know. None of it is ever settled by the program."""
    said = [
        ("promises", _("Tell them what you have promised to whom, and by when.")),
        ("asks", _("Look at the open asks together.")),
        ("tired", _("Tell them what was hard, and who helped.")),
        ("places", _("Tell them where other things lie: rooms, papers, a mailbox, keys.")),
        ("members", _("Tell the circle yourself, before the day.")),
    ]
    if held.is_hidden:
        said.append(("hidden", _("Talk about it inside the circle only: it is hidden.")))
    return tuple(Check(key=key, text=text, settled=False) for key, text in said)
