"""Two ways to put documents in order for a search: FTS5's BM25, and a plain count where FTS5 is missing.

Both take the same words apart in the same way, so both find the same documents.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final, Protocol

from alongside.learn.library import Filterable
from alongside.learn.words import words_of

FIELDS: Final = ("title", "topics", "why", "authors", "body")
"""The fields that are searched, heaviest first."""
WEIGHTS: Final = {"title": 4.0, "topics": 3.0, "why": 2.0, "authors": 0.5, "body": 1.0}
"""How much a word counts in a field (our choice); in a name it seldom says what a work is about."""
OTHERS: Final = 0.8
"""How much another word for the same counts, beside the word that was typed (our choice)."""

MISSING: Final = 0.5
"""The power of the share of things wanted that a document has (our choice): half of them weighs 0.71."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What can be found: its texts by field, and the thing itself where filters apply to it."""

    kind: str
    id: str
    title: str
    why: str = ""
    authors: str = ""
    topics: str = ""
    body: str = ""
    language: str = ""
    thing: Filterable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that stand side by side; with `begins`, the last one may go on."""

    words: tuple[str, ...]
    begins: bool = False

    def found_in(self, words: Sequence[str]) -> str:
        """What stands there for this phrase, or ""."""
        size = len(self.words)
        if size == 1:  # nearly always, and ten times faster
            word = self.words[0]
            if word in words or not self.begins:
                return word if word in words else ""
            return next((each for each in words if each.startswith(word)), "")
        for first in range(len(words) - size + 1):
            part = tuple(words[first : first + size])
            if part == self.words or (self.begins and self._goes_on(part)):
                return " ".join(part)
        return ""

    def _goes_on(self, part: tuple[str, ...]) -> bool:
        return part[:-1] == self.words[:-1] and part[-1].startswith(self.words[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A word or phrase as typed, the forms that it takes, and others that mean the same.

    `weight` is below 1 where the word stands in all sorts of questions.
    """

    said: str
    forms: tuple[Phrase, ...] = ()
    others: tuple[Phrase, ...] = ()
    weight: float = 1.0

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Everything that counts as found."""
        return self.forms + self.others


NONE_LESS: Final[Mapping[int, float]] = {}


class Ranking(Protocol):
    """Puts documents in order. One with five words for the same thing has said one thing, not five."""

    def best(self, wanted: Sequence[Wanted], *, less: Mapping[int, float] = NONE_LESS) -> list[int]:
        """The places of the documents with something wanted, best first, ties in the order given.

        What a place in `less` scores is multiplied by the number there.
        """
        ...


def _in_order(
    wanted: Sequence[Wanted],
    scores: Callable[[Sequence[Phrase]], dict[int, float]],
    less: Mapping[int, float],
) -> list[int]:
    """Places by the sum of the best that stands for each thing wanted, less where something is missing."""
    total: dict[int, float] = {}
    held: dict[int, float] = {}
    for each in wanted:
        for place, score in _best_for(each, scores).items():
            total[place] = total.get(place, 0.0) + score * each.weight
            held[place] = held.get(place, 0.0) + each.weight
    whole = sum(each.weight for each in wanted)
    order = sorted(
        (-score * (held[place] / whole) ** MISSING * less.get(place, 1.0), place)
        for place, score in total.items()
    )
    return [place for _score, place in order]


def _best_for(wanted: Wanted, scores: Callable[[Sequence[Phrase]], dict[int, float]]) -> dict[int, float]:
    """What each place scores for one thing wanted: by its forms, or by the best of the others."""
    best = scores(wanted.forms) if wanted.forms else {}
    for other in wanted.others:
        for place, score in scores((other,)).items():
            best[place] = max(best.get(place, 0.0), score * OTHERS)
    return best


Folded = Mapping[str, tuple[str, ...]]
"""The words of a document by field, folded."""


def fold_all(documents: Sequence[Document]) -> tuple[Folded, ...]:
    """The words of each document; a word that comes often is held once."""
    pool: dict[str, str] = {}
    return tuple(
        {
            name: tuple(pool.setdefault(word, word) for word in words_of(getattr(document, name)))
            for name in FIELDS
        }
        for document in documents
    )


def rank_by(folded: Sequence[Folded], *, fts5: bool = True) -> Ranking:
    """FTS5 where SQLite has it, else the count."""
    if fts5:
        try:
            return FullText(folded)
        except sqlite3.OperationalError:  # "no such module: fts5"
            return WordCount(folded)
    return WordCount(folded)


class FullText:
    """An FTS5 table in memory. Asked by one thread at a time; the others wait their milliseconds."""

    def __init__(self, folded: Sequence[Folded]) -> None:
        self._lock = Lock()
        self._memory = sqlite3.connect(":memory:", check_same_thread=False)
        self._memory.execute(
            f"CREATE VIRTUAL TABLE entry USING fts5({', '.join(FIELDS)}, content='',"
            " tokenize='unicode61 remove_diacritics 2')"
        )
        self._memory.executemany(
            f"INSERT INTO entry (rowid, {', '.join(FIELDS)}) VALUES (?,?,?,?,?,?)",  # noqa: S608  # our own names
            (
                (place, *(" ".join(words[name]) for name in FIELDS))
                for place, words in enumerate(folded, start=1)
            ),
        )
        weights = ", ".join(str(WEIGHTS[name]) for name in FIELDS)
        score = f"-bm25(entry, {weights})"
        self._ask = "SELECT rowid - 1, " + score + " FROM entry WHERE entry MATCH ?"  # noqa: S608  # our own names

    def best(self, wanted: Sequence[Wanted], *, less: Mapping[int, float] = NONE_LESS) -> list[int]:
        """The places of the documents, best first."""
        with self._lock:
            return _in_order(wanted, self._scores, less)

    def _scores(self, phrases: Sequence[Phrase]) -> dict[int, float]:
        asked = " OR ".join(_quoted(phrase) for phrase in phrases)
        return dict(self._memory.execute(self._ask, (asked,)))


def _quoted(phrase: Phrase) -> str:
    """The phrase as FTS5 reads it: in quotation marks, which no word of ours contains."""
    return f'"{" ".join(phrase.words)}"' + (" *" if phrase.begins else "")


class WordCount:
    """How often the phrases stand in each field, times the field's weight."""

    def __init__(self, folded: Sequence[Folded]) -> None:
        self._fields = tuple(folded)
        self._holding: dict[str, set[int]] = {}
        for place, held in enumerate(self._fields):
            for words in held.values():
                for word in words:
                    self._holding.setdefault(word, set()).add(place)

    def best(self, wanted: Sequence[Wanted], *, less: Mapping[int, float] = NONE_LESS) -> list[int]:
        """The places of the documents, best first."""
        return _in_order(wanted, self._scores, less)

    def _scores(self, phrases: Sequence[Phrase]) -> dict[int, float]:
        scores: defaultdict[int, float] = defaultdict(float)
        for phrase in phrases:
            for place in self._candidates(phrase):
                scores[place] += self._score(place, phrase)
        return {place: score for place, score in scores.items() if score > 0}

    def _candidates(self, phrase: Phrase) -> set[int]:
        last = phrase.words[-1]
        if not phrase.begins:
            return self._holding.get(last, set())
        return {place for word, held in self._holding.items() if word.startswith(last) for place in held}

    def _score(self, place: int, phrase: Phrase) -> float:
        return sum(WEIGHTS[name] for name, words in self._fields[place].items() if phrase.found_in(words))
