"""A letter comes to whoever asked and said yes, to nobody else, and stops when they say so."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from tests.web.community import client_of, make_circle, make_member
from tests.web.mail_server import part

from alongside.include.web import flows_letters as flows
from alongside.include.web.models import Subscription
from alongside.web.models import AuditRow, OutboxRow
from alongside.web.outbox import deliver

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)  # a Wednesday
DAY = NOW.date()
LATER = NOW + timedelta(days=2)
"""After whatever a page of that day wrote: pages take the time of the day from the clock."""
MINA = "mina@example.org"


@pytest.fixture
def mina(community):  # noqa: ARG001
    return make_member("Mina")


def link_in(text: str, what: str) -> str:
    """The path of the only link of this kind in a text."""
    (found,) = set(re.findall(rf"https://circles\.example\.org(/letters/{what}/[^/\s]+/)", text))
    return found


def ask(member, every="week"):
    return client_of(member, unlocked=False).post("/letters/", {"deed": "ask", "every": every})


def confirmed(member, every="week", since=DAY) -> Subscription:
    return Subscription.objects.create(
        member=member, every=every, asked_on=since, confirmed_on=since, last_on=since, wording=1
    )


def test_nobody_gets_a_letter_without_asking(mina, post_office):
    flows.tick(now=NOW)
    deliver(now=NOW)

    assert mina.email == MINA
    assert post_office.came == []


def test_nobody_gets_a_letter_without_their_yes(mina, post_office):
    ask(mina)
    for weeks in range(4):
        flows.tick(now=NOW + timedelta(weeks=weeks))
        deliver(now=LATER + timedelta(weeks=weeks))

    assert [each["Subject"] for each in post_office.came] == ["Please confirm your address"]


def test_following_the_links_changes_nothing_since_mail_scanners_follow_them_too(mina, post_office):
    ask(mina)
    deliver(now=LATER)
    scanner, link = Client(), link_in(part(post_office.came[0], "plain"), "confirm")

    assert scanner.get(link).status_code == 200
    assert Subscription.objects.get().confirmed_on is None
    scanner.post(link)
    assert scanner.get(link.replace("confirm", "end")).status_code == 200
    assert Subscription.objects.get().confirmed_on == DAY


def test_whoever_asks_and_confirms_gets_the_letter_by_a_real_mail_server(mina, post_office):
    ask(mina)
    deliver(now=LATER)
    (asking,) = post_office.to(MINA)
    Client().post(link_in(part(asking, "plain"), "confirm"))
    deliver(now=LATER)

    letter = post_office.to(MINA)[1]
    assert letter["Subject"] == "Your weekly letter"
    assert letter["From"] == "Circles <letters@circles.example.org>"
    assert "Your three for this week are ready." in part(letter, "plain")
    assert "Your three for this week are ready." in part(letter, "html")
    assert OutboxRow.objects.count() == 0


def test_the_letter_can_be_ended_in_one_step_from_the_mail_program_signed_out(mina, post_office):
    flows.confirm(_asked(mina).token, now=NOW)
    deliver(now=NOW)
    letter = post_office.came[-1]

    # RFC 8058: both headers, https, and a POST with this very body, without cookies or a form's token
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    url = re.fullmatch(r"<https://circles\.example\.org(/[^>]+)>", letter["List-Unsubscribe"].strip())
    answered = Client(enforce_csrf_checks=True).post(url[1], {"List-Unsubscribe": "One-Click"})

    assert answered.status_code == 200
    assert Subscription.objects.count() == 0


def test_a_letter_that_was_ended_while_it_waited_is_not_sent(mina, post_office):
    kept = _asked(mina)
    flows.confirm(kept.token, now=NOW)
    flows.end(kept.token, today=DAY)
    deliver(now=NOW)

    assert post_office.came == []
    assert OutboxRow.objects.count() == 0


def test_ending_twice_says_the_same_as_a_link_that_never_was(mina):
    kept = confirmed(mina)
    once = Client().post(f"/letters/end/{kept.token}/")
    twice = Client().post(f"/letters/end/{kept.token}/")
    never = Client().get("/letters/end/never/")

    assert _main(once) == _main(twice) == _main(never)


def test_an_address_without_a_yes_is_gone_after_seven_days(mina):
    _asked(mina)
    flows.tick(now=NOW + timedelta(days=6))
    assert Subscription.objects.count() == 1

    flows.tick(now=NOW + timedelta(days=7))
    assert Subscription.objects.count() == 0


def test_what_was_confirmed_stays(mina):
    confirmed(mina)
    flows.tick(now=NOW + timedelta(days=400))

    assert Subscription.objects.count() == 1


@pytest.mark.parametrize(
    ("every", "days"),
    [
        # From Wednesday 4 March 2026 on: the Mondays are 9, 16, 23 and 30 March, 6 April
        ("week", [9, 16, 23, 30, 37]),
        ("month", [32]),  # 1 April is day 32 of March
    ],
)
def test_letters_come_on_the_first_day_of_a_week_or_month(mina, every, days):
    kept = confirmed(mina, every=every)
    came = []
    for day in range(4, 40):
        now = datetime(2026, 3, 1, 9, tzinfo=UTC) + timedelta(days=day - 1)
        flows.tick(now=now)
        if OutboxRow.objects.all().delete()[0]:
            came.append(day)
    kept.refresh_from_db()

    assert came == days


def test_no_letter_comes_before_seven_in_the_morning_and_each_comes_once(mina):
    confirmed(mina, since=date(2026, 3, 4))
    monday = datetime(2026, 3, 9, tzinfo=UTC)
    for minutes in range(0, 24 * 60, 30):
        flows.tick(now=monday + timedelta(minutes=minutes))
        assert OutboxRow.objects.count() == int(minutes >= 7 * 60)


def test_an_address_the_mail_server_refuses_for_good_gets_no_more_letters(mina, post_office):
    kept = _asked(mina)
    OutboxRow.objects.all().delete()
    flows.confirm(kept.token, now=NOW)
    post_office.refuses[MINA] = "550 No such user"
    deliver(now=NOW)

    assert Subscription.objects.count() == 0
    assert OutboxRow.objects.count() == 0
    assert AuditRow.objects.order_by("-sequence").first().action == "letter.bounced"


def test_an_address_refused_for_now_keeps_its_letters_and_is_tried_again(mina, post_office):
    kept = _asked(mina)
    OutboxRow.objects.all().delete()
    flows.confirm(kept.token, now=NOW)
    post_office.refuses[MINA] = "450 Busy"
    deliver(now=NOW)
    assert Subscription.objects.count() == 1

    post_office.refuses.clear()
    deliver(now=NOW + timedelta(minutes=2))
    assert [each["Subject"] for each in post_office.came] == ["Your weekly letter"]


def test_mail_that_came_back_ends_every_letter_to_the_address(mina):
    confirmed(mina)
    circle = make_circle(make_member("Sol"))
    Subscription.objects.create(circle=circle, address=MINA, asked_on=DAY, confirmed_on=DAY, wording=1)

    assert flows.end_for_address("MINA@example.org", by=None, today=DAY) == 2
    assert Subscription.objects.count() == 0


def test_asking_again_changes_how_often_and_sends_no_second_question(mina):
    confirmed(mina)
    ask(mina, every="month")

    assert Subscription.objects.get().every == "month"
    assert OutboxRow.objects.count() == 0


def test_nobodys_post_is_filled_by_asking_again_and_again(mina):
    for _time in range(10):
        ask(mina)

    assert OutboxRow.objects.count() == flows.ASKS_A_DAY


def test_without_a_choice_the_form_comes_back_with_its_error(mina):
    answered = client_of(mina, unlocked=False).post("/letters/", {"deed": "ask", "every": "hourly"})

    assert answered.status_code == 422
    assert "Choose one from the list." in answered.content.decode()


def _asked(member) -> Subscription:
    flows.ask_for_own(member, every="week", now=NOW)
    return Subscription.objects.get(member=member)


def _main(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode().partition("<main")[2])
