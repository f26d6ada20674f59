"""A letter names what its reader may know, and the world outside what everybody may."""

from datetime import date

import pytest
from tests.include.web.gathering import LINK, an_evening
from tests.web.community import make_circle, make_member

from alongside.include.event import EventState
from alongside.include.posters import Service
from alongside.include.web import flows_posters
from alongside.include.web.flows_events import cancel, move_on
from alongside.include.web.letters import own_digest
from alongside.include.web.times import now
from alongside.web.models import OutboxRow

DAY = date(2026, 3, 4)
URL = "https://hooks.example.org/x"


@pytest.fixture
def sol(community):  # noqa: ARG001
    return make_member("Sol")


def letter_of(member) -> str:
    made = own_digest(member, None, today=DAY)
    return made.subject + made.text + made.html


def told_outside() -> list[dict]:
    return [each.payload["news"] for each in OutboxRow.objects.filter(kind="news").order_by("due")]


def test_the_letter_of_somebody_in_a_hidden_circle_does_not_say_where_or_what(sol):
    circle = make_circle(sol, name="Owls", opening="hidden")
    row = an_evening(sol, circle, title="Owls walk home")
    told = letter_of(sol)

    for secret in ("Owls", "walk home", str(row.pk), str(circle.pk)):
        assert secret not in told
    assert "Something waits for you." in told


def test_a_letter_names_the_events_of_ones_circles_and_nobody_elses(sol):
    mina = make_member("Mina")
    an_evening(sol, make_circle(sol, name="Larks"), title="For larks")
    an_evening(mina, make_circle(mina, name="Wrens"), title="For wrens")

    assert "For larks. " in letter_of(sol)
    assert "For wrens" not in letter_of(sol)


def test_how_to_join_on_line_is_in_no_letter(sol):
    an_evening(sol, make_circle(sol))

    assert LINK not in letter_of(sol)


@pytest.mark.parametrize("state", [EventState.PROPOSED, EventState.APPROVED, EventState.CANCELLED])
def test_an_event_that_is_not_on_is_in_no_letter(sol, state):
    an_evening(sol, make_circle(sol), title="Not on", state=state)

    assert "Not on" not in letter_of(sol)


def test_an_event_long_ahead_waits_for_a_later_letter(sol):
    an_evening(sol, make_circle(sol), title="In summer", days=90)

    assert "In summer" not in letter_of(sol)


@pytest.mark.parametrize(("audience", "told"), [("circle", 0), ("everybody", 2)])
def test_outside_only_what_everybody_is_invited_to_is_told_and_never_the_link(sol, audience, told):
    circle = make_circle(sol)
    row = an_evening(sol, circle, state=EventState.APPROVED, audience=audience)
    flows_posters.set_up(circle, service=Service.WEBHOOK, url=URL, token="", by=sol, today=DAY)
    move_on(sol, row.pk, EventState.PUBLISHED, now=now(), today=DAY)
    cancel(sol, row.pk, word="", later_too=False, now=now(), today=DAY)

    news = told_outside()
    assert len(news) == told
    assert [each["kind"] for each in news] == ["event.published", "event.cancelled"][:told]
    assert LINK not in str(news)
