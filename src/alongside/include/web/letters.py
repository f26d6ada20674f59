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
from alongside.include.web.words_letters import end_url, known_mail, request_mail
from alongside.web import mail
from alongside.web.digest_lines import DigestLine, lines_for
from alongside.web.home import home, whole
from alongside.web.models import Circle, Member, Opening, OutboxRow


def send(row: OutboxRow, *, at: datetime) -> None:
    """Send one letter; nothing where its reader has ended it since. An address refused for good ends it."""
    found = Subscription.objects.select_related("member", "circle")
    subscription = found.filter(id=row.payload["subscription"]).first()
    if subscription is None or not subscription.to:
        return
    with speaking((subscription.member.language if subscription.member else "") or subscription.language):
        made = _mail_of(row, subscription)
    if made is None:
        return
    try:
        mail.send(made)
    except mail.AddressRefused:
        flows_letters.end_after_bounce(subscription.id, today=at.date())


def _mail_of(row: OutboxRow, subscription: Subscription) -> mail.Mail | None:
    what = row.payload["what"]
    if what == flows_letters.REQUEST:
        return None if subscription.confirmed_on else request_mail(row.id, subscription)
    if what == flows_letters.KNOWN:
        return known_mail(row.id, subscription)
    digest = _digest_of(row, subscription) if subscription.confirmed_on else None
    if digest is None:
        return None
    return mail.Mail(
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


def _digest_of(row: OutboxRow, subscription: Subscription) -> Digest | None:
    """The letter the row stands for; None where what it was about is gone."""
    if subscription.circle is None:
        if subscription.member is None:
            return None
        today = date.fromisoformat(row.payload["day"])
        return own_digest(subscription.member, subscription, today=today)
    issue = DigestIssue.objects.select_related("circle").filter(id=row.payload["issue"]).first()
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
    signs = [sign for key, name in hidden for sign in (str(key), name.casefold())]
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


def _is_hidden(line: DigestLine, signs: list[str]) -> bool:
    if line.circle is not None and line.circle.is_hidden:
        return True
    shown = f"{line.text} {line.url}".casefold()
    return any(sign in shown for sign in signs)
