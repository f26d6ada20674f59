"""Phrases looked for in what somebody wrote, word by word, without regular expressions that could run away.

A phrase is words with a space between them. `a|b` is either; `{name}` is any word of a named list; `begin~`
and `~end` are any word that begins or ends so; `!a|b` is any word but these, `~ed!a|b` any with that end but
these. `word?` may be missing, `word*` may come up to three times; `...` is up to three words of any kind. `^`
before the first word asks that it opens a clause. The first word is plain or a list, so that it can be looked
up. A phrase stays inside one sentence. Short forms are written out before ("I'm" is "i am", "didn't" is
"did not").

What stands in quotation marks, or in a line that begins with ">", is somebody else's. What a word such as
"not" or "instead" comes before, in the same clause, is not said. Limits: no grammar; irony and double
negation are beyond it.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

LONGEST_TEXT: Final = 20_000
"""Characters that are read (our choice): the length of ten printed pages."""
GAP: Final = 3
"""Words that `...` may stand for (our choice)."""
REACH: Final = 7
"""Words between "not" and what it denies (our choice)."""
DENIALS: Final = frozenset({"not", "never", "no", "without", "nor", "neither", "hardly"})
INSTEAD: Final = frozenset({("instead", "of"), ("rather", "than")})
BREAKS: Final = frozenset({"but", "and", "so", "because", "since", "then"})
"""Words with which a new clause begins."""

_PIECE = re.compile(
    r"[^\W_]+(?:['\u2019][^\W_]+)*|[.!?\u2026]+|\n[ \t]*\n|[,;:()\u2013\u2014]|(?<=\s)-(?=\s)"
)
# Each part ends at the next mark of its own kind, so that a text full of marks costs no more than another.
_QUOTED = re.compile(
    r"""“[^“”]*”|"[^"]*"|«[^«»]*»|^>[^\n]*"""
    r"""|(?<!\w)\u2018(?:[^\n\u2018\u2019]|(?<=\w)\u2019(?=\w))*\u2019(?!\w)"""
    r"""|(?<!\w)'(?:[^\n']|(?<=\w)'(?=\w))*'(?!\w)""",
    re.MULTILINE,
)
_SHORT: Final[Mapping[str, tuple[str, ...]]] = {
    "can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"),
    "ain't": ("is", "not"), "let's": ("let", "us"), "im": ("i", "am"), "ive": ("i", "have"),
    "dont": ("do", "not"), "didnt": ("did", "not"), "wasnt": ("was", "not"), "isnt": ("is", "not"),
    "cant": ("can", "not"), "wont": ("will", "not"), "thats": ("that", "is"), "youre": ("you", "are"),
    "doesnt": ("does", "not"), "shouldnt": ("should", "not"), "wouldnt": ("would", "not"),
    "gonna": ("going", "to"), "u": ("you",), "thx": ("thanks",), "ty": ("thanks",), "sry": ("sorry",),
    "pls": ("please",), "apologize": ("apologise",), "apologizing": ("apologising",),
    "realize": ("realise",), "realized": ("realised",),
}  # fmt: skip
_ENDINGS: Final[Mapping[str, str]] = {
    "n't": "not",
    "'m": "am",
    "'re": "are",
    "'ll": "will",
    "'ve": "have",
    "'d": "would",
}
_IS: Final = frozenset({"it", "that", "what", "there", "here", "he", "she", "who", "how", "where", "this"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word, its place in the text, its sentence and clause. `said` is false in a quotation.

    `asked` tells that its sentence ends in a question mark.
    """

    text: str
    start: int
    end: int
    sentence: int
    clause: int
    said: bool
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a phrase: words, beginnings and ends that fit, words that do not, or a gap.

    Where nothing is named that fits, every word does. `opens` asks for the first word of a clause.
    """

    words: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    but: frozenset[str] = frozenset()
    optional: bool = False
    gap: bool = False
    opens: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it stands for listed words alone, exactly once."""
        return bool(self.words) and not (self.beginnings or self.ends or self.but or self.optional)

    def fits(self, word: str) -> bool:
        """Whether a word can stand here."""
        if word in self.but:
            return False
        if word in self.words or word.startswith(self.beginnings) or word.endswith(self.ends):
            return True
        return not (self.words or self.beginnings or self.ends)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The places of a phrase, and word lists of which a text must hold one each to be worth a closer look."""

    slots: tuple[Slot, ...]
    needs: tuple[frozenset[str], ...]


WordLists = Mapping[str, frozenset[str]]


def phrase(written: str, lists: WordLists | None = None) -> Phrase:
    """A phrase as a rule writes it. Raises ValueError where it names no known list or starts with no word."""
    slots = tuple(slot for part in written.removeprefix("^").split() for slot in _slots(part, lists or {}))
    if not slots or not slots[0].is_plain:
        message = f"a phrase begins with a plain word: {written}"
        raise ValueError(message)
    first = replace(slots[0], opens=written.startswith("^"))
    return Phrase((first, *slots[1:]), tuple(slot.words for slot in slots[1:] if slot.is_plain))


def words(text: str) -> tuple[Word, ...]:
    """The words of a text with their places; short forms are two words in one place."""
    text = text[:LONGEST_TEXT]
    quoted = _quoted(text)
    found: list[Word] = []
    sentence = clause = 0
    asked: set[int] = set()
    for piece in _PIECE.finditer(text):
        mark = piece.group()
        if not mark[0].isalnum():
            asked |= {sentence} if "?" in mark else set()
            sentence += mark[0] in ".!?\u2026\n"
            clause += 1
            continue
        said = not any(start <= piece.start() < end for start, end in quoted)
        for part in _written_out(mark):
            clause += part in BREAKS
            found.append(Word(part, piece.start(), piece.end(), sentence, clause, said))
    return tuple(replace(word, asked=True) if word.sentence in asked else word for word in found)


def find(by_word: Mapping[str, Sequence[Phrase]], said: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First and last word (as a slice) of every place where a phrase is said; phrases by their first word."""
    there = {word.text for word in said}
    likely = {
        word: [each.slots for each in by_word[word] if not any(map(there.isdisjoint, each.needs))]
        for word in there & by_word.keys()
    }
    for place, word in enumerate(said):
        ends = [_end(each, said, place) for each in likely.get(word.text, ())]
        if best := max(ends, default=0):
            yield place, best


def is_denied(said: Sequence[Word], place: int) -> bool:
    """Whether "not", "instead" or the like comes shortly before, in the same clause."""
    before = [w.text for w in said[max(0, place - REACH) : place] if w.clause == said[place].clause]
    return any(word in DENIALS for word in before) or not INSTEAD.isdisjoint(pairwise(before))


def _end(slots: tuple[Slot, ...], said: Sequence[Word], place: int) -> int:
    """Where the phrase that begins at `place` ends, or 0. Bounded: a gap has four lengths, an option two."""
    if slots[0].opens and not _opens_clause(said, place):
        return 0
    ends = {place}
    for slot in slots:
        after: set[int] = set()
        for at in ends:
            if slot.gap:
                after.update(range(at, at + GAP + 1))
            elif at < len(said) and said[at].sentence == said[place].sentence and slot.fits(said[at].text):
                after.add(at + 1)
            if slot.optional:
                after.add(at)
        ends = after
        if not ends:
            return 0
    return max(ends)


def _opens_clause(said: Sequence[Word], place: int) -> bool:
    """Whether a word is the first of its clause, or the first after "and", "so" or the like."""
    before = said[place - 1] if place else None
    return before is None or before.clause != said[place].clause or before.text in BREAKS


def _slots(written: str, lists: WordLists) -> tuple[Slot, ...]:
    """A part of a phrase; `word*` is that many optional words."""
    if written == "...":
        return (Slot(gap=True),)
    fitting, _mark, failing = written.rstrip("?*").partition("!")
    listed = [*_listed(fitting, lists)]
    slot = Slot(
        words=frozenset(each for each in listed if "~" not in each),
        beginnings=tuple(each[:-1] for each in listed if each.endswith("~")),
        ends=tuple(each[1:] for each in listed if each.startswith("~")),
        but=frozenset(_listed(failing, lists)),
        optional=written.endswith(("?", "*")),
    )
    return (slot,) * (GAP if written.endswith("*") else 1)


def _listed(written: str, lists: WordLists) -> Iterator[str]:
    """The words of `a|{name}|c`."""
    for each in filter(None, written.split("|")):
        if not each.startswith("{"):
            yield each
        elif (name := each.strip("{}")) in lists:
            yield from lists[name]
        else:
            message = f"there is no list of words called {name}"
            raise ValueError(message)


def _quoted(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _QUOTED.finditer(text)]


def _written_out(piece: str) -> tuple[str, ...]:
    """The word in lower case, a short form as the words it stands for."""
    word = unicodedata.normalize("NFC", piece).casefold().replace("\u2019", "'")
    if word in _SHORT:
        return _SHORT[word]
    for ending, full in _ENDINGS.items():
        if word.endswith(ending):
            return word.removesuffix(ending), full
    if word.endswith("'s") and word[:-2] in _IS:
        return word[:-2], "is"
    return (word,)
