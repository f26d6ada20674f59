"""What the post office adds to the world: a subscription, a letter of the hidden circle, a place outside."""

from tests.web.community import DAY
from tests.web.world import World

from alongside.include.web.models import DigestIssue, OpenLetters, Poster, Subscription
from alongside.include.web.sealing import Opened, seal


def add(world: World) -> None:
    """Everything lies in the hidden circle; that its letters were once open to all must not show."""
    kept = Subscription.objects.create(
        circle=world.circle, member=world.people["member"], asked_on=DAY, confirmed_on=DAY, wording=1
    )
    OpenLetters.objects.create(circle=world.circle, since=DAY)
    issue = DigestIssue.objects.create(circle=world.circle, day=DAY, note="See you on Friday.")
    poster = Poster(circle=world.circle, service="webhook", host="hooks.example.org", since=DAY)
    poster.sealed = seal(Opened(url="https://hooks.example.org/x"), id=poster.id)
    poster.save()
    world.ids |= {"issue": issue.pk, "poster": poster.pk}
    world.ids |= {f"include:letters-{name}.token": kept.token for name in ("confirm", "end")}
