"""A circle's public news reaches the places its steward set up, signed; a hidden circle's never does."""

import json
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.db import transaction
from tests.web.community import client_of, make_circle, make_member
from tests.web.listening import NAME, listening

from alongside.include.posters import Kind, News
from alongside.include.web import flows_posters as flows
from alongside.include.web import posting
from alongside.include.web.models import Poster
from alongside.include.webhooks import Forged, Key, verify
from alongside.web import outbox
from alongside.web.models import AuditRow, Circle, OutboxRow

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
DAY = NOW.date()
URL = f"https://{NAME}/services/s3cret"
NEWS = News(kind=Kind.EVENT, title="Lunch", text="Friday", url="https://circles.example.org/events/7/")


@pytest.fixture
def sol(community):  # noqa: ARG001
    return make_member("Sol")


@pytest.fixture
def owls(sol) -> Circle:
    return make_circle(sol, name="Owls")


def set_up(circle, sol, service="webhook", token=""):
    return flows.set_up(circle, service=flows.Service(service), url=URL, token=token, by=sol, today=DAY)


def tell(circle) -> int:
    with transaction.atomic():
        return flows.tell(circle, NEWS, now=NOW)


@pytest.fixture
def server(monkeypatch):
    """A server that all that is told goes to, whatever name it is told to."""
    with listening() as there:
        monkeypatch.setattr(outbox, "_sender", lambda _kind: partial(posting.send, world=there.world()))
        yield there


def parts_of(heard: bytes) -> tuple[dict[str, str], bytes]:
    head, _blank, body = heard.partition(b"\r\n\r\n")
    pairs = (line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
    return dict(pairs), body


def test_a_hidden_circle_can_set_up_no_place_and_tells_nothing_where_it_once_did(owls, sol, server):
    set_up(owls, sol)
    tell(owls)
    Circle.objects.filter(pk=owls.pk).update(opening="hidden")
    owls.refresh_from_db()
    outbox.deliver(now=NOW)

    assert server.heard == []
    assert tell(owls) == 0
    with pytest.raises(flows.Unfit):
        set_up(owls, sol)


def test_news_reaches_a_program_signed_and_under_the_id_of_its_row(owls, sol, server):
    _poster, key = set_up(owls, sol)
    tell(owls)
    row = OutboxRow.objects.get()
    outbox.deliver(now=NOW)

    headers, body = parts_of(server.heard[0])
    verify(body, headers, now=NOW, keys=[Key.read(key)])
    assert headers["webhook-id"] == str(row.id)
    assert json.loads(body)["data"]["title"] == "Lunch"
    assert OutboxRow.objects.count() == 0


def test_for_seven_days_the_old_key_opens_it_too_and_then_no_more(owls, sol, server):
    poster, old = set_up(owls, sol)
    new = flows.renew_key(poster, by=sol, today=DAY)
    for days in (6, 7):
        tell(owls)
        outbox.deliver(now=NOW + timedelta(days=days))

    (first, body), (second, later) = (parts_of(heard) for heard in server.heard)
    verify(body, first, now=NOW + timedelta(days=6), keys=[Key.read(old)])
    verify(body, first, now=NOW + timedelta(days=6), keys=[Key.read(new)])
    verify(later, second, now=NOW + timedelta(days=7), keys=[Key.read(new)])
    with pytest.raises(Forged):
        verify(later, second, now=NOW + timedelta(days=7), keys=[Key.read(old)])


def test_mastodon_gets_the_token_and_no_signature(owls, sol, server):
    set_up(owls, sol, "mastodon", token="t0ken")  # noqa: S106
    tell(owls)
    outbox.deliver(now=NOW)

    headers, _body = parts_of(server.heard[0])
    assert headers["Authorization"] == "Bearer t0ken"
    assert "webhook-signature" not in headers


def test_what_a_service_refuses_is_tried_again_later_under_the_same_id(owls, sol, monkeypatch):
    set_up(owls, sol)
    tell(owls)
    row = OutboxRow.objects.get()
    no = b"HTTP/1.1 503 Later\r\nContent-Length: 0\r\n\r\n"
    with listening(no, b"HTTP/1.1 204 Fine\r\n\r\n") as there:
        monkeypatch.setattr(outbox, "_sender", lambda _kind: partial(posting.send, world=there.world()))
        outbox.deliver(now=NOW)
        row.refresh_from_db()
        assert (row.tries, row.trouble) == (1, "webhook 503")
        outbox.deliver(now=NOW + timedelta(minutes=1))

    assert [parts_of(heard)[0]["webhook-id"] for heard in there.heard] == [str(row.id)] * 2
    assert OutboxRow.objects.count() == 0


def test_a_place_that_leads_inside_is_parked_at_once(owls, sol, monkeypatch):
    set_up(owls, sol)
    tell(owls)
    with listening() as there:
        world = there.world(addresses=("127.0.0.1",))
        monkeypatch.setattr(outbox, "_sender", lambda _kind: partial(posting.send, world=world))
        outbox.deliver(now=NOW)

    assert OutboxRow.objects.get().parked
    assert there.heard == []


def test_the_database_holds_no_address_token_or_key_that_could_be_used(owls, sol):
    poster, key = set_up(owls, sol, "webhook")
    kept = bytes(Poster.objects.get(pk=poster.pk).sealed)

    for secret in (b"s3cret", b"services", key.removeprefix("whsec_").encode()):
        assert secret not in kept


def test_what_was_sealed_for_one_place_opens_at_no_other(owls, sol, server):
    first, _key = set_up(owls, sol)
    second, _key = set_up(owls, sol)
    Poster.objects.filter(pk=second.pk).update(sealed=first.sealed)
    tell(owls)
    outbox.deliver(now=NOW)

    assert len(server.heard) == 1
    assert OutboxRow.objects.get().trouble == "this server's key has changed since."


def test_an_address_that_could_never_be_posted_to_is_refused_at_the_form(owls, sol):
    client = client_of(sol, unlocked=False)
    answered = client.post(
        f"/circles/{owls.pk}/telling/", {"service": "slack", "url": "http://169.254.169.254/latest"}
    )

    assert answered.status_code == 422
    assert "it does not begin with https://." in answered.content.decode()
    assert Poster.objects.count() == 0


def test_the_key_is_shown_once_and_the_address_never_again(owls, sol):
    client = client_of(sol, unlocked=False)
    shown = client.post(f"/circles/{owls.pk}/telling/", {"service": "webhook", "url": URL}).content.decode()
    later = client.get(f"/circles/{owls.pk}/telling/").content.decode()

    assert "whsec_" in shown
    assert "whsec_" not in later
    assert "s3cret" not in later
    assert NAME in later


@pytest.mark.parametrize(("deed", "left", "sent"), [("try", 1, 1), ("take-away", 0, 0), ("renew", 1, 0)])
def test_a_place_can_be_tried_renewed_and_taken_away(owls, sol, deed, left, sent):
    poster, _key = set_up(owls, sol)
    client_of(sol, unlocked=False).post(f"/circles/{owls.pk}/telling/{poster.pk}/", {"deed": deed})

    assert (Poster.objects.count(), OutboxRow.objects.count()) == (left, sent)
    assert AuditRow.objects.order_by("-sequence").first().action.startswith("poster.")


def test_another_circles_place_is_not_there(owls, sol):
    odile = make_member("Odile")
    others = make_circle(odile, name="Larks")
    poster, _key = set_up(owls, sol)
    answered = client_of(odile, unlocked=False).post(
        f"/circles/{others.pk}/telling/{poster.pk}/", {"deed": "take-away"}
    )

    assert answered.status_code == 404
    assert Poster.objects.count() == 1


def test_an_admin_sees_that_something_could_not_be_sent_and_not_to_whom(owls, sol):
    set_up(owls, sol)
    tell(owls)
    OutboxRow.objects.update(parked=True, trouble="webhook 500")
    ada = client_of(make_member("Ada", is_owner=True), unlocked=False)
    page = ada.get("/post/").content.decode()
    row = OutboxRow.objects.get()

    assert "webhook 500" in page
    assert NAME not in page
    assert "Owls" not in page
    ada.post("/post/", {"row": row.pk, "deed": "again"})
    row.refresh_from_db()
    assert not row.parked
    OutboxRow.objects.update(parked=True)
    ada.post("/post/", {"row": row.pk, "deed": "drop"})
    assert OutboxRow.objects.count() == 0


def test_nobody_else_sees_what_could_not_be_sent(sol):
    assert client_of(sol, unlocked=False).get("/post/").status_code == 404
