"""Content packs: a folder of content with licence and origin, built into one file, installed whole or not.

A pack is data only. Installed ones lie in the data folder, where every room finds them beside what ships.
"""

import shutil
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from alongside.core.content import SHIPPED, lint
from alongside.core.content_check import KINDS, WHOLE_FILES, Loaded, Problem
from alongside.core.files import write_whole
from alongside.core.folder import OFF, PACKS
from alongside.core.language import gettext as _
from alongside.core.pack_archive import SUFFIXES, read_archive, write_archive
from alongside.core.problems import Trouble

ABOUT: Final = "pack.toml"
Lint = Callable[[Path], Loaded]
"""Checks every entry under a folder; rooms add their own rules to the schemas'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What a pack says of itself, how many entries of each kind it holds, and whether it is switched on."""

    id: str
    version: str
    title: str
    language: str
    licence: str
    publisher: str
    contact: str
    counts: Mapping[str, int]
    on: bool = True


@dataclass(slots=True)
class Faulty(Trouble):
    """A pack with problems; nothing of it was taken."""

    problems: tuple[Problem, ...] = ()


def new(folder: Path, *, id: str, title: str, publisher: str, language: str = "en") -> None:
    """Begin a pack: its pack.toml, and a page about it. Raises Trouble where something stands there."""
    if folder.exists() and any(folder.iterdir()):
        raise Trouble(str(folder), _("there is something in it already."), _("Name a new folder."))
    quoted = {"id": id, "title": title, "publisher": publisher, "language": language}
    lines = [f"{key} = {_toml(value)}" for key, value in quoted.items()]
    method = _toml(_("say here how the texts were made"))
    rest = ['version = "0.1.0"', 'licence = "CC-BY-SA-4.0"', 'contact = ""', "requires = 1"]
    about = "\n".join(
        ("schema = 1", *lines, *rest, f"provenance = {{ made_by = {_toml(publisher)}, method = {method} }}")
    )
    write_whole(folder / ABOUT, (about + "\n").encode())
    write_whole(folder / "README.md", f"# {title}\n".encode())
    for kind in ("scenarios", "resources"):
        (folder / language / kind).mkdir(parents=True)


def check(folder: Path, *, lint: Lint = lint) -> Pack:
    """The pack in a folder, checked whole. Raises Faulty with every problem found."""
    problems = [*_strays(folder), *lint(folder).problems]
    if not (folder / ABOUT).is_file():
        cure = _("Begin one with: alongside pack new FOLDER")
        problems.insert(0, Problem(file=str(folder / ABOUT), what=_("it is missing."), cure=cure))
    if not problems:
        pack = _read(folder)
        problems += _misplaced(folder, pack)
        if not problems:
            return pack
    raise _faulty(str(folder), problems)


def build(folder: Path, *, lint: Lint = lint) -> tuple[Pack, bytes]:
    """The pack and its archive; the same folder gives the same bytes. Raises Faulty."""
    pack = check(folder, lint=lint)
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in _files(folder)}
    archive = write_archive(files)
    read_archive(archive, name=pack.id)  # what could not be installed is not built either
    return pack, archive


def install(archive: bytes, data: Path, *, name: str, lint: Lint = lint) -> Pack:
    """Install an archive into the data folder, whole or not at all; an older version of it is replaced.

    Raises Trouble for an archive that cannot be trusted, Faulty for a pack with problems.
    """
    packs = data / PACKS
    packs.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _unpacked(archive, name=name, within=packs) as beside:
        pack = check(beside, lint=lint)
        if clashes := tuple(_clashes(beside, data, pack.id)):
            raise _faulty(name, clashes)
        _swap(beside, packs / pack.id)
    return pack


def look_into(archive: bytes, *, name: str, lint: Lint = lint) -> Pack:
    """The pack in an archive, checked whole and installed nowhere. Raises Trouble and Faulty as `install`."""
    with _unpacked(archive, name=name, within=None) as beside:
        return check(beside, lint=lint)


@contextmanager
def _unpacked(archive: bytes, *, name: str, within: Path | None) -> Iterator[Path]:
    """The archive's files in a folder of their own, for a while; problems name files as within the pack."""
    files = read_archive(archive, name=name)
    beside = Path(mkdtemp(prefix=".new-", dir=within))
    try:
        for file, content in files.items():
            (beside / file).parent.mkdir(parents=True, exist_ok=True)
            (beside / file).write_bytes(content)
        yield beside
    except Faulty as faulty:
        faulty.problems = tuple(_without(beside, problem) for problem in faulty.problems)
        faulty.place = name
        raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def installed(data: Path) -> tuple[Pack, ...]:
    """The packs in the data folder by id, those switched off too."""
    folders = (file.parent for file in sorted((data / PACKS).glob("*/" + ABOUT)))
    return tuple(_read(folder) for folder in folders if not folder.name.startswith("."))


def find(data: Path, id: str) -> Path:
    """The folder of an installed pack. Raises Trouble."""
    folder = data / PACKS / id
    if id not in {pack.id for pack in installed(data)}:
        cause = _("no pack of this name is installed.")
        raise Trouble(id, cause, _("See which are: alongside pack list"))
    return folder


def remove(data: Path, id: str) -> None:
    """Take a pack out. What people noted about it stays theirs. Raises Trouble where there is none."""
    folder = find(data, id)
    gone = Path(mkdtemp(prefix=".old-", dir=data / PACKS))
    folder.rename(gone / id)
    folder.with_suffix(OFF).unlink(missing_ok=True)
    shutil.rmtree(gone)


def switch(data: Path, id: str, *, on: bool) -> None:
    """Switch a pack on or off. Raises Trouble where there is none."""
    marker = find(data, id).with_suffix(OFF)
    if on:
        marker.unlink(missing_ok=True)
    else:
        marker.touch(mode=0o600)


def _swap(beside: Path, place: Path) -> None:
    old = Path(mkdtemp(prefix=".old-", dir=place.parent))
    if place.exists():
        place.rename(old / place.name)
    beside.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if file.is_file())


def _strays(folder: Path) -> Iterator[Problem]:
    """Files that do not belong in a pack, and links."""
    for file in sorted(folder.rglob("*")):
        place = str(file)
        if file.is_symlink():
            yield Problem(file=place, what=_("this is a link."), cure=_("Put the file itself there."))
        elif file.is_file() and file.suffix not in SUFFIXES:
            cure = _("Take it out: only .toml and .md files belong in a pack.")
            yield Problem(file=place, what=_("this is not content."), cure=cure)


def _misplaced(folder: Path, pack: Pack) -> Iterator[Problem]:
    """TOML files where no room would find them."""
    for file in _files(folder):
        parts = file.relative_to(folder).parts
        fits = len(parts) == 3 and parts[0] == pack.language and parts[1] in KINDS  # noqa: PLR2004  # LANGUAGE/KIND/FILE
        if file.suffix == ".toml" and parts != (ABOUT,) and not fits:
            cure = _("Content lies in %(place)s, where KIND is one of: %(kinds)s.") % {
                "place": f"{pack.language}/KIND/",
                "kinds": ", ".join(KINDS),
            }
            yield Problem(file=str(file), what=_("no room would find this file here."), cure=cure)


def _read(folder: Path) -> Pack:
    about = tomllib.loads((folder / ABOUT).read_text("utf-8"))
    texts = {key: str(about.get(key, "")) for key in Pack.__slots__ if key not in {"counts", "on"}}
    counts = {kind: len(list(_ids(folder, kind))) for kind in KINDS}
    on = not folder.with_suffix(OFF).exists()
    return Pack(**texts, counts={kind: count for kind, count in counts.items() if count}, on=on)


def _ids(root: Path, kind: str) -> Iterator[tuple[str, Path]]:
    """The ids of one kind under a root, in any language, each with its file."""
    table = KINDS[kind]
    for file in sorted(root.glob(f"*/{kind}/*.toml")):
        try:
            document = tomllib.loads(file.read_text("utf-8"))
        except ValueError:
            continue  # a broken file of one's own is left out wherever content is read
        entries: Iterable[object] = [document] if table in WHOLE_FILES else document.get(table, [])
        for entry in entries:
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                yield entry["id"], file


def _clashes(beside: Path, data: Path, id: str) -> Iterator[Problem]:
    """Ids that something shipped, own or installed has; an older version of the pack does not count."""
    others = [
        SHIPPED,
        data / "content",
        *(data / PACKS / pack.id for pack in installed(data) if pack.id != id),
    ]
    for kind in KINDS:
        mine = list(_ids(beside, kind))
        taken = {name: file for root in others for name, file in _ids(root, kind)} if mine else {}
        for name, file in mine:
            if name in taken:
                what = _("this id is taken by an entry in %(file)s.") % {"file": taken[name]}
                yield Problem(
                    file=str(file), entry=name, field="id", what=what, cure=_("Give it an id of its own.")
                )


def _without(folder: Path, problem: Problem) -> Problem:
    """The problem with its file named as within the pack, not by the place where it was unpacked."""
    file = problem.file.removeprefix(str(folder)).lstrip("/\\")
    return Problem(file=file, entry=problem.entry, field=problem.field, what=problem.what, cure=problem.cure)


def _faulty(place: str, problems: Iterable[Problem]) -> Faulty:
    found = tuple(problems)
    return Faulty(place, _("the pack has problems."), _("Mend them and build it again."), problems=found)


def _toml(text: str) -> str:
    """A TOML basic string."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign.isprintable() else " " for sign in plain) + '"'
