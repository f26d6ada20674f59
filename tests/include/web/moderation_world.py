"""A circle with two moderators, somebody who reports and somebody who is reported."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tests.web.community import DAY, client_of, join, make_circle, make_member

from alongside.include import moderation
from alongside.include.moderation import Outcome
from alongside.include.web import flows_moderation as flows
from alongside.include.web.models import Post, Report
from alongside.web.models import Circle, Member, Membership, Part

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
WORDS = "They said it again, after I had asked them to stop."


@dataclass(frozen=True, kw_only=True)
class Five:
    """The circle, and who is in it; `sol` is its steward and moderates as well."""

    circle: Circle
    sol: Member
    ben: Member
    rui: Member
    pat: Member
    post: Post

    def membership(self, member: Member) -> Membership:
        """Somebody's membership here."""
        return Membership.objects.get(circle=self.circle, member=member)


def five(*, opening: str = "open", pseudonym: str = "") -> Five:
    """Sol and Ben moderate, Rui reports, Pat is reported for a post."""
    sol, ben, rui, pat = (make_member(name) for name in ("Sol", "Ben", "Rui", "Pat"))
    circle = make_circle(sol, name="Tuesday circle", opening=opening, members=[rui])
    join(circle, ben, part=Part.MODERATOR)
    author = join(circle, pat, pseudonym=pseudonym)
    post = Post.objects.create(
        circle=circle,
        author=author,
        text="A post of Pat's",
        written=NOON - HOUR,
        last_day=DAY + timedelta(30),
    )
    return Five(circle=circle, sol=sol, ben=ben, rui=rui, pat=pat, post=post)


def reported(world: Five, *, post: bool = False, beyond: bool = False) -> Report:
    """Rui's report of Pat; with `post` of what Pat wrote."""
    concern = flows.Concern(
        about=world.membership(world.pat), words=WORDS, post=world.post if post else None, beyond=beyond
    )
    return flows.report(world.circle, concern, reporter=world.rui, now=NOON)


def holder(row: Report) -> Member:
    """Who has the report now."""
    held = Report.objects.select_related("moderator").get(pk=row.pk).moderator
    assert held is not None
    return held


def decided(world: Five, outcome: Outcome, *, post: bool = False) -> Report:
    """A report that its moderator acknowledged and decided within two hours."""
    row = reported(world, post=post)
    by = holder(row)
    flows.acknowledge(row.pk, by=by, now=NOON + HOUR)
    decision = flows.Decision(outcome=outcome, to_reported="Please stop.", to_reporter="Thank you.")
    flows.decide(row.pk, decision, by=by, now=NOON + 2 * HOUR)
    row.refresh_from_db()
    assert row.state == moderation.State.DECIDED
    return row


__all__ = ["HOUR", "NOON", "WORDS", "Five", "client_of", "decided", "five", "holder", "reported"]
