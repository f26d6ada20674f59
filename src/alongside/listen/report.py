"""A measured meeting as plain text for 80 columns: first what to take along, then the measures, then the gaps.

People stand in order of first appearance and nobody is ranked; people who did not speak are a count.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from alongside.core.findings import Finding
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.listen.balance import Balance
from alongside.listen.conversation import Capability
from alongside.listen.credit import Credit
from alongside.listen.findings import FIRST
from alongside.listen.formats import FORMATS
from alongside.listen.invitations import Invitation
from alongside.listen.measure import UNATTRIBUTED_WARNING, Measures, Row
from alongside.listen.metrics import Absent, CannotSay, NotMeasurable, Value
from alongside.listen.methods import explain, methods
from alongside.listen.moments import clock, columns, isolated, length, number, padded
from alongside.listen.questions import Questions
from alongside.listen.takeovers import Overlaps, accuracy_note

LOSS_WARNING = 0.05
"""Our choice: above this share of cues left out, the report opens with the loss."""
MOMENTS = 3
"""Our choice: at most three single take-overs are pointed at."""
_WIDTH, _NAME, _BAR = 80, 24, 28
_STYLED = re.compile("\x1b\\[[0-9;]*m")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Report:
    """One meeting as its reader gets it: measures, findings, the reader's own label, and what `--look` takes."""

    measures: Measures
    findings: tuple[Finding, ...]
    me: str | None = None
    source: str = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How the terminal sets headings and quiet lines, and whether it can draw beyond ASCII."""

    strong: Callable[[str], str] = str
    soft: Callable[[str], str] = str
    blocks: bool = True


PLAIN = Ink()


def as_text(report: Report, *, ink: Ink = PLAIN) -> str:
    """The whole report, ending in a newline."""
    m = report.measures
    parts: list[list[str]] = [_head(m, ink), warnings(m)]
    if Capability.SPEAKERS in m.can:
        parts += [list(_findings(report, ink)), _floor(report, ink), _crossings(m, ink)]
    else:
        parts += [no_speakers_note()]
    parts += [_gaps(m, ink), _reading(m, ink)]
    return "\n\n".join(part for part in ("\n".join(_set(lines)) for lines in parts) if part) + "\n"


def no_speakers_note() -> list[str]:
    """What to do about a file without speakers."""
    return [
        _(
            "This file does not say who spoke, so there are no shares and no findings. Export it again with "
            "speaker names (in Zoom and Teams: the VTT transcript, not the captions), or use a recogniser that "
            "tells voices apart and name them with --aliases."
        )
    ]


def purpose_note() -> str:
    """What a report is for; printed on every one."""
    return _(
        "For the people who were there, to hear each other better next time; not for appraising anybody."
    )


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


def warnings(m: Measures) -> list[str]:
    """What a reader must know first: much left out, or much that no name stands beside."""
    found = []
    if m.loss.share_lost > LOSS_WARNING:
        found.append(
            _("Mind the gaps: %(skipped)d of %(all)d cues could not be read.")
            % {"skipped": m.loss.skipped, "all": m.loss.read + m.loss.skipped}
        )
    if m.people and m.unattributed_share > UNATTRIBUTED_WARNING:
        found.append(
            _("%(share)d %% of the talk has no name beside it. The shares are of the rest.")
            % {"share": round(m.unattributed_share * 100)}
        )
    return found


def gaps(m: Measures) -> list[tuple[str, tuple[str, ...]]]:
    """Every reason why something is missing, with the names of what it keeps from being said."""
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
    """The group's balance in a sentence or two."""
    if not isinstance(m.balance, Balance):
        return []
    b = m.balance
    base = _("among those there") if isinstance(m.silent, tuple) else _("among those who spoke")
    facts = {
        "effective": f"{b.effective_speakers.x:.1f}",
        "n": b.effective_speakers.n,
        "even": number(b.evenness.x),
        "gini": number(b.gini_corrected.x),
        "base": base,
    }
    return [
        _(
            "Balance %(base)s: as if %(effective)s of %(n)d spoke. Evenness %(even)s (1 is even), Gini %(gini)s (0 is even)."
        )
        % facts
    ]


def kept_lines(m: Measures) -> list[str]:
    """Counts of the positive acts and of questions, in a line."""
    parts = []
    if isinstance(m.invitations, tuple):
        taken = sum(1 for one in m.invitations if one.taken_up_by is not None)
        parts.append(
            ngettext(
                "%(n)d invitation by name (%(taken)d taken up)",
                "%(n)d invitations by name (%(taken)d taken up)",
                len(m.invitations),
            )
            % {"n": len(m.invitations), "taken": taken}
        )
    if isinstance(m.credits, tuple):
        parts.append(
            ngettext("%(n)d credit aloud", "%(n)d credits aloud", len(m.credits)) % {"n": len(m.credits)}
        )
    if isinstance(m.questions, Questions):
        parts.append(
            ngettext("%(n)d question put to the room", "%(n)d questions put to the room", m.questions.asked)
            % {"n": m.questions.asked}
        )
    return [", ".join(parts) + "."] if parts else []


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
    """At most three take-overs to listen to again, unfinished sentences first."""
    if not isinstance(m.overlaps, Overlaps):
        return []
    o = m.overlaps
    chosen = sorted(range(len(o.at_s)), key=lambda event: (not o.unfinished[event], event))[:MOMENTS]
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


def _head(m: Measures, ink: Ink) -> list[str]:
    return [ink.strong(m.title or _("A meeting")), headline(m)]


def _findings(report: Report, ink: Ink) -> list[str]:
    if not report.findings:
        return [_("Nothing stood out, for better or worse. The measures follow.")]
    lines: list[str] = []
    for place, finding in enumerate(report.findings[:FIRST], start=1):
        lines += _finding(place, finding, report.source, ink)
    rest = report.findings[FIRST:]
    if rest:
        lines.append(ink.strong(_("Also seen")))
        lines += [f"{place:>2}  {finding.what}" for place, finding in enumerate(rest, start=FIRST + 1)]
    return lines


def _finding(place: int, finding: Finding, source: str, ink: Ink) -> Iterator[str]:
    yield ink.strong(f"{place:>2}  {finding.what}")
    for seen in finding.evidence:
        yield f"    {seen.place}" + (f"  “{seen.quote}”" if seen.quote else "")
    yield f"    → {finding.try_next}"
    metric = finding.source.partition("#")[2].partition(".")[0]
    yield ink.soft(
        "    "
        + _("%(sure)s · how we know: %(command)s")
        % {"sure": finding.confidence.words, "command": f"alongside listen explain {metric}"}
    )
    yield "    " + _("Plan it: %(command)s") % {
        "command": f"alongside act commit --finding {place} --look {source}"
    }
    yield ""


def _floor(report: Report, ink: Ink) -> list[str]:
    m = report.measures
    rows = shown(m, report.me)
    if not rows:
        return []
    lines = [ink.strong(_("Who had the floor, in order of first appearance"))]
    full = max((row.share.x for row in rows if isinstance(row.share, Value)), default=0.0)
    even = [row.even_share.x for row in rows if isinstance(row.even_share, Value)]
    full = max([full, *even])
    lines += [_bar_line(row, report, full, ink) for row in rows]
    if even:
        mark = _("| marks the even share: talk time if it followed the minutes each was there.")
        lines.append(ink.soft(mark))
    return [*lines, "", *quiet_line(m), *balance_lines(m), *kept_lines(m)]


def shown(m: Measures, me: str | None) -> list[Row]:
    """The rows a report shows: people who had a turn, and the reader's own."""
    return [m.people[index] for index in m.order if m.people[index].turns or m.people[index].label == me]


def amount_words(row: Row, m: Measures) -> str:
    """Talk time as "12:05", or a number of words."""
    if not isinstance(row.amount, Value):
        return ""
    if m.unit == "seconds":
        return clock(row.amount.x)
    return _("%(n)d words") % {"n": round(row.amount.x)}


def _bar_line(row: Row, report: Report, full: float, ink: Ink) -> str:
    line = f"{padded(marked(row, report.me), _NAME)}{amount_words(row, report.measures):>10}"
    if not isinstance(row.share, Value) or not isinstance(row.even_share, Value):
        return line
    filled = round(row.share.x / full * _BAR)
    bar = [("▇" if ink.blocks else "#") if at < filled else " " for at in range(_BAR + 1)]
    bar[round(row.even_share.x / full * _BAR)] = "|"
    return f"{line}{round(row.share.x * 100):>5} %  {''.join(bar).rstrip()}"


def _crossings(m: Measures, ink: Ink) -> list[str]:
    if not isinstance(m.overlaps, Overlaps) or not m.people:
        return []
    tried = len(m.overlaps.tried)
    return [
        ink.strong(_("When speech overlapped")),
        *(
            padded(isolated(row.label), _NAME) + _("taken over %(rate)s") % {"rate": rate_words(row)}
            for row in shown(m, None)
        ),
        "",
        *crossing_moments(m),
        ngettext(
            "%(n)d time somebody came in and stopped first.",
            "%(n)d times somebody came in and stopped first.",
            tried,
        )
        % {"n": tried},
        ink.soft(accuracy_note()),
    ]


def _gaps(m: Measures, ink: Ink) -> list[str]:
    found = gaps(m)
    if not found:
        return []
    lines = [ink.strong(_("What this source does not tell"))]
    return [*lines, *(f"- {', '.join(names)}: {reason}" for reason, names in found)]


def _reading(m: Measures, ink: Ink) -> list[str]:
    lines = [ink.strong(_("How it was read")), reading_line(m), *m.loss.notes]
    lines += [
        _("“%(one)s” and “%(other)s” look alike. If they are one person, say so with --aliases.")
        % {"one": isolated(one), "other": isolated(other)}
        for one, other in m.alias_offers
    ]
    return [*lines, "", ink.soft(purpose_note())]


def reading_line(m: Measures) -> str:
    """What was read and what was left out; the two add up to the cues found."""
    line = ngettext(
        "%(read)d cue read, %(skipped)d left out", "%(read)d cues read, %(skipped)d left out", m.loss.read
    )
    parts = [line % {"read": m.loss.read, "skipped": m.loss.skipped}]
    if m.loss.unattributed:
        parts.append(_("%(n)d without a name") % {"n": m.loss.unattributed})
    if m.loss.estimated:
        parts.append(_("%(n)d with an estimated end") % {"n": m.loss.estimated})
    return f"{m.format}: {', '.join(parts)}."


def _set(lines: list[str]) -> Iterator[str]:
    """The lines in 80 columns; a long one hangs under its text. Commands are never broken."""
    for line in lines:
        if columns(_bare(line)) <= _WIDTH or "--look" in line:
            yield line
            continue
        text = _bare(line)
        hang = len(text) - len(text.lstrip(" ")) + (2 if text.lstrip().startswith(("- ", "→ ")) else 0)
        numbered = re.match(r" ?\d+  ", text)
        hang = numbered.end() if numbered else hang
        yield from wrap(
            line, _WIDTH, subsequent_indent=" " * hang, break_long_words=False, break_on_hyphens=False
        )


def _bare(line: str) -> str:
    return _STYLED.sub("", line)


def formats_text() -> str:
    """What can be read, and the most each format can tell."""
    lines = [_("These are recognised by what is in the file, never by its name. One file may tell less."), ""]
    for one in FORMATS:
        tells = ", ".join(sorted(ability.value.replace("_", " ") for ability in one.can))
        lines += [f"{one.id:<12}{one.title}", f"            {tells}"]
    return "\n".join(_set(lines)) + "\n"


def method_list() -> str:
    """The measures there are, by id."""
    return "".join(f"{method.id:<24}{method.title}\n" for method in methods())


def method_text(metric: str) -> str:
    """One measure explained. Raises Trouble for an unknown one."""
    method = explain(metric)
    parts = (
        method.title,
        _("Formula: %(text)s") % {"text": method.formula},
        _("Needs: %(text)s") % {"text": method.needs},
        _("Least: %(text)s") % {"text": method.minimum},
        _("Source: %(text)s") % {"text": method.source},
    )
    return "\n".join(_set(list(parts))) + "\n"
