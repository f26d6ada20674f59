"""Seats in the order of asking; needs that only the host reads, and that are gone on the fifteenth day."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.conf import settings
from django.http import Http404
from tests.include.web.gathering import an_evening, in_days
from tests.web.community import client_of, join, make_circle, make_member

from alongside.include.access import Asked, Need
from alongside.include.seating import Answer
from alongside.include.web import needs
from alongside.include.web.flows_events import cancel
from alongside.include.web.flows_seats import attend, step_back
from alongside.include.web.models import Event, Rsvp
from alongside.include.web.queries_events import event_page, host_page
from alongside.include.web.ticks_events import events as clear_up
from alongside.include.web.times import now
from alongside.web.models import Member, Membership, Standing

pytestmark = pytest.mark.usefixtures("community")
TODAY = datetime(2026, 3, 4, tzinfo=UTC).date()


def come(member: Member, event: Event, *wanted: Need, note: str = "") -> Answer:
    return attend(member, event.pk, Asked(needs=frozenset(wanted), note=note), now=now(), today=TODAY)


def gathering(count: int, **more):
    """A circle, its host, so many others, and an evening of the host's."""
    host = make_member("Mina")
    others = [make_member(f"Guest {n}") for n in range(count)]
    circle = make_circle(host, members=others)
    return host, others, an_evening(host, circle, **more)


def coming(event: Event) -> list[str]:
    held = Rsvp.objects.filter(event=event, answer=Answer.COMING).order_by("turn")
    return [mine.member.name for mine in held.select_related("member")]


def test_who_asks_first_has_a_seat_and_the_next_moves_up():
    _host, (ada, bea, cai), event = gathering(3, capacity=1)

    assert [come(each, event) for each in (ada, bea, cai)] == ["coming", "waiting", "waiting"]
    assert event_page(cai, event.pk, now=now()).place_in_line == 2
    step_back(ada, event.pk, now=now(), today=TODAY)
    assert coming(event) == ["Guest 1"]
    assert come(ada, event) is Answer.WAITING  # at the end of the list
    step_back(bea, event.pk, now=now(), today=TODAY)
    assert coming(event) == ["Guest 2"]


def test_asking_again_changes_needs_and_not_the_place():
    host, (ada, bea), event = gathering(2, capacity=1)
    come(ada, event, Need.CAPTIONS)
    come(bea, event)

    assert come(ada, event, Need.FOOD) is Answer.COMING
    assert host_page(host, event.pk).needs.counts == ((Need.FOOD, 1),)


def test_the_host_reads_counts_and_words_and_nobody_else_reads_anything():
    host, (ada, bea), event = gathering(2)
    come(ada, event, Need.CAPTIONS, Need.QUIET_ROOM, note="Near the door")
    come(bea, event, Need.CAPTIONS)

    told = host_page(host, event.pk).needs
    assert (told.counts, told.notes) == (((Need.CAPTIONS, 2), (Need.QUIET_ROOM, 1)), ("Near the door",))
    for other in (ada, bea):
        with pytest.raises(Http404):
            host_page(other, event.pk)


def test_below_five_the_host_is_not_told_how_many_come():
    host, others, event = gathering(5)
    for each in others[:4]:
        come(each, event)
    assert host_page(host, event.pk).coming.value is None
    come(others[4], event)
    assert host_page(host, event.pk).coming.n == 5


def test_the_database_shows_nobodys_needs_and_every_box_is_as_long():
    _host, (ada, bea), event = gathering(2)
    come(ada, event, *Need, note="Canary: I read lips" + "é" * 200)
    come(bea, event)

    boxes = [bytes(box) for box in Rsvp.objects.filter(event=event).values_list("needs", flat=True)]
    assert len({len(box) for box in boxes}) == 1
    assert not any(b"captions" in box or b"Canary" in box for box in boxes)
    key = settings.DATA / "event-keys" / f"{event.pk.hex}.key"
    assert key.stat().st_mode & 0o777 == 0o600


def test_stepping_back_takes_ones_needs_away_at_once():
    host, (ada,), event = gathering(1)
    come(ada, event, Need.CAPTIONS)
    step_back(ada, event.pk, now=now(), today=TODAY)

    assert Rsvp.objects.get().needs is None
    assert host_page(host, event.pk).needs.counts == ()


def test_needs_are_there_on_the_fourteenth_day_and_gone_on_the_fifteenth():
    host, (ada,), event = gathering(1, days=1)
    come(ada, event, Need.CAPTIONS)
    kept = bytes(Rsvp.objects.get().needs)
    noon = datetime.combine(event.ends_day, time(12), tzinfo=UTC)

    clear_up(now=noon + timedelta(days=14))
    assert host_page(host, event.pk).needs.counts == ((Need.CAPTIONS, 1),)
    clear_up(now=noon + timedelta(days=15))
    assert Rsvp.objects.get().needs is None
    assert event.pk not in needs.kept_for(settings.DATA)
    rsvp = Rsvp.objects.get().pk  # and a copy of the box, as in an old backup, opens no more
    assert needs.unseal(kept, folder=settings.DATA, event=event.pk, rsvp=rsvp) == Asked()


def test_a_box_moved_to_another_person_or_event_does_not_open():
    _host, (ada, bea), event = gathering(2)
    come(ada, event, Need.CAPTIONS)
    come(bea, event)
    mine, other = Rsvp.objects.order_by("turn")

    assert needs.unseal(bytes(mine.needs), folder=settings.DATA, event=event.pk, rsvp=other.pk) == Asked()


def test_who_leaves_the_circle_gives_the_seat_to_the_next():
    _host, (ada, bea), event = gathering(2, capacity=1)
    come(ada, event)
    come(bea, event)
    Membership.objects.filter(member=ada).update(state=Standing.LEFT)

    clear_up(now=now())
    assert coming(event) == ["Guest 1"]


def test_a_larger_room_lets_those_who_wait_in():
    host, (ada, bea), event = gathering(2, capacity=1)
    come(ada, event)
    come(bea, event)
    client = client_of(host)
    page = client.get(f"/events/{event.pk}/change/")
    form = {question.name: question.value for part in page.context["sections"] for question in part.all}
    client.post(f"/events/{event.pk}/change/", {**form, "capacity": "2", "version": "1"})

    assert coming(event) == ["Guest 0", "Guest 1"]


def test_what_has_begun_or_was_cancelled_takes_nobody_in():
    host, (ada,), event = gathering(1, days=-1)
    with pytest.raises(Exception, match="It has begun"):
        come(ada, event)
    later = an_evening(host, event.circle)
    cancel(host, later.pk, word="", later_too=False, now=now(), today=TODAY)
    with pytest.raises(Http404):
        come(ada, later)


def test_a_pseudonym_stays_one_at_an_event():
    host, (ada,), event = gathering(1)
    heron = make_member("Real name")
    join(event.circle, heron, pseudonym="Heron")
    mine = an_evening(heron, event.circle, starts=in_days(3), ends=in_days(3, "20:00"))
    page = client_of(ada).get(f"/events/{mine.pk}/").content.decode()

    assert "Heron" in page
    assert "Real name" not in page
    assert str(heron.pk) not in page
    assert host.pk != heron.pk
