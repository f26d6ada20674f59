"""How evenly the talking was spread, and whose floor was longest. People in order of first appearance.

One meeting is no sample, so there is no interval. Even talk goes with better group results in Woolley et al.
2010; that is an association and promises nothing. Method: docs/method/meetings.md
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alongside.core.statistics import effective_number, evenness, gini
from alongside.listen.conversation import UNATTRIBUTED, Person
from alongside.listen.metrics import Value
from alongside.listen.turns import Floor


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The group's balance: nobody's own figure."""

    effective_speakers: Value
    evenness: Value
    gini: Value
    gini_corrected: Value
    turn_spread: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Monologue:
    """The longest stretch: who, from when to when in seconds, and the seconds spoken in it."""

    speaker: int
    start_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        """Seconds from its beginning to its end."""
        return self.end_s - self.start_s


def balance(amounts: NDArray[np.float64], turns: NDArray[np.int64]) -> Balance:
    """The balance of talk among at least two people, one of whom spoke."""
    n = len(amounts)

    def value(x: float, method: str) -> Value:
        return Value(x=x, n=n, method=method)

    return Balance(
        effective_speakers=value(effective_number(amounts), "effective-speakers"),
        evenness=value(evenness(amounts), "evenness"),
        gini=value(gini(amounts), "gini"),
        gini_corrected=value(gini(amounts, corrected=True), "gini-corrected"),
        turn_spread=value(float(np.std(turns)), "turn-spread"),
    )


def even_shares(people: Sequence[Person]) -> NDArray[np.float64]:
    """The share each would have if talk followed the minutes present; 1/n where those are not known."""
    present = [person.present_s for person in people]
    if all(seconds is not None and seconds > 0 for seconds in present):
        seconds = np.array(present, dtype=np.float64)
        return np.asarray(seconds / seconds.sum(), dtype=np.float64)
    return np.full(len(people), 1 / len(people)) if people else np.zeros(0)


def longest_monologue(f: Floor) -> Monologue | None:
    """The longest stretch of somebody named, the first of equals; None where nobody spoke."""
    if not len(f.speaker):
        return None
    opens = np.flatnonzero(np.diff(f.stretch_of, prepend=-1))
    start, end = f.turn_start[opens], np.maximum.reduceat(f.turn_end, opens)
    length = np.where(f.speaker[opens] == UNATTRIBUTED, -1.0, end - start)
    best = int(np.argmax(length))
    if length[best] <= 0:
        return None
    return Monologue(speaker=int(f.speaker[opens[best]]), start_s=float(start[best]), end_s=float(end[best]))
