"""Propose, approve, publish, come, change, cancel: by the people whose part each is."""

import pytest
from django.urls import reverse
from tests.include.web.gathering import LINK, filled_in, said
from tests.web.community import client_of, make_circle, make_member

from alongside.include.web.models import Event
from alongside.web.models import AuditRow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("community")]


def test_an_event_from_proposal_to_seat():
    sol, mina, lee = make_member("Sol"), make_member("Mina"), make_member("Lee")
    circle = make_circle(sol, members=[mina, lee])
    host, steward, guest = client_of(mina), client_of(sol), client_of(lee)

    page = host.post(reverse("include:events-new", args=(circle.pk,)), filled_in(), follow=True)
    event = Event.objects.get()
    assert page.redirect_chain[-1][0].startswith(reverse("include:events-access", args=(event.pk,)))
    here = reverse("include:events-event", args=(event.pk,))
    assert guest.get(here).status_code == 404  # not invited yet
    assert "Kept." in said(
        host,
        reverse("include:events-access", args=(event.pk,)),
        {"step-free": "yes", "step-free-note": "Side door", "ask_whom": "Mina"},
    )
    step = reverse("include:events-step", args=(event.pk,))
    assert host.post(step, {"to": "approved"}).status_code == 404  # hers to propose, not to approve
    assert "Approved." in said(steward, step, {"to": "approved"})
    assert "Published." in said(host, step, {"to": "published"})

    shown = guest.get(here).content.decode()
    assert "Side door" in shown
    assert "Come to this" in shown
    assert LINK not in shown
    page = said(
        guest,
        reverse("include:events-attend", args=(event.pk,)),
        {"needs": ["captions"], "note": "Near the door"},
    )
    assert "You are coming" in page
    assert LINK in page
    needs = host.get(reverse("include:events-host", args=(event.pk,))).content.decode()
    assert "Captions" in needs
    assert "Near the door" in needs
    assert "Lee" not in needs
    assert steward.get(reverse("include:events-host", args=(event.pk,))).status_code == 404
    assert list(AuditRow.objects.order_by("sequence").values_list("action", flat=True)) == [
        "event.propose", "event.access", "event.approved", "event.published", "event.attend",
    ]  # fmt: skip
