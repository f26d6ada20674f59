"""How to set a place aside in a text: the directive, in the comment syntax of what the text is written in."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import PurePath
from typing import Final

from alongside.interrupt.documents import HEAD_BYTES, kind_of
from alongside.interrupt.editor import Edit, Mark, Point
from alongside.interrupt.hits import Kind
from alongside.interrupt.masks.code_languages import LANGUAGES, Language
from alongside.interrupt.masks.code_names import language_of
from alongside.interrupt.positions import utf16_units

_LINE_SIGNS: Final = ("//", "#", "--", "%", ";", "!", "'", '"')
_BLOCK_SIGNS: Final = (("/*", "*/"), ("(*", "*)"), ("{-", "-}"), ("<!--", "-->"))
_HASH_DATA: Final = frozenset({".yaml", ".yml", ".toml", ".po", ".pot"})
_AROUND: Final = {Kind.REST: "..", Kind.POD: "=for comment"}
"""Kinds in which a comment is a paragraph of its own: one stands before the paragraph, one behind it."""


def setting_aside(text: str, mark: Mark, *, name: str) -> tuple[Edit, ...]:
    """The edits that set a place aside; none where a comment cannot stand in such a file."""
    lines = text.split("\n")
    kind = kind_of(name, text[:HEAD_BYTES].encode("utf-8", "replace"))
    rule = f"[{mark.hit.rule}]"
    if kind in {Kind.MARKDOWN, Kind.HTML}:
        begin, end = ("{/* ", " */}") if name.endswith(".mdx") else ("<!-- ", " -->")
        return (_at_end(lines, mark.end.line, f" {begin}alongside: ignore{rule}{end}"),)
    if kind is Kind.LATEX:
        return (_at_end(lines, mark.begin.line, f" % alongside: ignore{rule}"),)
    if kind in _AROUND:
        return _around(lines, mark.begin.line, _AROUND[kind], rule)
    comment = _comment(kind, name, text, mark)
    return (
        (_above(lines, mark.begin.line, comment.format(f"alongside: ignore-next-line{rule}")),)
        if comment
        else ()
    )


def _comment(kind: Kind | None, name: str, text: str, mark: Mark) -> str:
    """The form of a comment on a line of its own, with {} for its words; "" where there is none."""
    if kind is Kind.CODE:
        language = language_of(name, text[:200].encode("utf-8", "replace")) or LANGUAGES[-1]
        return _in_code(language, text.split("\n")[mark.begin.line], mark)
    if kind is Kind.DATA:
        return "# {}" if PurePath(name).suffix.lower() in _HASH_DATA else ""
    return {Kind.TEXT: "{}", Kind.ASCIIDOC: "// {}", Kind.MESSAGE: "# {}"}.get(kind or Kind.PDF, "")


def _in_code(language: Language, line: str, mark: Mark) -> str:
    sign, block = comment_signs(language)
    if sign:
        return f"{sign} {{}}"
    opened = block and block[0] in line[: mark.begin.column]
    return f"{block[0]} {{}} {block[1]}" if block and opened else "{}"


@cache
def comment_signs(language: Language) -> tuple[str, tuple[str, str] | None]:
    """What begins a comment up to the line's end, or "", and a pair around longer ones, or None."""
    line = next(
        (
            sign
            for sign in _LINE_SIGNS
            if any(re.match(each, f"{sign} x".encode(), re.MULTILINE) for each in language.line)
        ),
        "",
    )
    block = next(
        (
            (begin, end)
            for begin, end in _BLOCK_SIGNS
            if any(re.match(each, f"{begin} x".encode(), re.MULTILINE) for each, _end in language.block)
        ),
        None,
    )
    return line, block


def _at_end(lines: Sequence[str], number: int, words: str) -> Edit:
    line = lines[number].rstrip("\r")
    point = Point(line=number, column=utf16_units(line))
    return Edit(begin=point, end=point, text=words)


def _above(lines: Sequence[str], number: int, comment: str) -> Edit:
    line = lines[number]
    indent = line[: len(line) - len(line.lstrip())].rstrip("\r\n")
    point = Point(line=number, column=0)
    return Edit(begin=point, end=point, text=f"{indent}{comment}\n")


def _around(lines: Sequence[str], number: int, sign: str, rule: str) -> tuple[Edit, ...]:
    first, last = number, number
    while first > 0 and lines[first - 1].strip():
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
    before, after = (
        Point(line=first, column=0),
        Point(line=last, column=utf16_units(lines[last].rstrip("\r"))),
    )
    return (
        Edit(begin=before, end=before, text=f"{indent}{sign} alongside: off{rule}\n\n"),
        Edit(begin=after, end=after, text=f"\n\n{indent}{sign} alongside: on{rule}"),
    )
