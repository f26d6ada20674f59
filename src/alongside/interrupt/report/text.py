"""A check as text for 80 columns: file by file, each rule explained once, then only named.

A clean run says nothing. Words from a file are shown without signs that could steer a terminal.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from alongside.core.language import gettext as _
from alongside.core.language import ngettext
from alongside.interrupt.hits import Hit, Level
from alongside.interrupt.report.telling import Telling, offer, on_one_line
from alongside.interrupt.results import Checked, FileResult, SetAside, Suppressed

if TYPE_CHECKING:
    from alongside.interrupt.rule_set import RuleText

_WIDTH: Final = 80
_INDENT: Final = " " * 6
_AROUND: Final = 30
"""Signs of the sentence shown on each side of the words (our choice: one line of a terminal)."""
_STEERING: Final = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BY: Final = {
    SetAside.COMMENT: lambda: _("by a comment"),
    SetAside.SETTINGS: lambda: _("by your settings"),
    SetAside.BASELINE: lambda: _("by the baseline"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How a terminal sets the words found and quiet lines."""

    strong: Callable[[str], str] = str
    soft: Callable[[str], str] = str


PLAIN: Final = Ink()


def as_text(telling: Telling, *, ink: Ink = PLAIN) -> str:
    """The findings; empty where there are none."""
    explained: set[str] = set()
    lines: list[str] = []
    for file in telling.checked.files:
        lines += _file(file, telling, explained, ink)
    if any(file.hits for file in telling.checked.files):
        lines += [*_closing(telling), ""]
    return "\n".join(lines)


def shown(text: str) -> str:
    """Text of somebody else's without signs that could steer a terminal or turn a line round."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def place_of(path: str, hit: Hit) -> str:
    """Where a hit is, as an editor understands it; the cell or paragraph for documents that have those."""
    where = f"{path}, {hit.place}" if hit.place else path
    return f"{where}:{hit.line}:{hit.column}"


def _file(file: FileResult, telling: Telling, explained: set[str], ink: Ink) -> Iterator[str]:
    aside = file.suppressed if telling.shows_suppressed else ()
    if not file.hits and not aside:
        return
    yield ink.strong(shown(file.path))
    for hit in file.hits:
        yield from _hit(hit, telling.about(hit.rule), explained, ink)
    for each in aside:
        yield ink.soft(_aside(each))
    yield ""


def _hit(hit: Hit, about: "RuleText", explained: set[str], ink: Ink) -> Iterator[str]:
    hint = _(" (a hint)") if hit.level is Level.CONSIDER else ""
    head = f"{_where(hit)}  “{ink.strong(shown(on_one_line(hit)))}”{hint}"
    if hit.rule in explained:
        yield f"{head}  → {offer(about)}  {ink.soft(hit.rule)}"
        return
    explained.add(hit.rule)
    yield head
    if around := _around(hit):
        yield from _wrapped(around, ink.soft)
    yield from _wrapped(about.why)
    yield from _wrapped("→ " + offer(about))
    yield from _wrapped(_("To say: %(call_in)s") % {"call_in": about.call_in})
    yield from _wrapped(_last_line(about), ink.soft)


def _where(hit: Hit) -> str:
    """The place within the file."""
    return f"  {hit.place + ', ' if hit.place else ''}{hit.line}:{hit.column}"


def _around(hit: Hit) -> str:
    """The words in their sentence; nothing where they are all of it."""
    before, found, after = shown(hit.sentence).partition(shown(on_one_line(hit)))
    if not found or not (before.strip() or after.strip()):
        return ""
    left = f"… {before[-_AROUND:].partition(' ')[2]}" if len(before) > _AROUND else before
    right = f"{after[:_AROUND].rpartition(' ')[0]} …" if len(after) > _AROUND else after
    return f"{left}{found}{right}".strip()


def _last_line(about: "RuleText") -> str:
    parts = [about.id]
    if about.sources:
        first = about.sources[0]
        parts.append(f"{first.title} {first.url}".strip())
    if about.scene:
        parts.append(f"alongside practise scene {about.scene}")
    return " · ".join(parts)


def _wrapped(text: str, ink: Callable[[str], str] = str) -> Iterator[str]:
    for line in wrap(
        text,
        width=_WIDTH,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    ):
        yield ink(line)


def _aside(each: Suppressed) -> str:
    by = _BY[each.by]() + (f": {shown(each.reason)}" if each.reason else "")
    told = {"place": _where(each.hit), "words": shown(on_one_line(each.hit)), "by": by, "rule": each.hit.rule}
    return _("%(place)s  “%(words)s”, set aside %(by)s (%(rule)s)") % told


def _closing(telling: Telling) -> Iterator[str]:
    reword, consider = telling.count(Level.REWORD), telling.count(Level.CONSIDER)
    files = sum(1 for file in telling.checked.files if file.hits)
    parts = [
        ngettext("%(count)d place to reword", "%(count)d places to reword", reword) % {"count": reword},
        ngettext("%(count)d hint", "%(count)d hints", consider) % {"count": consider},
    ]
    found = ", ".join(part for part, count in zip(parts, (reword, consider), strict=True) if count)
    yield ngettext("%(found)s in %(count)d file.", "%(found)s in %(count)d files.", files) % {
        "found": found,
        "count": files,
    }
    rule = next(hit.rule for _file, hit in telling.hits())
    yield _("Why, and when it is fine: %(command)s") % {"command": f"alongside check --explain {rule}"}
    yield _("To let a place be, add a comment on its line: %(comment)s") % {
        "comment": f"alongside: ignore[{rule}]"
    }


def notes(checked: Checked, *, unused: bool = False) -> tuple[str, ...]:
    """What is told beside the findings: what was not read, or not as usual; comments that do nothing."""
    lines = [f"{shown(file.path)}: {note}" for file in checked.files for note in file.notes]
    if unused:
        lines += [
            _("%(place)s: “%(says)s” sets nothing aside; it can go.")
            % {"place": f"{shown(file.path)}:{each.line}", "says": shown(f"alongside: {each.says}")}
            for file in checked.files
            for each in file.unused
        ]
    lines += [
        _("%(path)s: not read. %(why)s.") % {"path": shown(file.path), "why": shown(file.unread)}
        for file in checked.unread
    ]
    return (*lines, *_passed_by(checked), *_stale(checked))


def _passed_by(checked: Checked) -> Iterator[str]:
    if checked.unread:
        yield ngettext(
            "%(count)d file was not read; the others were checked.",
            "%(count)d files were not read; the others were checked.",
            len(checked.unread),
        ) % {"count": len(checked.unread)}
    if checked.binaries:
        yield ngettext(
            "%(count)d file without text was passed by.",
            "%(count)d files without text were passed by.",
            checked.binaries,
        ) % {"count": checked.binaries}
    if checked.links:
        yield ngettext(
            "%(count)d link was not followed.", "%(count)d links were not followed.", checked.links
        ) % {"count": checked.links}
    if checked.left_out:
        yield ngettext(
            "%(count)d file is left out by your settings.",
            "%(count)d files are left out by your settings.",
            checked.left_out,
        ) % {"count": checked.left_out}


def _stale(checked: Checked) -> Iterator[str]:
    if checked.stale:
        count = len(checked.stale)
        yield ngettext(
            "%(count)d stale entry in the baseline: its words are gone. Take it out with --update-baseline.",
            "%(count)d stale entries in the baseline: their words are gone. Take them out with "
            "--update-baseline.",
            count,
        ) % {"count": count}
