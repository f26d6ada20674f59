"""Writing, posting and withdrawing asks: each function one deed, one transaction, one row in the trail.

An ask handed in through the steward leaves nothing in the trail that would name its asker.
"""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from alongside.act import handed_in
from alongside.act.asking import ask_for
from alongside.act.asks import CLOCK, Ask, AskDeed, Move, Part, Party, advance, has_run_out, waits_for_a_taker
from alongside.act.handed_in import Asked
from alongside.act.web.models import CircleAsk
from alongside.act.web.queries_asks import party
from alongside.act.web.records import as_ask, locked, new_row, save
from alongside.core.deeds import Keeper
from alongside.web.belonging import membership_of
from alongside.web.keeper import append_to_trail
from alongside.web.models import Circle, Member
from alongside.web.policy import require
from alongside.web.writing import writing

KEPT_AFTER_END: Final = timedelta(days=365)
"""How long an ask that ended is kept (our choice: twice the window of the rhythm, and then it goes)."""


def post_ask(member: Member, ask: Ask, *, circle: Circle, today: date) -> Ask:
    """Post an ask under the member's name in the circle. Raises Refused."""
    require(member, "ask.write", circle)
    held = membership_of(member, circle)
    told = ask_for(replace(ask, asker=held.id if held else None, written=today))
    by = Party(id=told.asker, parts=frozenset({Part.ASKER}))
    posted = advance(told, AskDeed(move=Move.POST), by=by, today=today)
    with writing():
        new_row(posted, circle=circle.id)
        append_to_trail("ask.post", actor=member, today=today)
    return posted


def hand_in(member: Member, keeper: Keeper, ask: Ask, *, circle: Circle, today: date) -> Ask:
    """Hand an ask to the circle's steward without a name; the proof that it is theirs goes into the vault."""
    require(member, "ask.write", circle)
    told = ask_for(replace(ask, asker=None, written=today))
    mine = Asked(id=uuid4(), ask=told.id, secret=secrets.token_bytes(handed_in.SECRET_BYTES), day=today)
    with writing():
        new_row(told, circle=circle.id, proof=handed_in.proof_of(mine.secret, ask=told.id))
        # The keeper's own row in the trail is that of any plan, and the only one: it gives nobody away.
        keeper.carry_out(handed_in.deed_hand_in(mine), today=today)
    return told


def post_handed_in(member: Member, ask: UUID, *, today: date) -> None:
    """A steward posts what was handed in to them. Raises Refused."""
    with writing():
        row = locked(ask)
        require(member, "ask.steward", row)
        by = party(member, row, take=None)
        save(row, advance(as_ask(row), AskDeed(move=Move.POST), by=by, today=today), today=today)
        append_to_trail("ask.post", actor=member, today=today)


def withdraw(member: Member, ask: UUID, *, asked: Sequence[Asked], today: date) -> None:
    """Take an ask back. Raises Refused. For one handed in, the trail does not say by whom."""
    with writing():
        row = locked(ask)
        require(member, "ask.read", row)
        by = party(member, row, take=None, asked=asked)
        save(row, advance(as_ask(row), AskDeed(move=Move.WITHDRAW), by=by, today=today), today=today)
        append_to_trail("ask.withdraw", actor=member if row.proof is None else None, today=today)


def tick(*, now: datetime) -> None:
    """Close what has run out, note once for stewards which asks wait, drop what ended long ago."""
    today = now.date()
    for row in CircleAsk.objects.filter(ended="").prefetch_related("takes"):
        ask = as_ask(row)
        if has_run_out(ask, today=today) or waits_for_a_taker(ask, today=today):
            _turn(row.id, today=today)
    old = CircleAsk.objects.filter(ended_on__lt=today - KEPT_AFTER_END)
    if old.exists():
        with writing():
            old.delete()


def _turn(ask: UUID, *, today: date) -> None:
    with writing():
        row = locked(ask)
        before = as_ask(row)
        if has_run_out(before, today=today):
            after = advance(before, AskDeed(move=Move.EXPIRE), by=CLOCK, today=today)
        elif waits_for_a_taker(before, today=today):
            after = replace(before, told=today)
        else:
            return  # somebody was quicker
        save(row, after, today=today)
        append_to_trail("ask.turn", actor=None, today=today)
