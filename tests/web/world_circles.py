"""What lies in the hidden circle of the world: a post, a round, somebody who waits, an invitation."""

from datetime import UTC, datetime, timedelta

from tests.web.community import DAY, make_circle, make_member
from tests.web.world import World

from alongside.include.charter import Key
from alongside.include.web.addresses import address_of
from alongside.include.web.models import CircleInvitation, ListeningRound, Post, Turn
from alongside.web.models import CharterVersion, Circle, Member, Membership, Standing

IN_A_WHILE = DAY + timedelta(days=30)


def changed_circle(member: Member) -> Circle:
    """A hidden circle of somebody of nobody's role, whose charter was changed: the member has to answer."""
    circle = make_circle(make_member("Wilma"), name="Changing circle", opening="hidden", members=[member])
    clauses = [{"key": str(key), "text": f"What we say of {key}.", "why": "It helps."} for key in Key]
    circle.charters.update(clauses=clauses)
    clauses[0] = {**clauses[0], "text": "We read and we cook."}
    CharterVersion.objects.create(
        circle=circle, number=2, clauses=clauses, accepted_from=DAY, notice="We talked about it."
    )
    return circle


def add(world: World) -> None:
    """The post and the turn are the member's; who waits is nobody of the roles."""
    circle = world.circle
    held = Membership.objects.get(circle=circle, member=world.people["member"])
    post = Post.objects.create(
        circle=circle,
        author=held,
        text="Words of the hidden circle",
        written=datetime(2026, 3, 4, 9, tzinfo=UTC),
        last_day=IN_A_WHILE,
    )
    round_ = ListeningRound.objects.create(
        circle=circle, question="A hidden question", opened=DAY, closes=IN_A_WHILE, last_day=IN_A_WHILE
    )
    Turn.objects.create(round=round_, membership=held, text="A hidden turn", place=1)
    waiting = Membership.objects.create(
        circle=circle, member=make_member("Wanda"), state=Standing.ASKED, since=DAY
    )
    to_outsider = CircleInvitation.objects.create(
        circle=world.other_circle,
        address=address_of(world.people["outsider"].email),
        made=DAY,
        ends=IN_A_WHILE,
    )
    ours = CircleInvitation.objects.create(
        circle=circle, address=address_of("nobody@example.org"), made=DAY, ends=IN_A_WHILE
    )
    world.people["asked_again"] = make_member("Wren")
    world.ids |= {
        "open_circle": world.other_circle.pk,
        "changed_circle": changed_circle(world.people["asked_again"]).pk,
        "post": post.pk,
        "round": round_.pk,
        "charter": "reading-group",
        "membership": held.pk,
        "include:circle-let-in.membership": waiting.pk,
        "include:circles-invitation.invitation": to_outsider.pk,
        "include:circle-invitation-back.invitation": ours.pk,
    }
