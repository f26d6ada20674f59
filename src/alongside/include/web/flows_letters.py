"""What people do with letters: ask for them, confirm, change, end; and the worker's share of it."""

from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Final
from uuid import UUID

from django.core.cache import cache
from django.db import transaction
from django.db.models import Q, QuerySet

from alongside.include.web.models import Subscription
from alongside.web.keeper import append_to_trail
from alongside.web.models import Circle, Member
from alongside.web.outbox import put, put_all
from alongside.web.writing import writing

WORDING: Final = 1
"""The number of the words one agrees to; raise it when the page that asks says something else."""
UNCONFIRMED: Final = timedelta(days=7)
"""How long an address is kept without its yes (our choice)."""
ASKS_A_DAY: Final = 3
"""Mails that one address can be sent by asking (our choice): nobody's post is to be filled by others."""
DAY_S: Final = 24 * 60 * 60
FROM_HOUR: Final = 7
"""Letters go out from this hour on (taste)."""
BATCH: Final = 500
LETTER, REQUEST, KNOWN = "letter", "request", "known"
"""What a row of the outbox stands for: a letter, the question before the first, "you have them already"."""


def ask_for_own(member: Member, *, every: str, now: datetime) -> None:
    """A member wants their letter. Where they get it already, only how often changes."""
    with writing():
        kept, made = Subscription.objects.get_or_create(
            member=member,
            circle=None,
            defaults={"every": every, "asked_on": now.date(), "wording": WORDING},
        )
        if not made:
            kept.every = every
            kept.save(update_fields=["every"])
        if kept.confirmed_on is None and _may_ask(kept.to):
            put("letter", row_for(kept.id, day=now.date(), what=REQUEST), now=now)
        append_to_trail("letter.ask", actor=member, today=now.date())


def ask_for_circle(
    circle: Circle, *, member: Member | None = None, address: str = "", language: str = "", now: datetime
) -> None:
    """A member, or somebody at this address, wants a circle's letters.

    What an address is answered tells nothing about it: a mail goes out either way.
    """
    with writing():
        kept, made = Subscription.objects.get_or_create(
            circle=circle,
            member=member,
            address="" if member else address.lower(),
            defaults={"language": language, "asked_on": now.date(), "wording": WORDING},
        )
        if not made:
            with (
                transaction.atomic()
            ):  # as many questions to the database, and as much time, as a new one takes
                kept.save(update_fields=["every"])
        what = REQUEST if kept.confirmed_on is None else KNOWN
        if _may_ask(kept.to):
            put("letter", row_for(kept.id, day=now.date(), what=what), now=now)
        append_to_trail("letter.ask", actor=member, today=now.date())


def confirm(token: str, *, now: datetime) -> Subscription | None:
    """Their yes; the first letter of their own is on its way. None where the link leads nowhere any more."""
    with writing():
        kept = Subscription.objects.select_related("member").filter(token=token).first()
        if kept is None or kept.confirmed_on is not None:
            return kept
        kept.confirmed_on = kept.last_on = now.date()
        kept.save(update_fields=["confirmed_on", "last_on"])
        if kept.circle_id is None:
            put("letter", row_for(kept.id, day=now.date()), now=now)
        append_to_trail("letter.confirm", actor=kept.member, today=now.date())
    return kept


def end(token: str, *, today: date) -> None:
    """No more letters; nothing of the subscription is kept. Ending what has ended changes nothing."""
    with writing():
        kept = Subscription.objects.select_related("member").filter(token=token).first()
        if kept is None:
            return
        kept.delete()
        append_to_trail("letter.end", actor=kept.member, today=today)


def end_after_bounce(id: UUID, *, today: date) -> None:
    """The address takes no mail: its letters end."""
    with writing():
        if Subscription.objects.filter(id=id).delete()[0]:
            append_to_trail("letter.bounced", actor=None, today=today)


def end_for_address(address: str, *, by: Member | None, today: date) -> int:
    """Mail to this address came back: end every letter to it; how many there were."""
    same = Q(address__iexact=address) | Q(member__email__iexact=address)
    with writing():
        ended, _each = Subscription.objects.filter(same).delete()
        append_to_trail("letter.bounced", actor=by, today=today)
    return ended


def tick(*, now: datetime) -> None:
    """The worker's share: drop addresses without a yes, and put into the outbox what is due today."""
    drop_unconfirmed(today=now.date())
    if now.hour >= FROM_HOUR:
        while queue_due(now=now):
            pass


def drop_unconfirmed(*, today: date) -> None:
    """Addresses that nobody confirmed vanish after seven days."""
    late = Subscription.objects.filter(confirmed_on=None, asked_on__lte=today - UNCONFIRMED)
    if late.exists():
        with writing():
            late.delete()


def due_letters(today: date) -> QuerySet[Subscription]:
    """Members' own letters of this week and this month that have not been sent."""
    monday, first = today - timedelta(days=today.weekday()), today.replace(day=1)
    weekly = Q(every=Subscription.Every.WEEK, last_on__lt=monday)
    monthly = Q(every=Subscription.Every.MONTH, last_on__lt=first)
    return Subscription.objects.filter(weekly | monthly, circle=None, member__is_active=True)


def queue_due(*, now: datetime) -> int:
    """Put some hundred of the letters that are due into the outbox; how many."""
    today = now.date()
    with writing():
        ids = list(due_letters(today).order_by("id").values_list("id", flat=True)[:BATCH])
        put_all("letter", [row_for(each, day=today) for each in ids], now=now)
        Subscription.objects.filter(id__in=ids).update(last_on=today)
    return len(ids)


def row_for(subscription: UUID, *, day: date, what: str = LETTER, issue: str = "") -> dict[str, object]:
    """What the outbox keeps of a letter: which, never to whom or what it says."""
    return {"subscription": str(subscription), "day": day.isoformat(), "what": what, "issue": issue}


def _may_ask(address: str) -> bool:
    """Whether this address may be written to once more today."""
    key = f"letters-asked:{sha256(address.lower().encode()).hexdigest()}"
    cache.add(key, 0, DAY_S)
    return cache.incr(key) <= ASKS_A_DAY
