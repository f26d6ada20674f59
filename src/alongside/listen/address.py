"""Names in speech: who is meant, and whether they are addressed.

A first name counts while one person has it; two of one first name are "one of two" unless the full name is
said. A name that is also a word (Will, Grace) counts only with its capital. Limits: nicknames and names
misheard by the recogniser are missed. Nothing but the label is read out of a name.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from alongside.listen.conversation import Person
from alongside.listen.speech import WORD, words

LEAD_WORDS = 1
"""Our choice: one small word ("so", "and", "hey") may stand before a name in address."""
COMMAS = (",", "،", "、")
_BRACKETS = re.compile(r"\([^)]*\)")
_TITLES = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "mx"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name among a sentence's words: words `first` to `last`, and everybody it could mean."""

    first: int
    last: int
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A sentence taken apart once: its words folded, the same words as written, and the gaps after them."""

    text: str
    folded: tuple[str, ...]
    written: tuple[str, ...]
    after: tuple[str, ...]


def take_apart(sentence: str) -> Spoken:
    """The sentence's words, and what stands between them."""
    text = unicodedata.normalize("NFC", sentence).replace("\u2019", "'")
    found = list(WORD.finditer(text))
    edges = [*(m.start() for m in found), len(text)][1:]
    return Spoken(
        text=sentence,
        folded=tuple(m.group().casefold() for m in found),
        written=tuple(m.group() for m in found),
        after=tuple(text[m.end() : edge] for m, edge in zip(found, edges, strict=True)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NameBook:
    """The names of the people in the room, by their first word."""

    by_first_word: Mapping[str, tuple[tuple[tuple[str, ...], tuple[int, ...]], ...]]
    ordinary: frozenset[str]

    def may_name(self, text: str) -> bool:
        """Whether a first name's letters occur at all: a quick look before taking the text apart."""
        return not self.by_first_word.keys().isdisjoint(map(without_s, words(text)))

    def mentions(self, s: Spoken) -> Iterator[Mention]:
        """The names in the sentence, left to right, longest first. "Ana's" is read as Ana."""
        at = 0
        while at < len(s.folded):
            found = self._at(s, at)
            if found is not None:
                yield found
                at = found.last
            at += 1

    def _at(self, s: Spoken, at: int) -> Mention | None:
        for name, people in self.by_first_word.get(without_s(s.folded[at]), ()):
            last = at + len(name) - 1
            said = (*s.folded[at:last], without_s(s.folded[last])) if last < len(s.folded) else ()
            if said == name and self._looks_like_a_name(s, at):
                return Mention(first=at, last=last, people=people)
        return None

    def _looks_like_a_name(self, s: Spoken, at: int) -> bool:
        """A capital where the script has them; in a text without any, the word must be no ordinary one."""
        if not s.written[at][0].islower():
            return True
        return s.text == s.text.lower() and s.folded[at] not in self.ordinary


def name_book(people: Sequence[Person], *, ordinary: frozenset[str]) -> NameBook:
    """Full names and first names of everybody whose label is a name; `ordinary` words need a capital."""
    meant: dict[tuple[str, ...], list[int]] = {}
    for index, person in enumerate(people):
        full = _name_words(person.label)
        for name in {full, full[:1]} - {()}:
            meant.setdefault(name, []).append(index)
    book: dict[str, list[tuple[tuple[str, ...], tuple[int, ...]]]] = {}
    for name, who in sorted(meant.items(), key=lambda item: -len(item[0])):
        book.setdefault(name[0], []).append((name, tuple(who)))
    return NameBook(by_first_word={first: tuple(names) for first, names in book.items()}, ordinary=ordinary)


def fits_a_pattern(s: Spoken, mention: Mention, patterns: Sequence[str]) -> bool:
    """Whether the words around the name are one of the patterns, `{name}` standing where the name stands."""
    return any(_fits(s, mention, pattern) for pattern in patterns)


def opens(s: Spoken, mention: Mention) -> bool:
    """Whether the name opens the sentence, or a part of it after a comma; "so, and, hey" may stand before."""
    return mention.first <= LEAD_WORDS or "," in s.after[mention.first - 1]


def closes(s: Spoken, mention: Mention) -> bool:
    """Whether the name closes the sentence, or a part of it before a comma."""
    return mention.last == len(s.folded) - 1 or s.after[mention.last].strip().startswith(COMMAS)


def without_s(word: str) -> str:
    """The word without a possessive ending."""
    return word.removesuffix("'s")


def _name_words(label: str) -> tuple[str, ...]:
    """The words of a label that is a name; empty for "SPEAKER_00", "FEE041" or an initial."""
    if any(mark.isdigit() or mark in "_@" for mark in label):
        return ()
    name = [word for word in words(_BRACKETS.sub(" ", label)) if word not in _TITLES]
    return tuple(name) if name and len(name[0]) > 1 else ()


def _fits(s: Spoken, mention: Mention, pattern: str) -> bool:
    before, after = pattern.replace(",", "").split("{name}")
    lead, rest = before.split(), after.removeprefix("'s").split()
    at = mention.first - len(lead)
    if at < 0 or after.startswith("'s") != s.folded[mention.last].endswith("'s"):
        return False
    if "," in pattern and not (closes(s, mention) if lead else opens(s, mention)):
        return False
    said_after = s.folded[mention.last + 1 : mention.last + 1 + len(rest)]
    return list(s.folded[at : mention.first]) == lead and list(said_after) == rest
