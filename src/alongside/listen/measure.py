"""All measures of one meeting, each with what it needs, or the reason why it is not there.

People stand in order of first appearance, those who did not speak after them; nothing is sorted or ranked.
Method: docs/method/meetings.md
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.core.statistics import byar
from alongside.listen.address import name_book
from alongside.listen.balance import Balance, Monologue, balance, even_shares, longest_monologue
from alongside.listen.conversation import UNATTRIBUTED, Capability, Conversation, LossReport
from alongside.listen.credit import Credit, credits_given
from alongside.listen.doubles import without_doubles
from alongside.listen.invitations import Invitation, invitations
from alongside.listen.metrics import Absent, CannotSay, Metric, NotMeasurable, Policy, Value
from alongside.listen.questions import Questions, unanswered
from alongside.listen.speech import SpeechLists
from alongside.listen.takeovers import MIN_MARKS, BrokenOff, Overlaps, broken_off, overlaps
from alongside.listen.turns import Floor, floor, speech_seconds

UNATTRIBUTED_WARNING = 0.10
"""Our choice: above this share of unattributed speech the report opens with a warning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person's own measures. `amount` is seconds, or words where the source has no times.

    `share` of the talk, `even_share` if talk followed the minutes present, `ratio` of the two. `listened`
    where only signs of listening were heard. `taken_over` and `takes_over` are per minute.
    """

    label: str
    on_roster: bool
    amount: Metric
    turns: int
    share: Metric
    even_share: Metric
    ratio: Metric
    listened: bool
    taken_over: Metric
    takes_over: Metric


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measures:
    """One meeting, measured. Lists of moments are in order of time; `unit` is "seconds" or "words".

    `people` has the conversation's order, so that moments can point into it; `order` is the one to show:
    first appearance, then the others.
    """

    title: str
    format: str
    can: frozenset[Capability]
    loss: LossReport
    alias_offers: tuple[tuple[str, str], ...]
    unit: str
    minutes: Metric
    words: int
    utterances: int
    people: tuple[Row, ...]
    order: tuple[int, ...]
    unattributed_share: float
    balance: Balance | Absent
    silent: tuple[int, ...] | Absent
    longest: Monologue | Absent
    questions: Questions | Absent
    invitations: tuple[Invitation, ...] | Absent
    credits: tuple[Credit, ...] | Absent
    overlaps: Overlaps | Absent
    broken_off: tuple[BrokenOff, ...] | Absent

    @property
    def spoke(self) -> int:
        """How many people had at least one turn."""
        return sum(1 for row in self.people if row.turns)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Talk:
    """A conversation with what is counted once: its floor, and each person's talk time and turns."""

    c: Conversation
    f: Floor
    amounts: NDArray[np.float64]
    turns: NDArray[np.int64]


def measure(c: Conversation, *, lists: SpeechLists | None, policy: Policy) -> Measures:
    """Everything that can be said about this conversation. Without `lists` no metric of words is measured."""
    c = without_doubles(c)
    f = floor(c, lists=lists)
    amounts = _amounts(c, f)
    turns = np.bincount(f.speaker[f.speaker >= 0], minlength=len(c.people))[: len(c.people)]
    floors = _too_little(c, f, amounts, policy)
    crossing = _overlaps(c, f, lists)
    talk = _Talk(c=c, f=f, amounts=amounts, turns=turns)
    wording = _wording(c, f, lists)
    return Measures(
        title=c.title,
        format=c.format,
        can=c.can,
        loss=c.loss,
        alias_offers=c.alias_offers,
        unit="seconds" if f.timed else "words",
        minutes=_minutes(f),
        words=int(f.words.sum()),
        utterances=len(c),
        people=_rows(talk, floors, crossing, policy),
        order=_order_of_appearance(c),
        unattributed_share=_unattributed_share(c, f),
        balance=floors or balance(amounts, turns),
        silent=_silent(c, turns),
        longest=_longest(c, f),
        questions=wording[0],
        invitations=wording[1],
        credits=wording[2],
        overlaps=crossing,
        broken_off=_broken_off(c, f),
    )


def _wording(
    c: Conversation, f: Floor, lists: SpeechLists | None
) -> tuple[Questions | Absent, tuple[Invitation, ...] | Absent, tuple[Credit, ...] | Absent]:
    """What needs words and who said them: questions, invitations, credit."""
    absent = no_words(c) or _no_speakers(c)
    if absent is None and lists is None:
        absent = NotMeasurable(reason=_("There is no list of words for this language yet."))
    if absent is not None or lists is None:
        missing = absent or NotMeasurable(reason="")
        return missing, missing, missing
    names = name_book(c.people, ordinary=lists.function_words)
    questions = unanswered(c, f, lists=lists, names=names)
    if not names.by_first_word:
        unnamed = NotMeasurable(reason=_("The people here have no names, only labels such as SPEAKER_00."))
        return questions, unnamed, unnamed
    return (
        questions,
        invitations(c, f, lists=lists, names=names),
        credits_given(c, f, lists=lists, names=names),
    )


def no_words(c: Conversation) -> NotMeasurable | None:
    """Why there are no words to look at, or None where there are."""
    if c.texts is not None and Capability.TEXT in c.can:
        return None
    return NotMeasurable(reason=_("This source holds times and no words."))


def _no_speakers(c: Conversation) -> NotMeasurable | None:
    if Capability.SPEAKERS in c.can:
        return None
    return NotMeasurable(reason=_("This file does not say who spoke."))


def _amounts(c: Conversation, f: Floor) -> NDArray[np.float64]:
    """Seconds a person spoke, signs of listening included; words where there are no times."""
    if f.timed:
        return speech_seconds(c.speaker, f.start, f.end, people=len(c.people))
    known = c.speaker != UNATTRIBUTED
    words = np.bincount(c.speaker[known], weights=f.words[known], minlength=len(c.people))
    return np.asarray(words[: len(c.people)], dtype=np.float64)


def _minutes(f: Floor) -> Metric:
    """From the first word to the last. Without times there are none, only a guess that is not shown."""
    if not f.timed:
        return NotMeasurable(reason=_("This source holds no times."))
    if not len(f.start):
        return CannotSay(reason=_("Nobody spoke."))
    return Value(x=_span_s(f) / 60, n=len(f.start), method="minutes")


def _span_s(f: Floor) -> float:
    return float(f.end.max() - f.start.min()) if len(f.start) else 0.0


def _too_little(c: Conversation, f: Floor, amounts: NDArray[np.float64], policy: Policy) -> Absent | None:
    """Why nothing is said about shares, or None where there is enough."""
    missing = _no_speakers(c)
    if missing:
        return missing
    minutes = _span_s(f) / 60
    if minutes < policy.min_minutes:
        return CannotSay(
            reason=_("It lasted %(minutes).1f minutes; shares are given from %(floor)g minutes on.")
            % {"minutes": int(minutes * 10) / 10, "floor": policy.min_minutes}  # 9.97 is not yet 10.0
        )
    if len(c.people) < policy.min_present:
        return CannotSay(
            reason=ngettext(
                "%(n)d person was there; shares are given from %(floor)d on.",
                "%(n)d people were there; shares are given from %(floor)d on.",
                len(c.people),
            )
            % {"n": len(c.people), "floor": policy.min_present}
        )
    if not np.any(c.speaker != UNATTRIBUTED) or amounts.sum() <= 0:
        return CannotSay(reason=_("No speech here is given to anybody."))
    return None


def _silent(c: Conversation, turns: NDArray[np.int64]) -> tuple[int, ...] | Absent:
    if Capability.SPEAKERS not in c.can:
        return NotMeasurable(reason=_("This file does not say who spoke."))
    if Capability.ROSTER not in c.can:
        return NotMeasurable(reason=_("Only a list of those present tells who did not speak (--roster)."))
    return tuple(np.flatnonzero(turns == 0).tolist())


def _longest(c: Conversation, f: Floor) -> Monologue | Absent:
    if not f.timed:
        return NotMeasurable(reason=_("This source holds no times."))
    found = longest_monologue(f) if Capability.SPEAKERS in c.can else None
    return found or _no_speakers(c) or CannotSay(reason=_("Nobody spoke."))


def _overlaps(c: Conversation, f: Floor, lists: SpeechLists | None) -> Overlaps | Absent:
    if Capability.OVERLAP not in c.can or not f.timed:
        return NotMeasurable(
            reason=_(
                "The times in this file never overlap. So nobody can be seen coming in while another speaks."
            )
        )
    return _no_speakers(c) or overlaps(c, f, lists=lists)


def _broken_off(c: Conversation, f: Floor) -> tuple[BrokenOff, ...] | Absent:
    if Capability.INTERRUPTION_MARKS not in c.can:
        return NotMeasurable(reason=_("This source does not mark turns that break off."))
    missing = no_words(c) or _no_speakers(c)
    if missing:
        return missing
    found = broken_off(c, f)
    if len(found) < MIN_MARKS:
        return CannotSay(
            reason=_("It marks %(n)d turns as broken off; that is looked at from %(floor)d on.")
            % {"n": len(found), "floor": MIN_MARKS}
        )
    return found


def _unattributed_share(c: Conversation, f: Floor) -> float:
    """Share of the seconds (or words) that no name stands beside."""
    weight = np.maximum(f.end - f.start, 0) if f.timed else f.words.astype(np.float64)
    total = float(weight.sum())
    return float(weight[c.speaker == UNATTRIBUTED].sum()) / total if total else 0.0


def _rows(talk: _Talk, floors: Absent | None, crossing: Overlaps | Absent, policy: Policy) -> tuple[Row, ...]:
    c, amounts, turns = talk.c, talk.amounts, talk.turns
    if Capability.SPEAKERS not in c.can:
        return ()
    total = float(amounts.sum())
    even = even_shares(c.people)
    rates = _rates(talk, crossing, policy)
    heard = np.bincount(c.speaker[c.speaker >= 0], minlength=len(c.people))
    rows = []
    for i in range(len(c.people)):
        share = float(amounts[i]) / total if total else 0.0
        rows.append(
            Row(
                label=c.people[i].label,
                on_roster=c.people[i].on_roster,
                amount=Value(x=float(amounts[i]), n=int(turns[i]), method="talk-time"),
                turns=int(turns[i]),
                share=floors or Value(x=share, n=len(c.people), method="share"),
                even_share=floors or Value(x=float(even[i]), n=len(c.people), method="share"),
                ratio=floors or Value(x=share / float(even[i]), n=len(c.people), method="share"),
                listened=bool(heard[i]) and not turns[i],
                taken_over=rates[0][i],
                takes_over=rates[1][i],
            )
        )
    return tuple(rows)


def _order_of_appearance(c: Conversation) -> tuple[int, ...]:
    if Capability.SPEAKERS not in c.can:
        return ()  # a list of those present may come with captions that name nobody
    spoke, first = np.unique(c.speaker[c.speaker >= 0], return_index=True)
    seen = spoke[np.argsort(first, kind="stable")].tolist()
    heard = set(seen)
    return (*seen, *(i for i in range(len(c.people)) if i not in heard))


def _rates(talk: _Talk, crossing: Overlaps | Absent, policy: Policy) -> tuple[list[Metric], list[Metric]]:
    """Take-overs of a person a minute they spoke, and by a person a minute the others spoke."""
    n, amounts, turns = len(talk.c.people), talk.amounts, talk.turns
    if not isinstance(crossing, Overlaps):
        return [crossing] * n, [crossing] * n
    lost = np.bincount(crossing.holder, minlength=n)
    took = np.bincount(crossing.taker, minlength=n)
    others = amounts.sum() - amounts
    taken: list[Metric] = []
    takes: list[Metric] = []
    for i in range(n):
        thin = _thin(float(amounts[i]), int(turns[i]), policy)
        taken.append(thin or _rate(int(lost[i]), float(amounts[i]), "taken-over"))
        takes.append(thin or _rate(int(took[i]), float(others[i]), "takes-over"))
    return taken, takes


def _rate(events: int, seconds: float, method: str) -> Metric:
    if seconds <= 0:
        return CannotSay(reason=_("Nobody else spoke."))
    minutes = seconds / 60
    return Value(x=events / minutes, n=events, method=method, interval=byar(events, exposure=minutes))


def _thin(seconds: float, turns: int, policy: Policy) -> CannotSay | None:
    if seconds >= policy.min_speech_s and turns >= policy.min_turns:
        return None
    return CannotSay(
        reason=_("Rates are given from %(seconds)g seconds and %(turns)d turns of one's own on.")
        % {"seconds": policy.min_speech_s, "turns": policy.min_turns}
    )
