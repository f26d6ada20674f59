"""What the post office adds to the world: subscriptions, letters, places outside, and something unsent."""

from datetime import UTC, datetime

from tests.web.community import DAY
from tests.web.world import World

from alongside.include.web.models import DigestIssue, OpenLetters, Poster, Subscription
from alongside.include.web.sealing import Opened, seal
from alongside.web.models import OutboxRow


def add(world: World) -> None:
    """Most lie in the hidden circle; that its letters were once open to all must not show."""
    kept = Subscription.objects.create(
        circle=world.circle, member=world.people["member"], asked_on=DAY, confirmed_on=DAY, wording=1
    )
    asked = Subscription.objects.create(
        circle=world.other_circle, address="reader@elsewhere.example", asked_on=DAY, wording=1
    )
    for circle in (world.circle, world.other_circle):
        OpenLetters.objects.create(circle=circle, since=DAY)
    issue = DigestIssue.objects.create(
        circle=world.circle,
        day=DAY,
        title="In March",
        note="Dear all,\n\nnext time we meet in the library: it has no step.",
        lines=[{"section": "events", "text": "Lunch & listening", "url": "/events/"}],
    )
    poster = Poster(circle=world.circle, service="webhook", host="hooks.example.org", since=DAY)
    poster.sealed = seal(Opened(url="https://hooks.example.org/x"), id=poster.id)
    poster.save()
    OutboxRow.objects.create(
        kind="letter",
        payload={"subscription": str(kept.id), "day": DAY.isoformat(), "what": "letter", "issue": ""},
        due=datetime(2026, 3, 4, tzinfo=UTC),
        parked=True,
        trouble="SMTPDataError 451",
    )
    world.ids |= {"issue": issue.pk, "poster": poster.pk, "open-circle": world.other_circle.pk}
    world.ids |= {"asked_letter": asked.token, "kept": kept.token}
    world.ids |= {f"include:letters-{name}.token": kept.token for name in ("confirm", "end")}
