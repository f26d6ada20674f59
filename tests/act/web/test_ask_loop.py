"""From ask to confirmed: who may do what, what is shown, and what nobody can find out."""

import pytest
from django.core.exceptions import ValidationError  # noqa: F401
from tests.act.web.circle_of_asks import a_round, row_of, state_of

pytestmark = pytest.mark.usefixtures("community")


@pytest.fixture
def around(db):  # noqa: ARG001  # needed for what it does
    return a_round()


def test_the_loop_from_ask_to_confirmed(around):
    ask, take = around.claimed()
    assert state_of(ask) == "claimed"
    around.answer(around.ana, ask, take)
    assert (state_of(ask), row_of(ask).ended) == ("confirmed", "confirmed")
