"""Asks of the made-up community: four open ones in each circle."""

import secrets
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from community_world import Size, Slice

    from alongside.web.models import Circle, Member

ASKS_OF_A_CIRCLE = 4


def add(_people: "list[Member]", circles: "list[Circle]", _size: "Size") -> "Slice":
    """Each asked by somebody of the circle, and open."""
    from django.urls import reverse

    from alongside.act.web.models import CircleAsk
    from alongside.web.models import Membership

    today, rows = date.today(), []  # noqa: DTZ011
    for circle in circles:
        askers = Membership.objects.filter(circle=circle)[:ASKS_OF_A_CIRCLE]
        rows += [
            CircleAsk(
                circle=circle,
                asker=asker,
                what="A second seat at the table for our budget",
                practice="sponsor",
                written=today,
                posted=today,
                key=secrets.token_bytes(32),
            )
            for asker in askers
        ]
    CircleAsk.objects.bulk_create(rows, batch_size=500)
    reads: dict[str, list[str]] = {}
    for row in rows:
        reads.setdefault(str(row.circle_id), []).append(reverse("act:asks-ask", args=(row.pk,)))
    return {"reads": reads, "writes": {}}
