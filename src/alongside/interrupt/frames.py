"""Millions of documents on an engine that is there already: a table of texts in, a table of findings out.

Made for PySpark's `mapInPandas`, and for anything else that hands over batches with named columns. Nothing of
either is imported: a result is made by the class of the batch it answers.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol, TypeVar

from alongside.interrupt.hits import Profile
from alongside.interrupt.run import Recipe, Way, check_data, prepare

COLUMNS: Final = (
    "name string, rule string, level string, line long, column long, words string, fingerprint string"
)
"""The columns of a result, as Spark names types."""

Cell = str | int


class Frame(Protocol):
    """A batch with named columns: a pandas DataFrame, or what behaves like one."""

    def __init__(self, data: dict[str, list[Cell]]) -> None:
        """Make one from its columns."""

    def __getitem__(self, column: str) -> Iterable[object]:
        """The cells of a column."""


_Batch = TypeVar("_Batch", bound=Frame)


def recipe_for(*, profile: str = "default", packs: Sequence[str] = (), allow: Sequence[str] = ()) -> Recipe:
    """How the documents are checked: small enough to be sent to every process once."""
    return Recipe(profile=Profile(profile), packs=tuple(map(Path, packs)), allow=tuple(allow))


def check_frames(batches: Iterable[_Batch], recipe: Recipe) -> Iterator[_Batch]:
    """For each batch with the columns `name` and `text`, its findings in the columns of `COLUMNS`."""
    way = _ready(recipe)
    for batch in batches:
        rows = [
            row
            for name, text in zip(batch["name"], batch["text"], strict=True)
            for row in _rows(str(name), text, way)
        ]
        names = [column.split()[0] for column in COLUMNS.split(", ")]
        yield type(batch)({name: [row[place] for row in rows] for place, name in enumerate(names)})


@lru_cache(maxsize=2)
def _ready(recipe: Recipe) -> Way:
    """The rules, loaded once in each process whatever the number of batches."""
    return prepare(recipe)


def _rows(name: str, text: object, way: Way) -> Iterator[tuple[Cell, ...]]:
    """The findings of one document; a missing text has none."""
    if not isinstance(text, str | bytes):
        return
    data = text.encode("utf-8", "replace") if isinstance(text, str) else text
    for hit in check_data(data, path=name, way=way).hits:
        yield name, hit.rule, hit.level.value, hit.line, hit.column, hit.words, hit.fingerprint
