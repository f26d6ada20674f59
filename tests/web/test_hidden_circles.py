"""Nobody outside a hidden circle can find out that it exists, by its address or where things are listed.

Four people look: a stranger, an admin, the steward of another circle, a moderator of the community. What an
address of the hidden circle answers them is the same, byte for byte, as for a circle that never was.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from uuid import UUID, uuid4
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.community import client_of, join, make_circle, open_vault_in
from tests.web.test_matrix_community import ADDRESSES, Address
from tests.web.world import World, make_world

from alongside.act.web.models import CircleAsk
from alongside.core.clock import today
from alongside.include.web.flows_feeds import make_feed
from alongside.include.web.models import Event, Post, Report
from alongside.include.web.ticks_moderation import keep_moving
from alongside.web.api import tokens
from alongside.web.api.door import api
from alongside.web.api.tokens import Scope
from alongside.web.digest_lines import lines_for
from alongside.web.models import AuditRow, Circle, Membership

pytestmark = [pytest.mark.usefixtures("community"), pytest.mark.exhaustive]

OUTSIDERS = ("outsider", "admin", "other_steward", "moderator")
NAME, WORDS, PSEUDONYM = "Blue lantern", "Lantern words nobody outside reads", "Lantern Heron"
ELSEWHERE = {"include:circles-invitation", "amplify:speaker"}
"""Addresses whose thing in the world lies outside the hidden circle."""
OF_A_CIRCLE = {
    name: each
    for name, each in ADDRESSES.items()
    if "circle" in each.takes and not name.startswith("api:")  # by token, in test_api_of_circles.py
}
IN_A_CIRCLE = {
    name: each
    for name, each in ADDRESSES.items()
    if "UUIDConverter" in each.takes.values() and "circle" not in each.takes and name not in ELSEWHERE
}
WITHOUT_ID = {name: each for name, each in ADDRESSES.items() if not each.takes and "_" not in name}


@pytest.fixture
def world():
    """The world, with words in the hidden circle that are looked for everywhere."""
    made = make_world()
    Circle.objects.filter(pk=made.circle.pk).update(name=NAME, parent=made.other_circle)
    Membership.objects.filter(circle=made.circle, member=made.people["member"]).update(pseudonym=PSEUDONYM)
    Post.objects.filter(circle=made.circle).update(text=WORDS)
    Report.objects.filter(circle=made.circle).update(words=WORDS)
    Event.objects.filter(circle=made.circle).update(title=NAME)
    CircleAsk.objects.filter(circle=made.circle).update(what=WORDS)
    return made


def shown(answer) -> bytes:
    """What came back, unpacked, but for the token of forms, which is new at each answer."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if body.startswith(b"PK"):
        packed = ZipFile(BytesIO(body))
        body = b"".join(packed.read(name) for name in packed.namelist())
    return re.sub(rb'(name="csrfmiddlewaretoken" value=")[^"]+', rb"\1", body)


def headers(answer) -> list[tuple[str, str]]:
    """What came with it, but for cookies, which carry the same token."""
    return sorted((name, value) for name, value in answer.items() if name != "Set-Cookie")


def needles(world: World) -> list[str]:
    """Everything that would tell of the hidden circle, and what lies in it."""
    lies_in_it = (Membership, Post, Event, CircleAsk, Report)
    things = [world.circle.pk]
    for model in lies_in_it:
        things += model.objects.filter(circle=world.circle).values_list("pk", flat=True)
    return [NAME, WORDS, PSEUDONYM, *map(str, things), *(each.hex for each in things)]


def found_in(body: bytes, world: World) -> list[str]:
    text = body.decode("utf-8", "replace")
    return [each for each in needles(world) if each in text]


def replaced(address: Address, world: World) -> tuple[str, str]:
    """The address in the hidden circle, and the same of a circle or thing that never was."""
    never = {key: uuid4() if isinstance(value, UUID) else value for key, value in world.ids.items()}
    fresh = dict.fromkeys((key for key, kind in address.takes.items() if kind == "UUIDConverter"), uuid4())
    return address.path(world.ids), address.path({**never, **fresh, f"{address.name}.circle": uuid4()})


def told(client: Client, method: str, path: str) -> tuple[int, bytes, list[tuple[str, str]], int]:
    """Status, body, headers, and how often the database was asked, which is what time would tell."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.generic(method, path)
    return answer.status_code, shown(answer), headers(answer), len(asked)


def differing(role: str, world: World, addresses: dict[str, Address], *, in_time: bool) -> list[object]:
    """Where somebody in that role could tell the hidden from what never was, and by what."""
    client, different = world.client(role), []
    client.get("/circles/")  # a session's first request notes that it began
    for address in addresses.values():
        hidden, never = replaced(address, world)
        for method in ("GET", "POST"):
            one, other = told(client, method, hidden), told(client, method, never)
            seen = slice(None) if in_time else slice(-1)
            if one[seen] != other[seen] or one[0] not in {404, 405}:
                different.append((address.name, method, one[0], other[0], one[3], other[3]))
    return different


@pytest.mark.parametrize("role", OUTSIDERS)
def test_every_address_of_a_hidden_circle_answers_like_one_of_a_circle_that_never_was(role, world):
    assert differing(role, world, OF_A_CIRCLE, in_time=True) == []


@pytest.mark.parametrize("role", OUTSIDERS)
def test_a_thing_in_a_hidden_circle_answers_like_one_that_never_was(role, world):
    """By its answer; for its time one would have to know the thing's own random id first."""
    assert differing(role, world, IN_A_CIRCLE, in_time=False) == []


def test_a_page_that_does_not_exist_is_the_same_too(world):
    """But for the mark in the navigation, which follows the address alone."""
    client = world.client("outsider")
    there, nowhere = (shown(client.get(path)) for path in (f"/circles/{world.circle.pk}/", "/no/such/page/"))
    assert there.replace(b' aria-current="page"', b"") == nowhere


@pytest.mark.parametrize("role", OUTSIDERS)
def test_no_page_without_an_id_tells_of_a_hidden_circle(role, world):
    client = world.client(role)
    pages = {name: shown(client.get(each.path({}))) for name, each in WITHOUT_ID.items()}
    assert {name: found for name, body in pages.items() if (found := found_in(body, world))} == {}


def at(*paths: str) -> Callable[[World, str], bytes]:
    """What these pages show to somebody in a role."""

    def read(world: World, role: str) -> bytes:
        client = world.client(role)
        return b"".join(shown(client.get(path.format(other=world.other_circle.pk))) for path in paths)

    return read


def digest(world: World, role: str) -> bytes:
    """Every line that a room would put into this member's digest."""
    return repr(lines_for(world.people[role], today=today())).encode()


def calendar(world: World, role: str) -> bytes:
    """This member's calendar of all events, as a program reads it."""
    token = make_feed(world.people[role], None, titles=True, today=today())
    return shown(Client().get(f"/calendars/{token}.ics"))


def interface(world: World, role: str) -> bytes:
    """Every answer of the interface for programs that takes no id, to a token with every scope."""
    member = world.people[role]
    vault = open_vault_in(client_of(member, unlocked=False), member)
    _token, words = tokens.make(member, name="All", scopes=tuple(Scope), vault=vault, today=today())
    paths = [
        path
        for path, verbs in api.get_openapi_schema()["paths"].items()
        if "get" in verbs and "{" not in path
    ]
    assert paths
    given = {"authorization": f"Bearer {words}"}
    return b"".join(shown(Client().get(path, headers=given)) for path in paths)


def trail(_world: World, _role: str) -> bytes:
    """What the audit trail holds, for whoever may read it."""
    return repr(list(AuditRow.objects.values())).encode()


PLACES: dict[str, Callable[[World, str], bytes]] = {
    "lists of circles and events": at(
        "/circles/", "/circles/found/", "/events/", "/events/new/", "/calendars/"
    ),
    "asks, thanks and speakers": at(
        "/", "/asks/", "/asks/new/", "/asks/thanks/", "/asks/thanks/new/", "/amplify/"
    ),
    "counts of moderation": at("/moderation/counts/"),
    "digest of others": digest,
    "search": at(
        "/learn/search/?q=lantern", "/learn/people/answers/?q=lantern", "/amplify/speakers/?q=lantern"
    ),
    "pages of admins": at(
        "/community/", "/community/duties/", "/community/waiting/", "/community/invitations/"
    ),
    "exports": at("/my-data/everything.zip", "/my-data/kept/", "/my-data/alongside.json"),
    "calendars": calendar,
    "notices and reports": at("/notices/", "/moderation/"),
    "page of the parent circle": at(
        "/circles/{other}/",
        "/circles/{other}/people/",
        "/circles/{other}/hand-over/",
        "/circles/{other}/charter/",
    ),
    "interface for programs": interface,
    "audit trail": trail,
}
"""The twelve places where somebody outside might come across a circle."""


@pytest.mark.parametrize("role", OUTSIDERS)
def test_twelve_places_that_list_things_do_not_have_it(role, world, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-04-02")  # the quarter of its reports is over
    assert len(PLACES) == 12
    assert {
        place: found for place, read in PLACES.items() if (found := found_in(read(world, role), world))
    } == {}


def test_the_same_places_do_show_it_to_somebody_in_it(world):
    """Else the test above would prove nothing."""
    inside = world.client("member")
    assert NAME in inside.get("/circles/").content.decode()
    assert WORDS in inside.get(f"/circles/{world.circle.pk}/").content.decode()
    join(world.other_circle, world.people["member"])
    assert found_in(shown(inside.get(f"/circles/{world.other_circle.pk}/")), world) != []


def test_the_parent_looks_the_same_with_and_without_a_hidden_chapter(world):
    client = world.client("other_steward")
    paths = [f"/circles/{world.other_circle.pk}/{each}" for each in ("", "people/", "hand-over/", "archive/")]
    with_it = [shown(client.get(path)) for path in paths]
    world.circle.delete()
    assert with_it == [shown(client.get(path)) for path in paths]


def test_the_counts_are_the_same_with_and_without_the_reports_of_a_hidden_circle(world, monkeypatch):
    report_ten_times(world)
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-04-02")
    client = world.client("admin")
    with_them = shown(client.get("/moderation/counts/"))
    Report.objects.all().delete()
    assert with_them == shown(client.get("/moderation/counts/"))


def test_the_counts_do_change_with_the_reports_of_an_open_circle(world, monkeypatch):
    report_ten_times(world)
    Circle.objects.filter(pk=world.circle.pk).update(opening="open")
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-04-02")
    client = world.client("admin")
    with_them = shown(client.get("/moderation/counts/"))
    Report.objects.all().delete()
    assert with_them != shown(client.get("/moderation/counts/"))


def report_ten_times(world: World) -> None:
    noon = datetime(2026, 3, 4, 12, tzinfo=UTC)
    for _each in range(10):
        Report.objects.create(
            circle=world.circle,
            kind="conduct",
            reporter=world.people["member"],
            reported=world.people["facilitator"],
            words=WORDS,
            opened=noon,
            state="decided",
            acknowledged=noon,
            outcome="word",
            decided=noon + timedelta(days=1),
        )


def test_a_report_that_nobody_inside_can_decide_goes_to_nobody_outside_without_a_yes(world):
    Membership.objects.filter(circle=world.circle).update(role="member")
    keep_moving(now=datetime(2026, 3, 4, 13, tzinfo=UTC))
    assert {each.moderator for each in Report.objects.filter(circle=world.circle)} == {None}
    assert found_in(shown(world.client("moderator").get("/moderation/")), world) == []


def test_two_hidden_circles_know_nothing_of_each_other(world):
    other = make_circle(world.people["other_steward"], name="Another hidden one", opening="hidden")
    client = world.client("member")
    assert shown(client.get(f"/circles/{other.pk}/")) == shown(client.get(f"/circles/{uuid4()}/"))
    assert "Another hidden one" not in client.get("/circles/").content.decode()


def test_somebody_who_has_left_is_a_stranger(world):
    member = client_of(world.people["member"])
    answer = member.post(f"/circles/{world.circle.pk}/leave/", {"deed": "leave", "words": "go"})
    assert answer.status_code in {302, 303}
    assert shown(member.get(f"/circles/{world.circle.pk}/")) == shown(member.get(f"/circles/{uuid4()}/"))


def test_a_visitor_cannot_tell_either(world):
    one = Client().get(f"/circles/{world.circle.pk}/")
    other_id = uuid4()
    other = Client().get(f"/circles/{other_id}/")
    assert (one.status_code, other.status_code) == (302, 302)
    assert one["Location"].replace(str(world.circle.pk), "x") == other["Location"].replace(str(other_id), "x")
