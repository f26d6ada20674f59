"""Letters as they leave: composed when they are sent, so that nothing of them lies in the outbox."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from alongside.core.language import language as spoken
from alongside.core.language import use_language
from alongside.include.digest import Digest, Digestible, compose
from alongside.include.letter import Every, Line, Section
from alongside.include.web import flows_letters
from alongside.include.web.models import DigestIssue, Subscription
from alongside.include.web.words_letters import end_url, known_mail, request_mail
from alongside.web import mail
from alongside.web.digest_lines import DigestLine, Lines, lines_for, prepare
from alongside.web.home import home, whole
from alongside.web.models import Member, Membership, Opening, OutboxRow, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What the letters of one batch need, read at once.

    Subscriptions, the signs of hidden circles, and what the rooms have for the members, by day of the letter.
    """

    rows: Sequence[OutboxRow]
    subscriptions: Mapping[str, Subscription]
    signs: Mapping[UUID, tuple[str, ...]]
    lines: Mapping[str, Lines]


_BATCH: ContextVar[Batch | None] = ContextVar("alongside_letters", default=None)


def send(row: OutboxRow, *, at: datetime, among: Sequence[OutboxRow] = ()) -> None:
    """Send one letter; nothing where its reader has ended it since. An address refused for good ends it."""
    batch = _batch(among or [row])
    subscription = batch.subscriptions.get(row.payload["subscription"])
    if subscription is None or not subscription.to:
        return
    with speaking((subscription.member.language if subscription.member else "") or subscription.language):
        made = _mail_of(row, subscription, batch)
    if made is None:
        return
    try:
        mail.send(made)
    except mail.AddressRefused:
        flows_letters.end_after_bounce(subscription.id, today=at.date())


def _batch(rows: Sequence[OutboxRow]) -> Batch:
    held = _BATCH.get()
    if held is None or held.rows is not rows:
        wanted = [row.payload["subscription"] for row in rows if row.kind == "letter"]
        found = Subscription.objects.select_related("member", "circle").filter(id__in=wanted)
        kept = {str(each.id): each for each in found}
        held = Batch(
            rows=rows,
            subscriptions=kept,
            signs=signs_of_hidden(each.member_id for each in kept.values() if each.member_id),
            lines=_lines_by_day(rows, kept),
        )
        _BATCH.set(held)
    return held


def _lines_by_day(rows: Sequence[OutboxRow], kept: Mapping[str, Subscription]) -> dict[str, Lines]:
    """What the rooms have, asked once a day that letters are of: after a night without mail there are two."""
    members: dict[str, list[Member]] = {}
    for row in rows:
        subscription = kept.get(row.payload["subscription"]) if row.kind == "letter" else None
        if subscription and subscription.member and subscription.circle_id is None:
            members.setdefault(row.payload["day"], []).append(subscription.member)
    return {day: prepare(some, today=date.fromisoformat(day)) for day, some in members.items()}


def signs_of_hidden(members: Iterable[UUID]) -> dict[UUID, tuple[str, ...]]:
    """By which words and ids a hidden circle of each of these members would show itself."""
    inside = Membership.objects.filter(
        member__in=list(members), state=Standing.ACTIVE, circle__opening=Opening.HIDDEN
    )
    signs: dict[UUID, tuple[str, ...]] = {}
    for member, circle, name in inside.values_list("member", "circle", "circle__name"):
        signs[member] = (*signs.get(member, ()), str(circle), name.casefold())
    return signs


def _mail_of(row: OutboxRow, subscription: Subscription, batch: Batch) -> mail.Mail | None:
    what = row.payload["what"]
    if what == flows_letters.REQUEST:
        return None if subscription.confirmed_on else request_mail(row.id, subscription)
    if what == flows_letters.KNOWN:
        return known_mail(row.id, subscription)
    stop = end_url(subscription)
    digest = _digest_of(row, subscription, batch, stop=stop) if subscription.confirmed_on else None
    if digest is None:
        return None
    return mail.Mail(
        id=row.id,
        to=subscription.to,
        subject=digest.subject,
        text=digest.text,
        html=digest.html,
        headers={
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def _digest_of(row: OutboxRow, subscription: Subscription, batch: Batch, *, stop: str) -> Digest | None:
    """The letter the row stands for; None where what it was about is gone."""
    if subscription.circle is None:
        if subscription.member is None:
            return None
        day = row.payload["day"]
        signs = batch.signs.get(subscription.member.id, ())
        lines = own_lines(batch.lines[day](subscription.member), signs=signs)
        return _compose(lines, every=subscription.every, stop=stop, today=date.fromisoformat(day))
    issue = DigestIssue.objects.select_related("circle").filter(id=row.payload["issue"]).first()
    return None if issue is None else circle_digest(issue, stop=stop)


def own_digest(member: Member, subscription: Subscription | None, *, today: date) -> Digest:
    """A member's own letter: what the rooms have for them. Nothing that lies in their vault is in it."""
    signs = signs_of_hidden([member.id]).get(member.id, ())
    lines = own_lines(lines_for(member, today=today), signs=signs)
    stop = end_url(subscription) if subscription else whole(reverse("include:letters"))
    every = subscription.every if subscription else Every.WEEK.value
    return _compose(lines, every=every, stop=stop, today=today)


def _compose(lines: Sequence[Line], *, every: str, stop: str, today: date) -> Digest:
    return compose(Digestible(home=home(), stop=stop, every=Every(every), lines=lines), today=today)


def own_lines(given: Iterable[DigestLine], *, signs: Sequence[str]) -> list[Line]:
    """The lines of all rooms; those of a hidden circle are marked, by whatever sign they show."""
    ready = Line(section=Section.OWN, text=_("Your three for this week are ready."), url=reverse("act:today"))
    return [
        ready,
        *(
            Line(section=Section(line.section), text=line.text, url=line.url, hidden=_is_hidden(line, signs))
            for line in given
        ),
    ]


def circle_digest(issue: DigestIssue, *, stop: str) -> Digest:
    """A circle's letter. Of a hidden circle it has no name and no body."""
    lines = [
        Line(section=Section(each["section"]), text=each["text"], url=each["url"]) for each in issue.lines
    ]
    items = Digestible(
        home=home(),
        stop=stop,
        every=Every.WRITTEN,
        lines=lines,
        title=issue.title or issue.circle.name,
        note=issue.note,
        hidden=issue.circle.is_hidden,
    )
    return compose(items, today=issue.day)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Write in this language, in pages' words and in engines' words alike."""
    before, chosen = spoken(), language if translation.check_for_language(language) else "en"
    use_language(chosen.replace("-", "_"))
    with translation.override(chosen):
        try:
            yield
        finally:
            use_language(before)


def _is_hidden(line: DigestLine, signs: Sequence[str]) -> bool:
    if line.circle is not None and line.circle.is_hidden:
        return True
    shown = f"{line.text} {line.url}".casefold()
    return any(sign in shown for sign in signs)
