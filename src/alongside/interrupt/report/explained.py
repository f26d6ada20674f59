"""One rule in full, for whoever asks why."""

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from alongside.core.grounds import Ground
from alongside.core.language import gettext as _
from alongside.interrupt.report.text import PLAIN, Ink

if TYPE_CHECKING:
    from alongside.interrupt.rule_set import RuleText


def explained(about: "RuleText", *, ink: Ink = PLAIN) -> str:
    """Why, what to write and say instead, when it is fine, and where we learned it."""
    return "\n".join([ink.strong(about.id), *_lines(about), ""])


def _lines(about: "RuleText") -> Iterator[str]:
    yield from _part(about.why)
    if about.alternatives:
        yield from _part(_("Instead: %(words)s") % {"words": " · ".join(about.alternatives)})
    yield from _part(about.no_drop_in)
    yield from _part(_("To say: %(call_in)s") % {"call_in": about.call_in})
    yield from _part(_("Fine: %(when)s") % {"when": about.fine_when})
    if about.both_ways:
        yield from _part(_("Both ways: %(words)s") % {"words": about.both_ways})
    grounds = ", ".join(Ground(each).label for each in about.grounds)
    yield from _part(_("It is about: %(grounds)s") % {"grounds": grounds})
    for source in about.sources:
        yield from _part(_("Learned from: %(source)s") % {"source": f"{source.title} {source.url}".strip()})
    if about.scene:
        yield from _part(
            _("Practise it: %(command)s") % {"command": f"alongside practise scene {about.scene}"}
        )
    yield from _part(_("Let a place be: %(comment)s") % {"comment": f"alongside: ignore[{about.id}]"})
    yield from _part(_("Switch it off: %(option)s") % {"option": f"--no-rule {about.id}"})


def _part(text: str) -> list[str]:
    return wrap(
        text, width=80, initial_indent="  ", subsequent_indent="    ", break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
