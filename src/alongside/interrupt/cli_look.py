"""Part of the door: what `alongside look` says about a text that is no meeting, or about a folder."""

import sys
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from textwrap import wrap
from typing import NoReturn

import click

from alongside.core.findings import Finding
from alongside.core.language import gettext as _
from alongside.interrupt.cli_check import ink, say
from alongside.interrupt.glance import MOST, Glance, glance
from alongside.interrupt.report.text import Ink, shown


def look_at_words(path: str, *, exit_zero: bool) -> NoReturn:
    """Say at most three things about the wording, after the meetings that lie there, and end."""
    found = glance(Path(path))
    say("\n".join(_lines(path, found, ink())))
    if not found.findings:
        told = _("Nothing stood out in its wording.")
        way_out = (
            "" if Path(path).is_dir() else _("If it is a meeting's transcript, say its format with --as.")
        )
        click.echo(f"{told} {way_out}".strip(), err=True)
    sys.exit(1 if found.findings and not exit_zero else 0)


def _lines(path: str, found: Glance, style: Ink) -> Iterator[str]:
    for meeting in found.meetings[:MOST]:
        yield _("A meeting is here, too: %(command)s") % {
            "command": f"alongside look {quote(shown(meeting))}"
        }
    if found.meetings:
        yield ""
    for number, finding in enumerate(found.findings[:MOST], start=1):
        yield from _finding(number, finding, path, style)
    if found.findings:
        yield _("All of it, and how to let a place be: %(command)s") % {
            "command": f"alongside check {quote(shown(path))}"
        }
        yield ""


def _finding(number: int, finding: Finding, path: str, style: Ink) -> Iterator[str]:
    yield style.strong(f"{number:>2}  {shown(finding.what)}")
    for seen in finding.evidence:
        yield from _hung(f"{shown(seen.place)}  “{shown(seen.quote)}”")
    yield from map(style.soft, _hung(finding.why))
    yield from _hung(f"→ {finding.try_next}")
    yield from map(
        style.soft, _hung(_("As a plan: %(sentence)s") % {"sentence": shown(finding.plan_sentence)})
    )
    yield from map(style.soft, _hung(_("How sure: %(sure)s.") % {"sure": finding.confidence.words}))
    yield from map(style.soft, _hung(_("How we know: %(source)s") % {"source": finding.source}))
    command = f"alongside act commit --finding {number} --look {quote(shown(path))}"
    yield "    " + _("Plan it: %(command)s") % {"command": command}
    yield ""


def _hung(text: str) -> list[str]:
    return wrap(
        text,
        width=80,
        initial_indent="    ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
