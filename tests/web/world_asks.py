"""Asks, cards and thanks in the community of the matrix."""

from uuid import UUID

from tests.web.community import DAY
from tests.web.world import World

from alongside.act.web.models import CardCopy, CircleAsk, LetterKey, TakeUp, ThanksLetter
from alongside.web.models import Membership

OPEN, CLAIMED, HANDED_IN = UUID(int=0xA5C0), UUID(int=0xA5C1), UUID(int=0xA5C2)


def add(world: World) -> None:
    """An open ask, one that the facilitator claims, one handed in; a card and thanks for the member."""
    place = {who: Membership.objects.get(circle=world.circle, member=world.people[who]) for who in _THERE}
    for id_, posted in ((OPEN, DAY), (CLAIMED, DAY), (HANDED_IN, None)):
        CircleAsk.objects.create(
            id=id_,
            circle=world.circle,
            asker=place["member"] if id_ == CLAIMED else None,
            proof=None if id_ == CLAIMED else b"\0" * 32,
            what="A second seat at the table",
            practice="sponsor",
            written=DAY,
            posted=posted,
            key=b"k" * 32 if posted else None,
        )
    claim = TakeUp.objects.create(
        ask_id=CLAIMED, by=place["facilitator"], state="claimed", done="Asked for one", turn=1, since=DAY
    )
    LetterKey.objects.create(member=world.people["member"], public=bytes(range(32)))
    copy = CardCopy.objects.create(owner=place["steward"], reader=place["member"], box=b"x", shared=DAY)
    letter = ThanksLetter.objects.create(to=place["member"], box=b"x", arrives=DAY)
    world.ids |= {"ask": OPEN, "act:asks-post.ask": HANDED_IN, "act:asks-withdraw.ask": CLAIMED}
    world.ids |= {"act:asks-claim.ask": CLAIMED, "act:asks-let-go.ask": CLAIMED}
    world.ids |= {"act:asks-answer.ask": CLAIMED, "take": claim.id, "copy": copy.id, "letter": letter.id}


_THERE = ("member", "facilitator", "steward")
