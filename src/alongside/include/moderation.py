"""Reports and what follows: a clock for those who moderate, who steps aside, and one appeal to somebody else.

A report goes open → acknowledged → decided → appealed → final; `TABLE` is the whole diagram. People decide,
never a rule, and nothing here reads or weighs what was written. Limits: whether somebody is close to those
concerned is known only as far as they wrote, replied, are reported, reported it, or say so. Ids are those of
members, and never shown. How it is told to people: docs/guides/moderation.md
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from alongside.core.language import gettext as _
from alongside.include.refusals import Refused

ACKNOWLEDGE_WITHIN: Final = timedelta(hours=24)
"""Until a moderator says that they have seen the report (our choice)."""
DECIDE_WITHIN: Final = timedelta(days=7)
"""Until there is an outcome, counted for each moderator from when the report came to them (our choice)."""
APPEAL_WITHIN: Final = timedelta(days=14)
"""In which those concerned can ask for a second look; then the outcome is final (our choice)."""
PAUSE_DAYS: Final = 7
"""How long a pause lasts (our choice)."""


class Kind(StrEnum):
    """What is reported: something written, or how somebody behaves."""

    POST = "post"
    CONDUCT = "conduct"


class State(StrEnum):
    """Where a report stands."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    DECIDED = "decided"
    APPEALED = "appealed"
    FINAL = "final"


class Move(StrEnum):
    """What can happen to a report."""

    ACKNOWLEDGE = "acknowledge"
    HAND_ON = "hand on"
    DECIDE = "decide"
    APPEAL = "appeal"
    SETTLE = "settle"
    CLOSE = "close"


TABLE: Final[Mapping[tuple[State, Move], State]] = {
    (State.OPEN, Move.HAND_ON): State.OPEN,
    (State.OPEN, Move.ACKNOWLEDGE): State.ACKNOWLEDGED,
    (State.ACKNOWLEDGED, Move.HAND_ON): State.ACKNOWLEDGED,
    (State.ACKNOWLEDGED, Move.DECIDE): State.DECIDED,
    (State.DECIDED, Move.APPEAL): State.APPEALED,
    (State.DECIDED, Move.CLOSE): State.FINAL,
    (State.APPEALED, Move.HAND_ON): State.APPEALED,
    (State.APPEALED, Move.SETTLE): State.FINAL,
}


class Outcome(StrEnum):
    """What follows, from the mildest on. Removal is of what was reported: the post, or the membership."""

    NOTHING = "nothing"
    WORD = "word"
    EDIT = "edit"
    PAUSE = "pause"
    REMOVAL = "removal"


class Closeness(StrEnum):
    """Why somebody may not decide a report."""

    WROTE = "wrote"
    REPLIED = "replied"
    REPORTED = "reported"
    REPORTS = "reports"
    SAYS_SO = "says so"
    DECIDED_BEFORE = "decided before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderator:
    """Somebody who may decide: `load` reports are with them; `beyond` is outside the circle concerned."""

    id: str
    load: int = 0
    beyond: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report of a post or of conduct, without its words.

    `moderator` has it since `given` ("" while nobody is free); `had` are those whose time ran out, `aside`
    those who said that they are close. `outcome` is the first one, `settled_as` the one after an appeal.
    """

    id: str
    kind: Kind
    reporter: str
    reported: str
    opened: datetime
    wrote: frozenset[str] = frozenset()
    replied: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()
    had: frozenset[str] = frozenset()
    state: State = State.OPEN
    moderator: str = ""
    given: datetime | None = None
    acknowledged: datetime | None = None
    outcome: Outcome | None = None
    decided: datetime | None = None
    decided_by: str = ""
    appealed: datetime | None = None
    appealed_by: str = ""
    settled_as: Outcome | None = None
    settled_by: str = ""
    final: datetime | None = None

    @property
    def stands(self) -> Outcome | None:
        """The outcome that holds now."""
        return self.settled_as or self.outcome

    @property
    def is_waiting(self) -> bool:
        """Whether it is for a moderator to do the next thing."""
        return self.state in {State.OPEN, State.ACKNOWLEDGED, State.APPEALED}


def closeness(report: Report, who: str) -> Closeness | None:
    """Why `who` has to step aside, or None where they may decide."""
    reasons = {
        Closeness.REPORTED: who == report.reported,
        Closeness.REPORTS: who == report.reporter,
        Closeness.WROTE: who in report.wrote,
        Closeness.REPLIED: who in report.replied,
        Closeness.SAYS_SO: who in report.aside,
        Closeness.DECIDED_BEFORE: bool(report.decided_by) and who == report.decided_by,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def assign(report: Report, moderators: Sequence[Moderator]) -> Moderator | None:
    """Who gets it next, or None where nobody is free: never somebody close to it, or who has it now.

    Those whose time for it ran out come last; else: of the circle first, then the fewest reports, then id.
    """
    free = [each for each in moderators if each.id != report.moderator and not closeness(report, each.id)]
    return min(free, key=lambda each: (each.id in report.had, each.beyond, each.load, each.id), default=None)


def due(report: Report) -> datetime | None:
    """Until when whoever has it does the next thing; None where nobody has it."""
    if report.given is None or not report.is_waiting:
        return None
    return report.given + (ACKNOWLEDGE_WITHIN if report.state is State.OPEN else DECIDE_WITHIN)


def is_overdue(report: Report, *, now: datetime) -> bool:
    """Whether the time of whoever has it has run out."""
    limit = due(report)
    return limit is not None and now >= limit


def hand_on(report: Report, moderators: Sequence[Moderator], *, now: datetime) -> Report:
    """The report with whoever should have it now; call it again and again, it changes nothing without need.

    It moves on where nobody has it, or who has it is close, no moderator any more, or overdue. Where it is
    overdue and nobody else is free, it stays.
    """
    if not report.is_waiting:
        return report
    may_stay = report.moderator in {each.id for each in moderators} and not closeness(
        report, report.moderator
    )
    if may_stay and not is_overdue(report, now=now):
        return report
    found = assign(report, moderators)
    if may_stay:
        late = report.had | {report.moderator}
        return (
            replace(_after(report, Move.HAND_ON), moderator=found.id, given=now, had=late)
            if found
            else report
        )
    return replace(
        _after(report, Move.HAND_ON), moderator=found.id if found else "", given=now if found else None
    )


def acknowledge(report: Report, *, by: str, now: datetime) -> Report:
    """Seen by the moderator who has it. Raises Refused."""
    after = _after(report, Move.ACKNOWLEDGE)
    _check_hands(report, by)
    return replace(after, acknowledged=now)


def step_aside(report: Report, moderators: Sequence[Moderator], *, by: str, now: datetime) -> Report:
    """Who has it says that they are close; it goes to somebody else, or waits. No reason is asked."""
    _after(report, Move.HAND_ON)
    if by != report.moderator:
        raise _not_yours()
    return hand_on(replace(report, aside=report.aside | {by}), moderators, now=now)


def outcomes(report: Report) -> tuple[Outcome, ...]:
    """What can be decided now, mildest first; empty where nothing is to be decided.

    A second look that was asked for by the person reported never ends harsher: nobody is afraid to ask.
    """
    if report.state not in {State.ACKNOWLEDGED, State.APPEALED}:
        return ()
    grades = [each for each in Outcome if each is not Outcome.EDIT or report.kind is Kind.POST]
    if report.outcome and report.appealed_by == report.reported:
        grades = grades[: grades.index(report.outcome) + 1]
    return tuple(grades)


def decide(report: Report, *, by: str, outcome: Outcome, now: datetime) -> Report:
    """The first outcome, by the moderator who has it. Raises Refused."""
    after = _after(report, Move.DECIDE)
    _check_decision(report, by, outcome)
    return replace(after, outcome=outcome, decided=now, decided_by=by, moderator="", given=None)


def can_appeal(report: Report, who: str, *, now: datetime) -> bool:
    """Whether `who` may ask for the one second look: either side, in time; not about nothing at all."""
    if report.state is not State.DECIDED or report.decided is None or now >= report.decided + APPEAL_WITHIN:
        return False
    return who == report.reporter or (who == report.reported and report.outcome is not Outcome.NOTHING)


def appeal(report: Report, moderators: Sequence[Moderator], *, by: str, now: datetime) -> Report:
    """A second look by another moderator; what was decided holds until then. Raises Refused."""
    after = _after(report, Move.APPEAL)
    if not can_appeal(report, by, now=now):
        raise Refused(
            "", _("This cannot be appealed any more, or not by you."), _("The outcome stays as it is.")
        )
    asked = replace(after, appealed=now, appealed_by=by, had=frozenset())
    return hand_on(asked, moderators, now=now)


def settle(report: Report, *, by: str, outcome: Outcome, now: datetime) -> Report:
    """The outcome after the second look, and final. Raises Refused."""
    after = _after(report, Move.SETTLE)
    _check_decision(report, by, outcome)
    return replace(after, settled_as=outcome, settled_by=by, final=now, moderator="", given=None)


def close(report: Report, *, now: datetime) -> Report:
    """Final, once nobody can appeal any more; else as it was."""
    if report.state is not State.DECIDED or report.decided is None or now < report.decided + APPEAL_WITHIN:
        return report
    return replace(_after(report, Move.CLOSE), final=now)


def last_day_of_pause(report: Report) -> date | None:
    """The last day of the pause that holds now, None where there is none; a second look starts none anew.

    The day of the decision is the first of seven.
    """
    if report.stands is not Outcome.PAUSE:
        return None
    began = report.decided if report.outcome is Outcome.PAUSE else report.final
    return began.date() + timedelta(days=PAUSE_DAYS - 1) if began else None


def _after(report: Report, move: Move) -> Report:
    state = TABLE.get((report.state, move))
    if state is None:
        told = {"state": report.state.value, "move": move.value}
        cause = _("A report that is %(state)s cannot take the step “%(move)s”.") % told
        raise Refused("", cause, _("Look at it again; it may have moved on."))
    return replace(report, state=state)


def _check_hands(report: Report, by: str) -> None:
    if not by or by != report.moderator:
        raise _not_yours()
    if closeness(report, by):
        raise Refused(
            "", _("You are too close to this to decide it."), _("Step aside, and it goes to somebody else.")
        )


def _check_decision(report: Report, by: str, outcome: Outcome) -> None:
    _check_hands(report, by)
    if outcome not in outcomes(report):
        raise Refused(
            "outcome", _("This outcome is not open here."), _("Choose one of those that are listed.")
        )


def _not_yours() -> Refused:
    return Refused("", _("This report is not with you."), _("Look at your list: it may have moved on."))
