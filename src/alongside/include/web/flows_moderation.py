"""The deeds of moderation: one transaction each, with its row in the trail and notices to those concerned."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.core.language import gettext as _
from alongside.include import moderation
from alongside.include.moderation import Kind, Outcome
from alongside.include.refusals import Refused
from alongside.include.web.flows_steps import carry_out, finish, move, tell
from alongside.include.web.models.moderation import Notice, Report
from alongside.include.web.models.posts import Post
from alongside.include.web.reports import as_report, moderators_for, take_over
from alongside.include.web.rules_moderation import was_told
from alongside.web.keeper import append_to_trail
from alongside.web.models import Circle, Member, Membership
from alongside.web.policy import require
from alongside.web.writing import writing

MOST_WORDS = 4000
"""Letters of a report, or of what a moderator tells somebody (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """What somebody reports: about whom, which post if it is one, and what happened in their words."""

    about: Membership | None
    words: str
    post: Post | None = None
    beyond: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a moderator decides, and what they tell either side."""

    outcome: Outcome
    to_reported: str = ""
    to_reporter: str = ""


def check_concern(concern: Concern, *, reporter: Member) -> Concern:
    """The report as it will be kept. Raises Refused with the field."""
    words = concern.words.strip()
    if not words:
        raise Refused("words", _("What happened is still open."), _("A sentence is enough."))
    if len(words) > MOST_WORDS:
        raise Refused("words", _("This is longer than we can keep."), _("Say the most important part first."))
    if concern.about and concern.about.member_id == reporter.pk:
        raise Refused(
            "about", _("This is your own."), _("You can change or remove it yourself, without anybody.")
        )
    return Concern(about=concern.about, words=words, post=concern.post, beyond=concern.beyond)


def nobody_chosen() -> Refused:
    """The refusal where it is open whom a report is about."""
    return Refused("about", _("Whom it is about is still open."), _("Choose somebody from the list."))


def no_outcome_chosen() -> Refused:
    """The refusal where it is open what follows."""
    return Refused("outcome", _("What follows is still open."), _("Choose one from the list."))


def report(circle: Circle, concern: Concern, *, reporter: Member, now: datetime) -> Report:
    """Tell the moderators; it goes to one who is not close to it, or waits."""
    require(reporter, "report.make", circle)
    held = check_concern(concern, reporter=reporter)
    with writing():
        row = Report(
            circle=circle,
            kind=Kind.POST if held.post else Kind.CONDUCT,
            post=held.post,
            reporter=reporter,
            reported=held.about.member if held.about else None,
            words=held.words,
            beyond=held.beyond,
            opened=now,
            state=moderation.State.OPEN,
        )
        row.save(force_insert=True)
        move(row, moderation.hand_on(as_report(row), moderators_for(row), now=now), today=now.date())
        append_to_trail("report.make", actor=reporter, today=now.date())
    return row


def acknowledge(report_id: UUID, *, by: Member, now: datetime) -> None:
    """Say that one has seen it; whoever reported it is told."""

    def step(row: Report) -> None:
        move(row, moderation.acknowledge(as_report(row), by=by.pk.hex, now=now), today=now.date())
        tell(row.reporter_id, "report-seen", row, now.date())

    _do(report_id, "report.acknowledge", by, now.date(), step)


def step_aside(report_id: UUID, *, by: Member, now: datetime) -> None:
    """Say that one is close to it; it goes to somebody else. No reason is asked or kept."""

    def step(row: Report) -> None:
        after = moderation.step_aside(as_report(row), moderators_for(row), by=by.pk.hex, now=now)
        move(row, after, today=now.date())

    _do(report_id, "report.step-aside", by, now.date(), step)


def check_decision(report_id: UUID, decision: Decision, *, by: Member) -> Decision:
    """The decision as it will be kept. Raises Refused with the field."""
    row = Report.objects.get(pk=report_id)
    require(by, "report.answer", row)
    if decision.outcome not in moderation.outcomes(as_report(row)):
        raise Refused(
            "outcome", _("This outcome is not open here."), _("Choose one of those that are listed.")
        )
    told = decision.to_reported.strip()
    if not told and decision.outcome in {Outcome.WORD, Outcome.EDIT}:
        raise Refused(
            "to_reported",
            _("The person would not know what this is about."),
            _("Write what you want to say to them."),
        )
    if max(len(told), len(decision.to_reporter.strip())) > MOST_WORDS:
        raise Refused("to_reported", _("This is longer than we can keep."), _("Say it shorter."))
    return Decision(outcome=decision.outcome, to_reported=told, to_reporter=decision.to_reporter.strip())


def decide(report_id: UUID, decision: Decision, *, by: Member, now: datetime) -> None:
    """The first outcome, or after an appeal the last; both sides hear of it, and it takes effect at once."""
    held = check_decision(report_id, decision, by=by)

    def step(row: Report) -> None:
        before = as_report(row)
        verb = moderation.settle if before.state is moderation.State.APPEALED else moderation.decide
        knew = was_told(row)
        row.told_reported, row.told_reporter = held.to_reported, held.to_reporter
        take_over(row, verb(before, by=by.pk.hex, outcome=held.outcome, now=now))
        carry_out(row, before.stands)
        finish(row)
        tell(row.reporter_id, "report-outcome", row, now.date())
        if knew or was_told(row):
            tell(row.reported_id, "outcome-for-you", row, now.date())

    _do(report_id, "report.decide", by, now.date(), step)


def appeal(report_id: UUID, words: str, *, by: Member, now: datetime) -> None:
    """Ask for the one second look, which is another moderator's."""
    said = words.strip()
    if not said:
        raise Refused("words", _("What should be looked at again is still open."), _("A sentence is enough."))
    if len(said) > MOST_WORDS:
        raise Refused("words", _("This is longer than we can keep."), _("Say the most important part first."))

    def step(row: Report) -> None:
        after = moderation.appeal(as_report(row), moderators_for(row), by=by.pk.hex, now=now)
        row.appeal_words = said
        move(row, after, today=now.date())
        other = row.reported_id if by.pk == row.reporter_id else row.reporter_id
        if other != row.reported_id or was_told(row):
            tell(other, "second-look", row, now.date())

    _do(report_id, "report.appeal", by, now.date(), step)


def mark_notices_read(member: Member, *, today: date) -> None:
    """Everything on one's notices page has been read."""
    with writing():
        Notice.objects.filter(member=member, read=False).update(read=True)
        append_to_trail("notice.read", actor=member, today=today)


def _do(report_id: UUID, action: str, actor: Member, today: date, step: Callable[[Report], None]) -> None:
    """One deed on a report, read afresh inside its transaction."""
    with writing():
        row = Report.objects.select_for_update().select_related("circle").get(pk=report_id)
        require(actor, "report.follow" if action == "report.appeal" else "report.answer", row)
        step(row)
        append_to_trail(action, actor=actor, today=today)
