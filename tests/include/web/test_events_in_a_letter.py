"""A letter tells of what one may come to soon, and of what was called off; never of plans."""

import pytest
from tests.include.web.gathering import an_evening
from tests.web.community import client_of, make_circle, make_member

from alongside.include.access import Asked
from alongside.include.event import EventState
from alongside.include.web.digest_events import MOST, lines
from alongside.include.web.flows_events import cancel
from alongside.include.web.flows_seats import attend
from alongside.include.web.times import now

pytestmark = pytest.mark.usefixtures("community")


@pytest.fixture
def mina(community):  # noqa: ARG001  # a fixture needed for what it does
    return make_member("Mina")


@pytest.fixture
def circle(mina):
    return make_circle(make_member("Sol"), members=[mina], name="Readers")


def texts(member) -> list[str]:
    return [line.text for line in lines(member, today=now().date())]


def test_nothing_is_told_of_plans_of_other_circles_or_of_what_is_far_away(mina, circle):
    an_evening(mina, circle, state=EventState.PROPOSED)
    an_evening(mina, circle, days=29)
    an_evening(mina, circle, days=-2)
    other = make_member("Odile")
    an_evening(other, make_circle(other, name="Others"))

    assert texts(mina) == []


def test_what_comes_is_told_with_its_time_and_its_circle(mina, circle):
    event = an_evening(mina, circle, days=7)
    (line,) = lines(mina, today=now().date())

    assert line.text == "Reading aloud, Wednesday 11 March 2026, 6:00 PM to 8:00 PM (Europe/Berlin)"
    assert (line.section, line.url, line.circle) == ("events", f"/events/{event.pk}/", circle)
    assert client_of(mina).get(line.url).status_code == 200


def test_a_letter_is_no_list(mina, circle):
    for n in range(MOST + 3):
        an_evening(mina, circle, days=2 + n, title=f"Evening {n}")

    assert [text.split(",")[0] for text in texts(mina)] == [f"Evening {n}" for n in range(MOST)]


def test_what_was_called_off_is_told_to_those_who_meant_to_come(mina, circle):
    event = an_evening(mina, circle)
    sol = circle.memberships.exclude(member=mina).get().member
    attend(sol, event.pk, Asked(), now=now(), today=now().date())
    cancel(mina, event.pk, word="", later_too=False, now=now(), today=now().date())

    assert [text.split(",")[0] for text in texts(sol)] == ["Cancelled: Reading aloud"]
    assert texts(mina) == []
