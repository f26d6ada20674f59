"""What the addresses of events take: an evening of the hidden circle, its budget, and a member's calendar."""

from decimal import Decimal
from typing import TYPE_CHECKING

from tests.include.web.gathering import an_evening
from tests.web.community import DAY

from alongside.core.files import write_whole
from alongside.include.web.flows_feeds import hash_of
from alongside.include.web.models import Budget, BudgetLine, CalendarFeed, Receipt
from alongside.include.web.queries_money import place_of

if TYPE_CHECKING:
    from tests.web.world import World

TOKEN = "AAAAAAAAAAAAAAAAAAAAAA"  # noqa: S105  # of this world alone


def add(world: "World") -> None:
    """An event that the member hosts, a line of the budget with a receipt, and the member's own calendar."""
    member = world.people["member"]
    event = an_evening(member, world.circle)
    budget = Budget.objects.create(
        circle=world.circle, first=DAY, last=DAY, granted=Decimal(100), limit=Decimal(50), currency="EUR"
    )
    line = BudgetLine.objects.create(budget=budget, what="Captions", amount=Decimal(40), day=DAY)
    receipt = Receipt.objects.create(line=line, kind="pdf", size=5)
    write_whole(place_of(receipt), b"%PDF-", private=True)
    CalendarFeed.objects.create(member=member, token_hash=hash_of(TOKEN), made=DAY)
    world.ids |= {"event": event.pk, "budget": budget.pk, "line": line.pk, "receipt": receipt.pk}
    world.ids["include:feed.token"] = TOKEN
