"""A circle's letter reaches its readers, stays in its archive, and of a hidden one tells nothing outside."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from tests.web.community import client_of, join, make_circle, make_member
from tests.web.mail_server import part

from alongside.include.web import flows_letters
from alongside.include.web.models import DigestIssue, OpenLetters, Subscription
from alongside.web.models import Circle, OutboxRow, Standing
from alongside.web.outbox import deliver

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
DAY = NOW.date()
LATER = NOW + timedelta(days=2)
"""After whatever a page of that day wrote: pages take the time of the day from the clock."""
READER = "reader@elsewhere.example"


@pytest.fixture
def sol(community):  # noqa: ARG001
    return make_member("Sol")


@pytest.fixture
def mina(community):  # noqa: ARG001
    return make_member("Mina")


@pytest.fixture
def owls(sol, mina) -> Circle:
    return make_circle(sol, name="Owls", members=[mina])


@pytest.fixture
def hidden_owls(sol, mina) -> Circle:
    return make_circle(sol, name="Owls", opening="hidden", members=[mina])


def path(circle, rest="") -> str:
    return f"/circles/{circle.pk}/letters/{rest}"


def reads(circle, *, member=None, address="") -> Subscription:
    return Subscription.objects.create(
        circle=circle, member=member, address=address, asked_on=DAY, confirmed_on=DAY, wording=1
    )


def publish(circle, sol, note="We meet in the library.", title="In March"):
    return client_of(sol, unlocked=False).post(
        path(circle, "write/"), {"deed": "publish", "note": note, "title": title}
    )


def test_the_mail_of_a_hidden_circle_has_neither_its_name_nor_a_word_of_the_letter(
    hidden_owls, sol, mina, post_office
):
    reads(hidden_owls, member=mina)
    publish(hidden_owls, sol)
    deliver(now=LATER)

    (came,) = post_office.came
    for secret in (b"Owls", b"library", b"In March", str(hidden_owls.pk).encode()):
        assert secret not in came.as_bytes()
    assert "Something waits for you." in part(came, "plain")


def test_nobody_who_has_left_a_circle_gets_its_letters(owls, sol, mina, post_office):
    reads(owls, member=mina)
    owls.memberships.filter(member=mina).update(state=Standing.LEFT)
    publish(owls, sol)
    deliver(now=LATER)

    assert post_office.came == []


def test_a_circle_that_was_hidden_later_writes_to_no_address_outside_any_more(owls, sol, post_office):
    reads(owls, address=READER)
    Circle.objects.filter(pk=owls.pk).update(opening="hidden")
    publish(owls, sol)
    deliver(now=LATER)

    assert post_office.came == []


def test_a_letter_goes_to_members_and_to_addresses_that_said_yes(owls, sol, mina, post_office):
    reads(owls, member=mina)
    reads(owls, address=READER)
    Subscription.objects.create(circle=owls, address="no@yes.example", asked_on=DAY, wording=1)
    publish(owls, sol)
    deliver(now=LATER)

    assert {each["To"] for each in post_office.came} == {"mina@example.org", READER}
    assert all("We meet in the library." in part(each, "plain") for each in post_office.came)
    assert all("We meet in the library." in part(each, "html") for each in post_office.came)


def test_the_letter_stands_in_the_archive_for_members(owls, sol):
    publish(owls, sol)
    other = client_of(make_member("Odile"), unlocked=False)
    issue = DigestIssue.objects.get()

    assert "In March" in other.get(path(owls)).content.decode()
    assert "We meet in the library." in other.get(path(owls, f"{issue.pk}/")).content.decode()


def test_a_hidden_archive_is_there_for_nobody_outside_not_even_the_invited(hidden_owls, sol):
    publish(hidden_owls, sol)
    invited = make_member("Ivo")
    join(hidden_owls, invited)
    hidden_owls.memberships.filter(member=invited).update(state=Standing.INVITED)
    issue = DigestIssue.objects.get()

    for rest in ("", f"{issue.pk}/", f"{issue.pk}.html", "write/"):
        assert client_of(invited, unlocked=False).get(path(hidden_owls, rest)).status_code == 404


def test_only_a_steward_writes(owls, mina):
    client = client_of(mina, unlocked=False)

    assert client.get(path(owls, "write/")).status_code == 404
    assert publish(owls, mina).status_code == 404
    assert DigestIssue.objects.count() == 0


def test_a_letter_can_be_seen_as_text_and_as_mailed_before_it_is_sent(owls, sol):
    client = client_of(sol, unlocked=False)
    as_text = client.post(path(owls, "write/"), {"deed": "preview", "note": "We meet <here>."})
    mailed = client.post(path(owls, "write/"), {"deed": "colours", "note": "We meet <here>."})

    assert "We meet &lt;here&gt;." in as_text.content.decode()
    assert "We meet &lt;here&gt;." in mailed.content.decode()
    assert "sandbox" in mailed["Content-Security-Policy"]
    assert "script" not in mailed["Content-Security-Policy"]
    assert DigestIssue.objects.count() == OutboxRow.objects.count() == 0


def test_an_empty_letter_is_not_sent_and_says_so(owls, sol):
    answered = publish(owls, sol, note="  ")

    assert answered.status_code == 422
    assert "Write something, or tick a line below." in answered.content.decode()
    assert DigestIssue.objects.count() == 0


def test_the_card_offered_for_the_letter_is_in_it_where_it_is_ticked(owls, sol, mina, post_office):
    reads(owls, member=mina)
    page = client_of(sol, unlocked=False).get(path(owls, "write/")).content.decode()
    values = re.findall(r'type="checkbox"[^>]*name="lines"[^>]*value="(\d+)"', page)
    client_of(sol, unlocked=False).post(
        path(owls, "write/"), {"deed": "publish", "note": "", "lines": values[:1]}
    )
    deliver(now=LATER)

    assert values
    assert "https://circles.example.org/learn/" in part(post_office.came[0], "plain")


@pytest.mark.parametrize("opening", ["hidden", "open"])
def test_the_page_for_people_outside_is_there_only_where_a_steward_opened_it(sol, opening):
    circle = make_circle(sol, name="Owls", opening=opening)
    if opening == "hidden":
        OpenLetters.objects.create(circle=circle, since=DAY)
    never = Client().get("/letters/of/00000000-0000-0000-0000-000000000bad/")
    there = Client().get(f"/letters/of/{circle.pk}/")

    assert there.status_code == never.status_code == 404
    assert there.content == never.content.replace(b"00000000-0000-0000-0000-000000000bad", b"")


def test_somebody_outside_asks_confirms_and_gets_the_letters(owls, sol, post_office):
    client_of(sol, unlocked=False).post(path(owls, "outside/"), {"deed": "open"})
    Client().post(f"/letters/of/{owls.pk}/", {"address": READER})
    deliver(now=LATER)
    (asking,) = post_office.to(READER)
    (link,) = re.findall(r"https://circles\.example\.org(\S+/confirm/\S+)", part(asking, "plain"))
    Client().post(link)
    publish(owls, sol)
    deliver(now=LATER)

    assert "We meet in the library." in part(post_office.to(READER)[1], "plain")


def test_an_address_that_is_known_is_answered_like_one_that_is_not(owls, sol):
    client_of(sol, unlocked=False).post(path(owls, "outside/"), {"deed": "open"})
    reads(owls, address=READER)
    answers = []
    for address in (READER, "new@elsewhere.example"):
        client = Client()
        answered = client.post(f"/letters/of/{owls.pk}/", {"address": address}, follow=True)
        bare = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answered.content.decode())
        answers.append((answered.status_code, answered.redirect_chain, bare))

    assert answers[0] == answers[1]
    assert OutboxRow.objects.count() == 2


def test_a_known_and_a_new_address_ask_the_database_the_same_number_of_questions(
    owls, django_assert_max_num_queries
):
    reads(owls, address=READER)
    counts = []
    for address in (READER, "new@elsewhere.example"):
        with django_assert_max_num_queries(60) as asked:
            flows_letters.ask_for_circle(owls, address=address, now=NOW)
        counts.append(len(asked))

    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    "address", ["", "mina", "a@b", "x@y.example\r\nBcc: z@y.example", "a" * 300 + "@b.example"]
)
def test_what_is_no_address_comes_back_with_its_error(owls, sol, address):
    client_of(sol, unlocked=False).post(path(owls, "outside/"), {"deed": "open"})
    answered = Client().post(f"/letters/of/{owls.pk}/", {"address": address})

    assert answered.status_code == 422
    assert "Write an address such as name@example.org." in answered.content.decode()
    assert OutboxRow.objects.count() == 0
