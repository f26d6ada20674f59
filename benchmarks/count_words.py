"""Which words of the rules hardly ever come up: counted in documentation, for `interrupt/rare-words.txt`.

The engine looks for a rare word of a phrase, where it has one, instead of for the phrase. Counted are the
packages whose hits were judged (see judge_words.py), but for those that the benchmark of speed reads. A word
that is missing from the file is taken for a common one: that is slower, never wrong.
"""

import argparse
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path

from benchmarks.debian_docs import WANTED, unpack
from benchmarks.judge_words import ALL_TREES, CHANCE_TREES, WHOLE

from alongside.interrupt import book, library
from alongside.interrupt.compiler import spellings_of
from alongside.interrupt.forms import keys, words_of
from alongside.interrupt.rules import Case
from alongside.interrupt.sieve import RARE_WORDS

RARE = 0.1  # times in a million bytes of all, at most (measured: more words make the expression no faster)
RARE_IN_ONE = 4.0  # and in those of one package: what is usual in some documents is not rare
A_PACKAGE = 300_000  # bytes from which a package tells something about what is usual
MOST = 40_000_000  # bytes of a package that are read: none shall speak for all
SHORTEST = 3  # letters; a shorter word is part of too many names and numbers
_PAGES = {".html", ".htm", ".txt", ".md", ".rst", ".tex", ".xml"}
_WORDS = re.compile(rb"[a-z0-9]+")


def main() -> None:
    """Count the words of the packages, and write the file."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path, help="where the packages are unpacked, and kept")
    given = asked.parse_args()
    every, total, size, usual = words_of_rules(), Counter[str](), 0, set()
    for package in sorted({*ALL_TREES, *CHANCE_TREES}):
        if any(re.fullmatch(wanted, package) for wanted in WANTED):
            continue
        counts, read = counted(_pages(given.folder, package), every)
        total.update(counts)
        size += read
        if read > A_PACKAGE:
            usual |= {word for word, count in counts.items() if count > RARE_IN_ONE * read / 1e6}
    known = {word for word in every - usual if len(word) >= SHORTEST}
    rare = sorted(word for word in known if total[word] <= RARE * size / 1e6)
    RARE_WORDS.write_text("".join(f"{word}\n" for word in rare), "ascii")
    print(f"{len(rare)} rare words of {len(every)}, by {size / 1e6:.0f} MB of pages")


def counted(pages: Iterable[bytes], wanted: Collection[str]) -> tuple[Counter[str], int]:
    """How often each of the words comes up, and how many bytes were read."""
    sought = {word.encode("ascii") for word in wanted}
    counts: Counter[bytes] = Counter()
    size = 0
    for page in pages:
        counts.update(word for word in _WORDS.findall(page.lower()) if word in sought)
        size += len(page)
        if size > MOST:
            break
    return Counter({word.decode("ascii"): count for word, count in counts.items()}), size


def words_of_rules() -> set[str]:
    """The words of all spellings that are looked for whatever their capitals."""
    told = book.read_book(library.rule_files())
    folded = [rule for rule in told.rules if rule.case is not Case.EXACT]
    spellings = chain.from_iterable(spellings_of(rule, told.lists)[0] for rule in folded)
    words = chain.from_iterable(words_of(key) for spelling in spellings for key in keys(spelling))
    return {word for word in words if word.isascii()}


def _pages(folder: Path, package: str) -> Iterator[bytes]:
    if not (folder / package).exists():
        unpack(package, folder / package)
    inside, pattern = ALL_TREES.get(package, WHOLE)
    for file in sorted((folder / package / inside).rglob(pattern)):
        if (pattern != WHOLE[1] or file.suffix in _PAGES) and file.is_file() and not file.is_symlink():
            yield file.read_bytes()


if __name__ == "__main__":
    main()
