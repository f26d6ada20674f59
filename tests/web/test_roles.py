"""Roles open doors to duties, and to nobody's own words: every address is asked, and every answer searched.

The circle is an open one here, so that what is looked for is kept from them by their role and not by hiding.
"""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from tests.web.community import client_of, make_member
from tests.web.test_matrix_community import ADDRESSES
from tests.web.world import World, make_world

from alongside.include.web.models import (
    Event,
    EventFeedback,
    Post,
    Report,
    Rsvp,
    TookPart,
    Turn,
    Worked,
)
from alongside.web.models import Circle, Member, Membership

pytestmark = [pytest.mark.usefixtures("community"), pytest.mark.exhaustive]

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
SEALED, POSTED, TURN = "Cranberry, sealed", "Cranberry, posted", "Cranberry, spoken"
REPORTED, PSEUDONYM = "Cranberry, reported", "Cranberry Heron"
PAGES = {
    name: each
    for name, each in ADDRESSES.items()
    if not re.match(r"account_|mfa_|socialaccount_|openid_", name)
}


@pytest.fixture
def world() -> World:
    """The world with an open circle, and words of a member in every place that takes words."""
    made = make_world()
    Circle.objects.filter(pk=made.circle.pk).update(opening="open", name="Open circle")
    client_of(made.people["member"]).post("/log/", {"what": SEALED, "practice": "amplify", "effort": "1"})
    Membership.objects.filter(circle=made.circle, member=made.people["member"]).update(pseudonym=PSEUDONYM)
    Post.objects.update(text=POSTED)
    Turn.objects.update(text=TURN)
    Report.objects.update(words=REPORTED)
    return made


def bodies(client: Client, world: World) -> dict[str, str]:
    """Every page that answers GET with ids of the world, by its address's name."""
    found = {}
    for name, address in PAGES.items():
        if "token" in address.takes:
            continue  # whoever holds the secret address of a letter or calendar may read it
        answer = client.get(address.path(world.ids))
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        found[name] = body.decode("utf-8", "replace")
    return found


def seen_by(role: str, world: World, *needles: str) -> dict[str, list[str]]:
    """Which of the needles stand on which page."""
    read = bodies(world.client(role), world).items()
    return {name: found for name, body in read if (found := [each for each in needles if each in body])}


@pytest.mark.parametrize("role", ["admin", "moderator", "other_steward", "outsider"])
def test_no_role_outside_a_circle_reads_anything_personal_of_those_in_it(role, world):
    member = world.people["member"]
    personal = (SEALED, POSTED, TURN, REPORTED, PSEUDONYM, member.email or "", member.pk.hex, str(member.pk))
    assert seen_by(role, world, *personal) == {}


@pytest.mark.parametrize("role", ["steward", "facilitator", "guest"])
def test_no_role_inside_a_circle_reads_more_than_what_was_said_there(role, world):
    member = world.people["member"]
    accounts = [
        str(each) for each in Member.objects.exclude(pk=world.people[role].pk).values_list("pk", flat=True)
    ]
    assert seen_by(role, world, SEALED, member.email or "", *accounts) == {}


@pytest.mark.parametrize("role", ["facilitator", "guest"])
def test_those_who_do_not_moderate_read_no_report(role, world):
    assert seen_by(role, world, REPORTED) == {}


def test_the_moderator_who_has_a_report_reads_it_and_not_who_made_it(world):
    read = bodies(world.client("steward"), world)
    assert REPORTED in read["include:case"]
    assert PSEUDONYM not in read["include:case"]


def test_those_in_the_circle_do_read_what_was_said_there(world):
    """Else the tests above would prove nothing."""
    found = seen_by("guest", world, POSTED, TURN, PSEUDONYM)
    assert {each for seen in found.values() for each in seen} == {POSTED, TURN, PSEUDONYM}


def test_the_member_reads_their_own(world):
    assert SEALED in world.client("member").get("/look-back/").content.decode()


def guests_of(event: Event, count: int) -> list[str]:
    """So many people come to the event; their names."""
    names = [f"Cranberry guest {number}" for number in range(count)]
    for turn, name in enumerate(names):
        Rsvp.objects.create(event=event, member=make_member(name), answer="coming", turn=turn, changed=NOON)
    return names


def what_was_said(event: Event, count: int) -> None:
    """So many people said afterwards how it was, one of them that it did not work."""
    for number in range(count):
        worked = Worked.values[0] if number else Worked.values[-1]
        EventFeedback.objects.create(event=event, took_part=TookPart.values[0], access=worked, words="")
    Event.objects.filter(pk=event.pk).update(
        ended=NOON - timedelta(days=60), begins=NOON - timedelta(days=61)
    )


@pytest.mark.parametrize("role", ["facilitator", "steward", "guest"])
def test_nobody_but_the_host_sees_how_many_come_and_nobody_sees_who(role, world):
    event = Event.objects.get(pk=world.ids["event"])
    names = guests_of(event, 6)
    assert world.client(role).get(f"/events/{event.pk}/needs/").status_code == 404
    assert seen_by(role, world, *names) == {}


@pytest.mark.parametrize(("count", "told"), [(4, "hidden to protect privacy"), (6, ">6<")])
def test_a_host_sees_how_many_come_from_five_on_and_never_who(count, told, world):
    event = Event.objects.get(pk=world.ids["event"])
    names = guests_of(event, count)
    page = world.client("member").get(f"/events/{event.pk}/needs/").content.decode()
    assert told in page
    assert [name for name in names if name in page] == []


def test_a_facilitator_sees_what_people_said_of_an_event_from_five_on_and_no_single_voice(world):
    event = Event.objects.get(pk=world.ids["event"])
    client, path = world.client("facilitator"), f"/events/{event.pk}/"
    what_was_said(event, 4)
    assert "told-took" not in client.get(path).content.decode()
    what_was_said(event, 4)
    page = client.get(path).content.decode()
    # 8 said that they took part; 6 that access worked and 2 that it did not, which is hidden with the 6
    assert "<td>8</td>" in page
    assert "<td>2</td>" not in page
    assert "<td>6</td>" not in page
