"""What a check of a calendar file prints, and the same as JSON."""

from collections.abc import Iterator, Sequence

from alongside.core.findings import Finding
from alongside.core.language import gettext as _
from alongside.core.paragraphs import indented, wrapped


def findings_text(found: Sequence[Finding]) -> str:
    """The findings as a page of text; one line where there is nothing to mend."""
    if not found:
        return _("Nothing to mend.") + "\n"
    return "\n".join("\n".join(_lines(finding)) + "\n" for finding in found)


def findings_body(found: Sequence[Finding]) -> dict[str, object]:
    """The findings as JSON."""
    return {"schema_version": 1, "findings": [_body(finding) for finding in found]}


def _lines(finding: Finding) -> Iterator[str]:
    yield from wrapped(finding.what)
    for place in finding.evidence:
        yield f"   {place.place}: {place.quote}" if place.quote else f"   {place.place}"
    if finding.why:
        yield from indented(finding.why)
    yield from indented(_("Try next: %(try_next)s") % {"try_next": finding.try_next})
    told = {"sure": finding.confidence.words, "source": finding.source}
    yield from indented(_("How sure: %(sure)s. Source: %(source)s.") % told)


def _body(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.id,
        "practice": finding.practice.value,
        "what": finding.what,
        "evidence": [{"place": each.place, "quote": each.quote} for each in finding.evidence],
        "confidence": finding.confidence.value,
        "source": finding.source,
        "why": finding.why,
        "try_next": finding.try_next,
    }
