"""Many documents, checked in the order in which they come.

Bytes that cannot hold a hit are let go at once: they are neither decoded nor parsed. A document that is
broken is told and the next one is checked.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from alongside.interrupt.documents import HEAD_BYTES, Unreadable, kind_of, may_search, read_passages
from alongside.interrupt.hits import Hit, Kind, Profile
from alongside.interrupt.loading import load_rules
from alongside.interrupt.matcher import Place
from alongside.interrupt.results import FileResult
from alongside.interrupt.rule_set import RuleSet
from alongside.interrupt.walk import Found

WORTH_PROCESSES: Final = 200_000_000
"""Bytes from which more than one process may be faster (our choice; below, starting them costs more)."""
_MORE: Final = 1 << 20
"""Bytes to read at a time where a file is longer than it was, or has no length, such as a pipe."""
_AS_BYTES: Final = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_A_TURN: Final = 64
"""Files a process takes at a time (our choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How documents are checked: which rules, and what the house allows. Small, so that it can be sent."""

    packs: tuple[Path, ...] = ()
    profile: Profile = Profile.DEFAULT
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    kind: Kind | None = None
    allow: tuple[str, ...] = ()
    reports_unused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A recipe with its rules loaded."""

    recipe: Recipe
    rules: RuleSet


def prepare(recipe: Recipe) -> Way:
    """Load the rules. Raises Trouble where a pack cannot be used, or no rule has an id that was named."""
    rules = load_rules(recipe.packs, profile=recipe.profile, only=recipe.only, without=recipe.without)
    return Way(recipe=recipe, rules=rules)


def check_data(data: bytes, *, path: str, way: Way) -> FileResult:
    """Check a document by its bytes; `path` tells its kind where the recipe does not."""
    head = data[:HEAD_BYTES]
    kind = way.recipe.kind or kind_of(path, head)
    if kind is None:
        return FileResult(path=path, binary=True)
    places = list(way.rules.places(data)) if may_search(kind, head) else None
    if places == [] and not (way.recipe.reports_unused and b"alongside:" in data):
        return FileResult(path=path)
    return _read(data, kind, path, way, places)


def _read(data: bytes, kind: Kind, path: str, way: Way, places: list[Place] | None) -> FileResult:
    from alongside.interrupt.check import check_passage  # noqa: PLC0415  # most files hold nothing and need
    from alongside.interrupt.suppress import sift  # noqa: PLC0415  # neither

    try:
        document = read_passages(data, kind, name=path, strict=way.recipe.profile is Profile.STRICT)
    except Unreadable as trouble:
        return FileResult(path=path, unread=f"{trouble.cause} {trouble.way_out}".strip().rstrip("."))
    found = _apart(
        [
            check_passage(passage, way.rules, places=places if passage.data is data else None)
            for passage in document.passages
        ]
    )
    sifted = sift(document.passages, found, allow=way.recipe.allow)
    return FileResult(
        path=path,
        hits=sifted.hits,
        suppressed=sifted.suppressed,
        unused=sifted.unused if way.recipe.reports_unused else (),
        notes=document.notes,
    )


def _apart(passages: Sequence[tuple[Hit, ...]]) -> Sequence[tuple[Hit, ...]]:
    """The hits with no fingerprint twice in a document: equal sentences of several passages are numbered."""
    if len(passages) == 1:
        return passages
    seen: Counter[str] = Counter()
    return [tuple(_numbered(hit, seen) for hit in hits) for hits in passages]


def _numbered(hit: Hit, seen: Counter[str]) -> Hit:
    mark = hit.fingerprint
    seen[mark] += 1
    if seen[mark] == 1:
        return hit
    from hashlib import sha256  # noqa: PLC0415  # seldom needed, and slow to import

    return replace(hit, fingerprint=sha256(f"{mark}\0{seen[mark]}".encode()).hexdigest()[: len(mark)])


def check_file(file: Found, way: Way) -> FileResult:
    """Check a file; one that cannot be read says so in its result."""
    try:
        return check_data(_bytes_of(file), path=file.shown, way=way)
    except OSError as error:
        return FileResult(path=file.shown, unread=error.strerror or str(error))


def _bytes_of(file: Found) -> bytes:
    """What is in a file. Opened plainly, in one read as long as it was: there may be thousands."""
    opened = os.open(file.whole, os.O_RDONLY | _AS_BYTES)
    try:
        parts = [os.read(opened, file.size + 1)]
        while parts[-1] and len(parts[0]) != file.size:
            parts.append(os.read(opened, _MORE))
    finally:
        os.close(opened)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def check_files(files: Sequence[Found], way: Way, *, jobs: int | None = None) -> Iterator[FileResult]:
    """Check files in their order; in `jobs` processes (else one a core) where there is enough to do."""
    processes = min(jobs or os.cpu_count() or 1, len(files) // _A_TURN + 1)
    size = sum(file.size for file in files)
    if processes > 1 and size >= WORTH_PROCESSES:
        yield from _in_processes(files, way.recipe, processes)
    else:
        way.rules.spellings.expect(size)
        yield from (check_file(file, way) for file in files)


_way: Way | None = None
"""In a process of its own: what it checks with, loaded once."""


def _begin(recipe: Recipe) -> None:
    global _way  # noqa: PLW0603  # a process's initialiser has no other place
    _way = prepare(recipe)
    _way.rules.spellings.expect(WORTH_PROCESSES)


def _check_there(file: Found) -> FileResult:
    assert _way is not None  # noqa: S101  # set by _begin
    return check_file(file, _way)


def _in_processes(files: Sequence[Found], recipe: Recipe, processes: int) -> Iterator[FileResult]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # seldom needed, and slow to import

    with ProcessPoolExecutor(processes, initializer=_begin, initargs=(recipe,)) as pool:
        yield from pool.map(_check_there, files, chunksize=_A_TURN)
