r"""Words, counted the same way for everybody and every format.

A word is a run of letters and digits; an apostrophe or a hyphen between two letters does not end it.
Combining marks belong to the letter they stand on, or a Hindi word would count two or three times.
In scripts written without spaces two characters count as one word (own choice, and the report says so).
Counting is done for all utterances at once; `count_plainly` is the slow version that a test holds beside it.
"""

import re
from collections.abc import Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from alongside.listen.letters import CHARACTERS_PER_WORD, DENSE, JOINER, OTHER, WORD, class_of

_ROWS_AT_ONCE = 8192  # keeps the working arrays in the processor's cache and the memory small
_ASCII = bytes(class_of(chr(code)) if code < 128 else OTHER for code in range(256))  # noqa: PLR2004


def count(texts: Sequence[str]) -> NDArray[np.int32]:
    """Words of each text. Those in scripts without spaces are estimated: `letters.any_dense` tells."""
    rest = iter(texts)
    counts = [np.zeros(0, np.int32)]
    while rows := list(islice(rest, _ROWS_AT_ONCE)):
        counts.append(_count_rows(rows))
    return np.concatenate(counts)


def _count_rows(rows: list[str]) -> NDArray[np.int32]:
    ends = np.cumsum(np.fromiter(map(len, rows), np.int64, len(rows)) + 1)
    joined = "\n".join(rows) + "\n"
    classes = _classes(joined)
    word = classes == WORD
    begins = word.copy()
    begins[1:] &= ~word[:-1]
    # A joiner between two word characters does not begin a word.
    begins[2:] &= ~((classes[1:-1] == JOINER) & word[:-2])
    bounds = np.concatenate(([0], ends))
    total = np.diff(np.searchsorted(np.flatnonzero(begins), bounds))
    dense = np.flatnonzero(classes == DENSE)
    if dense.size:
        characters = np.diff(np.searchsorted(dense, bounds))
        total = total - (-characters // CHARACTERS_PER_WORD)
    return total.astype(np.int32)


def _classes(text: str) -> NDArray[np.uint8]:
    if text.isascii():
        return np.frombuffer(text.encode("ascii").translate(_ASCII), np.uint8)
    codes = np.frombuffer(text.encode("utf-32-le", errors="surrogatepass"), np.uint32)
    table = np.zeros(int(codes.max()) + 1, np.uint8)
    table[:128] = np.frombuffer(_ASCII[:128], np.uint8)
    for character in set(text):
        if not character.isascii():
            table[ord(character)] = class_of(character)
    return table[codes]


def count_plainly(text: str) -> int:
    """Words of one text, one character at a time."""
    kinds = "".join("owjd"[class_of(character)] for character in text)
    spaced = len(re.findall(r"w+(?:jw+)*", kinds))
    return spaced + -(-kinds.count("d") // CHARACTERS_PER_WORD)
