"""Parts are offered and taken with a yes; a circle is handed over, archived, divided into chapters."""

from datetime import datetime

import pytest
from django.urls import reverse
from tests.include.web.circles import held, on_day, page, send, url, with_clauses
from tests.web.community import client_of, join, make_circle, make_member

from alongside.include.web.models import CircleInvitation, RoleOffer
from alongside.include.web.ticks import circles as tick
from alongside.web.models import Circle, Member, Membership, Part, Standing

pytestmark = pytest.mark.usefixtures("community")


def of_two() -> tuple[Member, Member, Circle]:
    sol, mina = make_member("Sol"), make_member("Mina")
    return sol, mina, with_clauses(make_circle(sol, members=[mina]))


def offered(sol: Member, mina: Member, circle: Circle, **form: str) -> None:
    send(client_of(sol), "circle-offer", circle, held(mina, circle).pk, **form)


def test_a_part_is_nobodys_before_their_yes():
    sol, mina, circle = of_two()
    offered(sol, mina, circle, role="facilitator")
    assert held(mina, circle).role == Part.MEMBER
    assert "Sol asks whether you would be a facilitator here." in page(client_of(mina), "circle", circle)
    send(client_of(mina), "circle-offer-answer", circle, deed="yes")

    mine = held(mina, circle)
    assert (mine.role, mine.term_ends.isoformat()) == (Part.FACILITATOR, "2027-03-04")


def test_a_no_changes_nothing():
    sol, mina, circle = of_two()
    offered(sol, mina, circle, role="moderator")
    send(client_of(mina), "circle-offer-answer", circle, deed="no")

    assert held(mina, circle).role == Part.MEMBER
    assert not RoleOffer.objects.exists()


def test_handing_over_makes_one_the_steward_and_the_other_a_member():
    sol, mina, circle = of_two()
    offered(sol, mina, circle, role="steward", steps_down="yes")
    assert "hand this circle over to you" in page(client_of(mina), "circle", circle)
    send(client_of(mina), "circle-offer-answer", circle, deed="yes")

    assert (held(mina, circle).role, held(sol, circle).role) == (Part.STEWARD, Part.MEMBER)
    assert client_of(sol).get(url("circle-hand-over", circle)).status_code == 404


def test_an_offer_of_somebody_who_keeps_the_circle_no_more_gives_nothing():
    sol, mina, circle = of_two()
    offered(sol, mina, circle, role="steward")
    send(client_of(sol), "circle-people", circle, deed="step-back")
    send(client_of(mina), "circle-offer-answer", circle, deed="yes")

    assert held(mina, circle).role == Part.MEMBER


def test_stewards_end_no_stewards_part():
    sol, mina, circle = of_two()
    Membership.objects.filter(member=mina).update(role=Part.STEWARD)
    answer = client_of(sol).post(url("circle-part-end", circle), {"whose": str(held(mina, circle).pk)})

    assert answer.status_code == 404
    assert held(mina, circle).role == Part.STEWARD


def test_a_circle_that_nobody_keeps_asks_who_will():
    sol, mina, circle = of_two()
    assert client_of(mina).post(url("circle-take-on", circle)).status_code == 404
    send(client_of(sol), "circle-leave", circle)
    assert "Nobody keeps this circle now." in page(client_of(mina), "circle", circle)
    send(client_of(mina), "circle-take-on", circle)

    assert held(mina, circle).role == Part.STEWARD


def test_a_term_asks_who_is_next_and_takes_nothing_away(monkeypatch):
    sol, _mina, circle = of_two()
    Membership.objects.filter(member=sol).update(term_ends="2026-03-20")
    assert "Who is next?" in page(client_of(sol), "circle", circle)
    on_day(monkeypatch, 40)

    assert "The term is over since 20 March 2026." in page(client_of(sol), "circle-people", circle)
    send(client_of(sol), "circle-people", circle, deed="stay")
    assert held(sol, circle).term_ends.isoformat() == "2027-04-13"  # 4 March + 40 days, and a year


def test_a_term_that_runs_cannot_be_made_longer():
    sol, _mina, circle = of_two()
    Membership.objects.filter(member=sol).update(term_ends="2027-03-01")
    answer = client_of(sol).post(url("circle-people", circle), {"deed": "stay"})

    assert answer.status_code == 422
    assert "Your term still runs" in answer.content.decode()


def test_the_check_list_counts_what_can_be_counted():
    sol, _mina, circle = of_two()
    Membership.objects.create(
        circle=circle, member=make_member("Wanda"), state=Standing.ASKED, since="2026-03-04"
    )
    text = page(client_of(sol), "circle-hand-over", circle)

    assert "1 person waits for an answer to come in." in text
    assert "There is one steward." in text
    assert "Wanda" not in text


def test_a_guest_comes_for_a_month_and_is_out_after_it(monkeypatch):
    sol, _mina, circle = of_two()
    gale = make_member("Gale")
    send(client_of(sol), "circle-invite", circle, email=gale.email, as_guest="yes")
    address = reverse("include:circles-invitation", args=(CircleInvitation.objects.get().pk,))
    client = client_of(gale)
    client.post(address, {"deed": "yes"})
    send(client, "circle-join", circle, **{"as": "account", "version": "1"})
    assert "You are a guest until 3 April 2026" in page(client, "circle", circle)
    day = on_day(monkeypatch, 31)
    tick(now=datetime(day.year, day.month, day.day))  # noqa: DTZ001  # as the clock gives it

    assert not Membership.objects.filter(member=gale).exists()


def test_a_visit_can_be_ended_and_a_part_too():
    sol, mina, circle = of_two()
    gale = join(circle, make_member("Gale"), part=Part.GUEST)
    Membership.objects.filter(member=mina).update(role=Part.FACILITATOR)
    for whose in (gale.pk, held(mina, circle).pk):
        send(client_of(sol), "circle-part-end", circle, whose=str(whose))

    assert not Membership.objects.filter(pk=gale.pk).exists()
    assert held(mina, circle).role == Part.MEMBER


def test_an_archived_circle_can_be_read_and_nothing_else():
    sol, mina, circle = of_two()
    send(client_of(sol), "circle-archive", circle, deed="archive")
    client = client_of(mina)
    assert "This circle is archived." in page(client, "circle", circle)
    assert client.get(url("circle-post", circle)).status_code == 404
    eve = client_of(make_member("Eve"))
    assert circle.name not in eve.get(reverse("include:circles")).content.decode()
    assert eve.get(url("circle-join", circle)).status_code == 404
    send(client_of(sol), "circle-archive", circle, deed="reopen")
    assert client.get(url("circle-post", circle)).status_code == 200


def test_a_chapter_says_which_circle_it_belongs_to():
    sol, _mina, circle = of_two()
    client = client_of(sol)
    assert "Local chapter" in page(client, "circle-chapter", circle)
    form = {
        "name": "Lisbon",
        "purpose": "We read here.",
        "opening": "open",
        "as": "account",
        "retention_days": "90",
    }
    address = reverse("include:circle-chapter-from", args=(circle.pk, "local-chapter"))
    assert client.post(address, form).status_code == 303
    chapter = Circle.objects.get(name="Lisbon")

    assert "Lisbon" in page(client, "circle", circle)
    assert circle.name in page(client, "circle", chapter)
    assert not Membership.objects.filter(circle=chapter).exclude(member=sol).exists()


def test_only_who_keeps_a_circle_founds_its_chapters_and_hidden_ones_have_none():
    sol, mina, circle = of_two()
    assert client_of(mina).get(url("circle-chapter", circle)).status_code == 404
    Circle.objects.filter(pk=circle.pk).update(opening="hidden")
    assert client_of(sol).get(url("circle-chapter", circle)).status_code == 404


def test_a_circle_whose_last_account_was_erased_goes():
    sol = make_member("Sol")
    circle = make_circle(sol)
    sol.delete()
    tick(now=datetime(2026, 3, 4))  # noqa: DTZ001  # as the clock gives it

    assert not Circle.objects.filter(pk=circle.pk).exists()


def test_the_periodic_work_changes_nothing_where_nothing_is_due():
    sol, mina, circle = of_two()
    before = list(Membership.objects.order_by("pk").values())
    for _again in range(2):
        tick(now=datetime(2026, 3, 4, 12))  # noqa: DTZ001  # as the clock gives it

    assert list(Membership.objects.order_by("pk").values()) == before
    assert held(mina, circle).circle == held(sol, circle).circle


def test_a_steward_is_told_that_somebody_waits_and_nobody_else_is():
    sol, mina, circle = of_two()
    wanda = make_member("Wanda")
    Membership.objects.create(circle=circle, member=wanda, state=Standing.ASKED, since="2026-03-04")

    assert "Somebody would like to come in." in page(client_of(sol), "circle", circle)
    assert "Somebody would like to come in." not in page(client_of(mina), "circle", circle)
