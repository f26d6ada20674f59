"""The parts of the pages for whoever reports something, is reported, or reads their notices."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.include.moderation import Kind
from alongside.include.web import words_moderation as words
from alongside.include.web.models.moderation import Report
from alongside.include.web.queries_moderation import AskedName, Followed, NoticeLine, Person
from alongside.include.web.reports import as_report
from alongside.web.models import Circle
from alongside.web.parts import Button, Choice, ChoiceGroup, Empty, Field, Link, PageHead

LIST_UP_TO = 8
"""People who are shown one under the other; more than that open as a list (taste)."""


def form_parts(
    circle: Circle,
    people: Sequence[Person],
    *,
    values: Mapping[str, str],
    errors: Mapping[str, str],
    quoted: str = "",
) -> dict[str, object]:
    """The first step: about whom, and what happened."""
    return {
        "head": PageHead(
            where=circle.name,
            heading=_("Tell a moderator"),
            lead=_("Somebody who answers for this circle looks at it within a day."),
        ),
        "quoted": quoted,
        "about": None if quoted else _about(people, values.get("about", ""), errors.get("about", "")),
        "many": len(people) > LIST_UP_TO,
        "field": Field(
            name="words",
            label=_("What happened?"),
            hint=_("In your own words: what was said or done, and what it did."),
            value=values.get("words", ""),
            error=errors.get("words", ""),
            rows=6,
        ),
        "beyond": _beyond(circle, chosen=bool(values.get("beyond"))),
        "button": Button(label=_("Look at it once more"), id="check-report", name="step", value="check"),
        "back": Link(label=_("Back to the circle"), url=_circle_url(circle), id="back"),
    }


def _about(people: Sequence[Person], chosen: str, error: str) -> ChoiceGroup | Field:
    """Whom it is about: a few people to pick from, or a list to open where they are many."""
    choices = tuple(
        Choice(value=str(each.id), label=each.name, chosen=chosen == str(each.id)) for each in people
    )
    if len(people) > LIST_UP_TO:
        nobody = Choice(value="", label=_("Choose somebody"))
        label = _("Whom is it about?")
        return Field(name="about", label=label, choices=(nobody, *choices), error=error)
    return ChoiceGroup(name="about", legend=_("Whom is it about?"), choices=choices, error=error)


def _beyond(circle: Circle, *, chosen: bool) -> ChoiceGroup:
    hidden = _("They would learn that this circle exists.") if circle.is_hidden else ""
    return ChoiceGroup(
        name="beyond",
        legend=_("If nobody in this circle is free to decide"),
        hint=_("Somebody who is close to it never decides it. In a small circle that can be everybody."),
        many=True,
        optional=True,
        choices=(
            Choice(
                value="yes",
                label=_("A moderator of the whole community may read it and decide"),
                hint=_("They see this report and nothing else of the circle."),
                caution=hidden,
                chosen=chosen,
            ),
        ),
    )


def check_parts(
    circle: Circle, person: str, values: Mapping[str, str], *, quoted: str = ""
) -> dict[str, object]:
    """The second step: as it will be sent."""
    return {
        "head": PageHead(where=circle.name, heading=_("Is this what you want to say?")),
        "person": person,
        "words": values["words"],
        "quoted": quoted,
        "kept": [(name, values.get(name, "")) for name in ("about", "words", "beyond", "once")],
        "beyond_said": _("If nobody here is free, it can go to a moderator of the whole community.")
        if values.get("beyond")
        else _("It stays in this circle, and waits if nobody here is free."),
        "send": Button(label=_("Send it"), id="send-report", name="step", value="send"),
        "change": Button(label=_("Change it"), id="change-report", name="step", value="change", kind="plain"),
    }


def followed_parts(shown: Followed, *, value: str = "", error: str = "") -> dict[str, object]:
    """What became of a report, for one of the two it concerns."""
    report = shown.report
    heading = _("What you reported") if shown.mine else _("A decision that concerns you")
    outcome = ""
    if report.stands:
        outcome = (
            words.outcome_label(report.stands, report.kind)
            if shown.mine
            else words.outcome_for_you(report.stands, report.kind)
        )
    return {
        "head": PageHead(where=shown.circle, heading=heading),
        "shown": shown,
        "outcome": outcome,
        "state": words.state_for_reporter(report),
        "opened": words.day_in_words(report.opened.date()),
        "second": bool(report.settled_as),
        "appeal_ends": words.day_in_words(shown.appeal_ends) if shown.appeal_ends else "",
        "field": Field(
            name="words",
            label=_("What should be looked at again?"),
            hint=_("Another moderator reads it, and decides for the last time."),
            value=value,
            error=error,
        ),
        "button": Button(label=_("Ask for a second look"), id="appeal"),
        "back": Link(label=_("Your notices"), url=reverse("include:notices"), id="back"),
    }


def notices_parts(lines: Sequence[NoticeLine], reports: Sequence[Report]) -> dict[str, object]:
    """Somebody's notices, and what they reported."""
    return {
        "head": PageHead(heading=_("Notices"), lead=_("What has happened that you should hear of.")),
        "lines": [_notice(number, each) for number, each in enumerate(lines, start=1)],
        "unread": any(not each.read for each in lines),
        "button": Button(label=_("I have read them"), id="read-all", kind="plain"),
        "reports": [_own_line(row) for row in reports],
        "empty": Empty(
            title=_("Nothing to tell you"),
            text=_(
                "When a moderator decides something that concerns you, it says so here. Nothing is mailed."
            ),
        ),
    }


def _notice(number: int, line: NoticeLine) -> dict[str, object]:
    said = f"notice-{number}"
    return {
        "id": said,
        "text": words.notice_line(line.key),
        "day": words.day_in_words(line.day),
        "fresh": not line.read,
        "link": Link(label=_("Read it"), url=_where(line), id=f"open-{said}", about=said),
    }


def _where(line: NoticeLine) -> str:
    if line.key == "report-for-you":
        return reverse("include:case", args=[line.report])
    if line.key == "name-seen":
        return reverse("include:unmasked", args=[line.unmasking])
    if line.unmasking:
        return reverse("include:unmask", args=[line.unmasking])
    return reverse("include:report-followed", args=[line.report])


def _own_line(row: Report) -> dict[str, object]:
    about = f"own-{row.pk}"
    return {
        "id": about,
        "title": _("Something written") if row.kind == Kind.POST else _("How somebody behaved"),
        "circle": row.circle.name,
        "day": words.day_in_words(row.opened.date()),
        "state": words.state_for_reporter(as_report(row)),
        "link": Link(
            label=_("Look at it"),
            url=reverse("include:report-followed", args=[row.pk]),
            id=f"open-{about}",
            about=about,
        ),
    }


def name_seen_parts(asked: AskedName) -> dict[str, object]:
    """That two moderators looked up whose pseudonym it is, for the person."""
    return {
        "head": PageHead(
            where=asked.circle,
            heading=_("Two moderators know whose pseudonym this is"),
            lead=_("They agreed on a reason, and you are told on the same day."),
        ),
        "asked": asked,
        "day": words.day_in_words(asked.agreed) if asked.agreed else "",
        "ends": words.day_in_words(asked.ends) if asked.ends else "",
        "back": Link(label=_("Your notices"), url=reverse("include:notices"), id="back"),
    }


def _circle_url(circle: Circle) -> str:
    return reverse("include:circle", args=[circle.pk])
