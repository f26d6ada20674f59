"""Events and posts of the made-up community, and the addresses at which its members read and write them."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from community_world import Size, Slice

    from alongside.web.models import Circle, Member

POSTS_OF_A_CIRCLE = 20
EVENTS_A_VISITOR_SEES = 4


def add(_people: "list[Member]", circles: "list[Circle]", size: "Size") -> "Slice":
    """Events over half a year, by turns in the circles, and some posts in each."""
    add_posts(circles)
    return {"reads": _reads(circles, _events(circles, size.events)), "writes": _writes(circles)}


def _events(circles: "list[Circle]", count: int) -> "dict[str, list[str]]":
    from alongside.include.web.models import Event

    begun = datetime.now(UTC).replace(hour=18, minute=0, second=0, microsecond=0)
    rows = []
    for number in range(count):
        begins = begun + timedelta(days=number % 180 - 30)
        rows.append(
            Event(
                circle=circles[number % len(circles)],
                title=f"Reading aloud {number}",
                about="Everybody brings a page. " * 4,
                starts_day=begins.date(),
                starts_clock=begins.time(),
                ends_day=begins.date(),
                zone="UTC",
                begins=begins,
                ended=begins + timedelta(hours=2),
                place="Library",
                capacity=None,
                audience="everybody" if number % 3 == 0 else "circle",
                state="published",
                changed=begun,
            )
        )
    Event.objects.bulk_create(rows, batch_size=500)
    found: dict[str, list[str]] = {}
    for row in rows:
        if row.begins > begun:
            found.setdefault(str(row.circle_id), []).append(str(row.pk))
    return found


def add_posts(circles: "list[Circle]") -> None:
    """Some posts in each circle."""
    from alongside.include.web.models import Post
    from alongside.web.models import Membership

    ends, rows = date.today() + timedelta(days=60), []  # noqa: DTZ011
    for circle in circles:
        authors = list(Membership.objects.filter(circle=circle)[:POSTS_OF_A_CIRCLE])
        rows += [
            Post(
                circle=circle,
                author=author,
                text="What we read last week stayed with me. " * 5,
                written=datetime.now(UTC) - timedelta(hours=number),
                last_day=ends,
            )
            for number, author in enumerate(authors)
        ]
    Post.objects.bulk_create(rows, batch_size=500)


def _reads(circles: "list[Circle]", events: "dict[str, list[str]]") -> "dict[str, list[str]]":
    from django.urls import reverse

    return {
        str(circle.pk): [
            reverse("include:circle", args=(circle.pk,)),
            reverse("include:circle-people", args=(circle.pk,)),
            *(
                reverse("include:events-event", args=(event,))
                for event in events.get(str(circle.pk), [])[:EVENTS_A_VISITOR_SEES]
            ),
        ]
        for circle in circles
    }


def _writes(circles: "list[Circle]") -> "dict[str, list[tuple[str, dict[str, str]]]]":
    from django.urls import reverse

    post = {"text": "I brought the second chapter. Who reads on?", "days": "30"}
    return {str(circle.pk): [(reverse("include:circle-post", args=(circle.pk,)), post)] for circle in circles}
