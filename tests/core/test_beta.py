"""The beta distribution agrees with SciPy's, whose values stand here, and with what is known by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.beta import cumulative, probability_larger, quantile

# scipy.stats.beta.ppf(p, a, b) for p = 0.1, 0.5, 0.9, and .cdf(0.3, a, b)
SCIPY = [
    (4.5, 3, [0.3702921748469656, 0.609322824426112, 0.8160618830906632], 0.04531384030091894),
    (1, 22, [0.004777664824947516, 0.03101552609873756, 0.09937197978872149], 0.9996090178951417),
    (22, 1, [0.9006280202112785, 0.9689844739012624, 0.9952223351750524], 3.1381059608999976e-12),
    (2.5, 7.25, [0.09613061442467213, 0.23927737178921268, 0.44116144066963553], 0.6604822735819071),
    (1.375, 1.125, [0.17036743061915507, 0.5650855689367797, 0.9032387137732577], 0.21527935273969495),
    (5000, 3000, [0.6180568797508166, 0.6250104171668958, 0.6319297350469066], 0.0),
]
# scipy.integrate.quad over pdf of the first times cdf of the second
LARGER = [
    ((4.5, 3), (2.5, 5), 0.8665771484375),
    ((9, 2), (3, 6), 0.9909502262443438),
    ((12.25, 3.75), (8.5, 7), 0.9097994701677303),
]
parameters = st.floats(1, 60)


@pytest.mark.parametrize(("a", "b", "quantiles", "below"), SCIPY)
def test_quantiles_and_probabilities_are_scipys(a, b, quantiles, below):
    assert [quantile(p, a, b) for p in (0.1, 0.5, 0.9)] == pytest.approx(quantiles, abs=1e-6)
    assert cumulative(0.3, a, b) == pytest.approx(below, abs=1e-6)


def test_of_an_even_chance_the_quantile_is_the_probability():
    # Beta(1, 1) is the uniform distribution
    assert quantile(0.2, 1, 1) == pytest.approx(0.2, abs=1e-12)


def test_one_parameter_of_one_is_a_power():
    # Beta(1, b): P(X <= x) = 1 - (1 - x)^b; for b = 3 and x = 0.5 that is 1 - 1/8
    assert cumulative(0.5, 1, 3) == pytest.approx(0.875, abs=1e-12)


@given(a=parameters, b=parameters, p=st.floats(0.01, 0.99))
def test_a_quantile_leads_back_to_its_probability(a, b, p):
    assert cumulative(quantile(p, a, b), a, b) == pytest.approx(p, abs=1e-9)


@pytest.mark.parametrize(("first", "second", "chance"), LARGER)
def test_the_chance_of_being_larger_is_scipys_integral(first, second, chance):
    assert probability_larger(*first, *second) == pytest.approx(chance, abs=1e-5)


@given(a=parameters, b=parameters, c=parameters, d=parameters)
def test_one_of_the_two_is_larger(a, b, c, d):
    assert probability_larger(a, b, c, d) + probability_larger(c, d, a, b) == pytest.approx(1, abs=1e-4)


def test_outside_of_zero_and_one_there_is_nothing_to_ask():
    assert (cumulative(-1, 2, 2), cumulative(2, 2, 2)) == (0.0, 1.0)
    for wrong in (0, 1):
        with pytest.raises(ValueError, match="between 0 and 1"):
            quantile(wrong, 2, 2)
    with pytest.raises(ValueError, match="above 0"):
        cumulative(0.5, 0, 1)
    with pytest.raises(ValueError, match="below 1"):
        probability_larger(0.5, 1, 1, 1)
