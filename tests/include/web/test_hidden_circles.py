"""A hidden circle is not there for anybody outside: no list, page, count, export or delay tells."""

import json
import zipfile
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.include.web.circles import TOKEN, on_day, page, send, url, with_clauses
from tests.web.community import client_of, join, make_circle, make_member
from tests.web.world import make_world

from alongside.include.web.models import CircleInvitation
from alongside.include.web.urls_circles import urlpatterns
from alongside.web.models import Circle, CommunityRole
from alongside.web.privacy import as_archive

pytestmark = pytest.mark.usefixtures("community")
NOWHERE = "00000000-0000-4000-8000-000000000000"
OUTSIDE = ("outsider", "other_steward", "moderator", "admin")
OF_ONE_CIRCLE = [each.name for each in urlpatterns if "<uuid:circle>" in str(each.pattern)]


def body(client: Client, address: str, method: str = "get") -> tuple[int, str]:
    answer = getattr(client, method)(address)
    return answer.status_code, TOKEN.sub("", answer.content.decode())


@pytest.mark.parametrize("name", OF_ONE_CIRCLE)
def test_a_stranger_an_admin_and_another_lead_find_what_they_find_where_nothing_is(name):
    world = make_world()
    takes = {"post": world.ids["post"], "round": world.ids["round"], "charter": "reading-group",
             "membership": world.ids["membership"],
             "invitation": world.ids["include:circle-invitation-back.invitation"]}  # fmt: skip
    pattern = next(each for each in urlpatterns if each.name == name)
    named = {key: takes[key] for key in pattern.pattern.converters if key != "circle"}
    for role in OUTSIDE:
        client = world.client(role)
        for method in ("get", "post"):
            hidden, nothing = (
                body(client, reverse(f"include:{name}", kwargs={"circle": circle, **named}), method)
                for circle in (world.circle.pk, NOWHERE)
            )
            assert hidden == nothing
            assert hidden[0] in (404, 405)


def test_the_database_is_asked_the_same_for_a_hidden_circle_and_for_none():
    circle = make_circle(make_member("Sol"), opening="hidden")
    client = client_of(make_member("Eve"))
    client.get(reverse("include:circles"))  # the first answer after signing in writes the session
    asked = []
    for pk in (circle.pk, NOWHERE):
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("include:circle", args=(pk,)))
        told = [each["sql"] for each in queries if "django_session" not in each["sql"]]  # it names the second
        asked.append([sql.replace(str(pk).replace("-", ""), "").replace(str(pk), "") for sql in told])

    assert asked[0] == asked[1]


def test_a_hidden_circle_stands_in_no_list_of_others():
    sol, otto = make_member("Sol"), make_member("Otto")
    parent = with_clauses(make_circle(otto, name="Parent"))
    make_circle(sol, name="Night shift", opening="hidden", parent=parent, members=[make_member("Mina")])
    Circle.objects.filter(name="Night shift").update(purpose="Unspoken")
    admin = make_member("Ada")
    CommunityRole.objects.create(member=admin, role="admin", since="2026-03-04")
    for member in (admin, otto, make_member("Eve")):
        client = client_of(member)
        for address in (
            reverse("include:circles"),
            url("circle", parent),
            reverse("include:circles-found"),
        ):
            text = client.get(address).content.decode()
            assert "Night shift" not in text
            assert "Unspoken" not in text


def test_a_hidden_chapter_is_not_counted_when_its_parent_is_handed_over():
    otto = make_member("Otto")
    parent = with_clauses(make_circle(otto, name="Parent"))
    before = page(client_of(otto), "circle-hand-over", parent)
    make_circle(make_member("Sol"), opening="hidden", parent=parent)

    assert page(client_of(otto), "circle-hand-over", parent) == before


def test_its_members_find_it_in_their_own_list():
    mina = make_member("Mina")
    make_circle(make_member("Sol"), name="Night shift", opening="hidden", members=[mina])

    assert "Night shift" in client_of(mina).get(reverse("include:circles")).content.decode()


def test_what_others_export_says_nothing_of_who_is_in_it():
    sol, mina = make_member("Sol"), make_member("Mina")
    circle = with_clauses(make_circle(sol, opening="hidden", name="Night shift"))
    join(circle, mina, pseudonym="Late Rain")
    send(client_of(mina), "circle-post", circle, text="Said at night", note="", days="30")
    send(client_of(sol), "circle-invite", circle, email="eve@example.org", as_guest="no")
    archive = zipfile.ZipFile(BytesIO(as_archive(sol, entries=None)))
    told = archive.read("about-you.json").decode()

    assert json.loads(told)["web.Membership"]
    for secret in ("Late Rain", "Mina", "Said at night", "eve@example.org", mina.pk.hex, str(mina.pk)):
        assert secret not in told


def test_an_invitation_keeps_no_address():
    sol = make_member("Sol")
    circle = with_clauses(make_circle(sol, opening="hidden"))
    send(client_of(sol), "circle-invite", circle, email="eve@example.org", as_guest="no")

    kept = CircleInvitation.objects.values_list("address", flat=True).get()
    assert len(kept) == 64
    assert "eve" not in kept


def test_after_its_day_an_invitation_opens_nothing(monkeypatch):
    sol, mina = make_member("Sol"), make_member("Mina")
    circle = with_clauses(make_circle(sol, opening="hidden", name="Night shift"))
    send(client_of(sol), "circle-invite", circle, email=mina.email, as_guest="no")
    on_day(monkeypatch, 31)  # it is open for 30
    client = client_of(mina)

    assert "Night shift" not in client.get(reverse("include:circles")).content.decode()
    address = reverse("include:circles-invitation", args=(CircleInvitation.objects.get().pk,))
    assert client.post(address, {"deed": "yes"}).status_code == 404


def test_a_pseudonym_and_an_account_share_no_id_on_any_page():
    sol, mina = make_member("Sol"), make_member("Mina")
    circle = with_clauses(make_circle(sol, opening="hidden"))
    row = join(circle, mina, pseudonym="Late Rain")
    send(client_of(mina), "circle-post", circle, text="Hello", note="", days="30")
    client = client_of(sol)
    for name in ("circle", "circle-people", "circle-hand-over"):
        text = page(client, name, circle)
        assert str(mina.pk) not in text
        assert "Mina" not in text
    offer = page(client, "circle-offer", circle, row.pk)
    assert "Late Rain" in offer
    assert "Mina" not in offer
