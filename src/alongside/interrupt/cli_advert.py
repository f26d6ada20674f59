"""Part of the door: the balance of coded words in adverts that somebody named one by one."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from alongside.interrupt.documents import HEAD_BYTES, Unreadable, kind_of, read_passages
from alongside.interrupt.hits import Kind, Passage

MOST: Final = 5
"""Adverts told of in one run (our choice): a folder of them is not read one by one by anybody."""


def balances(paths: Sequence[str], *, given: bytes, kind: Kind | None) -> Iterator[tuple[str, ...]]:
    """For each advert, its name and the lines of its balance; `given` is what came by standard input."""
    for path in paths[:MOST]:
        if path != "-" and not Path(path).is_file():
            continue
        with suppress(Unreadable, OSError):  # the check has said that this one was not read
            data = given if path == "-" else Path(path).read_bytes()
            if (written := kind or kind_of(path, data[:HEAD_BYTES])) is not None:
                yield (path, *_lines(data, written, path))


def _lines(data: bytes, kind: Kind, name: str) -> tuple[str, ...]:
    from alongside.interrupt.job_ad import balance_lines

    document = read_passages(data, kind, name=name)
    return balance_lines("\n".join(map(_words, document.passages)))


def _words(passage: Passage) -> str:
    """The passage with what is no prose as spaces."""
    text = bytearray(passage.data)
    for span in passage.masked:
        text[span.start : span.end] = b" " * (span.end - span.start)
    return text.decode("utf-8", "replace")
