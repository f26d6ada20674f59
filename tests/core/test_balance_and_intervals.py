"""Shares, evenness, Gini and Byar's interval, against figures worked by hand."""

from math import inf, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.statistics import byar, effective_number, evenness, gini, shares, wilson

AMOUNTS = st.lists(st.floats(0, 1e6, allow_subnormal=False), min_size=2, max_size=50).filter(
    lambda x: sum(x) > 1
)


def test_shares_of_nothing_are_0_and_not_nan():
    assert shares([0, 0]).tolist() == [0, 0]


@pytest.mark.parametrize("amounts", [[0.0, 0.0], [5.0], []])
def test_gini_of_nothing_or_of_one_is_refused(amounts):
    with pytest.raises(ValueError, match="two amounts"):
        gini(amounts)


def test_the_hand_check_of_four_people():
    # 300, 200, 100, 0 s are shares of 1/2, 1/3, 1/6, 0.
    # H = ln2/2 + ln3/3 + ln6/6 = .3466 + .3662 + .2986 = 1.0114; exp H = 2.749; H / ln 4 = .7296.
    # Gini: rising 0, 100, 200, 300 by -3, -1, 1, 3 are 1000: 1000 / (4 * 600) = .4167.
    amounts = [300, 200, 100, 0]
    assert effective_number(amounts) == pytest.approx(2.749, abs=5e-4)
    assert evenness(amounts) == pytest.approx(0.7296, abs=5e-5)
    assert gini(amounts) == pytest.approx(0.4167, abs=5e-5)
    assert gini(amounts, corrected=True) == pytest.approx(0.5556, abs=5e-5)


def test_byars_hand_check():
    # 4 in 20 minutes. Low: 4 (1 - 1/36 - 1.96/6)^3 = 4 * .6456^3 = 1.0763, / 20 = .0538.
    # High: 5 (1 - 1/45 + 1.96/(3 * 2.2361))^3 = 5 * 1.2699^3 = 10.2403, / 20 = .5120.
    interval = byar(4, exposure=20)
    assert interval.low == pytest.approx(0.054, abs=5e-4)
    assert interval.high == pytest.approx(0.512, abs=5e-4)


def test_no_events_have_a_lower_end_of_0_and_still_an_upper_end():
    interval = byar(0, exposure=10)
    assert interval.low == 0
    # 1 * (1 - 1/9 + 1.96/3)^3 = 1.5422^3 = 3.668, / 10
    assert interval.high == pytest.approx(0.367, abs=5e-4)


@pytest.mark.parametrize(("events", "exposure"), [(-1, 1.0), (1, 0.0), (1, -inf)])
def test_an_impossible_rate_is_refused(events, exposure):
    with pytest.raises(ValueError, match="exposure"):
        byar(events, exposure=exposure)


@given(st.integers(0, 10_000), st.floats(0.1, 1e4))
def test_the_interval_holds_the_rate(events, exposure):
    interval = byar(events, exposure=exposure)
    assert 0 <= interval.low <= events / exposure <= interval.high


@given(AMOUNTS)
def test_balance_stays_in_its_bounds(amounts):
    n = len(amounts)
    assert 1 - 1e-9 <= effective_number(amounts) <= n + 1e-6
    assert -1e-9 <= evenness(amounts) <= 1 + 1e-9
    assert -1e-9 <= gini(amounts, corrected=True) <= 1 + 1e-9


@given(AMOUNTS)
def test_gini_agrees_with_its_slow_plain_version(amounts):
    # Half the mean absolute difference over the mean.
    x = np.array(amounts)
    plain = np.abs(x[:, None] - x[None, :]).sum() / (2 * len(x) ** 2 * x.mean())
    assert gini(amounts) == pytest.approx(plain, abs=1e-9)


@given(AMOUNTS)
def test_somebody_silent_changes_evenness_and_gini_and_not_effective_speakers(amounts):
    assert effective_number([*amounts, 0]) == pytest.approx(effective_number(amounts))
    assert gini([*amounts, 0]) >= gini(amounts) - 1e-9
    assert evenness([*amounts, 0]) * log(len(amounts) + 1) == pytest.approx(
        evenness(amounts) * log(len(amounts))
    )


@pytest.mark.parametrize(("hits", "of"), [(1, 0), (-1, 5), (6, 5)])
def test_an_impossible_share_is_refused(hits, of):
    with pytest.raises(ValueError, match="cases"):
        wilson(hits, of=of)


def test_wilsons_interval_is_that_of_the_literature():
    # Newcombe (1998, Statistics in Medicine 17, table I): 81 of 263 gives 0.2553 to 0.3662
    found = wilson(81, of=263)
    assert (round(found.low, 4), round(found.high, 4)) == (0.2553, 0.3662)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_wilsons_interval_holds_the_share_and_stays_within_0_and_1(case):
    hits, of = case
    found = wilson(hits, of=of)
    assert 0 <= found.low <= hits / of + 1e-9
    assert hits / of - 1e-9 <= found.high <= 1
