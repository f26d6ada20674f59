"""Nobody outside a hidden circle can find out that it exists, by its address or where things are listed.

Four people look: a stranger, an admin, the steward of another circle, a moderator of the community. What an
address of the hidden circle answers them is the same, byte for byte, as for a circle that never was.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.web.community import client_of, join, make_circle
from tests.web.test_matrix_community import ADDRESSES, Address
from tests.web.world import World, make_world

from alongside.include.web import ticks
from alongside.include.web.models import Post, Report
from alongside.include.web.ticks_moderation import keep_moving
from alongside.web.models import AuditRow, Circle, Membership

pytestmark = pytest.mark.usefixtures("community")

OUTSIDERS = ("outsider", "admin", "other_steward", "moderator")
NAME, WORDS, PSEUDONYM = "Blue lantern", "Lantern words nobody outside reads", "Lantern Heron"
OF_A_CIRCLE = {name: each for name, each in ADDRESSES.items() if "circle" in each.takes}
IN_A_CIRCLE = {
    name: each
    for name, each in ADDRESSES.items()
    if re.match(r"include:(case|report|unmask)", name) and each.takes and "circle" not in each.takes
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
    return made


def shown(answer) -> bytes:
    """What came back, but for the token of forms, which is new at each answer."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return re.sub(rb'(name="csrfmiddlewaretoken" value=")[^"]+', rb"\1", body)


def headers(answer) -> list[tuple[str, str]]:
    """What came with it, but for cookies, which carry the same token."""
    return sorted((name, value) for name, value in answer.items() if name != "Set-Cookie")


def needles(world: World) -> list[str]:
    """Everything that would tell of the hidden circle, and what lies in it."""
    memberships = Membership.objects.filter(circle=world.circle).values_list("pk", flat=True)
    things = [world.circle.pk, *memberships, *Post.objects.values_list("pk", flat=True)]
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


@pytest.mark.parametrize("role", OUTSIDERS)
def test_every_address_of_a_hidden_circle_answers_like_one_of_a_circle_that_never_was(role, world):
    client, different = world.client(role), []
    client.get("/circles/")  # a session's first request notes that it began
    for address in (OF_A_CIRCLE | IN_A_CIRCLE).values():
        hidden, never = replaced(address, world)
        for method in ("GET", "POST"):
            one, other = told(client, method, hidden), told(client, method, never)
            if one != other or one[0] not in {404, 405}:
                different.append((address.name, method, one[0], other[0], one[3], other[3]))
    assert different == []


def test_a_page_that_does_not_exist_is_the_same_too(world):
    client = world.client("outsider")
    assert shown(client.get(f"/circles/{world.circle.pk}/")) == shown(client.get("/no/such/page/"))


@pytest.mark.parametrize("role", OUTSIDERS)
def test_no_page_without_an_id_tells_of_a_hidden_circle(role, world):
    client = world.client(role)
    pages = {name: shown(client.get(each.path({}))) for name, each in WITHOUT_ID.items()}
    assert {name: found for name, body in pages.items() if (found := found_in(body, world))} == {}


def pages(world: World, role: str) -> Iterator[tuple[str, bytes]]:
    """The named places, as somebody in that role gets them."""
    client = world.client(role)
    for place, path in PLACES.items():
        yield place, shown(client.get(path.format(other=world.other_circle.pk)))


PLACES = {
    "list of circles": "/circles/",
    "today": "/",
    "search": "/learn/search/?q=lantern",
    "what is kept about me": "/my-data/kept/",
    "export of everything": "/my-data/everything.zip",
    "notices": "/notices/",
    "reports with me": "/moderation/",
    "counts of moderation": "/moderation/counts/",
    "page of the parent circle": "/circles/{other}/",
    "people of the parent circle": "/circles/{other}/people/",
    "hand-over of the parent circle": "/circles/{other}/hand-over/",
    "founding, where names could clash": "/circles/found/",
}


@pytest.mark.parametrize("role", OUTSIDERS)
def test_twelve_places_that_list_things_do_not_have_it(role, world, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_TODAY", "2026-04-02")  # the quarter of its reports is over
    assert len(PLACES) == 12
    assert [(place, found) for place, body in pages(world, role) if (found := found_in(body, world))] == []


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


def test_the_trail_names_no_circle(world):
    """Whoever may read the trail reads what kind of thing was done, and to nothing."""
    member = client_of(world.people["member"])
    member.post(f"/circles/{world.circle.pk}/post/", {"text": WORDS, "days": "30"})
    ticks.circles(now=datetime(2027, 3, 4, 9, tzinfo=UTC))
    rows = AuditRow.objects.values_list("action", "object_id", "result")
    assert rows.exists()
    assert found_in(repr(list(rows)).encode(), world) == []


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
