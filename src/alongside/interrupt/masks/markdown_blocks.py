"""The blocks of a Markdown page: which lines are code, raw HTML or definitions, and which hold words.

Follows CommonMark 0.31: quotes and list items contain other blocks, a paragraph goes on lazily, indented code
cannot interrupt one. Runs of plain lines are taken in one step; the rest is read line by line.
"""

import re
from dataclasses import dataclass, field

from alongside.interrupt.masks.spans import Pair

_QUOTE = -1
_MORE = re.compile(rb"(?>(?:[ \t]*+[A-Za-z\x80-\xff(\"'][^\n]*+\n?+)+)")
_PLAIN = re.compile(rb"[A-Za-z\x80-\xff(\"']")
_FENCE = re.compile(rb"(?:(`{3,}+)[^`\n]*+|(~{3,}+)[^\n]*+)$", re.MULTILINE)
_BULLET = re.compile(rb"[-+*](?=[ \t\r\n]|\Z)")
_NUMBER = re.compile(rb"([0-9]{1,9}+)[.)](?=[ \t\r\n]|\Z)")
_RULE = re.compile(rb"(?:(?>(?:-[ \t]*+){3,})|(?>(?:\*[ \t]*+){3,})|(?>(?:_[ \t]*+){3,}))\r?$", re.MULTILINE)
_HEADING = re.compile(rb"\#{1,6}+(?=[ \t\r\n]|\Z)")
_TABLE = re.compile(rb"[^\n|]*+\|[^\n]*+\n[ \t>]*+\|?+[ \t]*+:?-[-|: \t]*+\r?(?:\n|\Z)")
_UNDERLINE = re.compile(rb"(?:=++|-++)[ \t]*+\r?$", re.MULTILINE)
_RAW = re.compile(rb"<(?:(script|pre|style|textarea)(?=[\s>])|(!--))", re.IGNORECASE)
_RAW_END = re.compile(rb"</(?:script|pre|style|textarea)>", re.IGNORECASE)
_DEFINITION = re.compile(
    rb"\[(\^)?(?>(?:[^\[\]\\\n]++|\\.){1,999})\]:[ \t]*+(?>(?:<[^<>\n]*+>|[^\s<][^\s]*+)?)"
)
_MODULE = re.compile(rb"(?:import|export)[ \t{*]")


@dataclass(slots=True)
class Blocks:
    """What is hidden as a whole, and the stretches whose words are to be read."""

    hidden: list[Pair] = field(default_factory=list)
    shown: list[Pair] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    """The place read next in a line: `column` is where it stands, `base` where its container begins."""

    at: int
    end: int
    column: int
    base: int = 0

    @property
    def indent(self) -> int:
        return self.column - self.base

    @property
    def blank(self) -> bool:
        return self.at >= self.end


@dataclass(slots=True)
class _Page:
    data: bytes
    mdx: bool
    found: Blocks = field(default_factory=Blocks)
    open: list[int] = field(default_factory=list)
    """Containers from outside in: a quote, or the columns that a list item's lines are indented."""
    paragraph: int = -1
    """Where the paragraph being read starts."""
    bare: bool = False
    """Whether the line before was a list item's mark and nothing else."""
    fence: bytes = b""
    raw: re.Pattern[bytes] | None = None
    """What ends the raw block being read."""


_COMMENT_END = re.compile(rb"-->")
_BLANK_END = re.compile(rb"(?!)")


def blocks(data: bytes, *, start: int, mdx: bool) -> Blocks:
    """The blocks of a page from `start` on."""
    page = _Page(data=data, mdx=mdx)
    at, size = start, len(data)
    while at < size:
        at = _fenced_lines(page, at) if page.fence else _plain_lines(page, at)
        if at >= size:
            break
        stop = data.find(b"\n", at)
        stop = size if stop < 0 else stop
        _read(page, _line(data, at, stop), at)
        at = stop + 1
    _end_paragraph(page, size)
    return page.found


def _line(data: bytes, start: int, stop: int) -> _Line:
    if stop > start and data[stop - 1] == 13:  # noqa: PLR2004 - a carriage return belongs to the line's end
        stop -= 1
    return _skip(data, _Line(at=start, end=stop, column=0))


def _skip(data: bytes, line: _Line) -> _Line:
    """Over spaces and tabs; a tab leads to the next column of four."""
    at, column = line.at, line.column
    while at < line.end:
        if data[at] == ord(b" "):
            column += 1
        elif data[at] == ord(b"\t"):
            column += 4 - column % 4
        else:
            break
        at += 1
    line.at, line.column = at, column
    return line


def _fenced_lines(page: _Page, at: int) -> int:
    """Over the lines of a fence that no container holds, up to the line that closes it, in one step."""
    if page.open:
        return at
    sign = re.escape(page.fence[:1]) + b"{%d,}" % len(page.fence)
    closing = re.compile(rb"^ {0,3}" + sign + rb"[ \t]*+\r?$", re.MULTILINE).search(page.data, at)
    end = closing.start() if closing else len(page.data)
    page.found.hidden.append((at, end))
    return end


def _plain_lines(page: _Page, at: int) -> int:
    """Over lines that can only be words of a paragraph: most of a page, in one step."""
    if page.raw:
        return at
    if page.paragraph < 0:
        if page.open or not _PLAIN.match(page.data, at) or (page.mdx and _MODULE.match(page.data, at)):
            return at
        page.paragraph = at
    more = _MORE.match(page.data, at)
    return more.end() if more else at


def _end_paragraph(page: _Page, end: int) -> None:
    if page.paragraph < 0:
        return
    start, page.paragraph = page.paragraph, -1
    if not _TABLE.match(page.data, start, end):
        page.found.shown.append((start, end))
        return
    while start < end:  # no markup runs on from one row of a table to the next
        stop = page.data.find(b"\n", start, end) + 1 or end
        page.found.shown.append((start, stop))
        start = stop


def _read(page: _Page, line: _Line, start: int) -> None:
    """One line: within which containers it stands, and what it is there."""
    depth = _matched(page, line)
    if page.fence or page.raw:
        if depth == len(page.open):
            _go_on(page, line)
            return
        page.fence, page.raw = b"", None
    if line.blank:
        _blank(page, depth, start)
    elif _leave(page, line, depth, start):
        page.bare = False
        if _enter(page, line, start):
            _leaf(page, line, start)
        else:
            page.bare = page.open[-1] != _QUOTE


def _blank(page: _Page, depth: int, start: int) -> None:
    """A blank line ends a paragraph, a quote it does not go on, and an item that has not begun by now."""
    _end_paragraph(page, start)
    if _QUOTE in page.open[depth:]:
        del page.open[depth:]
    elif page.bare:
        page.open.pop()
    page.bare = False


def _leave(page: _Page, line: _Line, depth: int, start: int) -> bool:
    """Close what the line does not go on; False where it lazily goes on with a paragraph all the same."""
    if depth == len(page.open):
        return True
    if page.paragraph >= 0 and not _begins(page, line):
        return False
    _end_paragraph(page, start)
    del page.open[depth:]
    return True


def _matched(page: _Page, line: _Line) -> int:
    """How many of the open containers the line goes on; reading moves on behind them."""
    for depth, width in enumerate(page.open):
        if width == _QUOTE:
            if line.blank or line.indent >= 4 or page.data[line.at] != ord(b">"):  # noqa: PLR2004
                return depth
            _into_quote(page.data, line)
        elif line.blank or line.indent >= width:
            line.base += width
        else:
            return depth
    return len(page.open)


def _into_quote(data: bytes, line: _Line) -> None:
    line.base = line.column + 1
    line.at, line.column = line.at + 1, line.column + 1
    _skip(data, line)
    line.base += line.column > line.base


def _go_on(page: _Page, line: _Line) -> None:
    """A line within a fence or a raw block."""
    page.found.hidden.append((line.at, line.end))
    rest = page.data[line.at : line.end].rstrip()
    if page.fence:
        closes = len(rest) >= len(page.fence) and not rest.strip(page.fence[:1]) and line.indent < 4  # noqa: PLR2004
        page.fence = b"" if closes else page.fence
    elif page.raw and (page.raw.search(rest) or (page.raw is _BLANK_END and not rest)):
        page.raw = None


def _begins(page: _Page, line: _Line) -> bool:
    """Whether a line begins a block that ends a paragraph, rather than lazily going on with it."""
    if line.indent >= 4:  # noqa: PLR2004 - CommonMark: four columns are code, and code interrupts nothing
        return False
    data, at, end = page.data, line.at, line.end
    return bool(
        data[at] == ord(b">")
        or _FENCE.match(data, at, end)
        or _HEADING.match(data, at, end)
        or _RULE.match(data, at, end)
        or _RAW.match(data, at, end)
        or _marker(page, line)
    )


def _marker(page: _Page, line: _Line) -> re.Match[bytes] | None:
    """The mark of a list item; within a paragraph only one with words after it, and counted from 1."""
    found = _BULLET.match(page.data, line.at, line.end) or _NUMBER.match(page.data, line.at, line.end)
    if found is None or _RULE.match(page.data, line.at, line.end):
        return None
    if page.paragraph >= 0 and not page.open:
        empty = not page.data[found.end() : line.end].strip()
        if empty or (found.lastindex and int(found[1]) != 1):
            return None
    return found


def _enter(page: _Page, line: _Line, start: int) -> bool:
    """Into the quotes and list items that begin on this line; whether anything follows their marks."""
    while not line.blank and line.indent < 4:  # noqa: PLR2004
        if page.data[line.at] == ord(b">"):
            _end_paragraph(page, start)
            page.open.append(_QUOTE)
            _into_quote(page.data, line)
        elif marker := _marker(page, line):
            _end_paragraph(page, start)
            page.open.append(_into_item(page.data, line, len(marker[0])))
        else:
            return True
    return not line.blank


def _into_item(data: bytes, line: _Line, size: int) -> int:
    """Behind the mark of an item; gives how many columns its further lines are indented."""
    width = line.indent + size
    line.at, line.column = line.at + size, line.column + size
    behind = line.column
    _skip(data, line)
    gap = line.column - behind
    width += gap if 1 <= gap <= 4 and not line.blank else 1  # noqa: PLR2004 - more is code in the item
    line.base += width
    return width


def _leaf(page: _Page, line: _Line, start: int) -> None:
    data, at, end = page.data, line.at, line.end
    if line.indent >= 4:  # noqa: PLR2004
        if page.paragraph < 0:
            _indented(page, line)
        return
    if found := _FENCE.match(data, at, end):
        _end_paragraph(page, start)
        page.fence = found[1] or found[2]
        page.found.hidden.append((at, end))
    elif found := _RAW.match(data, at, end):
        _end_paragraph(page, start)
        ends = _COMMENT_END if found[2] else _RAW_END
        page.found.hidden.append((at, end))
        page.raw = None if ends.search(data, at, end) else ends
    elif _HEADING.match(data, at, end):
        _end_paragraph(page, start)
        page.found.shown.append((at, end))
    elif _RULE.match(data, at, end) or (page.paragraph >= 0 and _UNDERLINE.match(data, at, end)):
        _end_paragraph(page, start)
    elif page.paragraph < 0:
        _words(page, line)


def _indented(page: _Page, line: _Line) -> None:
    if page.mdx:
        page.paragraph = line.at
    else:
        page.found.hidden.append((line.at, line.end))


def _words(page: _Page, line: _Line) -> None:
    """The first line of a paragraph, or a definition, or (in MDX) a module's import."""
    if found := _DEFINITION.match(page.data, line.at, line.end):
        stop = page.data.index(b"]:", line.at) + 2 if found[1] else found.end()
        page.found.hidden.append((line.at, stop))
        page.found.shown.append((stop, line.end))
    elif page.mdx and _MODULE.match(page.data, line.at, line.end):
        page.found.hidden.append((line.at, line.end))
        page.raw = _BLANK_END
    else:
        page.paragraph = line.at
