"""An ask between its rows and the engine: read as one noun, written back as what changed, closed for good."""

import secrets
from datetime import date
from uuid import UUID

from django.http import Http404

from alongside.act.asks import Ask, State, Take
from alongside.act.confirming import KEY_BYTES, Answer, Tap
from alongside.act.web.models import AnswerTap, CircleAsk, TakeUp
from alongside.core.practices import Practice


def as_ask(row: CircleAsk) -> Ask:
    """The ask that these rows hold; give rows with their take-ups fetched."""
    return Ask(
        id=row.id,
        what=row.what,
        more=row.more,
        rather_not=row.rather_not,
        practice=Practice(row.practice),
        due=row.due,
        places=row.places,
        written=row.written,
        asker=row.asker_id,
        posted=row.posted,
        ended=State(row.ended) if row.ended else None,
        told=row.told,
        takes=tuple(sorted((as_take(take) for take in row.takes.all()), key=lambda take: take.id)),
    )


def as_take(row: TakeUp) -> Take:
    """The take-up that a row holds."""
    return Take(
        id=row.id,
        by=row.by_id,
        since=row.since,
        state=State(row.state),
        line=row.line,
        done=row.done,
        missing=row.missing,
        turn=row.turn,
    )


def as_tap(row: AnswerTap) -> Tap:
    """The tap that a row holds."""
    return Tap(mark=bytes(row.mark), answer=Answer(row.answer), words=row.words)


def new_row(ask: Ask, *, circle: UUID, proof: bytes | None = None) -> CircleAsk:
    """The row of an ask that is written down for the first time."""
    row = CircleAsk.objects.create(
        id=ask.id,
        circle_id=circle,
        asker_id=ask.asker,
        proof=proof,
        what=ask.what,
        more=ask.more,
        rather_not=ask.rather_not,
        practice=ask.practice.value,
        due=ask.due,
        places=ask.places,
        written=ask.written,
    )
    return save(row, ask, today=ask.written)


def save(row: CircleAsk, ask: Ask, *, today: date) -> CircleAsk:
    """Write back what changed. With the end of an ask go its key and every tap."""
    row.posted, row.told = ask.posted, ask.told
    if ask.posted and row.key is None and not row.ended:
        row.key = secrets.token_bytes(KEY_BYTES)
    if ask.is_closed and not row.ended:
        row.ended, row.ended_on, row.key = ask.state.value, today, None
        AnswerTap.objects.filter(take__ask=row).delete()
    row.save()
    _save_takes(row, ask)
    return row


def _save_takes(row: CircleAsk, ask: Ask) -> None:
    held = {take.id: take for take in row.takes.all()}
    for take in ask.takes:
        if take.id not in held:
            TakeUp.objects.create(id=take.id, ask=row, by_id=take.by, line=take.line, since=take.since)
        elif as_take(held[take.id]) != take:
            _save_take(held[take.id], take)
    gone = held.keys() - {take.id for take in ask.takes}
    TakeUp.objects.filter(id__in=gone).delete()


def _save_take(row: TakeUp, take: Take) -> None:
    if row.state != take.state.value:
        row.taps.all().delete()
    row.state, row.done, row.missing = take.state.value, take.done, take.missing
    row.turn, row.since = take.turn, take.since
    row.save()


def locked(ask: UUID) -> CircleAsk:
    """The row of an ask, held until the transaction ends. Raises Http404 where there is none."""
    return _found(CircleAsk.objects.select_for_update(of=("self",)).filter(id=ask).first())


def locked_by_take(take: UUID) -> CircleAsk:
    """The row of the ask that a take-up belongs to, held until the transaction ends. Raises Http404."""
    rows = CircleAsk.objects.select_for_update(of=("self",))
    return _found(rows.filter(id__in=TakeUp.objects.filter(id=take).values("ask")).first())


def _found(row: CircleAsk | None) -> CircleAsk:
    if row is None:
        raise Http404
    return row
