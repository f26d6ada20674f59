"""Passing on somebody's work: 403 without their yes, their name first everywhere, gone when the yes is."""

import re
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from tests.web.community import DAY, client_of, join, make_circle, make_member

from alongside.amplify.consent import Form, Place, State
from alongside.amplify.web import digest, ticks
from alongside.amplify.web import flows_works as flows
from alongside.amplify.web import queries_works as queries
from alongside.amplify.web.flows_works import Offering
from alongside.amplify.web.models import PassedOn, Work
from alongside.web.digest_lines import readers
from alongside.web.models import AuditRow, Circle, Member

pytestmark = pytest.mark.usefixtures("community")
VARIES = re.compile(r'[0-9a-f-]{36}|[0-9a-f]{8}|name="csrfmiddlewaretoken" value="[^"]+"')
"""What differs between two answers that say the same: ids, the request's number, the form's token."""


def digest_of(member, *, today):
    """What the room puts into one member's letter."""
    return digest.lines(readers([member]), today=today)(member)


@pytest.fixture
def priya() -> Member:
    return make_member("Priya")


@pytest.fixture
def sam() -> Member:
    return make_member("Sam")


@pytest.fixture
def circle(priya: Member, sam: Member) -> Circle:
    made = make_circle(make_member("Stew"), name="Ramps", opening="hidden")
    join(made, priya)
    join(made, sam, pseudonym="Heron")
    return made


def offered(member: Member, circle: Circle | None = None, **fields: object) -> Work:
    told = {"title": "A map of our ramps", "forms": [Form.LINK], "places": [Place.HERE], "credit": "Priya K."}
    offering = Offering(**{**told, **fields})
    return flows.offer(member, offering, id=uuid4(), circle=circle.pk if circle else None, today=DAY)


def posted(member: Member, work: UUID, form: str = "link", place: str = "here", **fields: str):
    return client_of(member).post(f"/amplify/works/{work}/", {"form": form, "place": place, **fields})


def page(member: Member, path: str) -> str:
    return client_of(member).get(path).content.decode()


def test_what_was_only_asked_for_cannot_be_passed_on(priya, sam, circle):
    person = circle.memberships.get(member=priya)
    asked = flows.ask(sam, person.pk, "What you said", "For our newsletter", id=uuid4(), today=DAY)

    assert posted(sam, asked.pk).status_code == 403
    assert PassedOn.objects.count() == 0
    assert "What you said" not in page(sam, "/amplify/")


def test_what_somebody_cannot_see_does_not_exist_for_them(priya, circle):
    work = offered(priya, circle, places=[Place.CIRCLE, Place.HERE])
    stranger = make_member("Stranger", role="admin")
    nowhere = VARIES.sub("", page(stranger, f"/amplify/works/{uuid4()}/"))

    assert VARIES.sub("", page(stranger, f"/amplify/works/{work.pk}/")) == nowhere
    assert posted(stranger, work.pk).status_code == 404
    assert PassedOn.objects.count() == 0


@pytest.mark.parametrize(("form", "place"), [("quote", "here"), ("link", "outside"), ("link", "circle")])
def test_another_form_or_place_than_agreed_is_refused_with_403(priya, sam, form, place):
    work = offered(priya)

    answer = posted(sam, work.pk, form, place, where="Our newsletter")

    assert answer.status_code == 403
    assert PassedOn.objects.count() == 0


def test_what_was_agreed_can_be_passed_on_and_names_the_originator_first(priya, sam):
    work = offered(priya)

    assert posted(sam, work.pk).status_code == 303
    (line,) = digest_of(make_member("Reader"), today=DAY)
    assert line.text == "Priya K.: “A map of our ramps”, passed on by a member."
    assert (line.section, line.url) == ("amplified", "/amplify/")
    assert "Priya K.: “A map of our ramps”" in page(make_member("Another"), "/amplify/")


def test_the_allys_name_is_shown_only_where_they_want_it(priya, sam):
    work = offered(priya)
    posted(sam, work.pk, named="yes")

    assert queries.passed_on(sam, today=DAY)[0].sentence.endswith(", passed on by Sam.")


def test_a_yes_withdrawn_takes_it_from_every_page_at_once_and_the_next_try_is_403(priya, sam):
    work = offered(priya)
    posted(sam, work.pk)
    client_of(priya).post(f"/amplify/works/{work.pk}/consent/", {"deed": "withdraw"})
    reader = make_member("Reader")

    assert "map of our ramps" not in page(reader, "/amplify/")
    assert digest_of(reader, today=DAY) == ()
    assert client_of(reader).get(f"/amplify/works/{work.pk}/").status_code == 404
    assert posted(sam, work.pk).status_code == 403
    assert PassedOn.objects.count() == 1


def test_a_work_is_taken_out_by_its_originator_alone_once_its_yes_has_ended(priya, sam):
    work = offered(priya)
    posted(sam, work.pk)
    path = f"/amplify/works/{work.pk}/consent/"

    assert client_of(sam).post(path, {"deed": "remove"}).status_code == 404
    assert client_of(priya).post(path, {"deed": "remove"}).status_code == 422
    assert Work.objects.count() == 1
    client_of(priya).post(path, {"deed": "withdraw"})
    assert client_of(priya).post(path, {"deed": "remove"}).status_code == 303
    assert (Work.objects.count(), PassedOn.objects.count()) == (0, 0)


def test_a_yes_ends_by_itself_on_its_day(priya, sam):
    work = offered(priya, until=date(2026, 3, 10))
    posted(sam, work.pk)
    ticks.tick(now=datetime(2026, 3, 10, 23))  # noqa: DTZ001
    assert len(queries.passed_on(sam, today=date(2026, 3, 10))) == 1

    assert queries.passed_on(sam, today=date(2026, 3, 11)) == ()
    ticks.tick(now=datetime(2026, 3, 11, 1))  # noqa: DTZ001
    assert Work.objects.get().state == State.LAPSED


def test_what_went_outside_is_asked_down_when_the_yes_ends(priya, sam):
    work = offered(priya, places=[Place.OUTSIDE])
    posted(sam, work.pk, place="outside", where="The newsletter of our union")
    assert "take it down" not in page(sam, "/amplify/mine/")

    client_of(priya).post(f"/amplify/works/{work.pk}/consent/", {"deed": "withdraw"})

    assert "take it down" in page(sam, "/amplify/mine/")
    assert "newsletter of our union" not in page(make_member("Reader"), "/amplify/")


def test_the_circle_is_named_to_those_in_it_and_to_nobody_else(priya, sam, circle):
    work = offered(priya, circle, places=[Place.CIRCLE, Place.HERE])
    posted(sam, work.pk, place="circle")
    posted(sam, work.pk, place="here")
    outside = make_member("Outside")

    assert "Ramps" in page(sam, "/amplify/")
    assert len(queries.passed_on(sam, today=DAY)) == 2
    assert len(queries.passed_on(outside, today=DAY)) == 1
    assert "Ramps" not in page(outside, "/amplify/")
    assert "Something was passed on in a circle of yours." in {
        each.text for each in digest_of(sam, today=DAY)
    }


def test_in_a_circle_people_go_by_their_names_there(priya, sam, circle):
    person = circle.memberships.get(member=priya)
    flows.ask(sam, person.pk, "What you said", "", id=uuid4(), today=DAY)
    work = offered(priya, circle, places=[Place.CIRCLE])
    posted(sam, work.pk, place="circle", named="yes")
    mine = page(priya, "/amplify/mine/")

    assert "Heron asks" in mine
    assert "passed on by Heron" in mine
    assert "Sam" not in mine
    assert str(sam.pk) not in mine


def test_a_guest_may_listen_and_not_pass_on_in_the_circle(priya, circle):
    guest = make_member("Guest")
    join(circle, guest, part="guest")
    work = offered(priya, circle, places=[Place.CIRCLE])

    assert posted(guest, work.pk, place="circle").status_code == 404
    assert PassedOn.objects.count() == 0


def test_only_the_originator_confirms_and_nobody_can_see_whether_they_looked(priya, sam):
    work = offered(priya)
    posted(sam, work.pk)
    passed = PassedOn.objects.get()
    path = f"/amplify/passed/{passed.pk}/"

    assert client_of(sam).post(path, {"deed": "confirm"}).status_code == 404
    assert client_of(make_member("Else")).post(path, {"deed": "confirm"}).status_code == 404
    assert client_of(priya).post(path, {"deed": "confirm"}).status_code == 303
    passed.refresh_from_db()
    assert passed.state == "confirmed"


def test_a_missing_name_hides_it_until_it_is_put_right_by_who_passed_it_on(priya, sam):
    work = offered(priya)
    posted(sam, work.pk)
    path = f"/amplify/passed/{PassedOn.objects.get().pk}/"
    client_of(priya).post(path, {"deed": "miss"})

    assert queries.passed_on(sam, today=DAY) == ()
    assert "is not mine; I should have said so" in page(sam, "/amplify/mine/")
    assert client_of(priya).post(path, {"deed": "correct"}).status_code == 404
    client_of(sam).post(path, {"deed": "correct"})
    assert len(queries.passed_on(sam, today=DAY)) == 1


def test_a_request_can_be_answered_on_ones_own_terms(priya, sam, circle):
    person = circle.memberships.get(member=priya)
    client = client_of(sam)
    form = {"person": str(person.pk), "title": "What you said", "asked": "For the newsletter"}
    assert client.post("/amplify/ask/", form).status_code == 303
    work = Work.objects.get()
    assert "For the newsletter" in page(priya, "/amplify/mine/")
    terms = {"title": "On ramps", "credit": "P. K.", "forms": ["link", "retell"], "places": ["here"]}

    assert client_of(priya).post(f"/amplify/works/{work.pk}/consent/", terms).status_code == 303
    assert posted(sam, work.pk, "retell", "here", retold="Ramps first.").status_code == 303
    assert "P. K.: “On ramps”" in page(make_member("Reader"), "/amplify/")
    assert "Ramps first." in page(make_member("Second"), "/amplify/")


def test_a_no_looks_to_the_asker_as_no_answer_does(priya, sam, circle):
    person = circle.memberships.get(member=priya)
    asked = flows.ask(sam, person.pk, "What you said", "", id=uuid4(), today=DAY)
    before = queries.i_asked(sam, today=DAY)[0]
    before_work = page(sam, f"/amplify/works/{asked.pk}/")
    client_of(priya).post(f"/amplify/works/{asked.pk}/consent/", {"deed": "refuse"})
    after = queries.i_asked(sam, today=DAY)[0]

    assert before.in_force is after.in_force is False
    assert "No yes so far" in page(sam, "/amplify/mine/")
    tidy = re.compile(r'value="[^"]+"')
    assert tidy.sub("", page(sam, f"/amplify/works/{asked.pk}/")) == tidy.sub("", before_work)


@pytest.mark.usefixtures("community", "circle")
def test_nobody_outside_ones_circles_can_be_asked(sam):
    outside = make_circle(make_member("Far"), name="Far away")
    person = outside.memberships.get()

    answer = client_of(sam).post("/amplify/ask/", {"person": str(person.pk), "title": "Yours"})

    assert answer.status_code == 422
    assert Work.objects.count() == 0


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({}, "title"),
        ({"title": "Map"}, "forms"),
        ({"title": "Map", "forms": "link"}, "places"),
        ({"title": "Map", "forms": "link", "places": "circle"}, "places"),
        ({"title": "Map", "forms": "quote", "places": "here"}, "words"),
        ({"title": "Map", "forms": "link", "places": "here", "url": "javascript:alert(1)"}, "url"),
        ({"title": "Map", "forms": "link", "places": "here", "until": "2030-01-01"}, "until"),
        ({"title": "Map", "forms": "link", "places": "here", "until": "soon"}, "until"),
        ({"title": "x" * 121, "forms": "link", "places": "here"}, "title"),
    ],
)
def test_an_offer_that_does_not_fit_is_refused_at_its_field_with_its_words_kept(priya, form, field):
    answer = client_of(priya).post("/amplify/offer/", form)

    assert answer.status_code == 422
    assert f'href="#id_{field}' in answer.content.decode()
    assert form.get("title", "") in answer.content.decode()
    assert Work.objects.count() == 0


def test_each_deed_leaves_one_row_in_the_trail(priya, sam):
    work = offered(priya)
    posted(sam, work.pk)
    passed = PassedOn.objects.get()
    client_of(priya).post(f"/amplify/passed/{passed.pk}/", {"deed": "confirm"})
    posted(sam, work.pk, "quote")
    client_of(priya).post(f"/amplify/works/{work.pk}/consent/", {"deed": "withdraw"})

    assert list(AuditRow.objects.order_by("sequence").values_list("action", flat=True)) == [
        "work.offer", "work.pass-on", "passed.confirm", "work.withdraw",
    ]  # fmt: skip


def test_an_offer_sent_twice_is_made_once(priya):
    form = {"title": "Map", "forms": "link", "places": "here", "once": str(uuid4())}
    for _click in range(2):
        assert client_of(priya).post("/amplify/offer/", form).status_code == 303
    assert Work.objects.count() == 1


def test_what_is_over_is_deleted_in_time(priya, sam):
    work = offered(priya)
    posted(sam, work.pk)
    ticks.tick(now=datetime(2026, 3, 4) + timedelta(days=366))  # noqa: DTZ001
    assert PassedOn.objects.count() == 1
    ticks.tick(now=datetime(2026, 3, 4) + timedelta(days=367))  # noqa: DTZ001
    assert PassedOn.objects.count() == 0


def test_who_leaves_takes_their_work_out_of_every_page(priya, sam):
    work = offered(priya)
    posted(sam, work.pk)
    priya.delete()

    assert (Work.objects.count(), PassedOn.objects.count()) == (0, 0)
