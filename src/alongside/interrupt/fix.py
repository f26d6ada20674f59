"""Put another word in where a rule is marked safe: one alternative of the same grammar, right everywhere.

Only prose is changed, never code, data, quotations or words that go on over a line's end; a plural stays a
plural and capitals stay capitals. What stands around it, line endings and byte order mark included, stays as
it was, byte for byte.
"""

import os
import re
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.interrupt.hits import Hit, Kind

FIXABLE: Final = frozenset(
    {Kind.TEXT, Kind.MARKDOWN, Kind.HTML, Kind.REST, Kind.ASCIIDOC, Kind.LATEX, Kind.POD, Kind.CODE}
)
"""Kinds of text in which words may be put in: in data a program may look for them."""
MOST_ROUNDS: Final = 4
"""A replacement may make room for another; after so many rounds a text is left as it was (our choice)."""
_ARTICLE: Final = re.compile(rb"(?<![A-Za-z])([Aa]n?)([ \t]+)$")
_VOWELS: Final = "aeiou"
_BY_EAR: Final = ("h", "u", "eu", "one", "once", "x")
"""Beginnings whose letter does not tell whether “a” or “an” stands before them."""
_BEFORE: Final = 80
"""Bytes before a hit that are looked at for the beginning of a sentence (our choice)."""
_BEGINNING: Final = re.compile(
    r"(?:[.!?:\u2026]|\n[ \t>]*\n|(?:^|\n)[ \t]*(?:[-*+#>|=]+|\d+[.)]))[\s*_#>“\"'(\[-]*$"
)
_QUOTES: Final = "\"'`“”\u2018\u2019«»"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Bytes to put in place of others."""

    start: int
    end: int
    new: bytes
    line: int
    old_words: str
    new_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A text after it was mended, and what was put in."""

    data: bytes
    changes: tuple[Change, ...]


FindHits = Callable[[bytes], Sequence[tuple[Hit, str]]]
"""From a text to its hits that may be mended, each with the alternative its rule offers."""


def fix_text(data: bytes, *, hits: FindHits) -> Fixed:
    """The text with every safe change made, so that mending it again changes nothing."""
    now, made = data, list[Change]()
    for _round in range(MOST_ROUNDS):
        changes = _changes(now, hits(now))
        if not changes:
            return Fixed(data=now, changes=tuple(made))
        now = _apply(now, changes)
        made += changes
    return Fixed(data=data, changes=())  # it never came to rest: a rule whose alternative is flagged again


def _changes(data: bytes, hits: Sequence[tuple[Hit, str]]) -> list[Change]:
    made: list[Change] = []
    for hit, alternative in sorted(hits, key=lambda pair: pair[0].start):
        change = _change(data, hit, alternative)
        if change and (not made or made[-1].end <= change.start):
            made.append(change)
    return made


def _change(data: bytes, hit: Hit, alternative: str) -> Change | None:
    """The change for one hit, with the article before it; None where only a person can tell."""
    there = data[hit.start : hit.end]
    words = there.decode("utf-8", "replace")
    if hit.mentioned or b"\n" in there or b"\r" in there or _is_quoted(data, hit):
        return None
    new = in_case_of(words, alternative, begins=_begins(data, hit.start))
    if new == words:
        return None
    article = _ARTICLE.search(data, max(0, hit.start - 4), hit.start)
    if article is None:
        return Change(
            start=hit.start, end=hit.end, new=new.encode(), line=hit.line, old_words=words, new_words=new
        )
    fitting = _article(article[1].decode(), words, new)
    if fitting is None:
        return None
    return Change(
        start=article.start(),
        end=hit.end,
        new=fitting.encode() + article[2] + new.encode(),
        line=hit.line,
        old_words=f"{article[1].decode()} {words}",
        new_words=f"{fitting} {new}",
    )


def _is_quoted(data: bytes, hit: Hit) -> bool:
    before = data[max(0, hit.start - 3) : hit.start].decode("utf-8", "ignore")[-1:]
    after = data[hit.end : hit.end + 3].decode("utf-8", "ignore")[:1]
    return bool(before and before in _QUOTES) or bool(after and after in _QUOTES and before in _QUOTES)


def _begins(data: bytes, start: int) -> bool:
    """Whether a sentence, a heading or a point of a list begins there."""
    before = data[max(0, start - _BEFORE) : start].decode("utf-8", "ignore")
    return start == 0 or bool(_BEGINNING.search(before))


def _article(article: str, old: str, new: str) -> str | None:
    """“a” or “an” as the new words want it; None where spelling does not tell."""
    if new[:3].casefold() == old[:3].casefold():
        return article
    if new.casefold().startswith(_BY_EAR):
        return None
    if new[:1].casefold() == old[:1].casefold():
        return article
    wanted = "an" if new[:1].casefold() in _VOWELS else "a"
    return wanted.capitalize() if article[0] == "A" else wanted


def in_case_of(words: str, alternative: str, *, begins: bool = True) -> str:
    """The alternative with the capitals of the words it stands in for.

    Where no sentence begins, the capital of a first word alone is that of a name: “sat Indian style”.
    """
    letters = [letter for letter in words if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return alternative.upper()
    parts = re.split(r"[\s-]+", words)
    if len(parts) > 1 and all(part[:1].isupper() for part in parts):
        return re.sub(r"(^|[\s-])(\w)", lambda found: found[1] + found[2].upper(), alternative)
    is_name = len(parts) > 1 and not begins
    return alternative[:1].upper() + alternative[1:] if words[:1].isupper() and not is_name else alternative


def _apply(data: bytes, changes: Sequence[Change]) -> bytes:
    parts, at = [], 0
    for change in changes:
        parts += [data[at : change.start], change.new]
        at = change.end
    return b"".join([*parts, data[at:]])


def put_in_place(path: Path, old: bytes, new: bytes) -> None:
    """Write a mended file whole or not at all, with its mode. Raises Trouble where it changed meanwhile."""
    target = path.resolve()
    try:
        mode = target.stat().st_mode
        with tempfile.NamedTemporaryFile(
            dir=target.parent, prefix=f".{target.name}.", delete=False
        ) as beside:
            try:
                beside.write(new)
                beside.flush()
                os.fsync(beside.fileno())
                _ask_unchanged(path, old)
                Path(beside.name).chmod(mode & 0o7777)
                Path(beside.name).replace(target)
            except BaseException:
                with suppress(OSError):
                    Path(beside.name).unlink()
                raise
    except OSError as error:
        why = error.strerror or str(error)
        raise _trouble(path, _("this cannot be written (%(why)s).") % {"why": why}) from error


def _ask_unchanged(path: Path, old: bytes) -> None:
    if path.read_bytes() != old:
        raise _trouble(path, _("it was changed while it was read."))


def _trouble(path: Path, cause: str) -> Trouble:
    return Trouble(str(path), cause, _("Nothing in it was changed; run the command again."))
