"""Words that no scene uses: content, because they belong to a language. Without a list its rule is silent."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from alongside.core import content

_KINDS: Final = ("shaming", "tearful-thanks", "teaching", "marks")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """Patterns over words, without regard to case; None where the language has no list."""

    shaming: re.Pattern[str] | None = None
    tearful_thanks: re.Pattern[str] | None = None
    teaching: re.Pattern[str] | None = None
    marks: re.Pattern[str] | None = None


@cache
def word_lists(language: str) -> WordLists:
    """The shipped lists of a language."""
    return from_entries(content.load("speech", locale=language.partition("-")[0]).entries)


def from_entries(entries: Sequence[Mapping[str, object]]) -> WordLists:
    """The lists out of content entries `{kind, items}`; other kinds are for others."""
    return WordLists(**{kind.replace("-", "_"): _pattern(entries, kind) for kind in _KINDS})


def _pattern(entries: Sequence[Mapping[str, object]], kind: str) -> re.Pattern[str] | None:
    phrases = [str(item) for entry in entries if entry.get("kind") == kind for item in _items(entry)]
    if not phrases:
        return None
    each = sorted((r"\s+".join(map(_word, phrase.split())) for phrase in phrases), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    """A word as a pattern: `*` at its end stands for any ending, and either apostrophe will do."""
    stem = re.escape(word.removesuffix("*")).replace("'", "['\u2019]")
    return stem + (r"\w*" if word.endswith("*") else "")


def _items(entry: Mapping[str, object]) -> Sequence[object]:
    items = entry.get("items")
    return items if isinstance(items, list | tuple) else ()
