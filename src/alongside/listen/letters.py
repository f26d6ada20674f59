"""What a character is to a word: part of it, a joiner inside it, half a word of its own, or none of it."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

JOINERS = "'’-"  # noqa: RUF001 - the typographic apostrophe is meant
CHARACTERS_PER_WORD = 2  # Own choice for scripts without spaces; flagged wherever it is used.
OTHER, WORD, JOINER, DENSE = range(4)
_UNSPACED = ("CJK UNIFIED", "CJK COMPAT", "HIRAGANA", "KATAKANA", "THAI CHAR", "LAO ", "KHMER ", "MYANMAR ")


@lru_cache(maxsize=4096)
def class_of(character: str) -> int:
    """OTHER, WORD, JOINER, or DENSE for scripts written without spaces."""
    if character in JOINERS:
        return JOINER
    if not (character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")):
        return OTHER
    return DENSE if unicodedata.name(character, "").startswith(_UNSPACED) else WORD


def any_dense(texts: Iterable[str]) -> bool:
    """Whether words of these texts will be estimated from characters."""
    others = {character for text in texts if not text.isascii() for character in set(text)}
    return any(class_of(character) == DENSE for character in others)
