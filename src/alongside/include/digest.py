"""The letter of the week or the month: what waits for somebody, as plain text and as HTML that says the same.

The subject says nothing to whoever looks at the screen from the side, and of a hidden circle the letter says
only that something waits. Limits: no picture, no counting of who opens it, no link but to our own pages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from textwrap import fill
from typing import Final

from babel.dates import format_date

from alongside.core.language import gettext as _
from alongside.core.language import language
from alongside.include.digest_html import in_html
from alongside.include.letter import Every, Group, Letter, Line, Section

WIDTH: Final = 72
"""Columns of the text part (taste: RFC 3676 wraps at no more than 78)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digestible:
    """What goes into one letter. `home` is the address of our pages, `stop` the page that ends the letters.

    `title` and `note` are the steward's, where a circle writes; `hidden` where that circle is hidden.
    """

    home: str
    stop: str
    every: Every
    lines: Sequence[Line]
    title: str = ""
    note: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """A letter, ready to be sent."""

    subject: str
    text: str
    html: str


def compose(items: Digestible, *, today: date) -> Digest:
    """The letter of these items, in the language of this context."""
    letter = lay_out(items, today=today)
    return Digest(subject=letter.subject, text=in_text(letter), html=in_html(letter, language=language()))


def lay_out(items: Digestible, *, today: date) -> Letter:
    """What the letter says. Nothing of a hidden circle is left in it, and no link leads elsewhere."""
    lines = () if items.hidden else tuple(_at_home(line, items.home) for line in items.lines)
    shown = [line for line in lines if not line.hidden]
    if items.hidden or len(shown) < len(lines):
        shown.append(_something(items.home))
    order = list(Section)
    shown.sort(key=lambda line: order.index(line.section))
    subject = _subject(items.every)
    return Letter(
        subject=subject,
        day=format_date(today, "long", locale=language().replace("-", "_")),
        title=subject if items.hidden or not items.title else items.title,
        note=() if items.hidden else _paragraphs(items.note),
        groups=tuple(
            Group(heading=_heading(section), lines=tuple(group))
            for section, group in groupby(shown, key=lambda line: line.section)
        ),
        why=_why(items.every),
        stop=items.stop,
    )


def in_text(letter: Letter) -> str:
    """The letter as plain text: everything the HTML says, and every link."""
    parts = [letter.title, letter.day, *(fill(each, WIDTH) for each in letter.note)]
    for group in letter.groups:
        parts.append(group.heading.upper())
        parts += [_item(line) for line in group.lines]
    foot = f"{fill(letter.why, WIDTH)}\n{_stop_words()}:\n{letter.stop}"
    return "\n\n".join([*parts, "-- \n" + foot]) + "\n"


def _item(line: Line) -> str:
    words = _item_words(line.text)
    return f"{words}\n  {line.url}" if line.url else words


@lru_cache(maxsize=256)
def _item_words(text: str) -> str:
    """Held, since an event or a card stands in many letters of one night."""
    return fill(text, WIDTH, initial_indent="* ", subsequent_indent="  ")


def _at_home(line: Line, home: str) -> Line:
    """The line with its link as a whole address of ours, or without a link where it leads elsewhere."""
    root = home.rstrip("/") + "/"
    path_only = line.url.startswith("/") and not line.url.startswith(("//", "/\\"))
    url = root + line.url.removeprefix("/") if path_only else line.url
    return Line(
        section=line.section,
        text=" ".join(line.text.split()),
        url=url if url.startswith(root) else "",
        hidden=line.hidden,
    )


def _something(home: str) -> Line:
    return Line(section=Section.OWN, text=_("Something waits for you. Sign in to read it."), url=home)


def _paragraphs(note: str) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in note.replace("\r", "").split("\n\n") if each.strip())


def _subject(every: Every) -> str:
    return {
        Every.WEEK: _("Your weekly letter"),
        Every.MONTH: _("Your monthly letter"),
        Every.WRITTEN: _("A letter for you"),
    }[every]


def _why(every: Every) -> str:
    asked = {
        Every.WEEK: _("You asked for this letter once a week."),
        Every.MONTH: _("You asked for this letter once a month."),
        Every.WRITTEN: _("You asked for these letters."),
    }[every]
    return asked + " " + _("Nobody can see whether you open it.")


def _stop_words() -> str:
    return _("End these letters")


def _heading(section: Section) -> str:
    return {
        Section.OWN: _("For you"),
        Section.ASKS: _("What your circles ask for"),
        Section.EVENTS: _("Coming up"),
        Section.THANKS: _("Thanks"),
        Section.AMPLIFIED: _("Passed on"),
        Section.HISTORY: _("From history"),
    }[section]
