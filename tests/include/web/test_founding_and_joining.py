"""Found a circle, read its charter, come in under a name of one's own, leave without a trace."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.include.web.circles import held, page, send, url, with_clauses
from tests.web.community import client_of, join, make_circle, make_member

from alongside.include.web.models import CircleInvitation, Post
from alongside.web.models import Circle, Membership, Part, Standing

pytestmark = pytest.mark.usefixtures("community")
ONCE = "7d3d3c1e-0a52-4f7a-9c2e-000000000001"


def found(client: Client, **changed: str) -> Circle:
    form = {
        "once": ONCE, "name": "Page turners", "purpose": "We read.", "opening": "open", "as": "account",
        "pseudonym": "", "retention_days": "365", "own-clause": "", **changed,
    }  # fmt: skip
    answer = client.post(reverse("include:circles-found-from", args=("reading-group",)), form)
    assert answer.status_code == 303, answer.content.decode()
    return Circle.objects.get(pk=form["once"])


def test_a_circle_is_founded_from_a_charter_and_its_steward_is_in_it():
    mina = make_member("Mina")
    client = client_of(mina)
    assert "Reading group" in client.get(reverse("include:circles-found")).content.decode()
    circle = found(client)

    mine = held(mina, circle)
    assert (mine.role, mine.state, mine.accepted.number) == (Part.STEWARD, Standing.ACTIVE, 1)
    assert mine.term_ends.isoformat() == "2027-03-04"
    assert "We read authors who write from their own experience first" in page(
        client, "circle-charter", circle
    )


def test_a_form_sent_twice_founds_one_circle():
    client = client_of(make_member("Mina"))
    assert found(client) == found(client)
    assert Circle.objects.count() == 1


def test_the_id_of_a_circle_one_does_not_know_founds_another_one():
    hidden = make_circle(make_member("Sol"), opening="hidden", name="Night shift")
    answer = client_of(make_member("Mina")).post(
        reverse("include:circles-found-from", args=("reading-group",)),
        {
            "once": str(hidden.pk),
            "name": "Mine",
            "purpose": "We read.",
            "opening": "open",
            "as": "account",
            "retention_days": "365",
        },
    )

    assert answer.status_code == 303
    assert str(hidden.pk) not in answer.headers["Location"]
    assert Circle.objects.get(pk=hidden.pk).name == "Night shift"


def test_a_clause_can_be_changed_and_one_added_before_the_circle_begins():
    client = client_of(make_member("Mina"))
    circle = found(client, **{"clause-purpose": "We read comics.", "own-clause": "We bring soup."})

    read = page(client, "circle-charter", circle)
    assert "We read comics." in read
    assert "We bring soup." in read


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"name": " "}, "name", "A circle needs a name"),
        ({"purpose": ""}, "purpose", "what it is for"),
        ({"opening": "everyone"}, "opening", "Choose one from the list"),
        ({"clause-notes": " "}, "clause-notes", "This clause is empty"),
        ({"as": "other", "pseudonym": ""}, "pseudonym", "Write the name"),
        ({"as": ""}, "as", "Choose one"),
        ({"retention_days": "9999"}, "retention_days", "30, 90, or 365"),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(wrong, field, said):
    client = client_of(make_member("Mina"))
    form = {
        "once": ONCE, "name": "Page turners", "purpose": "We read.", "opening": "open", "as": "account",
        "pseudonym": "", "retention_days": "365", "clause-leaving": "Go as you came.", **wrong,
    }  # fmt: skip
    answer = client.post(reverse("include:circles-found-from", args=("reading-group",)), form)
    text = answer.content.decode()

    assert answer.status_code == 422
    assert f'id="id_{field}-error"' in text
    assert said in text
    assert "Go as you came." in text
    assert not Circle.objects.exists()


def test_before_joining_one_reads_the_promise_and_what_it_cannot_hold():
    circle = with_clauses(make_circle(make_member("Sol")))
    read = page(client_of(make_member("Mina")), "circle", circle)

    assert "What we say of notes." in read
    assert "photograph the screen" in read
    assert "look into its database" in read
    assert "Sol" not in read  # who is in it is for those in it


def test_coming_in_under_the_accounts_name():
    circle = with_clauses(make_circle(make_member("Sol")))
    mina = make_member("Mina")
    text = send(client_of(mina), "circle-join", circle, **{"as": "account", "version": "1", "pseudonym": "x"})

    assert "You are in." in text
    assert held(mina, circle).pseudonym == ""
    assert held(mina, circle).accepted.number == 1


def test_a_name_for_this_circle_alone_is_all_that_others_see():
    circle = with_clauses(make_circle(make_member("Sol")))
    mina = make_member("Mina")
    client = client_of(mina)
    send(client, "circle-join", circle, **{"as": "other", "version": "1", "pseudonym": "Quiet Heron"})
    send(client, "circle-post", circle, text="Hello", note="", days="30")
    others = client_of(join(circle, make_member("Otto")).member)

    for name in ("circle", "circle-people"):
        seen = page(others, name, circle)
        assert "Quiet Heron" in seen
        assert "Mina" not in seen
        assert mina.pk.hex not in seen.replace("-", "")


def test_two_names_of_one_person_share_nothing():
    sol, mina = make_member("Sol"), make_member("Mina")
    circles = [with_clauses(make_circle(sol, name=name)) for name in ("One", "Two")]
    for circle, name in zip(circles, ("Quiet Heron", "Late Rain"), strict=True):
        send(client_of(mina), "circle-join", circle, **{"as": "other", "version": "1", "pseudonym": name})
    one, two = (page(client_of(sol), "circle-people", circle) for circle in circles)

    first, second = (held(mina, circle) for circle in circles)
    assert first.pk != second.pk
    assert str(second.pk) not in one
    assert str(first.pk) not in two
    assert ("Late Rain" in one, "Quiet Heron" in two) == (False, False)


@pytest.mark.parametrize("taken", ["Sol", "sol", "S o l", "Quiet Heron", "quiet-heron"])
def test_a_name_in_use_or_too_close_to_it_is_refused(taken):
    circle = with_clauses(make_circle(make_member("Sol")))
    join(circle, make_member("Otto"), pseudonym="Quiet Heron")
    form = {"as": "other", "version": "1", "pseudonym": taken}
    answer = client_of(make_member("Mina")).post(url("circle-join", circle), form)

    assert answer.status_code == 422
    assert "This name is taken here" in answer.content.decode()


def test_a_charter_that_changed_while_it_was_read_is_not_accepted_unread():
    circle = with_clauses(make_circle(make_member("Sol")))
    mina = make_member("Mina")
    answer = client_of(mina).post(
        url("circle-join", circle), {"as": "account", "version": "7", "pseudonym": ""}
    )

    assert answer.status_code == 422
    assert "The charter was changed while you read it" in answer.content.decode()
    assert not Membership.objects.filter(member=mina).exists()


def test_where_one_asks_a_steward_says_yes():
    sol, mina = make_member("Sol"), make_member("Mina")
    circle = with_clauses(make_circle(sol, opening="ask"))
    client = client_of(mina)
    send(client, "circle-join", circle, **{"as": "account", "version": "1", "request": "I know Otto."})
    assert client.get(url("circle-people", circle)).status_code == 404
    assert "I know Otto." in page(client_of(sol), "circle-people", circle)
    send(client_of(sol), "circle-let-in", circle, held(mina, circle).pk, deed="yes")

    assert held(mina, circle).state == Standing.ACTIVE
    assert "I know Otto." not in page(client_of(sol), "circle-people", circle)


def test_a_no_leaves_nothing_behind_and_one_can_take_the_question_back():
    sol, mina, otto = make_member("Sol"), make_member("Mina"), make_member("Otto")
    circle = with_clauses(make_circle(sol, opening="ask"))
    for member in (mina, otto):
        send(client_of(member), "circle-join", circle, **{"as": "account", "version": "1"})
    send(client_of(sol), "circle-let-in", circle, held(mina, circle).pk, deed="no")
    client_of(otto).post(url("circle-withdraw", circle))

    assert Membership.objects.filter(circle=circle).count() == 1


def test_into_a_circle_by_invitation_nobody_comes_without_one():
    circle = with_clauses(make_circle(make_member("Sol"), opening="invite"))
    mina = make_member("Mina")
    client = client_of(mina)

    assert "Only who is invited comes in" in page(client, "circle", circle)
    assert client.get(url("circle-join", circle)).status_code == 404
    assert client.post(url("circle-join", circle), {"as": "account", "version": "1"}).status_code == 404
    assert not Membership.objects.filter(member=mina).exists()


def test_an_invitation_is_the_same_for_a_known_and_an_unknown_address():
    sol = make_member("Sol")
    circle = with_clauses(make_circle(sol, opening="hidden"))
    make_member("Mina")
    pages = []
    for email in ("mina@example.org", "nobody@example.org"):
        send(client_of(sol), "circle-invite", circle, email=email, as_guest="no")
        made = CircleInvitation.objects.get()
        pages.append(page(client_of(sol), "circle-invite", circle).replace(str(made.pk), "id"))
        made.delete()

    assert pages[0] == pages[1]
    assert "mina@example.org" not in pages[0]


def test_who_is_invited_reads_first_and_comes_in_with_their_own_yes():
    sol, mina = make_member("Sol"), make_member("Mina")
    circle = with_clauses(make_circle(sol, name="Support", opening="hidden"))
    client = client_of(mina)
    assert client.get(url("circle", circle)).status_code == 404
    send(client_of(sol), "circle-invite", circle, email=" Mina@Example.org ", as_guest="no")
    assert "Support" in client.get(reverse("include:circles")).content.decode()
    invitation = CircleInvitation.objects.get()
    client.post(reverse("include:circles-invitation", args=(invitation.pk,)), {"deed": "yes"})

    assert held(mina, circle).state == Standing.INVITED
    assert "Mina" not in page(client_of(sol), "circle-people", circle)
    assert client.get(url("circle-people", circle)).status_code == 404
    send(client, "circle-join", circle, **{"as": "other", "version": "1", "pseudonym": "Late Rain"})
    assert held(mina, circle).state == Standing.ACTIVE


def test_saying_no_to_an_invitation_is_told_to_nobody():
    sol, mina = make_member("Sol"), make_member("Mina")
    circle = with_clauses(make_circle(sol, opening="hidden"))
    send(client_of(sol), "circle-invite", circle, email="mina@example.org", as_guest="no")
    before = page(client_of(sol), "circle-invite", circle)
    invitation = CircleInvitation.objects.get()
    client_of(mina).post(reverse("include:circles-invitation", args=(invitation.pk,)), {"deed": "no"})

    assert page(client_of(sol), "circle-invite", circle) == before
    assert circle.name not in client_of(mina).get(reverse("include:circles")).content.decode()


def test_nobody_else_can_answer_an_invitation():
    sol = make_member("Sol")
    circle = with_clauses(make_circle(sol, opening="hidden"))
    send(client_of(sol), "circle-invite", circle, email="mina@example.org", as_guest="no")
    address = reverse("include:circles-invitation", args=(CircleInvitation.objects.get().pk,))

    assert client_of(make_member("Eve")).post(address, {"deed": "yes"}).status_code == 404


def test_a_circle_is_small():
    circle = with_clauses(make_circle(make_member("Sol")))
    for number in range(149):  # with the steward 150
        join(circle, make_member(f"Member {number}"))
    form = {"as": "account", "version": "1", "pseudonym": ""}
    answer = client_of(make_member("Mina")).post(url("circle-join", circle), form)

    assert answer.status_code == 422
    assert "150 people are in it" in answer.content.decode()


def test_leaving_takes_name_and_words_along():
    sol, mina = make_member("Sol"), make_member("Mina")
    circle = with_clauses(make_circle(sol, members=[mina]))
    send(client_of(mina), "circle-post", circle, text="Words of Mina", note="", days="30")
    send(client_of(mina), "circle-leave", circle)

    for name in ("circle", "circle-people"):
        assert "Mina" not in page(client_of(sol), name, circle)
    assert not Membership.objects.filter(member=mina).exists()
    assert not Post.objects.exists()


def test_words_can_stay_without_a_name():
    sol, mina = make_member("Sol"), make_member("Mina")
    circle = with_clauses(make_circle(sol, members=[mina]))
    send(client_of(mina), "circle-post", circle, text="Take soup along", note="", days="30")
    send(client_of(mina), "circle-leave", circle, words="stay")
    seen = page(client_of(sol), "circle", circle)

    assert "Take soup along" in seen
    assert "Somebody who has left" in seen
    assert "Mina" not in seen


def test_who_comes_back_is_somebody_new():
    sol, mina = make_member("Sol"), make_member("Mina")
    circle = with_clauses(make_circle(sol))
    form = {"as": "other", "version": "1"}
    send(client_of(mina), "circle-join", circle, **form, pseudonym="Quiet Heron")
    first = held(mina, circle).pk
    send(client_of(mina), "circle-leave", circle)
    send(client_of(mina), "circle-join", circle, **form, pseudonym="Late Rain")

    assert held(mina, circle).pk != first


def test_the_last_one_to_leave_takes_the_circle_along():
    sol = make_member("Sol")
    circle = with_clauses(make_circle(sol))
    assert "you are the last one here" in page(client_of(sol), "circle-leave", circle)
    send(client_of(sol), "circle-leave", circle)

    assert not Circle.objects.filter(pk=circle.pk).exists()


def test_leaving_is_no_way_around_a_pause():
    sol, mina = make_member("Sol"), make_member("Mina")
    circle = with_clauses(make_circle(sol, members=[mina]))
    Membership.objects.filter(member=mina).update(paused_until="2026-03-08")
    client = client_of(mina)
    send(client, "circle-leave", circle)
    answer = client.post(url("circle-join", circle), {"as": "account", "version": "1", "pseudonym": ""})

    assert answer.status_code == 422
    assert "You cannot come back before 8 March 2026" in answer.content.decode()
    assert "Mina" not in page(client_of(sol), "circle-people", circle)
