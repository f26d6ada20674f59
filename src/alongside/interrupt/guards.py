"""Where words mean something else: what a rule's guard says about the words around a hit.

Most false alarms are words in another sense, in names, in code, or in quotation marks; so what is cheap to
tell is asked first, and silence wins.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from alongside.interrupt.context import NEAR_CHARACTERS, Context, Word
from alongside.interrupt.foreign import is_foreign
from alongside.interrupt.mentions import (
    CODE,
    Mention,
    is_in_long_quotation,
    is_mentioned,
    is_quoted,
    is_studied,
)
from alongside.interrupt.names import is_identifier, is_name, is_title
from alongside.interrupt.neighbours import FAR, Items, Lists, Sieve, pieces_of
from alongside.interrupt.positions import decoded, encoded_length

NEAR: Final = 4
"""Words between a hit and a word for a person, at most (our choice)."""
_WINDOW: Final = NEAR_CHARACTERS + 8
"""Characters on each side in which all lies that a guard looks at."""
_LONGEST_CHARACTER: Final = 4
"""Bytes of a character in UTF-8, at most."""
_COPULA: Final = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "isn't",
        "aren't",
        "wasn't",
        "weren't",
        "becomes",
        "became",
        "gets",
        "got",
        "stays",
        "remains",
        "seems",
        "looks",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """That a hit stands: how many bytes are meant, and what was noticed about them."""

    length: int
    mentioned: bool = False
    cued: bool = False


class People:
    """The word lists by which the engine itself tells people from things; made once for all rules."""

    __slots__ = ("_people", "_pronouns", "_things", "sieve")

    def __init__(self, lists: Lists) -> None:
        self._people = Items(["{person}"], lists)
        self._pronouns = Items(["{pronoun}"], lists)
        self._things = Items(["{thing}"], lists)
        self.sieve = Items(["{person}", "{pronoun}"], lists).sieve()

    def are_meant(self, words: list[Word], start: int, end: int) -> bool:
        """Whether a person is spoken of within a few words, and no thing is what is meant."""
        if self._is_said_of_a_thing(words, start, end):
            return False
        near = range(start - NEAR, end + NEAR)
        if any(self._people.lengths(words, at) for at in near):
            return True
        return any(self._pronouns.lengths(words, at) for at in near)

    def _is_said_of_a_thing(self, words: list[Word], start: int, end: int) -> bool:
        for word in words[end : end + 2]:
            if not word.joined or self._people.hold(word.text):
                break
            if self._is_thing(word):
                return True
        back = start - 1
        if back < 1 or words[back].text not in _COPULA:
            return False
        return self._is_thing(words[back - 1])

    def _is_thing(self, word: Word) -> bool:
        return word.text[0] == CODE or self._things.hold(word.text)


class Guarding:
    """A rule's guard, ready to be asked."""

    __slots__ = (
        "_behind",
        "_beside",
        "_beyond",
        "_fields",
        "_in_front",
        "_mention",
        "_needs_person",
        "_people",
        "_reach",
        "_silent_in_quotation",
    )

    def __init__(self, guard: Mapping[str, Any], lists: Lists, people: People) -> None:
        self._mention = Mention(guard.get("mention", Mention.SKIP))
        self._silent_in_quotation = bool(guard.get("silent_in_quotation"))
        self._needs_person = bool(guard.get("needs_person"))
        self._reach = bool(guard.get("reach"))
        self._beyond = bool(guard.get("beyond"))
        self._people = people
        self._fields = {name: Items(items, lists) for name, items in guard.items() if isinstance(items, list)}
        self._in_front = self._sieves("before", "previous")
        self._beside = self._sieves("near")
        self._behind = self._sieves("after", "next")

    def _sieves(self, *names: str) -> tuple[Sieve, ...]:
        return tuple(self._fields[name].sieve() for name in names if name in self._fields)

    def may_let_through(self, data: bytes, start: int, end: int) -> bool:
        """Whether words from `start` to `end` may be meant, from the bytes alone; where not, silence is sure.

        Markup can only take words away, so what is asked for must stand in the bytes around.
        """
        if self._behind and not _all_may_hold(self._behind, pieces_of(_behind(data, end))):
            return False
        if self._in_front and not _all_may_hold(self._in_front, pieces_of(_in_front(data, start))):
            return False
        beside = (*self._beside, self._people.sieve) if self._needs_person else self._beside
        if not beside:
            return True
        around = f"{_in_front(data, start)}{decoded(data[start:end])}{_behind(data, end)}"
        return _all_may_hold(beside, pieces_of(around))

    def judge(self, context: Context, length: int, *, title: bool) -> Verdict | None:
        """Whether the words are meant as the rule understands them; None where they are not."""
        if is_identifier(context.before, context.words, context.after) or is_foreign(context.split[0]):
            return None
        if _may_be_name(context) and _is_called_so(context, title=title):
            return None
        if self._fields and not self._neighbours_fit(context):
            return None
        if self._needs_person and not self._people.are_meant(*context.split):
            return None
        mentioned = is_mentioned(context.before, context.words, context.after) or _is_in_wide(context)
        if mentioned and self._is_silent(context):
            return None
        return Verdict(length=self._length(context, length), mentioned=mentioned, cued=self._needs_person)

    def _is_silent(self, context: Context) -> bool:
        """Whether words that are mentioned are nothing to speak of here."""
        if self._mention is Mention.SKIP or is_studied(context.before, context.after):
            return True
        return self._silent_in_quotation and (
            is_quoted(context.before, context.after) or _is_in_wide(context)
        )

    def level_is_hint(self, verdict: Verdict) -> bool:
        """Whether this hit is a hint only, because the words are quoted."""
        return verdict.mentioned and self._mention is Mention.CONSIDER

    def _neighbours_fit(self, context: Context) -> bool:
        words, start, end = context.split_beyond if self._beyond else context.split
        fit = all(_ASKED[name](items, words, start, end) for name, items in self._fields.items())
        return fit and not _opens_another(self._reached(context))

    def _length(self, context: Context, length: int) -> int:
        return encoded_length(self._reached(context)) or length

    def _reached(self, context: Context) -> str:
        """What stands up to the word after it that makes the rule fit; nothing where there is none."""
        items = self._fields.get("after") or self._fields.get("near")
        if not self._reach or items is None:
            return ""
        words, _start, end = context.split_beyond if self._beyond else context.split
        last = items.first_in(words, end, end + FAR)
        return "" if last is None else context.reached(words[last], beyond=self._beyond)


def _opens_another(text: str) -> bool:
    """Whether a quotation or a bracket opens in the text and does not close: others are spoken of there."""
    return (
        text.count('"') % 2 > 0
        or text.count("\u201c") > text.count("\u201d")
        or text.count("(") > text.count(")")
    )


def _is_called_so(context: Context, *, title: bool) -> bool:
    """Whether something is called so: a work, a place, or a name, unless the rule asks for these."""
    return is_title(context.before, context.words, context.after) or (not title and is_name(*context.split))


def _behind(data: bytes, end: int) -> str:
    return decoded(data[end : end + _WINDOW * _LONGEST_CHARACTER])[:_WINDOW]


def _in_front(data: bytes, start: int) -> str:
    return decoded(data[max(0, start - _WINDOW * _LONGEST_CHARACTER) : start])[-_WINDOW:]


def _all_may_hold(sieves: tuple[Sieve, ...], pieces: frozenset[str]) -> bool:
    return all(sieve.may_hold(pieces) for sieve in sieves)


def _is_in_wide(context: Context) -> bool:
    """Whether a quotation over many lines holds the words."""
    return context.has_quotation_marks and is_in_long_quotation(*context.wide)


def _may_be_name(context: Context) -> bool:
    return context.words != context.words.lower()


_ASKED: Final[Mapping[str, Callable[[Items, list[Word], int, int], bool]]] = {
    "allow": lambda items, words, start, end: not items.surround(words, start, end),
    "previous": lambda items, words, start, _end: items.stand_before(words, start),
    "not_previous": lambda items, words, start, _end: not items.stand_before(words, start),
    "next": lambda items, words, _start, end: items.stand_after(words, end),
    "not_next": lambda items, words, _start, end: not items.stand_after(words, end),
    "before": lambda items, words, start, _end: items.first_in(words, start - FAR, start) is not None,
    "not_before": lambda items, words, start, _end: items.first_in(words, start - FAR, start) is None,
    "after": lambda items, words, _start, end: items.first_in(words, end, end + FAR) is not None,
    "not_after": lambda items, words, _start, end: items.first_in(words, end, end + FAR) is None,
    "near": lambda items, words, start, end: (
        items.first_in(words, start - FAR, start) is not None
        or items.first_in(words, end, end + FAR) is not None
    ),
}
"""What each field of a guard asks."""
