"""A secret address shows what its member may see now, and ends when they say so."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from tests.include.web.gathering import LINK, an_evening
from tests.web.community import client_of, join, make_circle, make_member

from alongside.include.access import Asked
from alongside.include.event import EventState
from alongside.include.ical_lint import lint_ical
from alongside.include.web.flows_events import cancel
from alongside.include.web.flows_seats import attend
from alongside.include.web.models import CalendarFeed, Event
from alongside.include.web.prepared import MEMBER, Prepared
from alongside.include.web.times import now
from alongside.web.models import Member, Membership, Standing

pytestmark = pytest.mark.usefixtures("community")


@pytest.fixture
def mina(community):  # noqa: ARG001  # a fixture needed for what it does
    return make_member("Mina")


@pytest.fixture
def circle(mina):
    return make_circle(make_member("Sol"), members=[mina], name="Readers")


@pytest.fixture
def event(mina, circle):
    return an_evening(mina, circle)


def address(member, circle=None, **more) -> str:
    """A fresh address, read from the one page that shows it."""
    form = {"circle": str(circle.pk) if circle else "", **more}
    page = client_of(member).post(reverse("include:feeds-make"), form).content.decode()
    found = re.search(r'value="http://testserver(/calendars/[^"]+)"', page)
    assert found is not None
    return found[1]


def titles(path: str) -> list[str]:
    answer = Client().get(path, secure=True)
    assert answer.status_code == 200
    assert lint_ical(answer.content) == []
    return [str(each["SUMMARY"]) for each in Calendar.from_ical(answer.content).walk("VEVENT")]


def test_nobody_reads_it_by_guessing(event):  # noqa: ARG001
    for token in ("x", "A" * 22, "%00", "..", "%F0%9F%A6%BD", "x" * 5000):
        assert Client().get(f"/calendars/{token}.ics").status_code == 404


def test_only_the_hash_of_the_token_is_kept(mina, circle):
    path = address(mina, circle)
    token = path.removeprefix("/calendars/").removesuffix(".ics")
    feed = CalendarFeed.objects.get()

    assert len(token) == 22  # 16 octets in base64 without its two marks of filling
    assert token not in "".join(str(value) for value in vars(feed).values())


def test_it_shows_what_the_circle_invites_to_and_no_plans(mina, circle, event):  # noqa: ARG001
    an_evening(mina, circle, state=EventState.PROPOSED, title="Not yet")
    other = make_circle(make_member("Odile"), name="Others")
    an_evening(other.memberships.get().member, other, title="Elsewhere")

    assert titles(address(mina, circle)) == ["Reading aloud"]
    assert titles(address(mina)) == ["Reading aloud"]


def test_the_link_is_in_it_for_somebody_who_comes(circle, event):
    lee = make_member("Lee")
    join(circle, lee)
    path = address(lee)

    assert LINK not in Client().get(path).content.decode()
    attend(lee, event.pk, Asked(), now=now(), today=now().date())
    assert LINK in Client().get(path).content.decode().replace("\r\n ", "")


def test_unchanged_it_answers_304_and_after_a_change_anew(mina, circle, event):
    path = address(mina, circle)
    first = Client().get(path)
    again = Client().get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]

    cancel(mina, event.pk, word="", later_too=False, now=now(), today=now().date())
    after = Client().get(path, headers={"If-None-Match": first["ETag"]})
    assert after.status_code == 200
    (shown,) = Calendar.from_ical(after.content).walk("VEVENT")
    assert (shown["STATUS"], shown["SEQUENCE"]) == ("CANCELLED", 1)
    Event.objects.update(cancelled_at=now() - timedelta(days=91))
    assert titles(path) == []


def test_a_new_address_ends_the_old_one_and_ending_ends_it(mina, circle, event):  # noqa: ARG001
    old, new = address(mina, circle), address(mina, circle)
    assert Client().get(old).status_code == 404
    assert Client().get(new).status_code == 200
    client_of(mina).post(reverse("include:feeds-end"), {"circle": str(circle.pk)})
    assert Client().get(new).status_code == 404


def test_it_ends_with_the_membership(mina, circle, event):  # noqa: ARG001
    path, own = address(mina, circle), address(mina)
    Membership.objects.filter(member=mina).update(state=Standing.LEFT)

    assert Client().get(path).status_code == 404
    assert titles(own) == []


def test_a_hidden_circle_says_when_and_no_more_unless_one_asks(mina):
    hidden = make_circle(mina, opening="hidden", name="Quiet Herons")
    an_evening(mina, hidden, title="Trans night")
    for path in (address(mina, hidden), address(mina)):
        text = Client().get(path).content.decode()
        assert [word for word in ("Herons", "Trans", "Library", "events/") if word in text] == []
        assert titles(path) == ["An event"]

    assert titles(address(mina, hidden, titles="yes")) == ["Trans night"]


def test_the_file_of_one_event_of_a_hidden_circle_is_neutral(mina):
    hidden = make_circle(mina, opening="hidden")
    event = an_evening(mina, hidden, title="Trans night")
    text = client_of(mina).get(reverse("include:events-ics", args=(event.pk,))).content.decode()

    assert "Trans" not in text
    assert "BEGIN:VEVENT" in text


def test_another_circles_calendar_cannot_be_made(mina, circle):  # noqa: ARG001
    other = make_circle(make_member("Odile"), name="Others")
    answer = client_of(mina).post(reverse("include:feeds-make"), {"circle": str(other.pk)})

    assert answer.status_code == 404


def test_it_may_be_kept_by_nobody_on_the_way(mina, circle):
    answer = Client().get(address(mina, circle))

    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in answer


def test_a_query_made_once_answers_like_one_made_each_time(mina, circle, event):
    other = make_circle(make_member("Odile"), name="Others")
    an_evening(other.memberships.get().member, other)
    once = Prepared(
        lambda: Event.objects.visible_to(Member(pk=MEMBER)).order_by("pk").values_list("title", "place")
    )

    assert once.rows(member=mina.pk) == list(Event.objects.visible_to(mina).values_list("title", "place"))
    assert once.rows(member=mina.pk) == [(event.title, event.place)]
    assert once.rows(member=circle.pk) == []  # nobody's id
