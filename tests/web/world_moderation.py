"""What the addresses of moderation name: a post, a report the steward has, a pseudonym asked about."""

from datetime import UTC, datetime, timedelta

from tests.web.community import DAY, join, make_member
from tests.web.world import World

from alongside.include.web.models import Notice, Post, Report, Unmasking
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
    members = world.people
    about = {
        "circle": world.circle,
        "kind": "post",
        "post": post,
        "reporter": members["member"],
        "reported": members["facilitator"],
        "words": "They said it again.",
        "opened": NOON,
    }
    with_steward = {"moderator": members["steward"], "given": NOON}
    report = Report.objects.create(**about, **with_steward, state="open")
    seen = Report.objects.create(**about, **with_steward, state="acknowledged", acknowledged=NOON)
    decided = Report.objects.create(
        **about,
        state="decided",
        acknowledged=NOON,
        outcome="pause",
        decided=NOON,
        decided_by=members["steward"],
        told_reported="Please stop when somebody asks you to.",
        told_reporter="Thank you for saying it.",
    )
    Notice.objects.create(member=members["member"], key="report-outcome", report=decided, day=DAY)
    reason = "Somebody asked for help against threats."
    asked = Unmasking.objects.create(membership=quiet, asked_by=second.member, asked=DAY, reason=reason)
    own = Membership.objects.get(circle=world.circle, member=members["member"])
    agreed = Unmasking.objects.create(
        membership=own,
        asked_by=second.member,
        asked=DAY,
        reason=reason,
        agreed_by=members["steward"],
        agreed=DAY,
    )
    world.ids |= {
        "include:report-post.post": post.pk,
        "reported_post": post.pk,
        "report": report.pk,
        "report_seen": seen.pk,
        "report_decided": decided.pk,
        "include:unmask-ask.membership": quiet.pk,
        "pseudonymous": quiet.pk,
        "unmasking": asked.pk,
        "include:unmasked.unmasking": agreed.pk,
        "unmasking_agreed": agreed.pk,
    }
