"""Outcomes, states and notices as the pages say them."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.include.moderation import APPEAL_WITHIN, PAUSE_DAYS, Kind, Outcome, Report, State
from alongside.include.transparency import Quarter, Subject


def day_in_words(day: date) -> str:
    """The day as "3 March 2026"."""
    return str(format_date(day, "d MMMM y", locale=_locale()))


def moment_in_words(moment: datetime) -> str:
    """The moment as "3 March 2026, 12:05", where the server is."""
    return str(format_datetime(moment.astimezone(), "d MMMM y, HH:mm", locale=_locale()))


def outcome_label(outcome: Outcome, kind: Kind) -> str:
    """An outcome in a few words."""
    return {
        Outcome.NOTHING: _("Nothing further"),
        Outcome.WORD: _("A private word"),
        Outcome.EDIT: _("A request to edit"),
        Outcome.PAUSE: _("A pause of 7 days"),
        Outcome.REMOVAL: _("The post is removed") if kind is Kind.POST else _("The person leaves the circle"),
    }[outcome]


def outcome_means(outcome: Outcome, kind: Kind, *, second: bool = False) -> str:
    """What an outcome does, for the moderator who chooses it; `second` where one has been there before."""
    removal = (
        _("Nobody sees the post any more. It is deleted once the outcome is final.")
        if kind is Kind.POST
        else _("The membership ends today. They come back by invitation alone.")
    )
    return {
        Outcome.NOTHING: _("What was decided before is taken back.")
        if second
        else _("The person is not told that there was a report."),
        Outcome.WORD: _("What you write goes to the person. Nothing else changes."),
        Outcome.EDIT: _("What you write goes to the person. The post stays as it is until they change it."),
        Outcome.PAUSE: _("They can read, and not write, for 7 days. It ends by itself."),
        Outcome.REMOVAL: removal,
    }[outcome]


def outcome_for_you(outcome: Outcome, kind: Kind) -> str:
    """What an outcome means, for the person it is about."""
    removal = (
        _("Your post is taken away.")
        if kind is Kind.POST
        else _("Your membership has ended. You can come back when you are invited.")
    )
    return {
        Outcome.NOTHING: _("Nothing further follows for you."),
        Outcome.WORD: _("A moderator asks you to read this."),
        Outcome.EDIT: _("A moderator asks you to change your post."),
        Outcome.PAUSE: _("You can read, and not write, for %(days)d days. It ends by itself.")
        % {"days": PAUSE_DAYS},
        Outcome.REMOVAL: removal,
    }[outcome]


def state_for_reporter(report: Report) -> str:
    """Where a report stands, for whoever made it."""
    if report.is_waiting and not report.moderator:
        return _("It waits: nobody who may decide it is free. When somebody is, it goes to them.")
    return {
        State.OPEN: _("Sent. A moderator says within 24 hours that they have seen it."),
        State.ACKNOWLEDGED: _(
            "A moderator has seen it and thinks about it. You hear the outcome in 7 days or less."
        ),
        State.DECIDED: _("Decided. It can be looked at a second time within %(days)d days.")
        % {"days": APPEAL_WITHIN.days},
        State.APPEALED: _("Another moderator looks at it a second time, within 7 days."),
        State.FINAL: _("Closed. The outcome is final."),
    }[report.state]


def notice_line(key: str) -> str:
    """What a notice says; it names nobody and nothing, and leads to where it can be read."""
    return {
        "report-for-you": _("A report came to you. Say within 24 hours that you have seen it."),
        "report-seen": _("A moderator has seen your report."),
        "report-outcome": _("There is an outcome to your report."),
        "outcome-for-you": _("A moderator has decided something about you."),
        "second-look": _("Somebody asked for a second look at what was decided here."),
        "name-asked": _("A moderator asks to know whose pseudonym it is. A second one has to agree."),
        "name-agreed": _("A second moderator agreed. You can look the name up for 7 days."),
        "name-seen": _("Two moderators have looked up whose pseudonym yours is."),
    }.get(key, _("There is something new."))


def subject_caption(subject: Subject) -> str:
    """What a table of counts is about."""
    return {
        Subject.RECEIVED: _("Reported"),
        Subject.ACKNOWLEDGED: _("Seen within 24 hours"),
        Subject.DECIDED: _("Decided within 7 days"),
        Subject.OUTCOMES: _("What followed"),
        Subject.APPEALS: _("Second look"),
        Subject.UNMASKED: _("Pseudonym looked up"),
    }[subject]


def cell_label(label: str) -> str:
    """One row of a table of counts."""
    return {
        "post": _("something written"),
        "conduct": _("how somebody behaved"),
        "in time": _("in time"),
        "late": _("later"),
        "nothing": _("nothing further"),
        "word": _("a private word"),
        "edit": _("a request to edit"),
        "pause": _("a pause of 7 days"),
        "removal": _("removal"),
        "kept": _("the outcome stayed"),
        "changed": _("the outcome changed"),
        "unmasked": _("by two, and the person was told"),
    }[label]


def quarter_label(quarter: Quarter) -> str:
    """The quarter as "April to June 2026"."""
    last = date(quarter.year, quarter.first.month + 2, 1)
    told = {
        "first": format_date(quarter.first, "MMMM", locale=_locale()),
        "last": format_date(last, "MMMM y", locale=_locale()),
    }
    return _("%(first)s to %(last)s") % told


def _locale() -> str:
    return (get_language() or "en").replace("-", "_")
