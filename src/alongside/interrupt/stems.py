"""Words that a study counted in job adverts, and neutral words in their place, read from content.

A stem with a last * stands for every word that begins so, one without it for that word alone, as in Appendix
A of Gaucher, Friesen and Kay (2011), doi 10.1037/a0022530.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

_SHIPPED: Final = Path(__file__).parent.parent / "content" / "en" / "job-words"
_WORD: Final = r"(?:[^\W_]+(?:'[^\W_]+)*)"


class Coding(StrEnum):
    """How the study counted a word."""

    MASCULINE = "masculine"
    FEMININE = "feminine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """One entry of the list: its letters, whether any ending may follow, and neutral words of ours."""

    text: str
    coding: Coding
    open_ended: bool
    neutral: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stems:
    """The whole list."""

    stems: tuple[Stem, ...]

    def of_word(self, word: str) -> Stem | None:
        """The stem of a word in lower case, hyphens and apostrophes straight; the longest where two fit."""
        found = _matcher(self).fullmatch(word)
        return self.stems[int(str(found.lastgroup)[1:])] if found else None

    def words(self) -> "re.Pattern[str]":
        """What finds the words of a text: a hyphen joins only where a stem has one ("self-confident")."""
        return _words(self)


@cache
def read_stems(folder: Path = _SHIPPED) -> Stems:
    """The list of a folder of content; the shipped one by default."""
    entries = [
        entry
        for file in sorted(folder.glob("*.toml"))
        for entry in tomllib.loads(file.read_text("utf-8"))["job-word"]
    ]
    return Stems(stems=tuple(stem for entry in entries for stem in _stems(entry)))


def _stems(entry: Mapping[str, object]) -> tuple[Stem, ...]:
    given, neutral = entry.get("stems"), entry.get("neutral")
    written: Sequence[str] = given if isinstance(given, list) else ()
    instead: Mapping[str, Sequence[str]] = neutral if isinstance(neutral, Mapping) else {}
    return tuple(
        Stem(
            text=each.rstrip("*"),
            coding=Coding(str(entry["coded"])),
            open_ended=each.endswith("*"),
            neutral=tuple(instead.get(each, ())),
        )
        for each in written
    )


@cache
def _matcher(stems: Stems) -> "re.Pattern[str]":
    numbered = sorted(enumerate(stems.stems), key=lambda pair: len(pair[1].text), reverse=True)
    return re.compile("|".join(_group(number, stem) for number, stem in numbered))


def _group(number: int, stem: Stem) -> str:
    return f"(?P<s{number}>{re.escape(stem.text)}{r'.*' if stem.open_ended else ''})"


@cache
def _words(stems: Stems) -> "re.Pattern[str]":
    joined = [rf"{re.escape(stem.text)}[^\W_]*" for stem in stems.stems if "-" in stem.text]
    return re.compile("|".join([*(rf"\b{each}" for each in joined), _WORD]), re.IGNORECASE)
