"""The engine: where spellings may begin in bytes, and which stand there.

A little text is looked through word by word, which needs no preparation. Beyond that RE2 runs over the bytes,
in time linear in their number whatever the text; where its package is missing, it is word by word again,
slower. Both ways lead to the same words.
"""

import functools
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.machinery import PathFinder
from typing import Final, Protocol

from alongside.core.language import gettext as _
from alongside.interrupt.lookup import NEXT_SPELLING, Group, Indexes
from alongside.interrupt.marks import ENTITY, gap, in_lower_case, without_entities
from alongside.interrupt.positions import decoded, encoded_length

MEMORY: Final = 256 << 20
"""Bytes that RE2 may use for one expression, of which it takes what it needs."""
LITTLE: Final = 4 << 20
"""Bytes that are looked through word by word before RE2 is made ready, which costs as much (measured)."""
LARGEST_PATTERN: Final = 5000
"""Steps of RE2's program for one pattern of a pack, at most (our choice)."""
_PIECES: Final = re.compile(rf"[^\W_]+|(?:{ENTITY}|[\W_])+", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W_]+")
_SLACK: Final = 3
"""How much longer than a spelling its place in a text may be: lines break, comments have margins."""

Ends = list[tuple[int, Indexes]]
Place = tuple[int, Ends]
"""Where spellings begin, where each ends, and whose they are."""


class _Found(Protocol):
    def span(self) -> tuple[int, int]: ...
    def end(self) -> int: ...


Search = Callable[[bytes, int], _Found | None]
"""From a text and an offset, the next place."""


class _Followers(dict[str, frozenset[str]]):
    """What may follow a first word: a word, or two; empty where it may stand alone, or before a mark."""

    __slots__ = ("_written",)

    def __init__(self, written: Mapping[str, str]) -> None:
        super().__init__()
        self._written = written

    def __missing__(self, first: str) -> frozenset[str]:
        written = self._written[first]
        found = self[first] = frozenset(written.split(NEXT_SPELLING) if written else ())
        return found

    def beginnings(self, text: str) -> list[int]:
        """Where words stand that a spelling begins with."""
        plain = in_lower_case(text)
        words = _WORDS.findall(plain)
        firsts = self._written.keys() & set(words)
        if not firsts:
            return []
        numbers = {
            number
            for number, word in enumerate(words)
            if word in firsts and self._may_go_on(self[word], words, number)
        }
        found = enumerate(_WORDS.finditer(plain)) if numbers else ()
        return [place.start() for number, place in found if number in numbers]

    def may_begin(self, words: Sequence[str]) -> bool:
        """Whether these words may be the first of a spelling."""
        return self.know(words[0]) and self._may_go_on(self[words[0]], words, 0)

    def know(self, first: str) -> bool:
        """Whether a spelling begins with this word."""
        return first in self._written

    @staticmethod
    def _may_go_on(followers: frozenset[str], words: Sequence[str], number: int) -> bool:
        if not followers:
            return True
        second, third = (*words[number + 1 : number + 3], "", "")[:2]
        return second in followers or f"{second} {third}" in followers


def _byte_offsets(text: str, places: list[int]) -> list[int]:
    """Offsets in characters, in order, as offsets in bytes."""
    if text.isascii():
        return places
    found, at, before = [], 0, 0
    for place in places:
        at += encoded_length(text[before:place])
        before = place
        found.append(at)
    return found


class Spellings:
    """All spellings of a profile, by the word they begin with."""

    __slots__ = (
        "_before",
        "_exact",
        "_expression",
        "_folded",
        "_followers",
        "_groups",
        "_looked_at",
        "_patterns",
        "_search",
    )

    def __init__(  # noqa: PLR0913  # what one file of rules holds
        self,
        *,
        folded: Mapping[str, str],
        exact: Mapping[str, str],
        followers: Mapping[str, str],
        before: Mapping[str, Sequence[int]],
        expression: str,
        patterns: Sequence[tuple[int, str]] = (),
    ) -> None:
        self._folded = folded
        self._exact = exact
        self._followers = _Followers(followers)
        self._before = before
        self._groups: dict[str, Group] = {}
        usable = patterns if patterns and has_re2() else ()
        self._expression = "|".join(filter(None, [expression, *(f"(?:{each})" for _rule, each in usable)]))
        self._patterns = [(rule, searcher(pattern, here=True)) for rule, pattern in usable]
        self._search: Search | None = None
        self._looked_at = 0 if not usable else LITTLE

    def expect(self, size: int) -> None:
        """Say how many bytes will be looked through: where they are many, RE2 is made ready at once."""
        if size > LITTLE:
            self._looked_at = LITTLE

    def places(self, data: bytes) -> Callable[[int], Place | None]:
        """What finds the next place from an offset on where spellings stand; the longest come first."""
        starts = self._by_sieve(data) if self._is_much(data) else self._by_word(data)

        def find(at: int) -> Place | None:
            for nearest in range(bisect_left(starts, at), len(starts)):
                if ends := self._ends(data, starts[nearest]):
                    return starts[nearest], ends
            return None

        return find

    def _is_much(self, data: bytes) -> bool:
        if self._search is None:
            self._looked_at += len(data)
            if self._looked_at <= LITTLE or not self._expression or not has_re2():
                return False
            self._search = searcher(self._expression)
        return True

    def _by_sieve(self, data: bytes) -> list[int]:
        search, seen, at = self._search or _nowhere, without_entities(data), 0
        starts: set[int] = set()
        while (found := search(seen, at)) is not None:
            start, end = found.span()
            start += seen.startswith(b"_", start)
            numbers = self._before.get(seen[start:end].decode("latin-1").strip("_").lower())
            if self._patterns:
                starts.add(start)
            if numbers is not None:
                starts.update(self._before_word(seen, start, numbers))
                at = end
                continue
            words = _words_at(seen, start)
            if self._may_begin(words):
                starts.add(start)
            at = _behind_first(words, seen, start)
        return sorted(starts)

    def _before_word(self, data: bytes, at: int, numbers: Sequence[int]) -> Iterator[int]:
        """Where a spelling may begin that has so many words before the one that stands here."""
        most = numbers[-1]
        text = decoded(data[max(0, at - most * _USUAL_WORD) : at])
        words = _WORDS.findall(text)
        if len(words) <= most:
            text = decoded(data[max(0, at - most * _LONGEST_WORD) : at])
            words = _WORDS.findall(text)
        for number in numbers:
            if number == 0:
                start = at
            elif number <= len(words) and self._followers.know(words[-number].lower()):
                start = at - encoded_length(_from_word(text, number))
            else:
                continue
            if self._may_begin(_words_at(data, start)):
                yield start

    def _may_begin(self, words: Sequence[str]) -> bool:
        return len(words) <= _FOLLOWED or self._followers.may_begin(words)

    def _by_word(self, data: bytes) -> list[int]:
        text = decoded(without_entities(data))
        return _byte_offsets(text, self._followers.beginnings(text))

    def _group(self, first: str) -> Group | None:
        """The spellings that begin with a word, read when it turns up for the first time."""
        group = self._groups.get(first)
        if group is None and (first in self._folded or first in self._exact):
            group = Group(self._folded.get(first, ""), self._exact.get(first, ""))
            self._groups[first] = group
        return group

    def _ends(self, data: bytes, start: int) -> Ends:
        if not _begins_word(data, start):
            return []
        found: Ends = []
        first = _WORDS.match(decoded(data[start : start + _LONGEST_WORD]))
        if first is not None and (group := self._group(first.group().lower())) is not None:
            text = decoded(data[start : start + (len(first.group()) + group.longest + 1) * _SLACK])
            known = _known(text, first.end(), group)
            found = [(start + encoded_length(text[:end]), rules) for end, rules in known]
        for rule, match_here in self._patterns:
            if (place := match_here(data, start)) is not None:
                found.append((place.end(), (rule,)))
        return sorted(found, key=lambda each: -each[0])


_THREE_WORDS: Final = 80
"""Bytes in which three words are mostly found (our choice); where they are not, nothing is said of them."""
_FOLLOWED: Final = 3
_USUAL_WORD: Final = 16
"""Characters in which a word and the mark behind it mostly lie (our choice)."""
_LONGEST_WORD: Final = 80
"""Bytes of a word that are looked at: no spelling begins with a longer one."""


def _from_word(text: str, number: int) -> str:
    """The text from the word on that is the last but so many; 1 is the last."""
    return text[list(_WORDS.finditer(text))[-number].start() :]


def _words_at(data: bytes, start: int) -> list[str]:
    """Three words or more that stand there, in lower case; fewer, where they are long."""
    return _WORDS.findall(in_lower_case(decoded(data[start : start + _THREE_WORDS])))


def _behind_first(words: Sequence[str], data: bytes, start: int) -> int:
    """Where to go on behind the first of the words that stand at `start`."""
    plain = words and words[0].isascii() and data[start : start + 1].isalnum()
    return start + len(words[0]) if plain else next_word(data, start)


def _known(text: str, end: int, group: Group) -> Iterator[tuple[int, Indexes]]:
    """The ends of all spellings of a group at the beginning of a text, and their rules."""
    first, rest = text[:end], ""
    yield from _known_here(first, rest, text, end, group)
    for piece in _PIECES.finditer(text, end):
        written = piece.group()
        if written[0].isalnum():
            rest += written
            yield from _known_here(first, rest, text, piece.end(), group)
            continue
        between = gap(written)
        if between is None:
            return
        for mark in between:
            rest += mark
            if mark not in "-' ":  # a spelling may end in a mark, as a question does
                yield from _known_here(first, rest, text, piece.start() + written.find(mark) + 1, group)
        if not group.go_on_from(first, rest):
            return


def _known_here(first: str, rest: str, text: str, end: int, group: Group) -> Iterator[tuple[int, Indexes]]:
    if (rules := group.whose(first, rest)) and not goes_on(text[end : end + 1]):
        yield end, rules


def goes_on(character: str) -> bool:
    """Whether a word goes on with this character: a letter, a figure, an underscore, an accent."""
    return character != "" and f"a{character}".isidentifier()


def _begins_word(data: bytes, start: int) -> bool:
    before = data[max(0, start - 4) : start].decode("utf-8", "ignore")[-1:]
    return not goes_on(before)


def next_word(data: bytes, start: int) -> int:
    """Where to go on after nothing was found at `start`: behind the word that begins there."""
    found = _WORDS.match(decoded(data[start : start + _LONGEST_WORD]))
    return start + encoded_length(found.group()) if found else start + 1


def _nowhere(_data: bytes, _at: int) -> None:
    return None


@functools.cache
def has_re2() -> bool:
    """Whether the fast engine is there: an installation without a wheel for it does without."""
    return PathFinder.find_spec("re2") is not None


def searcher(expression: str, *, here: bool = False) -> Search:
    """What finds an expression from an offset on, or right there. Raises ValueError where it is none."""
    import re2  # noqa: PLC0415  # small texts do without

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.max_mem = MEMORY
    options.case_sensitive = False
    options.never_capture = True
    options.log_errors = False
    try:
        compiled = re2.compile(expression.encode("ascii"), options)
    except re2.error as error:
        reason = error.args[0] if error.args else error
        told = reason.decode("ascii", "replace") if isinstance(reason, bytes) else str(reason)
        raise ValueError(told) from error
    found: Search = compiled.match if here else compiled.search
    return found


def pattern_fault(pattern: str) -> str:
    """Why a pattern is refused, or nothing. Where RE2 is missing, none is used, and none refused."""
    if not pattern.isascii():
        return _("it holds letters beyond ASCII; write them as forms.")
    if not has_re2():
        return ""
    try:
        search = searcher(pattern)
    except ValueError as error:
        return _("RE2 refuses it: %(reason)s.") % {"reason": error}
    if search(b"", 0) is not None:
        return _("it is found where nothing stands.")
    if _size(search) > LARGEST_PATTERN:
        return _("it is too large: it would slow every check down.")
    return ""


def _size(search: Search) -> int:
    size: int = getattr(search, "__self__").programsize  # noqa: B009  # a bound method of RE2's own object
    return size
