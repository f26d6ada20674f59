"""reStructuredText: paragraphs, titles, lists and notes are for readers; code, roles and targets are not.

Hidden are literal blocks, directives of code with all they hold, the names, arguments and options of the
others (but not what a note or a caption says), comments, targets, doctests, field names, and inline
literals. A role is hidden with its text, unless the text is a title of its own (`:ref:` with a target in
angle brackets) or the role shows its text as words. Source: the reStructuredText specification of docutils,
and Sphinx's list of directives.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from alongside.interrupt.hits import Span
from alongside.interrupt.masks.addresses import addresses
from alongside.interrupt.masks.spans import PARAGRAPH, Pair, apart

_LINE = re.compile(rb"([ \t]*+)([^\n]*+)\n?+")
_EXPLICIT = re.compile(
    rb"\.\.(?:[ \t]+(?:(\|[^|\n]++\|)[ \t]+)?([A-Za-z][A-Za-z0-9_+:.-]*?)[ \t]?::(?=[ \t\r\n]|\Z)[ \t]*+"
    rb"|[ \t]+(_)[^\n]*+|[ \t]+(\[[^\]\n]++\])[ \t]*+|(?=[ \t\r\n]|\Z))"
)
_OPTION = re.compile(rb":([A-Za-z][A-Za-z0-9 _-]*+):(?=[ \t\r\n]|\Z)[ \t]*+")
_FIELD = re.compile(rb":(?![ :`])(?>(?:[^:\\\n`]++|\\.|:(?![ \t\r\n`]|\Z))*):(?=[ \t\r\n]|\Z)")
_TICKS = re.compile(rb"``(?!`).*?``|`([^`]++)`(_{0,2})", re.DOTALL)
_ROLE = re.compile(rb":([A-Za-z][A-Za-z0-9+._-]*+(?::[A-Za-z][A-Za-z0-9+._-]*+)?):\Z")
_LONGEST_ROLE = 80  # own choice, in bytes
_TARGET = re.compile(rb"<[^<>]*+>\Z")
_SUBSTITUTION = re.compile(rb"\|[A-Za-z0-9_][^|\n]{0,60}\|_{0,2}")
_FOOTNOTE = re.compile(rb"\[[#*A-Za-z0-9_.-]{1,60}+\]_")

_CODE = frozenset(
    b"""
    code code-block sourcecode highlight literalinclude parsed-literal math raw productionlist doctest
    testcode testoutput testsetup testcleanup graphviz digraph graph uml plantuml mermaid
    inheritance-diagram ipython toctree include kernel-doc kernel-figure kernel-render autosummary
    bibliography index tabularcolumns default-role role meta prompt command-output
    program-output jupyter-execute plot contents sectnum currentmodule
    module py:module py:currentmodule program highlightlang unicode date automodule autoclass
    autofunction automethod autodata autoattribute cssclass literal-block code-tab extlinks
""".split()
)
"""Directives whose whole block is code, a list of files, or an order to the program that builds the page."""
_SAID = frozenset(
    b"""
    note warning tip hint important attention caution danger error admonition topic sidebar rubric
    seealso title epigraph highlights pull-quote compound todo replace centered
    deprecated-removed versionadded versionchanged deprecated versionremoved impl-detail glossary
    line-block tab tab-item card dropdown details list-table csv-table table
""".split()
)
"""Directives whose arguments are words; elsewhere an argument is a name, a file or a signature."""
_SAID_OPTIONS = frozenset({b"alt", b"caption", b"title", b"summary", b"description", b"header"})
_SHOWN_ROLES = frozenset(
    b"""
    term abbr abbreviation ac acronym dfn guilabel menuselection emphasis strong sub sup subscript
    superscript title title-reference t superscript index
""".split()
)


@dataclass(slots=True)
class _Page:
    """Where reading stands: the block that is hidden goes on while lines are indented more than it is."""

    hidden: list[Pair] = field(default_factory=list)
    block: int = -1
    options: int = -1
    blank: bool = True
    example: bool = False
    literal_next: bool = False


def mask(data: bytes) -> tuple[Span, ...]:
    """What in a page of reStructuredText is not written for readers."""
    page = _Page()
    for line in _LINE.finditer(data):
        if line.start() < len(data):
            _read(page, data, line)
    page.hidden += _inline(data)
    page.hidden += addresses(data)
    return apart(page.hidden)


def _read(page: _Page, data: bytes, line: re.Match[bytes]) -> None:
    indent, text = len(line[1].expandtabs()), line[2].rstrip()
    if not text:
        page.blank, page.options, page.example = True, -1, False
        return
    if page.block >= 0:
        if indent > page.block:
            page.hidden.append((line.start(2), line.end(2)))
            return
        page.block = -1
    started, page.blank = page.blank, False
    if page.options >= 0 and indent > page.options and text.startswith(b":"):
        _option(page, line)
        return
    page.options = -1
    page.example = page.example or (started and text.startswith(b">>>"))
    if page.example:
        page.hidden.append((line.start(2), line.end(2)))
    elif text.startswith(b"..") and (explicit := _EXPLICIT.match(data, line.start(2), line.end(2))):
        _explicit(page, data, explicit, line, indent)
    else:
        _words(page, data, line, indent, text)


def _option(page: _Page, line: re.Match[bytes]) -> None:
    found = _OPTION.match(line[2])
    said = found is not None and found[1].lower() in _SAID_OPTIONS
    end = line.start(2) + found.end() if said and found else line.end(2)
    page.hidden.append((line.start(2), end))


def _explicit(page: _Page, data: bytes, found: re.Match[bytes], line: re.Match[bytes], indent: int) -> None:
    """A line that begins with two full stops: a directive, a target, a footnote, or a comment."""
    name = (found[2] or b"").lower()
    end = line.end(2)
    if name in _CODE or (not name and not found[4]):
        page.block = indent
    elif name in _SAID or found[4]:
        end, page.options = found.end(), indent
        page.block = indent if data[found.end() : line.end(2)].rstrip().endswith(b"::") else -1
    else:
        page.options = indent
    page.hidden.append((line.start(2), end))


def _words(page: _Page, data: bytes, line: re.Match[bytes], indent: int, text: bytes) -> None:
    if text.startswith(b":") and (found := _FIELD.match(data, line.start(2), line.end(2))):
        page.hidden.append(found.span())
    if text.endswith(b"::"):
        page.block = indent
        if text == b"::":
            page.hidden.append((line.start(2), line.end(2)))


def _inline(data: bytes) -> Iterator[Pair]:
    """Inline markup, paragraph by paragraph: a backtick that nothing closes there is a sign of its own."""
    for paragraph in PARAGRAPH.finditer(data) if b"`" in data else ():
        for found in _TICKS.finditer(data, paragraph.start(), paragraph.end()):
            if found[1] is None:
                yield found.span()
            else:
                yield from _interpreted(data, found)
    yield from (found.span() for found in _SUBSTITUTION.finditer(data))
    yield from (found.span() for found in _FOOTNOTE.finditer(data))


def _interpreted(data: bytes, found: re.Match[bytes]) -> Iterator[Pair]:
    """Text between single backticks: a link's, a role's, or one word of code."""
    start, end = found.span()
    role = None
    if data[start - 1 : start] == b":":
        role = _ROLE.search(data, max(0, start - _LONGEST_ROLE), start)
    target = _TARGET.search(found[1])
    if role:
        yield role.span()
        if role[1].rpartition(b":")[2] not in _SHOWN_ROLES and not target:
            yield start, end
    elif not found[2] and not re.search(rb"\s", found[1]):
        yield start, end
    if target:
        yield found.start(1) + target.start(), end
