"""Asks, cards and thanks in the community of the matrix."""

from uuid import UUID

from tests.web.community import DAY, client_of, open_vault_in
from tests.web.world import World

from alongside.act import letterbox
from alongside.act.cards import Card, CardLine, Situation, Wish
from alongside.act.thanks import Leads, Sending, Thanks
from alongside.act.web import flows_letters
from alongside.act.web.models import CardCopy, CircleAsk, TakeUp
from alongside.web.keeper import DjangoKeeper
from alongside.web.models import Member, Membership

OPEN, CLAIMED, HANDED_IN, LETTER = (UUID(int=0xA5C0 + n) for n in range(4))
CARD = Card(
    lines=(CardLine(situation=Situation.TALKED_OVER, wish=Wish.NOW, words="Then ask me to go on."),),
    note="I like to be asked in writing.",
)
NOTE = Thanks(words="You named my work.", sending=Sending.NOW, leads=Leads.NO)


def add(world: World) -> None:
    """An open ask, one that the facilitator claims, one handed in; a card and thanks for the member."""
    place = {who: Membership.objects.get(circle=world.circle, member=world.people[who]) for who in _THERE}
    for id_, what in _ASKED.items():
        CircleAsk.objects.create(
            id=id_,
            circle=world.circle,
            asker=place["member"] if id_ == CLAIMED else None,
            proof=None if id_ == CLAIMED else b"\0" * 32,
            what=what,
            practice="sponsor",
            written=DAY,
            posted=None if id_ == HANDED_IN else DAY,
            key=None if id_ == HANDED_IN else b"k" * 32,
        )
    claim = TakeUp.objects.create(
        ask_id=CLAIMED, by=place["facilitator"], state="claimed", done="Asked for one", turn=1, since=DAY
    )
    world.ids |= {"ask": OPEN, "act:asks-post.ask": HANDED_IN, "act:asks-withdraw.ask": CLAIMED}
    world.ids |= {"act:asks-claim.ask": CLAIMED, "act:asks-let-go.ask": CLAIMED}
    world.ids |= {"act:asks-answer.ask": CLAIMED, "take": claim.id, "claimed": CLAIMED, "draft": HANDED_IN}
    world.ids |= {"copy": _card(world, place["member"]), "letter": LETTER}
    member = world.people["member"]
    flows_letters.wish_for_thanks(member, _keeper(member), [place["member"].id], today=DAY)
    flows_letters.send_thanks(world.people["facilitator"], place["member"], NOTE, id=LETTER, today=DAY)


def _card(world: World, reader: Membership) -> UUID:
    """The steward's card, shown to the member."""
    steward = world.people["steward"]
    flows_letters.letter_key(reader.member, _keeper(reader.member), today=DAY)
    flows_letters.keep_card(steward, _keeper(steward), CARD, today=DAY)
    assert letterbox.read_card(_keeper(steward))[1] == CARD
    flows_letters.show_card(steward, _keeper(steward), [reader], today=DAY)
    return CardCopy.objects.get().pk


def _keeper(member: Member) -> DjangoKeeper:
    return DjangoKeeper(open_vault_in(client_of(member, unlocked=False), member), actor=member)


_THERE = ("member", "facilitator", "steward")
_ASKED = {
    OPEN: "A second seat at the table",
    CLAIMED: "Somebody to sit in on my salary talk",
    HANDED_IN: "A word with the lab lead about late meetings",
}
