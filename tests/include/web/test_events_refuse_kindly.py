"""What cannot be kept names its field; two who edit see both versions; feedback leads to nobody."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from tests.include.web.gathering import an_evening, filled_in, in_days, said
from tests.web.community import client_of, join, make_circle, make_member
from tests.web.visits import page

from alongside.include.access import Asked
from alongside.include.event import EventState
from alongside.include.web.flows_seats import FEEDBACK_OPEN, attend
from alongside.include.web.models import Event, EventFeedback, Rsvp
from alongside.include.web.queries_events import A_PAGE, event_page
from alongside.include.web.times import now
from alongside.web.models import AuditRow, Member, Part

pytestmark = pytest.mark.usefixtures("community")


@pytest.fixture
def mina(community):  # noqa: ARG001  # a fixture needed for what it does
    return make_member("Mina")


@pytest.fixture
def circle(mina):
    return make_circle(make_member("Sol"), members=[mina], name="Readers")


def here(name: str, *args: object) -> str:
    return reverse(f"include:{name}", args=args)


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("title", {"title": ""}),
        ("title", {"title": "x" * 301}),
        ("starts_day", {"starts_day": ""}),
        ("starts_day", {"starts_day": "2026-02-30"}),
        ("starts_day", {"starts_day": "0001-01-01"}),
        ("starts_clock", {"starts_clock": "25:00"}),
        ("starts_clock", {"starts_day": "2026-03-29", "starts_clock": "02:30", "ends_clock": "04:00"}),
        ("ends_clock", {"ends_clock": "17:00"}),
        ("ends_clock", {"ends_clock": ""}),
        ("zone", {"zone": "Mars/Olympus"}),
        ("online", {"online": "http://example.org"}),
        ("capacity", {"capacity": "0"}),
        ("capacity", {"capacity": "many"}),
        ("until", {"rhythm": "weekly"}),
        ("audience", {"audience": "the world"}),
    ],
)
def test_what_cannot_be_kept_names_its_field_and_keeps_the_rest(mina, circle, field, more):
    answer = client_of(mina).post(here("events-new", circle.pk), filled_in(about="Bring a page.", **more))

    assert answer.status_code == 422
    text = page(answer, 422)
    assert [link.target.removeprefix("id_") for link in answer.context["errors"]] in ([field], [f"{field}-1"])
    assert "Bring a page." in text
    assert Event.objects.count() == 0


def test_a_hidden_circle_cannot_invite_everybody(mina):
    hidden = make_circle(mina, opening="hidden")
    answer = client_of(mina).post(here("events-new", hidden.pk), filled_in(audience="everybody"))

    assert answer.status_code == 422
    assert Event.objects.count() == 0


def test_everybody_is_invited_once_an_admin_approved_it(mina, circle):
    admin, outsider = make_member("Ada", role="admin"), make_member("Odo")
    client_of(mina).post(here("events-new", circle.pk), filled_in(audience="everybody"))
    event = Event.objects.get()
    Event.objects.update(ask_whom="Mina")
    step = here("events-step", event.pk)

    sol = circle.memberships.get(role=Part.STEWARD).member
    assert client_of(sol).post(step, {"to": "approved"}).status_code == 404
    assert client_of(outsider).get(here("events-event", event.pk)).status_code == 404
    assert "Not published yet" in client_of(admin).get(here("events")).content.decode()
    assert "Approved." in said(client_of(admin), step, {"to": "approved"})
    assert client_of(outsider).get(here("events-event", event.pk)).status_code == 404
    client_of(sol).post(step, {"to": "published"})
    assert "Reading aloud" in client_of(outsider).get(here("events")).content.decode()
    assert attend(outsider, event.pk, Asked(), now=now(), today=now().date()) == "coming"


def test_an_event_of_a_foreign_circle_is_answered_like_one_that_does_not_exist(mina):
    other = make_member("Odile")
    event = an_evening(other, make_circle(other, name="Hidden Herons", opening="hidden"))
    nobodys = "00000000-0000-0000-0000-000000000bad"
    client = client_of(mina)
    for name in (
        "events-event",
        "events-attend",
        "events-change",
        "events-host",
        "events-ics",
        "events-cancel",
    ):
        foreign, none = client.get(here(name, event.pk)), client.get(here(name, nobodys))
        assert (foreign.status_code, none.status_code) == (404, 404)
        assert without_chance(foreign) == without_chance(none)
    assert "Herons" not in client.get(here("events")).content.decode()


def without_chance(answer) -> str:
    """The page without what is random in every page: the token of its forms, and the request's id."""
    text = re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', r"\1", answer.content.decode())
    return text.replace(answer.wsgi_request.request_id, "")


def test_nothing_is_published_before_somebody_is_named_for_questions(mina, circle):
    event = an_evening(mina, circle, state=EventState.APPROVED)
    Event.objects.update(ask_whom="")
    answer = client_of(mina).post(here("events-step", event.pk), {"to": "published"})

    assert answer.status_code == 422
    assert "Nobody is named to ask about access." in page(answer, 422)
    assert Event.objects.get().state == EventState.APPROVED


def test_two_who_edit_see_both_versions_and_nothing_is_overwritten_unseen(mina, circle):
    event = an_evening(mina, circle)
    sol = circle.memberships.get(role=Part.STEWARD).member
    change = here("events-change", event.pk)
    first = client_of(mina).post(change, filled_in(title="Mina's title", version="1"))
    assert first.status_code == 303

    second = client_of(sol).post(change, filled_in(title="Sol's title", version="1"))
    text = page(second, 409)
    assert "Mina's title" in text
    assert "Sol's title" in text
    assert Event.objects.get().title == "Mina's title"
    assert client_of(sol).post(change, filled_in(title="Sol's title", version="2")).status_code == 303
    after = Event.objects.get()
    assert (after.title, after.version, after.sequence) == ("Sol's title", 3, 2)


def test_a_series_moves_as_one_and_each_time_can_be_cancelled_alone(mina, circle):
    until = in_days(28).day.isoformat()
    client_of(mina).post(here("events-new", circle.pk), filled_in(rhythm="weekly", until=until))
    events = list(Event.objects.order_by("begins"))
    assert len(events) == 4  # in 7, 14, 21 and 28 days
    Event.objects.update(ask_whom="Mina")
    sol = client_of(circle.memberships.get(role=Part.STEWARD).member)
    sol.post(here("events-step", events[0].pk), {"to": "approved"})
    sol.post(here("events-step", events[2].pk), {"to": "published"})
    assert set(Event.objects.values_list("state", flat=True)) == {"published"}

    sol.post(here("events-cancel", events[1].pk), {"word": "A holiday"})
    assert [each.state for each in Event.objects.order_by("begins")] == [
        "published", "cancelled", "published", "published",
    ]  # fmt: skip
    sol.post(here("events-cancel", events[2].pk), {"later_too": "yes"})
    assert [each.state for each in Event.objects.order_by("begins")][2:] == ["cancelled", "cancelled"]


def test_a_proposal_is_handed_back_with_a_word_and_can_be_taken_back(mina, circle):
    event = an_evening(mina, circle, state=EventState.PROPOSED)
    sol = client_of(circle.memberships.get(role=Part.STEWARD).member)
    assert sol.post(here("events-hand-back", event.pk), {"word": ""}).status_code == 422
    sol.post(here("events-hand-back", event.pk), {"word": "Could it begin later?"})
    mine = client_of(mina)
    assert "Could it begin later?" in page(mine.get(here("events-event", event.pk)))
    mine.post(here("events-take-back", event.pk))
    assert Event.objects.count() == 0


def test_cancelling_stays_on_the_page_with_its_word_and_counts_in_the_trail(mina, circle):
    event = an_evening(mina, circle)
    text = said(client_of(mina), here("events-cancel", event.pk), {"word": "The speaker is ill."})

    assert "This event is cancelled. The speaker is ill." in text
    assert AuditRow.objects.order_by("-sequence")[0].action == "event.cancel"


def over(mina, circle, people: int) -> tuple[Event, list[Member]]:
    """An event that is over, to which so many came."""
    event = an_evening(mina, circle, days=1)
    guests = [make_member(f"Guest {n}") for n in range(people)]
    for each in guests:
        join(circle, each)
        attend(each, event.pk, Asked(), now=now(), today=now().date())
    shift(event, days=2)
    return event, guests


def shift(event: Event, *, days: int) -> None:
    row = Event.objects.get(pk=event.pk)
    back = timedelta(days=days)
    Event.objects.filter(pk=event.pk).update(begins=row.begins - back, ended=row.ended - back)


def test_what_people_said_is_shown_once_it_has_closed_and_five_said_something(mina, circle):
    event, guests = over(mina, circle, 5)
    feedback = here("events-feedback", event.pk)
    for n, each in enumerate(guests):
        client = client_of(each)
        form = {"took_part": "yes", "access": "nothing", "words": f"More breaks, {9 - n}"}
        assert client.post(feedback, form).status_code == 303
        assert client.post(feedback, form).status_code == 404  # once
    assert (
        event_page(mina, event.pk, now=now()).told is None
    )  # still open: figures that grow tell each answer
    shift(event, days=FEEDBACK_OPEN.days)
    told = event_page(mina, event.pk, now=now()).told
    assert told is not None
    assert [(label, cell.n) for label, cell in told.took_part] == [("Yes", 5), ("In part", 0), ("No", 0)]
    assert told.words == tuple(f"More breaks, {n}" for n in range(5, 10))


def test_four_answers_are_never_shown(mina, circle):
    event, guests = over(mina, circle, 4)
    for each in guests:
        client_of(each).post(here("events-feedback", event.pk), {"took_part": "no", "access": "no"})
    shift(event, days=FEEDBACK_OPEN.days)

    assert EventFeedback.objects.count() == 4
    assert event_page(mina, event.pk, now=now()).told is None


def test_nothing_leads_from_feedback_to_a_person():
    columns = {field.name for field in EventFeedback._meta.get_fields()}

    assert columns == {"id", "event", "took_part", "access", "words"}


def test_who_did_not_come_or_answers_half_is_not_counted(mina, circle):
    event, guests = over(mina, circle, 1)
    assert client_of(mina).get(here("events-feedback", event.pk)).status_code == 404
    answer = client_of(guests[0]).post(
        here("events-feedback", event.pk), {"took_part": "yes", "words": "Kept?"}
    )
    assert answer.status_code == 422
    assert "Kept?" in page(answer, 422)
    assert not Rsvp.objects.get().told


def test_where_there_is_no_community_there_are_no_events(mina, circle, settings):
    event = an_evening(mina, circle)
    client = client_of(mina)
    settings.COMMUNITY = False
    assert client.get(here("events-event", event.pk)).status_code == 404


def test_a_long_list_comes_in_pages_and_costs_no_more_queries(mina, circle, django_assert_max_num_queries):
    for n in range(A_PAGE + 2):
        an_evening(mina, circle, days=1 + n, title=f"Evening {n}")
    client = client_of(mina)
    client.get(here("events"))  # the first page of a visit notes that somebody is signed in
    with django_assert_max_num_queries(12):
        first = client.get(here("events")).content.decode()
    second = client.get(here("events") + "?page=2").content.decode()

    assert "Evening 24" in first
    assert "Evening 25" not in first
    assert "Later events" in first
    assert [n for n in range(A_PAGE + 2) if f"Evening {n}<" in second] == [25, 26]
    assert client.get(here("events") + "?page=x").status_code == 200
