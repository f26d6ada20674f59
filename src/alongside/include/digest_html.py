"""A letter as HTML for mail programs: style in every element, readable in the dark, nothing fetched."""

from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from babel import Locale

from alongside.core.language import gettext as _
from alongside.include.letter import Group, Letter, Line

if TYPE_CHECKING:
    from css_inline import CSSInliner


def in_html(letter: Letter, *, language: str) -> str:
    """The letter as one HTML page without any request. `language` is the one it is written in."""
    direction = Locale.parse(language.replace("-", "_")).text_direction
    note = "".join(f"<p>{escape(each)}</p>" for each in letter.note)
    stop = f'<a href="{escape(letter.stop)}">{escape(_("End these letters"))}</a>'
    page = f"""<!DOCTYPE html><html lang="{escape(language)}" dir="{direction}"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>{escape(letter.subject)}</title><style>{_style()}</style></head><body>
<div class="paper" lang="{escape(language)}" dir="{direction}"><div class="sheet" role="main">
<h1>{escape(letter.title)}</h1><p class="day">{escape(letter.day)}</p>
{note}{"".join(_group(group) for group in letter.groups)}
<div class="foot"><p>{escape(letter.why)}</p><p>{stop}</p></div>
</div></div></body></html>"""
    return _inliner().inline(page)


def _group(group: Group) -> str:
    return f"<h2>{escape(group.heading)}</h2><ul>{''.join(map(_item, group.lines))}</ul>"


def _item(line: Line) -> str:
    """The line; of several sentences the first is the link, since a link is read out as a whole."""
    if not line.url:
        return f"<li>{escape(line.text)}</li>"
    first, stop, rest = line.text.partition(". ")
    head = first + stop.rstrip()
    return f'<li><a href="{escape(line.url)}">{escape(head)}</a> {escape(rest)}</li>'


@cache
def _style() -> str:
    return (files("alongside.include") / "digest.css").read_text("utf-8")


@cache
def _inliner() -> "CSSInliner":
    from css_inline import CSSInliner  # noqa: PLC0415  # loaded when the first letter is written

    return CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)
