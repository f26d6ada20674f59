"""Which files are checked: those named, and those in named folders that a repository's owner would count.

Folders are walked in the order of names, so that a run tells the same twice. What `.gitignore` leaves out is
left out, and so are the stores of version control; links inside folders are not followed, so that none can
lead in a circle. A file or folder that somebody names is looked at whatever `.gitignore` says.
"""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.interrupt.results import FileResult

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

LARGEST: Final = 20_000_000
"""Bytes above which a file is only checked where it is named itself (our choice: no prose is that long)."""
_STORES: Final = {".git", ".hg", ".svn", ".bzr", ".jj", "_darcs", "CVS"}
_IGNORE: Final = ".gitignore"

LeftOut = Callable[[Path], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to check: its whole name, how it is shown, how many bytes it had."""

    whole: str
    shown: str
    size: int

    @property
    def path(self) -> Path:
        """Where it lies. Made when it is asked for: most of thousands of files are only read."""
        return Path(self.whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """What was found, what could not be looked at, how many links and left-out files were passed by."""

    files: tuple[Found, ...]
    unread: tuple[FileResult, ...] = ()
    links: int = 0
    left_out: int = 0


class _Ignores:
    """The rules of one `.gitignore`, and those of the folders above; the nearest that speaks decides."""

    __slots__ = ("above", "folder", "spec")

    def __init__(self, folder: str, spec: "GitIgnoreSpec", above: "_Ignores | None") -> None:
        self.folder = folder
        self.spec = spec
        self.above = above

    def ignores(self, path: str, *, folder: bool) -> bool:
        here: _Ignores | None = self
        while here is not None:
            inside = os.path.relpath(path, here.folder).replace(os.sep, "/")
            said = here.spec.check_file(f"{inside}/" if folder else inside).include
            if said is not None:
                return said
            here = here.above
        return False


class _Gathering:
    """What a walk has come to so far."""

    def __init__(self, left_out_by: LeftOut) -> None:
        self.left_out_by = left_out_by
        self.seen: set[str] = set()
        self.files: list[Found] = []
        self.unread: list[FileResult] = []
        self.links = 0
        self.left_out = 0

    def add(self, path: str, *, shown: str, size: int) -> None:
        if path in self.seen:
            return
        self.seen.add(path)
        if self.left_out_by is not nothing_left_out and self.left_out_by(Path(path)):
            self.left_out += 1
            return
        self.files.append(Found(whole=path, shown=shown.replace(os.sep, "/"), size=size))

    def cannot(self, shown: str, error: OSError) -> None:
        self._note(shown, error.strerror or str(error))

    def too_large(self, shown: str) -> None:
        why = _("It is larger than %(size)d MB; name the file itself to check it") % {
            "size": LARGEST // 1_000_000
        }
        self._note(shown, why)

    def _note(self, shown: str, why: str) -> None:
        self.unread.append(FileResult(path=shown.replace(os.sep, "/"), unread=why))


_Open = tuple[Iterator["os.DirEntry[str]"], str, _Ignores | None]


def nothing_left_out(_path: Path) -> bool:
    """For a walk without settings."""
    return False


def find_files(paths: Sequence[str | Path], *, left_out: LeftOut = nothing_left_out) -> Walk:
    """The files under these paths, each once, in order. Raises Trouble where one of them does not exist."""
    gathering, here = _Gathering(left_out), os.getcwd()  # noqa: PTH109  # asked once, not for each of thousands
    for path in paths:
        _begin(path, here, gathering)
    return Walk(
        files=tuple(gathering.files),
        unread=tuple(gathering.unread),
        links=gathering.links,
        left_out=gathering.left_out,
    )


def _begin(path: str | Path, here: str, gathering: _Gathering) -> None:
    shown = os.path.normpath(path)
    whole = os.path.normpath(os.path.join(here, shown))  # noqa: PTH118  # a named link is shown as it was named
    try:
        about = os.stat(path)  # noqa: PTH116  # thousands may be named, and a Path is made for none
    except FileNotFoundError as error:
        raise Trouble(
            str(path) or "“”", _("there is no such file or folder."), _("Check the name, or name another.")
        ) from error
    except OSError as error:
        gathering.cannot(str(path), error)
        return
    if stat.S_ISDIR(about.st_mode):
        _walk(whole, "" if shown == "." else shown, _above(whole), gathering)
    else:
        gathering.add(whole, shown=shown, size=about.st_size)


def _walk(folder: str, shown: str, ignores: _Ignores | None, gathering: _Gathering) -> None:
    """Depth first and in the order of names; without recursion, since folders may lie very deep."""
    open_folders = [_open(folder, shown, ignores, gathering)]
    while open_folders:
        entries, prefix, rules = open_folders[-1]
        entry = next(entries, None)
        if entry is None:
            open_folders.pop()
            continue
        name = f"{prefix}{os.sep}{entry.name}" if prefix else entry.name
        try:
            if _meet(entry, name, rules, gathering):
                open_folders.append(_open(entry.path, name, rules, gathering))
        except OSError as error:
            gathering.cannot(name, error)


def _open(folder: str, shown: str, ignores: _Ignores | None, gathering: _Gathering) -> _Open:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        gathering.cannot(shown or ".", error)
        return iter(()), shown, ignores
    if any(entry.name == _IGNORE for entry in entries):
        ignores = _read(f"{folder}{os.sep}{_IGNORE}", folder, ignores)
    return iter(entries), shown, ignores


def _meet(entry: "os.DirEntry[str]", name: str, ignores: _Ignores | None, gathering: _Gathering) -> bool:
    """Note a file or link; True for a folder to go into."""
    if entry.is_symlink():
        gathering.links += 1
        return False
    folder = entry.is_dir(follow_symlinks=False)
    if (folder and entry.name in _STORES) or (ignores and ignores.ignores(entry.path, folder=folder)):
        return False
    if entry.is_file(follow_symlinks=False):
        size = entry.stat(follow_symlinks=False).st_size
        if size > LARGEST:
            gathering.too_large(name)
        else:
            gathering.add(entry.path, shown=name, size=size)
    return folder


def _above(folder: str) -> _Ignores | None:
    """What the repository's folders from its root down to above `folder` leave out.

    Nothing where they leave `folder` itself out: who names it wants to see it.
    """
    way = list(_way_up(Path(folder)))
    if not way:
        return None
    ignores = _read(str(way[-1] / ".git" / "info" / "exclude"), str(way[-1]), None)
    for each in reversed([place for place in way if str(place) != folder]):
        if ignores and ignores.ignores(str(each), folder=True):
            return None
        ignores = _read(str(each / _IGNORE), str(each), ignores)
    return None if ignores and str(way[-1]) != folder and ignores.ignores(folder, folder=True) else ignores


def _way_up(folder: Path) -> Iterator[Path]:
    """`folder` and those above it, up to the root of the repository; nothing outside of one."""
    way = [folder, *folder.parents]
    root = next((place for place in way if (place / ".git").exists()), None)
    if root is not None:
        yield from way[: way.index(root) + 1]


def _read(file: str, folder: str, above: _Ignores | None) -> _Ignores | None:
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # only where there is something to leave out

    try:
        lines = Path(file).read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return above
    if not any(line.strip() and not line.startswith("#") for line in lines):
        return above
    return _Ignores(folder, GitIgnoreSpec.from_lines(filter(_is_sound, lines)), above)


def _is_sound(line: str) -> bool:
    """Like git, pass over a line that is no pattern, such as a lone `!`."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
