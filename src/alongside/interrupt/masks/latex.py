r"""LaTeX: running text is for readers; commands, math, verbatim text, comments, names in arguments are not.

Arguments of commands that show them (`\emph`, `\section`, `\footnote`, `\href`'s second) are read; those of
commands that name things (`\label`, `\cite`, `\usepackage`) are hidden. Limits: a command of one's own is
taken for one that shows its argument.
"""

import re
from collections.abc import Iterator

from alongside.interrupt.hits import Span
from alongside.interrupt.masks.addresses import addresses
from alongside.interrupt.masks.spans import Pair, apart

_SIGN = re.compile(
    rb"%[^\n]*+|\\(?:begin|end)[ \t]*\{([A-Za-z]{1,40}\*?)\}|\\([A-Za-z@]++)\*?|\\[(\[]|\\.|\$\$?", re.DOTALL
)
_OPTIONS = re.compile(rb"[ \t]*\[[^\[\]]{0,2000}+\]")
_ARGUMENT = re.compile(
    rb"\s{0,3}\{(?>(?:[^{}\\]++|\\.|\{(?>(?:[^{}\\]++|\\.|\{[^{}]*+\})*)\})*)\}", re.DOTALL
)
_INLINE_MATH = re.compile(rb"\$(?>(?:[^$\\\n]++|\\.|\n(?![ \t]*\r?\n))*)\$", re.DOTALL)
_CODE = frozenset(
    b"""
    verbatim Verbatim BVerbatim lstlisting minted alltt equation align displaymath math eqnarray gather
    multline alignat flalign split tikzpicture tikzcd filecontents comment algorithmic algorithm2e array
    pmatrix bmatrix matrix cases thebibliography picture pspicture semiverbatim code spec luacode pycode
""".split()
)
_NAMED = (
    (
        1,
        b"""
        label ref eqref pageref autoref cref Cref nameref vref cite citep citet citeauthor citeyear
        parencite textcite footcite nocite autocite input include includeonly includegraphics usepackage
        RequirePackage documentclass LoadClass bibliography bibliographystyle addbibresource url
        nolinkurl path texttt code lstinline verb href hyperref hyperlink hypertarget pagestyle
        thispagestyle hspace vspace setlength color textcolor definecolor colorbox input usetikzlibrary
        graphicspath lstset hypersetup geometry ensuremath index glossary gls acrshort pagenumbering
        setcounter addtocounter newcounter operatorname mathrm PassOptionsToPackage ProvidesPackage
        ProvidesClass NeedsTeXFormat bibitem inputminted file command DeclareOption usefonttheme usetheme
        usecolortheme fontsize selectlanguage foreignlanguage hyphenation
    """,
    ),
    (
        2,
        b"""
        newcommand renewcommand providecommand DeclareMathOperator def let newtheorem setbeamertemplate
        setbeamercolor mint mintinline addtolength newacronym
    """,
    ),
    (
        3,
        b"""
        newenvironment renewenvironment
    """,
    ),
)
_NAMES = {name: count for count, names in _NAMED for name in names.split()}
"""How many arguments of a command only name things."""


def mask(data: bytes) -> tuple[Span, ...]:
    """What in a LaTeX document is not written for readers."""
    return apart([*_commands(data), *addresses(data)])


def _commands(data: bytes) -> Iterator[Pair]:
    at = 0
    while found := _SIGN.search(data, at):
        start, at = found.start(), _end(data, found)
        if at > start:
            yield start, at
        at = max(at, found.end())


def _end(data: bytes, found: re.Match[bytes]) -> int:
    """How far what begins here is hidden."""
    sign = found[0]
    if sign[:1] == b"$":
        return _math_end(data, found)
    if found[1]:
        return _environment_end(data, found)
    if found[2]:
        return _command_end(data, found)
    if sign in {rb"\(", rb"\["}:
        close = data.find(rb"\)" if sign == rb"\(" else rb"\]", found.end(), found.end() + _LONGEST)
        return close + 2 if close >= 0 else found.end()
    if sign[:1] == b"\\" and sign[1:2] in b"%$&#_{}":
        return found.start()
    return found.end()


_LONGEST_VERB = 500
_LONGEST = 20_000  # own choice, in bytes: math that goes on for longer was never closed


def _math_end(data: bytes, found: re.Match[bytes]) -> int:
    if found[0] == b"$$":
        close = data.find(b"$$", found.end(), found.end() + _LONGEST)
        return close + 2 if close >= 0 else found.end()
    whole = _INLINE_MATH.match(data, found.start(), found.start() + _LONGEST)
    return whole.end() if whole else found.end()


def _environment_end(data: bytes, found: re.Match[bytes]) -> int:
    name = found[1].rstrip(b"*")
    if name not in _CODE or found[0].startswith(rb"\end"):
        return _behind_options(data, found.end())
    close = data.find(rb"\end{" + found[1] + b"}", found.end())
    return close + len(found[1]) + len(rb"\end{}") if close >= 0 else len(data)


def _command_end(data: bytes, found: re.Match[bytes]) -> int:
    """Behind a command, its options, and as many arguments as only name things."""
    name = found[2]
    if name in {b"verb", b"lstinline"} and data[found.end() : found.end() + 1] not in {
        b"{",
        b"[",
        b"",
        b"\n",
    }:
        sign = data[found.end() : found.end() + 1]
        close = data.find(sign, found.end() + 1, found.end() + _LONGEST_VERB)
        return close + 1 if close >= 0 else found.end()
    end = _behind_options(data, found.end())
    for _turn in range(_NAMES.get(name, 0)):
        argument = _ARGUMENT.match(data, end) or re.compile(rb"\s?\\[A-Za-z@]++").match(data, end)
        if argument is None:
            break
        end = _behind_options(data, argument.end())
    return end


def _behind_options(data: bytes, at: int) -> int:
    found = _OPTIONS.match(data, at)
    return found.end() if found else at
