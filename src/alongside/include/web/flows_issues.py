"""A circle's own letters: publish one, and let people outside ask for them, or not."""

from collections.abc import Sequence
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.posters import Kind, News
from alongside.include.web.flows_letters import row_for
from alongside.include.web.flows_posters import tell
from alongside.include.web.models import DigestIssue, OpenLetters
from alongside.include.web.queries_letters import readers_of
from alongside.web.digest_lines import DigestLine
from alongside.web.home import whole
from alongside.web.keeper import append_to_trail
from alongside.web.models import Circle, Member
from alongside.web.outbox import put_all
from alongside.web.policy import require
from alongside.web.writing import writing


def draft(circle: Circle, *, title: str, note: str, lines: Sequence[DigestLine], day: date) -> DigestIssue:
    """A letter as it would be, not kept."""
    kept = [{"section": line.section, "text": line.text, "url": line.url} for line in lines]
    return DigestIssue(circle=circle, day=day, title=title[:80], note=note, lines=kept)


def publish(issue: DigestIssue, *, by: Member, now: datetime) -> DigestIssue:
    """Keep the letter in the archive, send it to its readers, and tell outside that it is there."""
    require(by, "letter.write", issue.circle)
    circle = issue.circle
    with writing():
        issue.save()
        rows = [row_for(each, day=issue.day, issue=str(issue.id)) for each in readers_of(circle)]
        put_all("letter", rows, now=now)
        url = whole(reverse("include:letters-issue", args=[circle.pk, issue.pk]))
        # What the letter says is for its readers: outside it is told that there is one.
        news = News(kind=Kind.DIGEST, title=circle.name, text=_("A new letter is out."), url=url)
        tell(circle, news, now=now)
        append_to_trail("letter.publish", actor=by, today=now.date())
    return issue


def open_to_all(circle: Circle, *, by: Member, today: date) -> None:
    """Anybody may ask for the circle's letters, without an account."""
    require(by, "letter.write", circle)
    with writing():
        OpenLetters.objects.get_or_create(circle=circle, defaults={"since": today})
        append_to_trail("letter.open", actor=by, today=today)


def close_to_outside(circle: Circle, *, by: Member, today: date) -> None:
    """Nobody outside can ask any more; those who get them go on getting them."""
    require(by, "letter.write", circle)
    with writing():
        OpenLetters.objects.filter(circle=circle).delete()
        append_to_trail("letter.close", actor=by, today=today)
