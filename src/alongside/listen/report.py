"""A measured meeting as plain text for 80 columns: what to take along, then the measures, then the gaps.

People stand in order of first appearance and nobody is ranked; people who did not speak are a count.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from alongside.core.findings import Finding
from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.listen.conversation import Capability
from alongside.listen.findings import FIRST
from alongside.listen.formats import FORMATS
from alongside.listen.json_report import as_json
from alongside.listen.measure import Measures, Row
from alongside.listen.methods import explain, methods
from alongside.listen.metrics import Value
from alongside.listen.moments import columns, isolated, padded, percent
from alongside.listen.summary import (
    Report,
    amount_words,
    balance_lines,
    crossing_moments,
    gaps,
    headline,
    kept_lines,
    marked,
    more_lines,
    no_speakers_note,
    nothing_line,
    offer_lines,
    plan_line,
    plan_words,
    purpose_note,
    quiet_line,
    rate_words,
    reading_line,
    shown,
    sure_words,
    warnings,
)
from alongside.listen.takeovers import Overlaps, accuracy_note

__all__ = ["PLAIN", "Ink", "Report", "as_json", "as_text", "formats_text", "method_list", "method_text"]

_WIDTH, _NAME, _BAR = 80, 24, 28
_STYLED = re.compile("\x1b\\[[0-9;]*m")


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
        parts += [list(_findings(report, ink)), _floor(report, ink), _crossings(m, ink), _gaps(m, ink)]
    else:
        parts += [list(m.loss.notes) or no_speakers_note()]
    parts += [_reading(m, ink)]
    return (
        "\n\n".join(part for part in ("\n".join(_set(lines)).strip("\n") for lines in parts) if part) + "\n"
    )


def _head(m: Measures, ink: Ink) -> list[str]:
    return [ink.strong(m.title or _("A meeting")), headline(m)]


def _findings(report: Report, ink: Ink) -> list[str]:
    m = report.measures
    if not report.findings:
        return [nothing_line(m)]
    lines: list[str] = []
    for place, finding in enumerate(report.findings[:FIRST], start=1):
        lines += _finding(place, finding, plan_line(report, place), ink)
    rest = report.findings[FIRST:]
    if rest:
        lines.append(ink.strong(_("Also seen")))
        lines += [f"{place:>2}  {finding.what}" for place, finding in enumerate(rest, start=FIRST + 1)]
    return lines


def _finding(place: int, finding: Finding, plan: str, ink: Ink) -> Iterator[str]:
    yield ink.strong(f"{place:>2}  {finding.what}")
    for seen in finding.evidence:
        yield f"    {seen.place}" + (f"  “{seen.quote}”" if seen.quote else "")
    yield ink.soft(f"    {finding.why}")
    yield f"    → {finding.try_next}"
    metric = finding.source.partition("#")[2].partition(".")[0]
    yield ink.soft("    " + plan_words(finding))
    yield ink.soft("    " + sure_words(finding))
    yield ink.soft("    " + _("How we know: %(command)s") % {"command": f"alongside listen explain {metric}"})
    yield "    " + _("Plan it: %(command)s") % {"command": plan}
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


def _bar_line(row: Row, report: Report, full: float, ink: Ink) -> str:
    line = f"{padded(marked(row, report.me), _NAME)}{amount_words(row, report.measures):>10}"
    if not isinstance(row.share, Value) or not isinstance(row.even_share, Value):
        return line
    filled = round(row.share.x / full * _BAR)
    bar = [("▇" if ink.blocks else "#") if at < filled else " " for at in range(_BAR + 1)]
    bar[round(row.even_share.x / full * _BAR)] = "|"
    return f"{line}{percent(row.share.x):>7}  {''.join(bar).rstrip()}"


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
    notes = m.loss.notes if Capability.SPEAKERS in m.can else ()  # said at the top where nobody is named
    lines = [ink.strong(_("How it was read")), reading_line(m), *notes]
    lines += offer_lines(m)
    return [*lines, "", *map(ink.soft, [*more_lines(m), purpose_note()])]


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
