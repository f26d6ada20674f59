"""The few statistics that several rooms need, in NumPy alone. Each names its paper.

Limits: an interval for a count says how far chance alone could have moved it; it knows nothing about how
the count was made. Method: docs/method/meetings.md
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

Z_95 = 1.959964
"""Two-sided 95 % point of the normal distribution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The range from `low` to `high` that the data allow at 95 %."""

    low: float
    high: float


def byar(events: int, *, exposure: float, z: float = Z_95) -> Interval:
    """Byar's interval for a rate of `events` in `exposure` (Breslow & Day 1987, volume II, section 2.3).

    Raises ValueError for fewer than 0 events or an exposure that is not above 0.
    """
    if events < 0 or exposure <= 0:
        message = "events are 0 or more, and the exposure is above 0"
        raise ValueError(message)
    above = events + 1
    low = events * (1 - 1 / (9 * events) - z / (3 * sqrt(events))) ** 3 if events else 0.0
    high = above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3
    return Interval(low=max(low, 0.0) / exposure, high=high / exposure)


def wilson(hits: int, *, of: int, z: float = Z_95) -> Interval:
    """Wilson's interval for a share of `hits` among `of` cases (Wilson 1927), within 0 to 1.

    Raises ValueError where there is no case, or where the hits are not among them.
    """
    if of <= 0 or not 0 <= hits <= of:
        message = "hits are among the cases, and there is at least one case"
        raise ValueError(message)
    share, spread = hits / of, z * z / of
    middle = (share + spread / 2) / (1 + spread)
    half = sqrt(spread * (share * (1 - share) + spread / 4)) / (1 + spread)
    return Interval(low=max(middle - half, 0.0), high=min(middle + half, 1.0))


def shares(amounts: ArrayLike) -> NDArray[np.float64]:
    """The amounts as shares of their sum; all 0 where the sum is 0."""
    x = np.asarray(amounts, dtype=np.float64)
    total = float(x.sum())
    return x / total if total > 0 else np.zeros_like(x)


def entropy(amounts: ArrayLike) -> float:
    """Shannon's entropy -Σ p ln p of the shares, in nats."""
    p = shares(amounts)
    p = p[p > 0]
    return float(-(p * np.log(p)).sum())


def effective_number(amounts: ArrayLike) -> float:
    """How many equal shares would be as even as these: exp(-Σ p ln p) (Hill 1973, order 1)."""
    return float(np.exp(entropy(amounts)))


def evenness(amounts: ArrayLike) -> float:
    """Entropy over its largest value ln n (Pielou 1966): 1 is even, 0 is one alone. Needs two or more."""
    n = np.size(amounts)
    if n <= 1:
        message = "evenness needs at least two amounts"
        raise ValueError(message)
    return entropy(amounts) / float(np.log(n))


def gini(amounts: ArrayLike, *, corrected: bool = False) -> float:
    """Gini's index of the amounts: 0 is even. `corrected` multiplies by n/(n-1), so that 1 is one alone."""
    x = np.sort(np.asarray(amounts, dtype=np.float64))
    n = x.size
    if n <= 1 or x.sum() <= 0:
        message = "Gini's index needs at least two amounts, and one of them above 0"
        raise ValueError(message)
    rank = np.arange(1, n + 1)
    value = float(((2 * rank - n - 1) * x).sum() / (n * x.sum()))
    return value * n / (n - 1) if corrected else value
