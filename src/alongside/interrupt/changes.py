"""Which lines are new: from git, or from a diff that somebody hands over.

A line that only moved, or was only moved in, is not new: an equal line that the same diff takes away answers
for it. What was there before somebody came is none of a check's business.
"""

import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import which
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.interrupt.hits import Hit
from alongside.interrupt.results import FileResult

HEAD: Final = "HEAD"
_GIT_DIFF: Final = (
    "diff", "--unified=0", "--no-ext-diff", "--no-textconv", "--no-color", "--find-renames", "--no-relative",
    "--src-prefix=a/", "--dst-prefix=b/", "--output-indicator-new=+", "--submodule=short",
)  # fmt: skip
"""Whatever somebody's own git is set to show, these give the plain form."""
_HUNK: Final = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPED: Final = re.compile(rb"\\([0-7]{3}|.)")
_LETTERS: Final = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The new lines of each changed file, by its whole path."""

    lines: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def of(self, path: Path) -> frozenset[int] | None:
        """The new lines of a file; None where the diff does not name it."""
        return self.lines.get(os.path.abspath(path))  # noqa: PTH100  # links stay what they are named


@dataclass(slots=True, kw_only=True)
class _Reading:
    """What has been read of a diff: new lines with their words, and how often words were taken away."""

    path: bytes | None = None
    added: dict[bytes, list[tuple[int, bytes]]] = field(default_factory=dict)
    removed: Counter[bytes] = field(default_factory=Counter)


def new_lines(result: FileResult, changes: Changes) -> FileResult:
    """The result with only the hits on new lines; a document without lines counts whole where it changed."""
    lines = changes.of(Path(result.path))
    if lines is None:
        return replace(result, hits=(), suppressed=(), unused=())
    hits = tuple(hit for hit in result.hits if _is_new(hit, lines))
    aside = tuple(each for each in result.suppressed if _is_new(each.hit, lines))
    unused = tuple(each for each in result.unused if each.line in lines)
    return replace(result, hits=hits, suppressed=aside, unused=unused)


def _is_new(hit: Hit, lines: frozenset[int]) -> bool:
    return bool(hit.place) or any(line in lines for line in range(hit.line, hit.end_line + 1))


def read_diff(diff: bytes, *, root: Path) -> Changes:
    """The new lines that a unified diff names; its paths are relative to `root`."""
    reading = _Reading()
    lines = iter(diff.split(b"\n"))
    for line in lines:
        if line.startswith(b"diff --git "):
            reading.path = _from_head(line)
            _know(reading)
        elif line.startswith((b"+++ ", b"rename to ")):
            reading.path = _path(line.removeprefix(b"+++ ").removeprefix(b"rename to "), line)
            _know(reading)
        elif hunk := _HUNK.match(line):
            _read_hunk(hunk, lines, reading)
    found = {
        os.path.abspath(root / os.fsdecode(path)): _without_moved(added, reading.removed)  # noqa: PTH100
        for path, added in reading.added.items()
    }
    return Changes(lines=found)


def _know(reading: _Reading) -> None:
    if reading.path is not None:
        reading.added.setdefault(reading.path, [])


def _from_head(line: bytes) -> bytes | None:
    """The new path in `diff --git a/x b/x`, needed where no `+++` follows, as for a binary file."""
    both = line.removeprefix(b"diff --git ")
    half = len(both) // 2
    if both[:1] != b'"' and both[half : half + 1] == b" " and both[2:half] == both[half + 3 :]:
        return both[half + 3 :]
    quoted = re.search(rb' ("b/.*")$', both)
    return _path(quoted[1], b"+++ ") if quoted else None


def _path(told: bytes, line: bytes) -> bytes | None:
    """A path as it lies on disk: without quotes, prefix and time; None for /dev/null."""
    told = told.rstrip(b"\r")
    if told.startswith(b'"'):
        told = _ESCAPED.sub(_unescaped, told[1 : told.rindex(b'"')])
    else:
        told = told.split(b"\t")[0]
    if told == b"/dev/null":
        return None
    return told.removeprefix(b"b/") if line.startswith(b"+++ ") else told


def _unescaped(found: "re.Match[bytes]") -> bytes:
    told = found[1]
    return bytes([int(told, 8) & 0xFF]) if told.isdigit() else _LETTERS.get(told, told)


def _read_hunk(hunk: "re.Match[bytes]", lines: Iterator[bytes], reading: _Reading) -> None:
    """The lines of a hunk, as many as its head says: some may look like heads themselves."""
    old, new = int(hunk[1] or 1), int(hunk[3] or 1)
    number = int(hunk[2])
    while old > 0 or new > 0:
        line = next(lines, None)
        if line is None:
            return
        sign, words = line[:1], line[1:].strip()
        if sign == b"+":
            if reading.path is not None:
                reading.added[reading.path].append((number, words))
            number, new = number + 1, new - 1
        elif sign == b"-":
            reading.removed[words] += 1
            old -= 1
        elif sign != b"\\":  # "\ No newline at end of file" is no line
            number, old, new = number + 1, old - 1, new - 1


def _without_moved(added: Sequence[tuple[int, bytes]], removed: Counter[bytes]) -> frozenset[int]:
    found = set()
    for number, words in added:
        if words and removed[words] > 0:
            removed[words] -= 1
        else:
            found.add(number)
    return frozenset(found)


def changes_since(ref: str, *, folder: Path) -> Changes:
    """What is new around `folder` since its branch parted from `ref`, staged or not. Raises Trouble."""
    root = Path(os.fsdecode(_git("rev-parse", "--show-toplevel", folder=folder).rstrip(b"\n")))
    return read_diff(_git(*_GIT_DIFF, _commit(ref, folder), "--", folder=folder), root=root)


def is_commit(ref: str, *, folder: Path) -> bool:
    """Whether git knows a commit of that name."""
    return (
        not ref.startswith("-")
        and _run(("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}"), folder)[0] == 0
    )


def _commit(ref: str, folder: Path) -> str:
    if is_commit(ref, folder=folder):
        code, base, _said = _run(("merge-base", ref, HEAD), folder)
        return base.decode().strip() if code == 0 else ref  # what came there since then is not ours
    if ref == HEAD:  # nothing has been committed yet: everything is new
        return _git("hash-object", "-t", "tree", os.devnull, folder=folder).decode().strip()
    cause = _("git knows no commit “%(ref)s”.") % {"ref": ref}
    raise Trouble("--diff", cause, _("Name a branch, a tag or a commit, such as --diff=main."))


def _git(*words: str, folder: Path) -> bytes:
    code, out, said = _run(words, folder)
    if code != 0:
        cause = _("git cannot tell what is new here (%(why)s).") % {"why": said}
        way_out = _("Run it inside a git repository, or hand over a diff with --diff-file FILE.")
        raise Trouble("--diff", cause, way_out)
    return out


def _run(words: Sequence[str], folder: Path) -> tuple[int, bytes, str]:
    git = which("git")
    if git is None:
        return 127, b"", _("git is not installed")
    done = subprocess.run([git, *words], cwd=folder, capture_output=True, check=False)  # noqa: S603  # no shell
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return done.returncode, done.stdout, said[0].removeprefix("fatal: ") if said else ""
