"""The sentences that every form of a report shares: text, page and JSON say the same in the same words."""

from dataclasses import dataclass
from shlex import quote

from alongside.core.findings import Finding
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.listen.balance import Balance
from alongside.listen.findings import nothing_to_compare
from alongside.listen.formats import format_title
from alongside.listen.measure import UNATTRIBUTED_WARNING, Measures, Row
from alongside.listen.metrics import CannotSay, NotMeasurable, Value
from alongside.listen.moments import capital, clock, in_words, isolated, length, number
from alongside.listen.questions import Questions
from alongside.listen.takeovers import Overlaps

LOSS_WARNING = 0.05
"""Our choice: above this share of cues left out, the report opens with the loss."""
MOMENTS = 3
"""Our choice: at most three single take-overs are pointed at."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Report:
    """What a reader gets: measures, findings, their own label.

    `source` is what `--look` takes to come to the same findings, "" where a file alone would not; `kept` says
    that the result lies with the person's own entries.
    """

    measures: Measures
    findings: tuple[Finding, ...]
    me: str | None = None
    source: str = ""
    kept: bool = False


def no_speakers_note() -> list[str]:
    """What to do about a file without speakers."""
    return [
        _(
            "This file does not say who spoke, so there are no shares and no findings. Export it again with "
            "speaker names (in Zoom and Teams: the VTT transcript, not the captions), or use a "
            "recogniser that "
            "tells voices apart and name them with --aliases."
        )
    ]


def purpose_note() -> str:
    """What a report is for; printed on every one."""
    return _("For the people who were there, to hear each other better next time. Not for rating anybody.")


def headline(m: Measures) -> str:
    """How long, how many there, how many spoke, from what."""
    parts = []
    if isinstance(m.minutes, Value):
        parts.append(length(m.minutes.x * 60))
    parts.append(ngettext("%(n)s word", "%(n)s words", m.words) % {"n": f"{m.words:,}"} if m.words else "")
    if isinstance(m.silent, tuple):
        parts.append(
            _("%(there)d people there, %(spoke)d spoke") % {"there": len(m.people), "spoke": m.spoke}
        )
    elif m.people:
        parts.append(ngettext("%(n)d person spoke", "%(n)d people spoke", m.spoke) % {"n": m.spoke})
    return " · ".join(part for part in parts if part)


def plan_line(report: Report, place: int) -> str:
    """The command that plans finding `place`: from the kept result, from the file, or after keeping it."""
    command = f"alongside act commit --finding {place}"
    if report.kept:
        return command
    if report.source:
        return f"{command} --look {quote(report.source)}"
    return _("look again with --save, then: %(command)s") % {"command": command}


def plan_words(finding: Finding) -> str:
    """What planning a finding will keep."""
    return _("As a plan: %(sentence)s") % {"sentence": finding.plan_sentence}


def sure_words(finding: Finding) -> str:
    """How sure a finding is, as an answer to that question."""
    return _("How sure: %(sure)s.") % {"sure": finding.confidence.words}


def offer_lines(m: Measures) -> list[str]:
    """Labels that may be one person; until somebody says so, the one that never spoke is not counted."""
    offer = _(
        "“%(one)s” and “%(other)s” look alike, so one without a turn is not counted. If they are one person,"
        " say so with a file aliases.toml."
    )
    return [offer % {"one": isolated(one), "other": isolated(other)} for one, other in m.alias_offers]


def warnings(m: Measures) -> list[str]:
    """What a reader must know first: much left out, or much that no name stands beside."""
    found = []
    if m.loss.share_lost > LOSS_WARNING:
        found.append(
            _("Mind the gaps: %(skipped)s of %(all)s pieces could not be read.")
            % {"skipped": f"{m.loss.skipped:,}", "all": f"{m.loss.read + m.loss.skipped:,}"}
        )
    if m.people and m.unattributed_share > UNATTRIBUTED_WARNING:
        found.append(
            _("%(share)d%% of the talk has no name beside it. The shares are of the rest.")
            % {"share": round(m.unattributed_share * 100)}
        )
    return found


def gaps(m: Measures) -> list[tuple[str, tuple[str, ...]]]:
    """Every reason why something is missing, and what it is missing for."""
    metrics: tuple[tuple[str, object], ...] = (
        (_("balance"), m.balance),
        (_("people without a turn"), m.silent),
        (_("the longest stretch"), m.longest),
        (_("questions"), m.questions),
        (_("invitations"), m.invitations),
        (_("credit"), m.credits),
        (_("take-overs"), m.overlaps),
        (_("turns that break off"), m.broken_off),
    )
    by_reason: dict[str, list[str]] = {}
    for name, metric in metrics:
        if isinstance(metric, (NotMeasurable, CannotSay)):
            kind = _("not measurable") if isinstance(metric, NotMeasurable) else _("cannot say")
            by_reason.setdefault(f"{kind}. {metric.reason}", []).append(name)
    return [(reason, tuple(names)) for reason, names in by_reason.items()]


def balance_lines(m: Measures) -> list[str]:
    """The group's balance in a sentence."""
    if not isinstance(m.balance, Balance):
        return []
    b = m.balance
    base = _("among those there") if isinstance(m.silent, tuple) else _("among those who spoke")
    facts = {
        "effective": f"{b.effective_speakers.x:.1f}",
        "n": f"{b.effective_speakers.n:,}",
        "base": base,
    }
    return [_("Balance %(base)s: as if %(effective)s of %(n)s spoke.") % facts]


def more_lines(m: Measures) -> list[str]:
    """The measures of balance for those who know them, apart from the main text."""
    if not isinstance(m.balance, Balance):
        return []
    facts = {"even": number(m.balance.evenness.x), "gini": number(m.balance.gini_corrected.x)}
    return [_("Evenness %(even)s (1 is even), Gini %(gini)s (0 is even).") % facts]


def nothing_line(m: Measures) -> str:
    """What stands in place of findings where there are none."""
    if nothing_to_compare(m):
        return _("Only one person spoke in this file, so there is nothing to compare.")
    return _("Nothing stood out, for better or worse. The measures follow.")


def kept_lines(m: Measures) -> list[str]:
    """Who was asked in, what credit was given, what was asked: short sentences in a line, without zeros."""
    parts = []
    if isinstance(m.invitations, tuple) and m.invitations:
        taken = sum(1 for one in m.invitations if one.taken_up_by is not None)
        parts.append(_asked_in(len(m.invitations), taken))
    if isinstance(m.credits, tuple) and m.credits:
        given = len(m.credits)
        line = ngettext("Credit was given aloud once.", "Credit was given aloud %(n)s times.", given)
        parts.append(line % {"n": in_words(given)})
    if isinstance(m.questions, Questions) and m.questions.asked:
        asked = m.questions.asked
        line = ngettext("One question was put to the room.", "%(n)s questions were put to the room.", asked)
        parts.append(capital(line % {"n": in_words(asked)}))
    return [" ".join(parts)] if parts else []


def _asked_in(times: int, taken: int) -> str:
    facts = {"n": in_words(times), "taken": in_words(taken)}
    if not taken:
        line = ngettext(
            "Somebody was asked in by name once.", "Somebody was asked in by name %(n)s times.", times
        )
    elif taken == times:
        line = ngettext(
            "Somebody was asked in by name once, and came in.",
            "Somebody was asked in by name %(n)s times, and came in each time.",
            times,
        )
    else:
        line = ngettext(
            "Somebody was asked in by name %(n)s times, and came in once.",
            "Somebody was asked in by name %(n)s times, and came in %(taken)s times.",
            taken,
        )
    return line % facts


def quiet_line(m: Measures) -> list[str]:
    """How many were there without a turn, as a count."""
    if not isinstance(m.silent, tuple) or not m.silent:
        return []
    quiet = len(m.silent)
    listened = sum(1 for index in m.silent if m.people[index].listened)
    line = ngettext("%(n)d person there had no turn.", "%(n)d people there had no turn.", quiet) % {
        "n": quiet
    }
    if listened:
        heard = ngettext(
            "%(n)d of them was heard listening.", "%(n)d of them were heard listening.", listened
        )
        line = f"{line} {heard % {'n': listened}}"
    return [line]


def crossing_moments(m: Measures) -> list[str]:
    """At most three take-overs to listen to again: unfinished sentences first, then the longest held."""
    if not isinstance(m.overlaps, Overlaps):
        return []
    o = m.overlaps
    chosen = sorted(range(len(o.at_s)), key=lambda event: (not o.unfinished[event], -o.held_s[event]))[
        :MOMENTS
    ]
    return [
        _("%(at)s  %(a)s was speaking, %(b)s came in, and %(a)s stopped; listen again.")
        % {
            "at": clock(float(o.at_s[event])),
            "a": isolated(m.people[int(o.holder[event])].label),
            "b": isolated(m.people[int(o.taker[event])].label),
        }
        for event in sorted(chosen)
    ]


def rate_words(row: Row) -> str:
    """Take-overs a minute with their interval, or why not."""
    rate = row.taken_over
    if not isinstance(rate, Value) or rate.interval is None:
        return _("cannot say") if isinstance(rate, CannotSay) else _("not measurable")
    return _("%(x)s a minute (%(low)s to %(high)s)") % {
        "x": number(rate.x),
        "low": number(rate.interval.low),
        "high": number(rate.interval.high),
    }


def marked(row: Row, me: str | None) -> str:
    """The person's name, with "(you)" on the reader's own row."""
    name = isolated(row.label)
    return _("%(name)s (you)") % {"name": name} if row.label == me else name


def shown(m: Measures, me: str | None) -> list[Row]:
    """The rows a report shows: people who had a turn, and the reader's own."""
    return [m.people[index] for index in m.order if m.people[index].turns or m.people[index].label == me]


def amount_words(row: Row, m: Measures) -> str:
    """Talk time as "12:05", or a number of words."""
    if not isinstance(row.amount, Value):
        return ""
    if m.unit == "seconds":
        return clock(row.amount.x)
    return _("%(n)s words") % {"n": f"{round(row.amount.x):,}"}


def reading_line(m: Measures) -> str:
    """What was read and what was left out; the two add up to the pieces found."""
    left = f"{m.loss.skipped:,}" if m.loss.skipped else _("none")
    line = ngettext(
        "%(read)s piece read, %(left)s left out", "%(read)s pieces read, %(left)s left out", m.loss.read
    )
    parts = [line % {"read": f"{m.loss.read:,}", "left": left}]
    if m.loss.unattributed:
        parts.append(_("%(n)s without a name") % {"n": f"{m.loss.unattributed:,}"})
    if m.loss.estimated:
        parts.append(_("%(n)s with an estimated end") % {"n": f"{m.loss.estimated:,}"})
    return f"{format_title(m.format)}: {', '.join(parts)}."
