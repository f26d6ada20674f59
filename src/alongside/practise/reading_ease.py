"""How easily a text reads: Flesch's formula for English, and no other language.

Flesch, R. (1948). A new readability yardstick. Journal of Applied Psychology 32, 221-233. Limits: syllables
are counted by rules of thumb, and a formula knows nothing of sense; it only catches long words and sentences.
"""

import re
from typing import Final

_WORD: Final = re.compile(r"[a-z]+(?:['\u2019][a-z]+)*", re.IGNORECASE)
_END: Final = re.compile(r"[.!?:;\u2026]+(?=\s|$|[\"\u201d\u2019)])")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_SILENT: Final = re.compile(r"(?:[^aeiouyl]e|[^aeioutd]ed|[^aeiouyscxzg]es|[aeiouy]les?)$|^some(?=[^aeiouy])")
_APART: Final = re.compile(r"i[aou]|[dr]eo|rea$|reas$|dea$|deas$|creat|ua(?!r)|[aeiou]ing|uity|quiet")
_TOGETHER: Final = re.compile(r"[ct]i[aou]|sio|gio|qua")


def words_in(text: str) -> list[str]:
    """The words of an English text."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Syllables of an English word, by rules of thumb; at least one."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(letters))
    count += len(_APART.findall(letters)) - len(_TOGETHER.findall(letters))
    return max(1, count - len(_SILENT.findall(letters)))


def reading_ease(text: str) -> float:
    """Flesch reading ease, from about 0 (hard) to 100 (easy) and beyond; 100 where there is no word."""
    words = words_in(text)
    if not words:
        return 100.0
    sentences = max(1, len(_END.findall(text)))
    a_word = sum(map(syllables, words)) / len(words)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * a_word
