"""A changed charter asks again; no answer is read only after two weeks, and out after four."""

from datetime import datetime

import pytest
from tests.include.web.circles import clause_form, held, on_day, page, send, url, with_clauses
from tests.web.community import client_of, make_circle, make_member

from alongside.include.web.models import Post
from alongside.include.web.ticks import circles as tick
from alongside.web.models import CharterVersion, Circle, Member, Membership, Part
from alongside.web.policy import allowed

pytestmark = pytest.mark.usefixtures("community")


def changed() -> tuple[Member, Member, Circle]:
    """A circle of Sol's with Mina in it, whose charter Sol has changed on the first day."""
    sol, mina = make_member("Sol"), make_member("Mina")
    circle = with_clauses(make_circle(sol, members=[mina]))
    form = clause_form(circle, **{"clause-notes": "Say it first.", "notice": "We talked about it."})
    send(client_of(sol), "circle-charter-change", circle, **form)
    return sol, mina, circle


def at(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """Let so many days go by, and the periodic work be done."""
    day = on_day(monkeypatch, days)
    tick(now=datetime(day.year, day.month, day.day, 12))  # noqa: DTZ001  # as the clock gives it


def test_who_changes_it_has_accepted_it_and_others_are_asked():
    sol, mina, circle = changed()

    assert "The charter has changed" not in page(client_of(sol), "circle", circle)
    asked = page(client_of(mina), "circle", circle)
    assert "Read it and answer by 18 March 2026" in asked  # 4 + 14
    read = page(client_of(mina), "circle-charter", circle)
    assert "<del>What we say of notes.</del>" in read
    assert "<ins>Say it first.</ins>" in read
    assert "We talked about it." in read


def test_until_the_day_named_one_can_write(monkeypatch):
    _sol, mina, circle = changed()
    at(monkeypatch, 14)

    assert allowed(mina, "circle.write", circle)
    assert "Posted." in send(client_of(mina), "circle-post", circle, text="Still here", note="", days="30")


def test_no_answer_becomes_read_only(monkeypatch):
    _sol, mina, circle = changed()
    at(monkeypatch, 15)
    client = client_of(mina)

    assert "You can read until 1 April 2026" in page(client, "circle", circle)  # 4 March + 28 days
    assert client.get(url("circle-post", circle)).status_code == 404
    assert client.post(url("circle-post", circle), {"text": "No", "days": "30"}).status_code == 404
    assert not allowed(mina, "circle.write", circle)
    assert not Post.objects.exists()


def test_one_can_still_accept_and_go_on(monkeypatch):
    _sol, mina, circle = changed()
    at(monkeypatch, 28)
    client = client_of(mina)
    assert "Accepted." in send(client, "circle-accept", circle, version="2")

    assert held(mina, circle).accepted.number == 2
    assert "Posted." in send(client, "circle-post", circle, text="Back", note="", days="30")


def test_after_four_weeks_one_is_out_and_words_go_along(monkeypatch):
    sol, mina, circle = changed()
    send(client_of(mina), "circle-post", circle, text="Words of Mina", note="", days="90")
    at(monkeypatch, 29)

    assert not Membership.objects.filter(member=mina).exists()
    assert not Post.objects.exists()
    assert "Mina" not in page(client_of(sol), "circle-people", circle)


def test_the_only_steward_is_never_out(monkeypatch):
    sol, mina, circle = changed()
    Membership.objects.filter(member=sol).update(
        accepted=CharterVersion.objects.get(circle=circle, number=1), role=Part.STEWARD
    )
    at(monkeypatch, 60)

    assert Membership.objects.filter(member=sol).exists()
    assert not Membership.objects.filter(member=mina).exists()


def test_accepting_an_older_version_is_no_answer():
    _sol, mina, circle = changed()
    answer = client_of(mina).post(url("circle-accept", circle), {"version": "1"})

    assert answer.status_code == 422
    assert held(mina, circle).accepted.number == 1


def test_a_change_that_came_in_between_is_not_overwritten():
    sol, _mina, circle = changed()
    form = clause_form(circle, **{"version": "1", "clause-who": "Only us."})
    answer = client_of(sol).post(url("circle-charter-change", circle), form)

    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Somebody else has changed the charter while you wrote" in text
    assert "Only us." in text
    assert CharterVersion.objects.filter(circle=circle).count() == 2


def test_a_charter_without_a_change_asks_nobody():
    sol, _mina, circle = changed()
    answer = client_of(sol).post(url("circle-charter-change", circle), clause_form(circle))

    assert answer.status_code == 422
    assert "Nothing in the charter has changed" in answer.content.decode()


def test_a_shorter_stay_shortens_what_is_there_and_a_longer_one_does_not():
    sol = make_member("Sol")
    circle = with_clauses(make_circle(sol), days=90)
    client = client_of(sol)
    send(client, "circle-post", circle, text="Long", note="", days="90")
    send(client, "circle-charter-change", circle, **clause_form(circle, retention_days="30"))
    assert Post.objects.get().last_day.isoformat() == "2026-04-03"  # 4 March + 30
    send(client, "circle-charter-change", circle, **clause_form(circle, retention_days="365"))
    assert Post.objects.get().last_day.isoformat() == "2026-04-03"
