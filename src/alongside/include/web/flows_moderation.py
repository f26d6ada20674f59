"""The deeds of moderation. Each is one transaction with its row in the trail; who has to hear of it gets a notice."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.core.language import gettext as _
from alongside.include import moderation
from alongside.include.moderation import Kind, Outcome
from alongside.include.refusals import Refused
from alongside.include.web.models.moderation import Notice, Report
from alongside.include.web.reports import as_report, moderators_for, take_over
from alongside.include.web.rules_moderation import was_told
from alongside.web.keeper import append_to_trail
from alongside.web.models import Circle, Member, Membership, Standing
from alongside.web.policy import require
from alongside.web.writing import writing

MOST_WORDS = 4000
"""Letters of a report, or of what a moderator tells somebody (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """What somebody reports: about whom, which post if it is one, and what happened in their words."""

    about: Membership
    words: str
    post: UUID | None = None
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
    if concern.about.member_id == reporter.pk:
        raise Refused(
            "about", _("This is your own."), _("You can change or remove it yourself, without anybody.")
        )
    return Concern(about=concern.about, words=words, post=concern.post, beyond=concern.beyond)


def report(circle: Circle, concern: Concern, *, reporter: Member, now: datetime) -> Report:
    """Tell the moderators; it goes to one who is not close to it, or waits."""
    require(reporter, "report.make", circle)
    held = check_concern(concern, reporter=reporter)
    with writing():
        row = Report(
            circle=circle,
            kind=Kind.POST if held.post else Kind.CONDUCT,
            post_id=held.post,
            reporter=reporter,
            reported=held.about.member,
            words=held.words,
            beyond=held.beyond,
            opened=now,
            state=moderation.State.OPEN,
        )
        row.save(force_insert=True)
        _move(row, moderation.hand_on(as_report(row), moderators_for(row), now=now), today=now.date())
        append_to_trail("report.make", actor=reporter, today=now.date())
    return row


def acknowledge(report_id: UUID, *, by: Member, now: datetime) -> None:
    """Say that one has seen it; whoever reported it is told."""

    def step(row: Report) -> None:
        _move(row, moderation.acknowledge(as_report(row), by=by.pk.hex, now=now), today=now.date())
        _tell(row.reporter_id, "report-seen", row, now.date())

    _do(report_id, "report.acknowledge", by, now.date(), step)


def step_aside(report_id: UUID, *, by: Member, now: datetime) -> None:
    """Say that one is close to it; it goes to somebody else. No reason is asked or kept."""

    def step(row: Report) -> None:
        after = moderation.step_aside(as_report(row), moderators_for(row), by=by.pk.hex, now=now)
        _move(row, after, today=now.date())

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
    """The first outcome, or after an appeal the last one; both sides hear of it, and it takes effect at once."""
    held = check_decision(report_id, decision, by=by)

    def step(row: Report) -> None:
        before = as_report(row)
        verb = moderation.settle if before.state is moderation.State.APPEALED else moderation.decide
        knew = was_told(row)
        row.told_reported, row.told_reporter = held.to_reported, held.to_reporter
        take_over(row, verb(before, by=by.pk.hex, outcome=held.outcome, now=now))
        _carry_out(row, before.stands)
        _tell(row.reporter_id, "report-outcome", row, now.date())
        if knew or was_told(row):
            _tell(row.reported_id, "outcome-for-you", row, now.date())

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
        _move(row, after, today=now.date())
        other = row.reported_id if by.pk == row.reporter_id else row.reporter_id
        if other != row.reported_id or was_told(row):
            _tell(other, "second-look", row, now.date())

    _do(report_id, "report.appeal", by, now.date(), step)


def keep_moving(*, now: datetime) -> None:
    """Hand on what is overdue or lies with nobody, and close what can no longer be appealed; safe to do twice."""
    moment = now.astimezone()
    for row in Report.objects.exclude(state=moderation.State.FINAL).select_related("circle"):
        before = as_report(row)
        after = moderation.close(
            moderation.hand_on(before, moderators_for(row), now=moment), now=moment
        )
        if after != before:
            with writing():
                _move(row, after, today=moment.date())


def mark_notices_read(member: Member, *, today: date) -> None:
    """Everything on one's notices page has been read."""
    with writing():
        Notice.objects.filter(member=member, read=False).update(read=True)
        append_to_trail("notice.read", actor=member, today=today)


def _do(
    report_id: UUID, action: str, actor: Member, today: date, step: Callable[[Report], None]
) -> None:
    """One deed on a report, read afresh inside its transaction."""
    with writing():
        row = Report.objects.select_for_update().select_related("circle").get(pk=report_id)
        require(actor, "report.follow" if action == "report.appeal" else "report.answer", row)
        step(row)
        append_to_trail(action, actor=actor, today=today)


def _move(row: Report, after: moderation.Report, *, today: date) -> None:
    """Save where it stands now; a moderator who gets it is told."""
    had = row.moderator_id
    take_over(row, after)
    if row.moderator_id and row.moderator_id != had:
        _tell(row.moderator_id, "report-for-you", row, today)


def _tell(member_id: UUID | None, key: str, row: Report, today: date) -> None:
    if member_id:
        Notice.objects.create(member_id=member_id, key=key, report=row, day=today)


def _carry_out(row: Report, before: Outcome | None) -> None:
    """Let the outcome that holds now take effect, and take back what the one before it did."""
    held = Membership.objects.filter(circle=row.circle, member=row.reported_id).first()
    after = as_report(row)
    if held is None or after.stands is before:
        return
    pause = moderation.last_day_of_pause(after)
    if pause or before is Outcome.PAUSE:
        held.paused_until = pause
    if row.kind == Kind.CONDUCT and Outcome.REMOVAL in {after.stands, before}:
        held.state = Standing.LEFT if after.stands is Outcome.REMOVAL else Standing.ACTIVE
    held.save()
