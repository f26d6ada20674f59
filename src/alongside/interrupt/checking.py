"""A whole run: find the files, check them, and decide what of it this person wants to see.

Finding, deciding and showing are three places: here it is decided, by a baseline and by what is new.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from alongside.interrupt.hits import Level
from alongside.interrupt.results import Checked, FileResult
from alongside.interrupt.run import Way, check_data, check_files
from alongside.interrupt.walk import LeftOut, Walk, find_files, nothing_left_out

if TYPE_CHECKING:
    from alongside.interrupt.baseline import Baseline
    from alongside.interrupt.changes import Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What of a run somebody wants to see: not what a baseline knows, only what is new."""

    baseline: "Baseline | None" = None
    changes: "Changes | None" = None
    tells_stale: bool = True


WHOLE = View()


def walk_paths(
    paths: Sequence[str | Path], *, left_out: LeftOut = nothing_left_out, view: View = WHOLE
) -> Walk:
    """The files to check; of a diff only those that it names. Raises Trouble where a path does not exist."""
    walk = find_files(paths, left_out=left_out)
    changes = view.changes
    if changes is None:
        return walk
    return replace(walk, files=tuple(file for file in walk.files if changes.of(file.path) is not None))


def check_walk(walk: Walk, way: Way, *, jobs: int | None = None) -> Checked:
    """Everything a walk found, checked; nothing is decided yet."""
    results = tuple(check_files(walk.files, way, jobs=jobs))
    return Checked(
        files=(*results, *walk.unread),
        count=sum(1 for result in results if not (result.binary or result.unread)),
        size=sum(file.size for file in walk.files),
        binaries=sum(1 for result in results if result.binary),
        links=walk.links,
        left_out=walk.left_out,
    )


def check_input(data: bytes, way: Way, *, name: str, left_out: LeftOut = nothing_left_out) -> Checked:
    """Bytes that came in by standard input, checked; nothing where a file of that name is left out."""
    if left_out(Path.cwd() / name):
        return Checked(files=(), count=0, left_out=1)
    return Checked(files=(check_data(data, path=name, way=way),), count=1, size=len(data))


def seen(checked: Checked, view: View) -> Checked:
    """What of it is to be seen."""
    files: Iterable[FileResult] = checked.files
    stale: tuple[str, ...] = ()
    if view.baseline is not None:
        from alongside.interrupt.baseline import compare  # noqa: PLC0415  # most runs have none

        compared = compare(checked.files, view.baseline)
        files, stale = compared.files, compared.stale if view.tells_stale else ()
    changes = view.changes
    if changes is not None:
        from alongside.interrupt.changes import new_lines  # noqa: PLC0415  # the same

        files = [result if result.unread else new_lines(result, changes) for result in files]
    return replace(checked, files=tuple(files), stale=stale)


def fails(checked: Checked, *, at: Level | None) -> bool:
    """Whether a hit stands that weighs so much; `consider` counts hints too, None nothing."""
    if at is None:
        return False
    return any(at is Level.CONSIDER or hit.level is Level.REWORD for hit in checked.hits)
