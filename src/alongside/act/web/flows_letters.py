"""Showing a support card, taking it back, giving thanks: each one deed, one transaction, one trail row.

Who gave thanks stands nowhere, not in the trail either.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID, uuid4

from django.http import Http404

from alongside.act import cards, letterbox, thanks
from alongside.act.cards import Card
from alongside.act.thanks import Thanks
from alongside.act.web.models import CardCopy, LetterKey, ThanksLetter, ThanksWish
from alongside.act.web.queries_letters import CARD, THANKS
from alongside.core.deeds import Keeper
from alongside.core.sealing import Envelope, ReaderKey, seal_for
from alongside.web.belonging import membership_of
from alongside.web.keeper import append_to_trail
from alongside.web.models import Member, Membership
from alongside.web.policy import require
from alongside.web.writing import writing


def letter_key(member: Member, keeper: Keeper, *, today: date) -> ReaderKey:
    """The member's reading key; made, and its public half put up, where there is none yet.

    A new key opens nothing that was sealed for an older one: those letters go, they were lost anyway.
    """
    key = letterbox.read_key(keeper)
    public = LetterKey.objects.filter(member=member).first()
    if key and public and bytes(public.public) == key.public:
        return key
    made = key or ReaderKey.create()
    with writing():
        if key is None:
            keeper.carry_out(letterbox.deed_keep_key(made, id=uuid4(), today=today), today=today)
        LetterKey.objects.update_or_create(member=member, defaults={"public": made.public})
        CardCopy.objects.filter(reader__member=member).delete()
        ThanksLetter.objects.filter(to__member=member).delete()
    return made


def keep_card(member: Member, keeper: Keeper, card: Card, *, today: date) -> Card:
    """Keep the card, and seal it anew for everybody who may read it. Raises Refused."""
    told = cards.write_card(card)
    held, _before = letterbox.read_card(keeper)
    with writing():
        keeper.carry_out(letterbox.deed_keep_card(told, id=held or uuid4(), today=today), today=today)
        copies = CardCopy.objects.filter(owner__member=member).select_related("reader__member__letter_key")
        for copy in copies:
            copy.box = _sealed(told, copy.id, copy.reader)
            copy.save()
    return told


def show_card(member: Member, keeper: Keeper, readers: Iterable[Membership], *, today: date) -> int:
    """Seal the card for chosen people, under the name one has in their circle; how many got it."""
    _id, card = letterbox.read_card(keeper)
    shown = 0
    with writing():
        for reader in readers:
            require(member, "card.show", reader)
            own = membership_of(member, reader)
            if own is None or CardCopy.objects.filter(owner=own, reader=reader).exists():
                continue
            id_ = uuid4()
            CardCopy.objects.create(
                id=id_, owner=own, reader=reader, box=_sealed(card, id_, reader), shared=today
            )
            shown += 1
        append_to_trail("card.show", actor=member, today=today)
    return shown


def revoke_card(member: Member, copy: UUID, *, today: date) -> None:
    """Take a copy back: it is deleted at once. Raises Http404 for one that is not theirs."""
    with writing():
        row = CardCopy.objects.filter(id=copy).select_related("owner").first()
        if row is None:
            raise Http404
        require(member, "card.revoke", row)
        row.delete()
        append_to_trail("card.revoke", actor=member, today=today)


def send_thanks(member: Member, to: Membership, note: Thanks, *, id: UUID, today: date) -> None:
    """Seal thanks for somebody who would like to get them. Raises Refused. Sent twice, they arrive once."""
    require(member, "thanks.send", to)
    told = thanks.give_thanks(note)
    with writing():
        if ThanksLetter.objects.filter(id=id).exists():
            return
        box = seal_for(
            bytes(to.member.letter_key.public),
            thanks.to_body(told),
            envelope=Envelope(kind=THANKS, id=id, reader=to.id),
        )
        arrives = thanks.arrives(told.sending, today=today)
        ThanksLetter.objects.create(id=id, to=to, box=box, arrives=arrives)
        append_to_trail("thanks.send", actor=None, today=today)


def remove_thanks(member: Member, letter: UUID, *, today: date) -> None:
    """Take thanks out that one has read. Raises Http404 for those of somebody else."""
    with writing():
        row = ThanksLetter.objects.filter(id=letter).select_related("to").first()
        if row is None:
            raise Http404
        require(member, "thanks.read", row)
        row.delete()
        append_to_trail("thanks.remove", actor=member, today=today)


def wish_for_thanks(member: Member, keeper: Keeper, chosen: Iterable[UUID], *, today: date) -> None:
    """In which of one's circles one would like to get thanks; in the others, no longer."""
    wanted = set(chosen)
    with writing():
        letter_key(member, keeper, today=today)
        for held in Membership.objects.filter(member=member):
            if held.id in wanted:
                ThanksWish.objects.get_or_create(membership=held, defaults={"since": today})
            else:
                ThanksWish.objects.filter(membership=held).delete()
        append_to_trail("thanks.wish", actor=member, today=today)


def _sealed(card: Card, copy: UUID, reader: Membership) -> bytes:
    envelope = Envelope(kind=CARD, id=copy, reader=reader.id)
    return seal_for(bytes(reader.member.letter_key.public), cards.to_body(card), envelope=envelope)
