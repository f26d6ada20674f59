"""People who offered to answer questions: how often, and for what. We move no money; who pays whom is theirs.

Limits: pay is what somebody states. A question of somebody who cannot pay goes only to those who ask for no
fee; whether a fee was paid is never asked here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from alongside.core.language import gettext as _
from alongside.learn.fields import Refused
from alongside.learn.questions import QUOTA, Answerer, Question, Routing, State

MOST_QUOTA: Final = 30
"""Questions a month that somebody can choose at most (our choice); the bound catches slips of the finger."""
OPEN_AT_MOST: Final = 3
"""Open questions that one person may have at a time (our choice): the others' months are short."""
LONGEST_ANSWER: Final = 6000
LONGEST_FEE: Final = 120
KEPT_DAYS: Final = 90
"""Days after which a question that came to nothing is deleted (our choice)."""
KEPT_ANSWERED_DAYS: Final = 366
"""Days for which an answer that is not shared stays with the two people it concerns (our choice)."""
OVER: Final = frozenset({State.DECLINED, State.EXPIRED, State.WITHDRAWN})


class Pay(StrEnum):
    """For what somebody answers."""

    ORGANISATION = "organisation"
    FEE = "fee"
    FREE = "free"

    @property
    def label(self) -> str:
        """The pay as people read it."""
        return _PAYS[self]()


_PAYS: Mapping[Pay, Callable[[], str]] = {
    Pay.ORGANISATION: lambda: _("The organisation pays me for it"),
    Pay.FEE: lambda: _("For a fee that I state"),
    Pay.FREE: lambda: _("Without pay"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Educator:
    """Somebody who opted in: how many questions a month, for what, and how often they answered so far."""

    id: str
    quota: int = QUOTA
    pay: Pay = Pay.ORGANISATION
    fee: str = ""
    answered: int = 0


def check_terms(quota: int | None, pay: Pay | None, fee: str) -> tuple[int, Pay, str]:
    """What somebody offers, tidied. Raises Refused."""
    if quota is None or not 0 <= quota <= MOST_QUOTA:
        told = {"most": MOST_QUOTA}
        raise Refused("quota", _("Questions a month are 0 to %(most)d.") % told, _("0 is a pause."))
    if pay is None:
        raise Refused("pay", _("It is not said whether you are paid."), _("Choose one of the three."))
    said = " ".join(fee.split())
    if pay is Pay.FEE and not said:
        raise Refused("fee", _("Your fee is not stated."), _("Such as: 40 euros an answer."))
    if len(said) > LONGEST_FEE:
        told = {"most": LONGEST_FEE}
        raise Refused("fee", _("That is longer than %(most)d letters.") % told, _("Say it shorter."))
    return quota, pay, said if pay is Pay.FEE else ""


def may_get(educators: Sequence[Educator], *, asker: str, can_pay: bool) -> tuple[Answerer, ...]:
    """Who may get a question: not whoever asks it, and nobody with a fee where it cannot be paid."""
    return tuple(
        Answerer(id=each.id, quota=each.quota, answered=each.answered)
        for each in educators
        if each.id != asker and (can_pay or each.pay is not Pay.FEE)
    )


def check_answer(answer: str) -> str:
    """An answer, tidied. Raises Refused."""
    said = answer.strip()
    if not said or len(said) > LONGEST_ANSWER:
        told = {"most": LONGEST_ANSWER}
        cause = _("An answer has 1 to %(most)d letters.") % told
        raise Refused("answer", cause, _("A link to something good is an answer, too."))
    return said


def check_open(open_now: int) -> None:
    """Raise Refused for somebody who has as many open questions as one may have."""
    if open_now >= OPEN_AT_MOST:
        told = {"most": OPEN_AT_MOST}
        cause = _("You have %(most)d open questions.") % told
        raise Refused("text", cause, _("Wait for an answer, or take one back."))


def is_shared(*, asker: bool, answerer: bool) -> bool:
    """Whether an answer may be read by others: only while both of them want it."""
    return asker and answerer


def standing(question: Question, routing: Routing, *, say: Callable[[date], str] = date.isoformat) -> str:
    """What the asker is told. It never says who, and not whether anybody declined. `say` words a day."""
    if question.state is State.QUEUED and routing.not_before is not None:
        told = {"day": say(routing.not_before)}
        return _("It waits: nobody has room for it before %(day)s.") % told
    if question.state is State.QUEUED:
        return routing.sentence
    return {
        State.DELIVERED: _("It is with somebody who offered to answer."),
        State.ANSWERED: _("It is answered."),
        State.WITHDRAWN: _("You took it back."),
    }.get(question.state, _("Nobody could take it. The library is the place to look."))


def is_stale(question: Question, *, shared: bool, today: date) -> bool:
    """Whether it is time to delete it; an answer that both share stays."""
    if question.state is State.ANSWERED:
        return not shared and today - question.asked >= timedelta(days=KEPT_ANSWERED_DAYS)
    return question.state in OVER and today - question.asked >= timedelta(days=KEPT_DAYS)
