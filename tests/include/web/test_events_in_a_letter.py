"""A letter tells of what was called off, to those who meant to come."""

import pytest
from tests.include.web.gathering import an_evening
from tests.web.community import make_circle, make_member

from alongside.include.access import Asked
from alongside.include.web.digest_events import lines
from alongside.include.web.flows_events import cancel
from alongside.include.web.flows_seats import attend
from alongside.include.web.times import now
from alongside.web.digest_lines import readers

pytestmark = pytest.mark.usefixtures("community")


@pytest.fixture
def mina(community):  # noqa: ARG001  # a fixture needed for what it does
    return make_member("Mina")


@pytest.fixture
def circle(mina):
    return make_circle(make_member("Sol"), members=[mina], name="Readers")


def texts(member) -> list[str]:
    return [line.text for line in lines(readers([member]), today=now().date())(member)]


def test_what_was_called_off_is_told_to_those_who_meant_to_come(mina, circle):
    event = an_evening(mina, circle)
    sol = circle.memberships.exclude(member=mina).get().member
    attend(sol, event.pk, Asked(), now=now(), today=now().date())
    cancel(mina, event.pk, word="", later_too=False, now=now(), today=now().date())

    assert [text.split(".")[0] for text in texts(sol)] == ["Cancelled: Reading aloud"]
    assert texts(mina) == []
