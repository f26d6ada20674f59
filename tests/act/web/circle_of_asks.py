"""A circle in which asks go round: Ana asks under a pseudonym, Bo is an ally, Sol keeps the circle."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.test import Client
from tests.web.community import client_of, join, make_circle, make_member

from alongside.act.web.models import CircleAsk, TakeUp
from alongside.web.models import Circle, Member, Membership

WHAT = "A second chair at the talks with the funders"
FORM = {"what": WHAT, "more": "I did the figures.", "rather_not": "Please do not speak for me."}
FORM |= {"practice": "sponsor", "places": "1", "as": "name", "due": ""}
PLAN = {
    "cue": "the agenda goes out",
    "act": "ask for a second seat",
    "effort": "2",
    "line": "I will ask on Monday.",
}
DONE = {"done": "She sat beside me and showed her figures.", "effort": "3"}


@dataclass(frozen=True, kw_only=True)
class Round:
    """The circle, and a browser for everybody in it."""

    circle: Circle
    ana: Member
    bo: Member
    sol: Member
    others: tuple[Member, ...]

    def browser(self, member: Member, *, unlocked: bool = True) -> Client:
        return client_of(member, unlocked=unlocked)

    def membership(self, member: Member) -> Membership:
        return Membership.objects.get(member=member, circle=self.circle)

    def post(self, **changes: str) -> UUID:
        """Ana posts an ask; its id."""
        return self.post_as(self.ana, **changes)

    def post_as(self, member: Member, **changes: str) -> UUID:
        form = FORM | {"circle": str(self.circle.pk), "deed": "post", "once": str(uuid4())} | changes
        self.browser(member).post("/asks/new/", form)
        return UUID(form["once"])

    def take(self, ask: UUID, member: Member | None = None) -> UUID:
        """Bo takes it up; the id of the take-up."""
        taker = member or self.bo
        self.browser(taker).post(f"/asks/{ask}/take/", PLAN)
        return TakeUp.objects.get(ask=ask, by__member=taker).pk

    def claim(self, ask: UUID, member: Member | None = None) -> None:
        self.browser(member or self.bo).post(f"/asks/{ask}/claim/", DONE)

    def claimed(self) -> tuple[UUID, UUID]:
        """An ask that Bo took up and says is done."""
        ask = self.post()
        take = self.take(ask)
        self.claim(ask)
        return ask, take

    def answer(self, member: Member, ask: UUID, take: UUID, said: str = "helped", words: str = "") -> object:
        form = {"answer": said, f"words-{take}": words}
        return self.browser(member, unlocked=False).post(f"/asks/{ask}/answer/{take}/", form)


def a_round(others: int = 5) -> Round:
    """The circle: a steward, Ana as Fern, Bo, and a few more it is for."""
    sol, ana, bo = make_member("Sol"), make_member("Ana"), make_member("Bo")
    more = tuple(make_member(f"Other {n}") for n in range(others))
    circle = make_circle(sol, name="Women in research", members=[bo, *more])
    join(circle, ana, pseudonym="Fern")
    return Round(circle=circle, ana=ana, bo=bo, sol=sol, others=more)


def state_of(ask: UUID) -> str:
    """Where the one take-up of an ask stands, in the database."""
    return TakeUp.objects.get(ask=ask).state


def row_of(ask: UUID) -> CircleAsk:
    return CircleAsk.objects.get(pk=ask)
