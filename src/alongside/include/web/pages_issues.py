"""What the pages about a circle's letters are made of."""

from collections.abc import Sequence

from babel.dates import format_date
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.include.web.models import DigestIssue
from alongside.include.web.queries_letters import Archive
from alongside.web.answers import Answers
from alongside.web.digest_lines import DigestLine
from alongside.web.home import whole
from alongside.web.models import Circle
from alongside.web.parts import Button, Choice, ChoiceGroup, Empty, Field, Item, Link, PageHead, error_links


def archive_page(found: Archive) -> dict[str, object]:
    """The letters so far, how to get them, and what the steward can do."""
    circle = found.circle
    return {
        "head": PageHead(
            where=circle.name, heading=_("Letters"), lead=_("What this circle wrote to its readers.")
        ),
        "items": tuple(_item(circle, issue) for issue in found.issues),
        "empty": Empty(
            title=_("No letter yet."),
            text=_("A steward of the circle writes one when there is something to tell."),
            example=_("“Next time we meet in the library: it has no step.”"),
        ),
        "by_mail": _by_mail(found),
        "mail_button": Button(label=_("End them"), id="end", kind="plain", name="deed", value="end")
        if found.mine
        else Button(label=_("Get them by mail"), id="ask", kind="plain", name="deed", value="ask"),
        "write": Link(label=_("Write a letter"), url=_url("write", circle), id="write")
        if found.keeps
        else None,
        "telling": Link(
            label=_("Tell news elsewhere"), url=reverse("include:telling", args=[circle.pk]), id="telling"
        ),
        "outside": _outside(found) if found.keeps else None,
        "outside_url": _url("outside", circle),
        "hidden": circle.is_hidden,
    }


def issue_page(issue: DigestIssue) -> dict[str, object]:
    """One letter of the archive."""
    circle = issue.circle
    here = [issue.circle_id, issue.pk]
    return {
        "head": PageHead(
            where=circle.name, heading=issue.title or _day(issue), lead=_day(issue) if issue.title else ""
        ),
        "paragraphs": tuple(
            each.strip() for each in issue.note.replace("\r", "").split("\n\n") if each.strip()
        ),
        "lines": tuple(Link(label=each["text"], url=each["url"]) for each in issue.lines),
        "links": (
            Link(
                label=_("As it was mailed"), url=reverse("include:letters-issue-html", args=here), id="mailed"
            ),
            Link(label=_("All letters"), url=_url("archive", circle), id="back"),
        ),
    }


def write_page(
    circle: Circle,
    offered: Sequence[DigestLine],
    answers: Answers,
    *,
    chosen: set[str] | None,
    text: str = "",
    empty: bool = False,
) -> dict[str, object]:
    """The form of a letter; with `text` its preview below. Nothing chosen yet means everything is."""
    note = Field(
        name="note",
        label=_("What you want to say"),
        hint=_("An empty line begins a new paragraph."),
        value=answers.text("note"),
        error=_("Write something, or tick a line below.") if empty else "",
        rows=8,
    )
    return {
        "head": PageHead(
            where=circle.name,
            heading=_("Write a letter"),
            lead=_("It goes to everybody who asked for the circle's letters, and stays in the archive."),
        ),
        "title_field": Field(name="title", label=_("Title"), value=answers.text("title"), optional=True),
        "note": note,
        "group": _group(offered, chosen) if offered else None,
        "preview": Button(
            label=_("Show it as text"), id="preview", kind="plain", name="deed", value="preview"
        ),
        "colours": Button(
            label=_("Show it with colours"), id="colours", kind="plain", name="deed", value="colours"
        ),
        "button": Button(label=_("Send it"), id="publish", name="deed", value="publish"),
        "back": Link(label=_("Back"), url=_url("archive", circle), id="back"),
        "text": text,
        "hidden": circle.is_hidden,
        "errors": error_links([note]),
    }


def _group(offered: Sequence[DigestLine], chosen: set[str] | None) -> ChoiceGroup:
    return ChoiceGroup(
        name="lines",
        legend=_("What to put in"),
        many=True,
        optional=True,
        choices=tuple(
            Choice(value=str(number), label=line.text, chosen=chosen is None or str(number) in chosen)
            for number, line in enumerate(offered)
        ),
    )


def _item(circle: Circle, issue: DigestIssue) -> Item:
    read = Link(
        label=_("Read it"),
        url=reverse("include:letters-issue", args=[circle.pk, issue.pk]),
        id=f"read-{issue.pk}",
    )
    return Item(title=issue.title or _day(issue), text=_day(issue) if issue.title else "", actions=(read,))


def _by_mail(found: Archive) -> str:
    if found.mine is None:
        return _("You do not get them by mail.")
    if found.mine.confirmed_on is None:
        return _("We wrote to %(address)s. Open the link there and press the button; then they come.") % {
            "address": found.mine.to
        }
    return _("They go to %(address)s.") % {"address": found.mine.to}


def _outside(found: Archive) -> dict[str, object]:
    if found.is_open:
        url = whole(reverse("include:letters-ask", args=[found.circle.pk]))
        return {
            "words": _("Anybody can ask for these letters, without an account, on this page:"),
            "url": url,
            "button": Button(
                label=_("Close that page"), id="close", kind="plain", name="deed", value="close"
            ),
        }
    return {
        "words": _("Only members can ask for these letters."),
        "url": "",
        "button": Button(
            label=_("Open a page for everybody"), id="open", kind="plain", name="deed", value="open"
        ),
    }


def _day(issue: DigestIssue) -> str:
    return format_date(issue.day, "long", locale=(get_language() or "en").replace("-", "_"))


def _url(name: str, circle: Circle) -> str:
    return reverse(f"include:letters-{name}", args=[circle.pk])
