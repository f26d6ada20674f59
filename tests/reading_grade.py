"""The school grade at which a text reads: Flesch and Kincaid's formula, over the product's own syllables.

Kincaid, J. P., Fishburne, R. P., Rogers, R. L. & Chissom, B. S. (1975). Derivation of new readability
formulas (Automated Readability Index, Fog Count and Flesch Reading Ease Formula) for Navy enlisted personnel.
Research Branch Report 8-75. Limits: English only; a formula knows nothing of sense, and one short sentence is
noisy. Held once against the CMU Pronouncing Dictionary, the syllables of 99 in 100 words of the interface
were right, and their mean a word was within .001, which is a hundredth of a grade.
Stricter than `reading_ease`: a colon or a semicolon ends no sentence here, as in most calculators.
"""

import html
import re
from collections.abc import Iterable
from typing import Final

from alongside.practise.reading_ease import syllables, words_in

NEUTRAL: Final = " this "
"""Stands for what is filled in or typed, so that a sentence keeps its length."""
LEAST_IN_A_MEAN: Final = 5
"""Our choice: in a label of fewer words one long word decides all, so it counts nowhere."""

_TYPED: Final = re.compile(
    r"<(code|kbd|pre)\b.*?</\1>"  # between tags
    r"|`[^`]*`|(?<!\w)--[\w-]+|\b[A-Z]+_[A-Z_]+\b"  # in backticks; an option; a variable
    r"|https?:\S+|\S+@\S+|\b[\w/-]+\.(?:toml|json|csv|vtt|txt|md|ics|zip|html|py)\b",  # addresses and files
    re.DOTALL,
)
_FILLED_IN: Final = re.compile(r"%\(\w+\)[sd]|%[sd]|{{.*?}}|{[\w.]+}", re.DOTALL)
_CITED: Final = re.compile(r"(?<=\b[12]\d\d\d), [A-Z][^.]*")
_END: Final = re.compile(r"[.!?\u2026]+[\"\u201d\u2019)]*(?=\s|$)")


def plain(text: str) -> str:
    """What is heard when the text is read out: without mark-up, commands, or the titles of works cited."""
    text = re.sub(r"<[^>]+>", " ", _TYPED.sub(NEUTRAL, text))
    text = _CITED.sub("", _FILLED_IN.sub(NEUTRAL, html.unescape(text)))
    return re.sub(r"\s+", " ", text).strip()


def word_count(text: str) -> int:
    """How many words the text has."""
    return len(words_in(text))


def grade(text: str) -> float:
    """The grade of a plain text, which is 0 or less where it is very easy; 0 where there is no word."""
    words = words_in(text)
    if not words:
        return 0.0
    rest = text[max((found.end() for found in _END.finditer(text)), default=0) :]
    sentences = len(_END.findall(text)) + bool(words_in(rest))
    a_word = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / max(1, sentences) + 11.8 * a_word - 15.59


def mean_grade(texts: Iterable[str]) -> float:
    """The mean of the texts' grades, each weighing as much as it has words; labels are left out."""
    judged = [text for text in texts if word_count(text) >= LEAST_IN_A_MEAN]
    words = sum(map(word_count, judged))
    return sum(grade(text) * word_count(text) for text in judged) / max(1, words)
