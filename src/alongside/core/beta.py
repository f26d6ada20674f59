"""The beta distribution, with the standard library alone: how sure a share can be after a few counts.

Apart from `core.statistics` because that one needs NumPy, which costs a terminal command a tenth of a second.
Sources: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and 8.17.4 (symmetry);
Lentz (1976) for evaluating it. Limits: both parameters above 0 and below about 10,000.
"""

from functools import lru_cache
from math import exp, lgamma, log, log1p, pi, sin
from typing import Final

PRECISION: Final = 1e-13
_TINY: Final = 1e-300
_TERMS: Final = 400
_HALVINGS: Final = 200
_PARTS: Final = 256
"""Even number of parts for Simpson's rule: its error is below 1e-6 for the counts of a questionnaire."""


def log_density(x: float, a: float, b: float) -> float:
    """Logarithm of the density at `x`, for 0 < x < 1."""
    return (a - 1) * log(x) + (b - 1) * log1p(-x) + lgamma(a + b) - lgamma(a) - lgamma(b)


def cumulative(x: float, a: float, b: float) -> float:
    """P(X <= x), the regularised incomplete beta function. Raises ValueError for a or b not above 0."""
    if a <= 0 or b <= 0:
        message = "both parameters of a beta distribution are above 0"
        raise ValueError(message)
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    lead = exp(log_density(x, a, b) + log(x) + log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return lead * _fraction(x, a, b) / a
    return 1 - lead * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of DLMF 8.17.22, by Lentz's method."""
    upper, lower = 1.0, 1 / _off_zero(1 - (a + b) * x / (a + 1))
    value = lower
    for m in range(1, _TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for part in (even, odd):
            lower = 1 / _off_zero(1 + part * lower)
            upper = _off_zero(1 + part / upper)
            step = upper * lower
            value *= step
        if abs(step - 1) < PRECISION:
            break
    return value


def _off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


@lru_cache(maxsize=1024)
def quantile(p: float, a: float, b: float) -> float:
    """The x with P(X <= x) = p, by bisection that takes Newton's step where it stays inside the bracket."""
    if not 0 < p < 1:
        message = "a quantile is asked for between 0 and 1"
        raise ValueError(message)
    low, high, x = 0.0, 1.0, a / (a + b)
    for _half in range(_HALVINGS):
        over = cumulative(x, a, b) - p
        low, high = (low, x) if over > 0 else (x, high)
        if abs(over) < PRECISION or high - low < PRECISION:
            break
        step = x - over / exp(log_density(x, a, b))
        x = step if low < step < high else (low + high) / 2
    return x


def probability_larger(a: float, b: float, than_a: float, than_b: float) -> float:
    """P(X > Y) for independent X ~ Beta(a, b) and Y ~ Beta(than_a, than_b), all parameters at least 1.

    The integral of the density of X times P(Y <= x), by Simpson's rule in t with x = sin²(t), which leaves
    no bend at either end.
    """
    if min(a, b, than_a, than_b) < 1:
        message = "below 1 the density has no bound, and this sum would not converge"
        raise ValueError(message)
    total = 0.0
    for part in range(_PARTS + 1):
        t = pi / 2 * part / _PARTS
        x = min(max(sin(t) ** 2, PRECISION), 1 - PRECISION)
        weight = 1 if part in {0, _PARTS} else 4 if part % 2 else 2
        total += weight * exp(log_density(x, a, b)) * cumulative(x, than_a, than_b) * sin(2 * t)
    return min(max(total * pi / (6 * _PARTS), 0.0), 1.0)
