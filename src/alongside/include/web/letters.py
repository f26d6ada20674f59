"""Letters as they leave: composed when they are sent, so that nothing of them lies in the outbox."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from alongside.core.language import language as spoken
from alongside.core.language import use_language
from alongside.include.digest import Digest, Digestible, compose
from alongside.include.letter import Every, Line, Section
from alongside.include.web import flows_letters
from alongside.include.web.models import DigestIssue, Subscription
from alongside.web import mail
from alongside.web.digest_lines import DigestLine, lines_for
from alongside.web.home import home, whole
from alongside.web.models import Circle, Member, Opening, OutboxRow


def send(row: OutboxRow, *, at: datetime) -> None:
    """Send one letter; nothing where its reader has ended it since. An address refused for good ends it."""
    found = Subscription.objects.select_related("member", "circle")
    subscription = found.filter(id=row.payload["subscription"], confirmed_on__isnull=False).first()
    if subscription is None or not subscription.to:
        return
    day = date.fromisoformat(row.payload["day"])
    digest = digest_for(subscription, issue_id=row.payload.get("issue"), today=day)
    if digest is None:
        return
    made = mail.Mail(
        id=row.id,
        to=subscription.to,
        subject=digest.subject,
        text=digest.text,
        html=digest.html,
        headers={
            "List-Unsubscribe": f"<{end_url(subscription)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    try:
        mail.send(made)
    except mail.AddressRefused:
        flows_letters.end_after_bounce(subscription.id, today=at.date())


def digest_for(subscription: Subscription, *, issue_id: str | None, today: date) -> Digest | None:
    """The letter of a subscription; None where the circle's letter it was about is gone."""
    member = subscription.member
    with speaking((member.language if member else "") or subscription.language):
        if subscription.circle is None:
            return own_digest(member, subscription, today=today) if member else None
        issue = DigestIssue.objects.select_related("circle").filter(id=issue_id).first()
        return None if issue is None else circle_digest(issue, stop=end_url(subscription))


def own_digest(member: Member, subscription: Subscription | None, *, today: date) -> Digest:
    """A member's own letter: what the rooms have for them. Nothing that lies in their vault is in it."""
    items = Digestible(
        home=home(),
        stop=end_url(subscription) if subscription else whole(reverse("include:letters")),
        every=Every(subscription.every) if subscription else Every.WEEK,
        lines=own_lines(member, today=today),
    )
    return compose(items, today=today)


def own_lines(member: Member, *, today: date) -> list[Line]:
    """The lines of all rooms; those of a hidden circle are marked, by whatever sign they show."""
    ready = Line(section=Section.OWN, text=_("Your three for this week are ready."), url=reverse("act:today"))
    hidden = Circle.objects.of(member).filter(opening=Opening.HIDDEN).values_list("id", "name")
    signs = [sign for id, name in hidden for sign in (str(id), name.casefold())]
    given = (
        Line(section=Section(line.section), text=line.text, url=line.url, hidden=_is_hidden(line, signs))
        for line in lines_for(member, today=today)
    )
    return [ready, *given]


def circle_digest(issue: DigestIssue, *, stop: str) -> Digest:
    """A circle's letter. Of a hidden circle it has no name and no body."""
    lines = [
        Line(section=Section(each["section"]), text=each["text"], url=each["url"]) for each in issue.lines
    ]
    items = Digestible(
        home=home(),
        stop=stop,
        every=Every.MONTH,
        lines=lines,
        title=issue.title or issue.circle.name,
        note=issue.note,
        hidden=issue.circle.is_hidden,
    )
    return compose(items, today=issue.day)


def end_url(subscription: Subscription) -> str:
    """The page that ends these letters, signed in or not."""
    return whole(reverse("include:letters-end", args=[subscription.token]))


def confirm_url(subscription: Subscription) -> str:
    """The page on which they are confirmed."""
    return whole(reverse("include:letters-confirm", args=[subscription.token]))


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Write in this language, in pages' words and in engines' words alike."""
    before = spoken()
    use_language(language or "en")
    with translation.override(language or "en"):
        try:
            yield
        finally:
            use_language(before)


def _is_hidden(line: DigestLine, signs: list[str]) -> bool:
    if line.circle is not None and line.circle.is_hidden:
        return True
    shown = f"{line.text} {line.url}".casefold()
    return any(sign in shown for sign in signs)
