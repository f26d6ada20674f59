"""Roles open doors to duties, and to nobody's own words: every address is asked, and every answer searched.

The circle is an open one here, so that what is looked for is kept from them by their role and not by hiding.
"""

import re

import pytest
from django.test import Client
from tests.web.community import client_of
from tests.web.test_matrix_community import ADDRESSES
from tests.web.world import World, make_world

from alongside.include.web.models import Post, Report, Turn
from alongside.web.models import Circle, Member, Membership

pytestmark = pytest.mark.usefixtures("community")

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
