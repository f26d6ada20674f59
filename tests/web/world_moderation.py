"""What the addresses of moderation name: a post, a report the steward has, a pseudonym asked about."""

from datetime import UTC, datetime, timedelta

from tests.web.community import DAY, join, make_member
from tests.web.world import World

from alongside.include.web.models import Post, Report, Unmasking
from alongside.web.models import Membership, Part

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def add(world: World) -> None:
    """The member reports the facilitator; the steward has it. A second moderator asks whose name it is."""
    quiet = join(world.circle, make_member("Quiet"), pseudonym="Quiet Heron")
    second = join(world.circle, make_member("Second"), part=Part.MODERATOR)
    author = Membership.objects.get(circle=world.circle, member=world.people["facilitator"])
    post = Post.objects.create(
        circle=world.circle, author=author, text="A post", written=NOON, last_day=DAY + timedelta(days=30)
    )
    report = Report.objects.create(
        circle=world.circle,
        kind="post",
        post=post,
        reporter=world.people["member"],
        reported=world.people["facilitator"],
        words="They said it again.",
        opened=NOON,
        state="open",
        moderator=world.people["steward"],
        given=NOON,
    )
    asked = Unmasking.objects.create(
        membership=quiet, asked_by=second.member, asked=DAY, reason="Somebody asked for help against threats."
    )
    world.ids |= {
        "include:report-post.post": post.pk,
        "report": report.pk,
        "include:unmask-ask.membership": quiet.pk,
        "unmasking": asked.pk,
    }
