"""Words as the search sees them: without case, accents and signs, so that İstanbul and istanbul are one.

Limits: words are what stands between spaces and signs, so languages written without spaces are found only by
their first letters; endings are those of English alone.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Final

LONGEST_WORD: Final = 64
"""Letters of a word that count (our choice): longer ones are slips or attempts to keep the machine busy."""
LONGEST_TEXT: Final = 2000
"""Characters of a question that are read (our choice); nobody types more into a search."""
_WORD: Final = re.compile(r"[^\W_]+")
_DOTLESS: Final = str.maketrans({"\N{LATIN SMALL LETTER DOTLESS I}": "i"})
_ENDINGS: Final[Mapping[str, tuple[tuple[str, int], ...]]] = {
    "s": (
        ("ships", 4),
        ("isms", 4),
        ("ists", 4),
        ("ings", 4),
        ("ions", 6),
        ("ies", 3),
        ("ers", 4),
        ("es", 4),
        ("s", 3),
    ),
    "p": (("ship", 4),),
    "m": (("ism", 4),),
    "t": (("ist", 4),),
    "g": (("ing", 4),),
    "n": (("ion", 6),),
    "d": (("ied", 3), ("ed", 4)),
    "r": (("er", 4),),
    "y": (("y", 3),),
    "e": (("e", 4),),
}
"""Endings of English words by their last letter, and the fewest letters that must be left (our choice)."""
_NO_PLURALS: Final = ("ss", "us", "is")


def fold(text: str) -> str:
    """The text without case and accents (NFKD, combining marks out, casefold)."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return bare.casefold().translate(_DOTLESS)


def words_of(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(fold(text))]


def typed_words(text: str) -> list[str]:
    """The words of what somebody typed into a search; a word cut in two at the end is left out."""
    words = words_of(text[:LONGEST_TEXT])
    return words[:-1] if len(text) > LONGEST_TEXT and len(words) > 1 else words


def without(words: Collection[str], stop_words: Collection[str]) -> list[str]:
    """The words that say what it is about; all of them where nothing else would be left."""
    telling = [word for word in words if word not in stop_words]
    return telling or list(words)


def root(word: str) -> str:
    """What a word has in common with its other forms: meeting, meets and meet; activism and activists.

    One English ending is taken off, the longest that leaves enough of the word. A plain rule (ours): it joins
    few words that are not akin, and leaves apart many that are, such as woman and women.
    """
    if not word.isascii() or word.endswith(_NO_PLURALS):
        return word
    for ending, least in _ENDINGS.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word
