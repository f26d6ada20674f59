"""Rhythm: how steadily somebody acts, for their own eyes, shown as a word.

Steady beats burst: weeks count, not volume, and old weeks fade with a half-life of eight. Adding an act
never lowers it. Limits: invented acts cannot be told from real ones, hence no stakes; it says nothing about
how well an act went. Method, hand checks and simulations: docs/method/rhythm.md
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from math import exp
from typing import Final, NamedTuple
from uuid import UUID

from alongside.act.acts import Act, ActKind
from alongside.act.away import Away, weeks_away
from alongside.act.commitments import Commitment, Due, dues
from alongside.act.words import Word, word
from alongside.core.language import gettext as _
from alongside.core.practices import Practice

WEEKS: Final = 26
EFFORT_CREDIT: Final = (0.0, 0.5, 0.8, 1.0, 1.2, 1.4)
CONFIRMED: Final = 1.25
REFLECTED: Final = 1.1
WEEKS_SET_ASIDE: Final = 6
BEST_PRACTICES: Final = 4
SHOWN_WEEKS: Final = 4
"""Our choices, fixed together; docs/method/rhythm.md has the simulations to re-run on any change."""

PRACTICES: Final = tuple(Practice)
_SLOT: Final = {practice: slot for slot, practice in enumerate(PRACTICES)}
_LEARN: Final = _SLOT[Practice.LEARN]
_BITS: Final = 3
_MASK: Final = (1 << _BITS) - 1
"""A day or week and one of the eight practices make one whole number, the key of every table here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The constants that simulations vary (our choice): weeks to half weight, the worth of `learn`."""

    half_life_weeks: float = 8
    learn_weight: float = 0.5


METHOD: Final = Method()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """A rhythm with everything it was worked out from.

    `consistency` is 0 to 100, `rhythm`, `breadth` and `follow_through` 0 to 1. `weeks` are the four recent
    weeks, the current one last. `cells` are (weeks ago, practice, sum of credit), `window` the 26 values x of
    the weeks from the current one back, `set_aside` the weeks away that do not count; `kept` and `due` are
    the faded sums of commitments,
    `counted` the acts of each of the 26 weeks. Shown to the person alone: the word, the weeks and `moved_by`.
    """

    consistency: float
    rhythm: float
    breadth: float
    follow_through: float
    weeks: tuple[float, ...]
    moved_by: str
    word: Word
    today: date
    cells: tuple[tuple[int, Practice, float], ...]
    window: tuple[float, ...]
    set_aside: tuple[int, ...]
    kept: float
    due: float
    method: Method = METHOD
    counted: tuple[int, ...] = field(default=(0,) * WEEKS, compare=False)


class _Reading(NamedTuple):
    consistency: float
    rhythm: float
    breadth: float
    follow_through: float
    sums: Mapping[int, float]
    window: Sequence[float]
    set_aside: tuple[int, ...]
    kept: float
    due: float


class _Material(NamedTuple):
    """What a reading on any day needs: best credit by day and practice, times due, and time away."""

    credits: Mapping[int, float]
    dues: Sequence[Due]
    away: Sequence[Away]
    method: Method


def rhythm(
    acts: Sequence[Act],
    commitments: Sequence[Commitment],
    away: Sequence[Away],
    *,
    today: date,
    method: Method = METHOD,
) -> Rhythm:
    """The rhythm of the 26 weeks up to `today`, with the word in force since Monday."""
    credit = _credits(acts, today)
    material = _Material(credit, _dues(acts, commitments, away, today), away, method)
    now = _reading(material, today)
    first = date.fromordinal(min(credit) >> _BITS) if credit else None
    return Rhythm(
        consistency=now.consistency,
        rhythm=now.rhythm,
        breadth=now.breadth,
        follow_through=now.follow_through,
        weeks=tuple(reversed(now.window[:SHOWN_WEEKS])),
        moved_by=_moved_by(now),
        word=word(lambda day: _reading(material, day)[0:3:2], first=first, today=today),
        today=today,
        cells=tuple([(k >> _BITS, PRACTICES[k & _MASK], e) for k, e in sorted(now.sums.items())]),
        window=tuple(now.window),
        set_aside=now.set_aside,
        kept=now.kept,
        due=now.due,
        method=method,
        counted=_counted(acts, today),
    )


def _counted(acts: Sequence[Act], today: date) -> tuple[int, ...]:
    counted = [0] * WEEKS
    for act in acts:
        week = (today - act.day).days // 7
        if act.counts and 0 <= week < WEEKS:
            counted[week] += 1
    return tuple(counted)


@lru_cache(maxsize=8)
def weights(half_life_weeks: float) -> tuple[float, ...]:
    """The weight of each of the 26 weeks, the current one first."""
    return tuple(0.5 ** (week / half_life_weeks) for week in range(WEEKS))


def _credits(acts: Sequence[Act], today: date) -> dict[int, float]:
    """The largest credit by day and practice. What was learnt counts as `learn`, whatever it was about."""
    best: dict[int, float] = {}
    talk, learn, last = (
        ActKind.TALK,
        ActKind.LEARN,
        today.toordinal(),
    )  # looking them up costs, in a year of acts
    for act in acts:
        kind, day = act.kind, act.day.toordinal()
        if kind is talk or day > last:
            continue
        credit = EFFORT_CREDIT[act.effort]
        if act.confirmed:
            credit *= CONFIRMED
        if act.reflected:
            credit *= REFLECTED
        key = day << _BITS | (_LEARN if kind is learn else _SLOT[act.practice])
        if credit > best.get(key, 0.0):
            best[key] = credit
    return best


def _dues(
    acts: Sequence[Act], commitments: Sequence[Commitment], away: Sequence[Away], today: date
) -> tuple[Due, ...]:
    if not commitments:
        return ()
    acted: dict[UUID, list[date]] = {}
    for act in acts:
        if act.commitment is not None and act.counts and act.day <= today:
            acted.setdefault(act.commitment, []).append(act.day)
    passed = today - timedelta(days=1)
    found: list[Due] = []
    for each in commitments:
        found += dues(each, acted.get(each.id, ()), away=away, through=passed)
    return tuple(found)


def _reading(material: _Material, today: date) -> _Reading:
    sums = _sums(material.credits, today.toordinal())
    weight = weights(material.method.half_life_weeks)
    window = [0.0] * WEEKS
    total = [0.0] * len(PRACTICES)  # C_p: what each practice has gathered
    for key, credit in sums.items():
        week, slot = key >> _BITS, key & _MASK
        value = 1 - exp(-credit)
        if slot == _LEARN:
            value *= material.method.learn_weight
        window[week] += value
        total[slot] += weight[week] * value
    window = [1 - exp(-value) if value else 0.0 for value in window]
    mean, aside = _mean(window, weight, material.away, today)
    best = sorted(total, reverse=True)[:BEST_PRACTICES]
    breadth = sum(1 - exp(-value / 2) for value in best) / BEST_PRACTICES
    kept, due = _faded(material.dues, weight, today)
    follow = (1 + kept) / (2 + due)
    consistency = 100 * mean * (0.5 + 0.5 * breadth) * (0.7 + 0.3 * follow)
    return _Reading(consistency, mean, breadth, follow, sums, window, aside, kept, due)


def _sums(best: Mapping[int, float], today: int) -> dict[int, float]:
    """Credit by week and practice inside the window."""
    sums: dict[int, float] = {}
    for key, credit in best.items():
        week = (today - (key >> _BITS)) // 7
        if 0 <= week < WEEKS:
            cell = week << _BITS | key & _MASK
            sums[cell] = sums.get(cell, 0.0) + credit
    return sums


def _mean(
    window: Sequence[float], weight: Sequence[float], away: Sequence[Away], today: date
) -> tuple[float, tuple[int, ...]]:
    """The weighted mean of the weeks that count, and those set aside.

    A week away comes back in where it raises the mean: so it can shelter somebody, and never be a trick.
    """
    aside = weeks_away(away, last_day=today, weeks=WEEKS)[:WEEKS_SET_ASIDE]
    counted = [w for w in range(WEEKS) if w not in aside]
    above = sum([weight[w] * window[w] for w in counted])
    below = sum([weight[w] for w in counted])
    still_aside = []
    for week in sorted(aside, key=lambda w: -window[w]):
        if window[week] > above / below:
            above += weight[week] * window[week]
            below += weight[week]
        else:
            still_aside.append(week)
    return above / below, tuple(sorted(still_aside))


def _faded(found: Sequence[Due], weight: Sequence[float], today: date) -> tuple[float, float]:
    """Kept and due commitments whose day has gone by, each weighed by the weeks since."""
    kept = due = 0.0
    for one in found:
        days = (today - one.day).days
        if 0 < days < 7 * WEEKS:
            due += weight[days // 7]
            if one.kept is not None and one.kept <= today:
                kept += weight[days // 7]
    return kept, due


def _moved_by(now: _Reading) -> str:
    """What moved it, in a sentence: the current week against the others."""
    if not now.sums:
        return _("Your first act starts it.")
    recent = [PRACTICES[key].label for key in sorted(now.sums) if key <= _MASK]
    if not recent:
        return _("This week is still open; the weeks before carry it.")
    names = {"practices": ", ".join(recent)}
    if now.window[0] > now.rhythm:
        return _("This week lifted it: %(practices)s.") % names
    return _("This week keeps it going: %(practices)s.") % names
