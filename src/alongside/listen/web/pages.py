"""The parts of the page Look: the form, and a report as a page of ours."""

from collections.abc import Mapping, Sequence

from babel.dates import format_date
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.core.findings import Finding
from alongside.listen import summary as words
from alongside.listen.conversation import Capability
from alongside.listen.drawing import floor_bars
from alongside.listen.findings import FIRST
from alongside.listen.report import Report
from alongside.listen.takeovers import Overlaps, accuracy_note
from alongside.listen.web.queries import KeptLook
from alongside.web.parts import Button, Field, Link, Notice, NoticeKind, PageHead, ShownFinding, Table


def form_parts(
    values: Mapping[str, str], errors: Mapping[str, str], *, kept: Sequence[KeptLook]
) -> dict[str, object]:
    """The page before a look. `values` has what was filled in, and a word for each file that was chosen."""
    return {
        "head": PageHead(
            heading=_("Look at a meeting"),
            lead=_("Who got to speak, which question was left open, and what you can do next time."),
        ),
        "file": Field(
            name="file",
            label=_("A transcript"),
            hint=_("From Zoom, Teams, Otter or Rev; VTT, SRT or RTTM. Up to 50 MB."),
            kind="file",
            error=errors.get("file", ""),
        ),
        "more": _more(values, errors),
        "more_open": any(name != "file" for name in errors) or any(values.values()),
        "look_button": Button(label=_("Look at it"), id="look-deed"),
        "sample_button": Button(
            label=_("Look at our sample"), id="look-sample", kind="plain", name="deed", value="sample"
        ),
        "kept": [_kept(each) for each in kept],
    }


def _more(values: Mapping[str, str], errors: Mapping[str, str]) -> tuple[Field, ...]:
    return (
        Field(
            name="pasted",
            label=_("Or paste the transcript"),
            value=values.get("pasted", ""),
            error=errors.get("pasted", ""),
            rows=6,
            optional=True,
        ),
        Field(
            name="me",
            label=_("Your name in the transcript"),
            hint=_("Marks your own row."),
            value=values.get("me", ""),
            error=errors.get("me", ""),
            optional=True,
        ),
        Field(
            name="roster",
            label=_("Who was there"),
            hint=_("Zoom's list of participants, or one name a line. Shows who had no turn."),
            kind="file",
            error=errors.get("roster", ""),
            optional=True,
        ),
        Field(
            name="chat",
            label=_("The chat"),
            hint=_("As saved with the meeting."),
            kind="file",
            error=errors.get("chat", ""),
            optional=True,
        ),
        Field(
            name="aliases",
            label=_("Names that are one person"),
            hint=_("A file aliases.toml."),
            kind="file",
            error=errors.get("aliases", ""),
            optional=True,
        ),
    )


def _kept(look: KeptLook) -> dict[str, object]:
    day = format_date(look.day, "d MMMM y", locale=get_language() or "en")
    return {
        "id": look.id,
        "title": look.title or _("A meeting"),
        "day": str(day),
        "found": look.found,
        "button": Button(label=_("Take out"), id=f"forget-{look.id}", about=f"about-{look.id}", kind="quiet"),
    }


def result_parts(report: Report, *, ticket: str) -> dict[str, object]:
    """The page after a look."""
    m = report.measures
    speakers = Capability.SPEAKERS in m.can
    lines = [*words.balance_lines(m), *words.quiet_line(m), *words.kept_lines(m)] if speakers else []
    figure = floor_bars(report, finding=lines[0] if lines else "")
    return {
        "head": PageHead(where=_("Look"), heading=m.title or _("A meeting"), lead=words.headline(m)),
        "warnings": [Notice(kind=NoticeKind.CAREFUL, text=line) for line in words.warnings(m)],
        "findings": [_shown(each, number) for number, each in enumerate(report.findings[:FIRST], start=1)],
        "also": [each.what for each in report.findings[FIRST:]],
        "no_speakers": [] if speakers else words.no_speakers_note(),
        "nothing": words.nothing_line(m) if speakers and not report.findings else "",
        "figure": figure,
        "lines": lines[1:] if figure else lines,
        "more": words.more_lines(m) if speakers else [],
        "overlap": _overlap(report) if speakers else None,
        "moments": words.crossing_moments(m) if speakers else [],
        "accuracy": accuracy_note() if speakers and isinstance(m.overlaps, Overlaps) else "",
        "gaps": [{"names": ", ".join(names), "reason": reason} for reason, names in words.gaps(m)],
        "reading": [words.reading_line(m), *m.loss.notes, *words.offer_lines(m)],
        "purpose": words.purpose_note(),
        "ticket": ticket,
        "keep_button": Button(label=_("Keep the result"), id="keep-look", kind="plain"),
        "again": Link(label=_("Look at another meeting"), url=reverse("listen:look"), id="look-again"),
    }


def _shown(finding: Finding, number: int) -> ShownFinding:
    guide, _hash, place = finding.source.partition("#")
    slug = guide.removeprefix("docs/").removesuffix(".md")
    url = f"{reverse('help-page', args=(slug,))}#{place}" if guide.startswith("docs/") else ""
    plan = reverse("act:commitments-from-finding")
    return ShownFinding(finding=finding, id=f"finding-{number}", plan_url=plan, source_url=url)


def _overlap(report: Report) -> Table | None:
    m = report.measures
    if not isinstance(m.overlaps, Overlaps):
        return None
    rows = tuple((row.label, words.rate_words(row)) for row in words.shown(m, None))
    return Table(
        id="overlap",
        caption=_("Taken over while speaking"),
        headers=(_("Who"), _("How often")),
        rows=rows,
    )
