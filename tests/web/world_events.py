"""What the addresses of events take: an evening of the hidden circle, its budget, and a member's calendar."""

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db.models import F
from tests.include.web.gathering import an_evening
from tests.web.community import DAY

from alongside.core.files import write_whole
from alongside.include.access import Asked, Need
from alongside.include.event import EventState
from alongside.include.web.flows_events import cancel
from alongside.include.web.flows_feeds import hash_of
from alongside.include.web.flows_seats import attend
from alongside.include.web.models import Budget, BudgetLine, CalendarFeed, Event, EventFeedback, Receipt
from alongside.include.web.queries_money import place_of
from alongside.include.web.times import now

if TYPE_CHECKING:
    from tests.web.world import World

TOKEN = "AAAAAAAAAAAAAAAAAAAAAA"  # noqa: S105  # of this world alone


def add(world: "World") -> None:
    """An event that the member hosts, a line of the budget with a receipt, and the member's own calendar."""
    member = world.people["member"]
    event = an_evening(member, world.circle)
    guest = world.people["guest"]
    over = an_evening(member, world.circle, days=1)
    attend(guest, over.pk, Asked(needs=frozenset({Need.CAPTIONS})), now=now(), today=now().date())
    into_the_past(over, days=2)
    told = an_evening(member, world.circle, days=1)
    into_the_past(told, days=20)
    EventFeedback.objects.bulk_create(
        EventFeedback(event=told, took_part="yes", access="partly", words="More breaks") for _n in range(5)
    )
    called_off = an_evening(member, world.circle, days=9)
    cancel(
        member, called_off.pk, word="The room is under water.", later_too=False, now=now(), today=now().date()
    )
    proposed = an_evening(member, world.circle, days=20, state=EventState.PROPOSED)
    budget = Budget.objects.create(
        circle=world.circle, first=DAY, last=DAY, granted=Decimal(100), limit=Decimal(50), currency="EUR"
    )
    line = BudgetLine.objects.create(budget=budget, what="Captions", amount=Decimal(40), day=DAY)
    receipt = Receipt.objects.create(line=line, kind="pdf", size=5)
    write_whole(place_of(receipt), b"%PDF-", private=True)
    CalendarFeed.objects.create(member=member, token_hash=hash_of(TOKEN), made=DAY)
    world.ids |= {"event": event.pk, "budget": budget.pk, "line": line.pk, "receipt": receipt.pk}
    world.ids |= {
        "event_over": over.pk,
        "event_told": told.pk,
        "called_off": called_off.pk,
        "proposed": proposed.pk,
    }
    world.ids["include:feed.token"] = TOKEN


def into_the_past(event: Event, *, days: int) -> None:
    """As if so many days had gone by."""
    back = timedelta(days=days)
    Event.objects.filter(pk=event.pk).update(begins=F("begins") - back, ended=F("ended") - back)
