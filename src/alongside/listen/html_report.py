"""A measured meeting as one page: no script, no request to anywhere, light and dark, ready to print.

Figures come from `core.figures` over cells for the reader's own eyes. Names stand in `<bdi>`.
"""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from alongside.core.findings import Finding
from alongside.core.language import gettext as _
from alongside.core.language import language
from alongside.listen.conversation import Capability
from alongside.listen.drawing import floor_bars
from alongside.listen.findings import FIRST
from alongside.listen.measure import Measures
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

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_html(report: Report) -> str:
    """The whole page."""
    m = report.measures
    title = escape(m.title or _("A meeting"))
    style = (files("alongside.listen") / "report.css").read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="{escape(language())}" dir="auto"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{title}</title><style>\n{style}</style></head>\n<body><main>\n"
        f"<h1>{title}</h1>\n{_paragraphs([headline(m)], kind='soft')}"
        f"{_paragraphs(warnings(m), kind='notice')}{''.join(_sections(report))}</main></body></html>\n"
    )


def _sections(report: Report) -> Iterator[str]:
    m = report.measures
    if Capability.SPEAKERS in m.can:
        yield _findings(report)
        yield _floor(report)
        yield _crossings(m)
        yield _gaps(m)
    else:
        yield _paragraphs(m.loss.notes or no_speakers_note())
    yield _reading(m)


def _findings(report: Report) -> str:
    if not report.findings:
        return _paragraphs([nothing_line(report.measures)])
    first = "".join(
        _finding(place, one, plan_line(report, place))
        for place, one in enumerate(report.findings[:FIRST], start=1)
    )
    rest = report.findings[FIRST:]
    items = "".join(f"<li>{escape(one.what)}</li>" for one in rest)
    also = f'<h2>{escape(_("Also seen"))}</h2><ol start="{FIRST + 1}">{items}</ol>' if rest else ""
    return f"<section>{first}{also}</section>\n"


def _finding(place: int, finding: Finding, command: str) -> str:
    seen = "".join(
        f"<p>{escape(one.place)}</p>" + (f"<blockquote>{escape(one.quote)}</blockquote>" if one.quote else "")
        for one in finding.evidence
    )
    return (
        f'<article class="finding"><h3>{place}. {escape(finding.what)}</h3>{seen}<p>{escape(finding.why)}</p>'
        f'<p class="try"><b>{escape(_("Try next"))}</b>{escape(finding.try_next)}</p>'
        f'<p class="soft">{escape(plan_words(finding))}</p>'
        f'<p class="soft">{escape(sure_words(finding))} {escape(finding.source)}</p>'
        f"<p>{escape(_('Plan it:'))} <code>{escape(command)}</code></p></article>"
    )


def _floor(report: Report) -> str:
    m = report.measures
    lines = [*balance_lines(m), *quiet_line(m), *kept_lines(m)]
    figure = floor_bars(report, finding=lines[0] if lines else "")
    drawing = figure.html() if figure else _amounts(report)
    rest = _paragraphs(lines[1:] if figure else lines)
    return f"<section><h2>{escape(_('Who had the floor'))}</h2>{drawing}{rest}{_more(m)}</section>\n"


def _more(m: Measures) -> str:
    lines = _paragraphs(more_lines(m))
    return f"<details><summary>{escape(_('More measures'))}</summary>{lines}</details>" if lines else ""


def _amounts(report: Report) -> str:
    """Talk time alone, where there is too little for shares."""
    rows = shown(report.measures, report.me)
    return _table(
        (_("Who"), _("Talk time")),
        [(marked(row, report.me), amount_words(row, report.measures)) for row in rows],
    )


def _crossings(m: Measures) -> str:
    if not isinstance(m.overlaps, Overlaps) or not m.people:
        return ""
    table = _table(
        (_("Who"), _("Taken over while speaking")), [(row.label, rate_words(row)) for row in shown(m, None)]
    )
    return (
        f"<section><h2>{escape(_('When speech overlapped'))}</h2>{table}"
        f"{_paragraphs([*crossing_moments(m)])}{_paragraphs([accuracy_note()], kind='soft')}</section>\n"
    )


def _gaps(m: Measures) -> str:
    items = "".join(f"<li>{escape(', '.join(names))}: {escape(reason)}</li>" for reason, names in gaps(m))
    return (
        f"<section><h2>{escape(_('What this source does not tell'))}</h2><ul>{items}</ul></section>\n"
        if items
        else ""
    )


def _reading(m: Measures) -> str:
    notes = m.loss.notes if Capability.SPEAKERS in m.can else ()
    lines = _paragraphs([reading_line(m), *notes, *offer_lines(m)])
    purpose = _paragraphs([purpose_note()], kind="soft")
    return f"<section><h2>{escape(_('How it was read'))}</h2>{lines}{purpose}</section>\n"


def _paragraphs(lines: Iterable[str], *, kind: str = "") -> str:
    attribute = f' class="{kind}"' if kind else ""
    return "".join(f"<p{attribute}>{escape(line)}</p>\n" for line in lines if line)


def _table(head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    """A small table whose first column names somebody."""
    top = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join(
        f'<tr><th scope="row"><bdi>{escape(name)}</bdi></th><td>{escape(cell)}</td></tr>'
        for name, cell in rows
    )
    return (
        f'<div class="table-region"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'
    )
