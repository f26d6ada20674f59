"""While a page is read the rules ask the same thing once; a deed asks anew at every step."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from tests.web.community import DAY, client_of, make_circle, make_member

from alongside.web import asked
from alongside.web.models import CommunityRole, Membership, Standing
from alongside.web.policy import allowed, roles_of


def answers_of(method: str) -> list[int]:
    """What three askings find where the answer grows by one each time, within one request of this kind."""
    count = iter(range(10))

    def view(_request):
        told = [asked.once("how many", lambda: next(count)) for _again in range(3)]
        return HttpResponse(",".join(map(str, told)))

    response = asked.remember(view)(RequestFactory().generic(method, "/"))
    return [int(each) for each in response.content.decode().split(",")]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_deed_asks_anew_at_every_step(method):
    assert answers_of(method) == [0, 1, 2]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_page_asks_once(method):
    assert answers_of(method) == [0, 0, 0]


def test_the_next_page_asks_again():
    count = iter(range(10))

    def view(_request):
        return HttpResponse(str(asked.once("how many", lambda: next(count))))

    page = asked.remember(view)
    assert [page(RequestFactory().get("/")).content for _again in range(2)] == [b"0", b"1"]


def test_what_failed_is_forgotten_with_its_request():
    def view(_request):
        asked.once("how many", lambda: 1)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        asked.remember(view)(RequestFactory().get("/"))
    assert asked.once("how many", lambda: 2) == 2


@pytest.mark.usefixtures("community")
def test_outside_a_page_a_rule_sees_at_once_that_somebody_left():
    mina = make_member("Mina")
    circle = make_circle(make_member("Sol"), members=[mina])
    before = allowed(mina, "circle.read", circle)
    Membership.objects.filter(member=mina).update(state=Standing.LEFT)

    assert (before, allowed(mina, "circle.read", circle)) == (True, False)
    CommunityRole.objects.create(member=mina, role="moderator", since=DAY)
    assert "member" in roles_of(mina)


@pytest.mark.usefixtures("community")
def test_what_one_page_asks_does_not_grow_with_what_it_shows(django_assert_max_num_queries):
    mina = make_member("Mina")
    for number in range(6):
        make_circle(make_member(f"Sol {number}"), name=f"Circle {number}", members=[mina])
    client = client_of(mina)
    client.get("/circles/")
    with django_assert_max_num_queries(16):
        assert client.get("/circles/").status_code == 200
