"""Phrases looked for in what somebody wrote, word by word, without regular expressions that could run away.

A phrase is words with a space between them. `a|b` is either; `word?` may be missing; `begin~` is any word
that begins so; `!a|b` is any word but these; `...` is up to three words of any kind. Its first word is plain,
so that it can be looked up. A phrase stays inside one sentence. Short forms are written out before ("I'm" is
"i am", "didn't" is "did not").

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
    """One place of a phrase: words that fit, beginnings that fit, all but some words, or a gap."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    optional: bool
    gap: bool
    but: bool

    def fits(self, word: str) -> bool:
        """Whether a word can stand here."""
        if self.but:
            return word not in self.words
        return word in self.words or (bool(self.beginnings) and word.startswith(self.beginnings))


Phrase = tuple[Slot, ...]


def phrase(written: str) -> Phrase:
    """A phrase as it is written in a rule. Raises ValueError where its first word is not plain."""
    slots = tuple(map(_slot, written.split()))
    if not slots or slots[0].gap or slots[0].but or slots[0].optional or slots[0].beginnings:
        message = f"a phrase begins with a plain word: {written}"
        raise ValueError(message)
    return slots


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
    for place, word in enumerate(said):
        ends = [_end(each, said, place) for each in by_word.get(word.text, ())]
        if best := max(ends, default=0):
            yield place, best


def is_denied(said: Sequence[Word], place: int) -> bool:
    """Whether "not", "instead" or the like comes shortly before, in the same clause."""
    before = [w.text for w in said[max(0, place - REACH) : place] if w.clause == said[place].clause]
    return any(word in DENIALS for word in before) or not INSTEAD.isdisjoint(pairwise(before))


def _end(slots: Phrase, said: Sequence[Word], place: int) -> int:
    """Where the phrase that begins at `place` ends, or 0. Bounded: a gap has four lengths, an option two."""
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


def _slot(written: str) -> Slot:
    optional = written.endswith("?")
    options = written.removesuffix("?").removeprefix("!").split("|")
    return Slot(
        words=frozenset(option for option in options if not option.endswith("~")),
        beginnings=tuple(option[:-1] for option in options if option.endswith("~")),
        optional=optional,
        gap=written == "...",
        but=written.startswith("!"),
    )


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
