"""Listening rounds: opened, spoken in once, passed, taken back, closed."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from django.http import Http404

from alongside.include import rounds
from alongside.include.rounds import Role, Round
from alongside.include.web.flows_posts import retention
from alongside.include.web.models import ListeningRound, Turn
from alongside.include.web.queries_posts import engine_round, who_of
from alongside.web.belonging import membership_of
from alongside.web.keeper import append_to_trail
from alongside.web.models import Circle, Member, Membership
from alongside.web.policy import require
from alongside.web.writing import writing

Take = Callable[[Round, str, Role], Round]


def open_round(
    member: Member, circle: Circle, *, question: str, days: int, id: UUID, today: date
) -> ListeningRound:
    """Open a round. Sent twice, it is opened once. Raises Refused."""
    require(member, "circle.facilitate", circle)
    begun = rounds.open_round(question, by=_role(_held(member, circle)), days=days, today=today)
    with writing():
        row, _new = ListeningRound.objects.get_or_create(
            pk=id,
            defaults={
                "circle": circle,
                "question": begun.question,
                "opened": today,
                "closes": begun.closes,
                "last_day": begun.closes + timedelta(days=retention(circle)),
            },
        )
        append_to_trail("round.open", actor=member, today=today)
    return row


def speak(member: Member, row: ListeningRound, text: str, *, today: date) -> None:
    """Speak, once. Raises Refused."""
    _take(
        member,
        row,
        lambda round_, who, role: rounds.speak(round_, who, text, role=role, today=today),
        action="round.speak",
        today=today,
    )


def pass_turn(member: Member, row: ListeningRound, *, today: date) -> None:
    """Pass. Raises Refused."""
    _take(
        member,
        row,
        lambda round_, who, role: rounds.pass_turn(round_, who, role=role, today=today),
        action="round.pass",
        today=today,
    )


def take_back(member: Member, row: ListeningRound, *, today: date) -> None:
    """Take one's words back, while the round is open or after."""
    require(member, "circle.read", row)
    with writing():
        Turn.objects.filter(round=row, membership=_held(member, row.circle)).delete()
        append_to_trail("round.take-back", actor=member, today=today)


def close(member: Member, row: ListeningRound, *, today: date) -> None:
    """Close a round before its day. Raises Refused."""
    require(member, "circle.facilitate", row)
    rounds.close(engine_round(row, ()), by=_role(_held(member, row.circle)))
    with writing():
        ListeningRound.objects.filter(pk=row.pk).update(closed=True)
        append_to_trail("round.close", actor=member, today=today)


def _take(member: Member, row: ListeningRound, take: Take, *, action: str, today: date) -> None:
    require(member, "circle.read", row)
    held = _held(member, row.circle)
    if held.role != Role.GUEST:
        require(member, "circle.write", row)
    with writing():
        turns = list(Turn.objects.filter(round=row).order_by("place"))
        after = take(engine_round(row, turns), who_of(held.pk), _role(held))
        mine = after.turns[-1]
        Turn.objects.filter(round=row, membership=held).delete()
        place = turns[-1].place + 1 if turns else 1
        Turn.objects.create(round=row, membership=held, text=mine.text, place=place)
        append_to_trail(action, actor=member, today=today)


def _held(member: Member, circle: Circle) -> Membership:
    held = membership_of(member, circle)
    if held is None:
        raise Http404
    return held


def _role(held: Membership) -> Role:
    return Role(held.role)
