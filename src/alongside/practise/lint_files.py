"""Linting files: the schema first, then the rules; a broken file is named and the others are still read."""

import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from alongside.core import content
from alongside.core.content_check import KINDS, WHOLE_FILES, Placed, Problem, check
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.practise.lint import lint, lint_pack
from alongside.practise.scene_files import as_problem, load
from alongside.practise.scenes import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Linted:
    """The scenes that could be read, the number of files, and everything there is to mend."""

    scenes: tuple[Scene, ...]
    files: int
    problems: tuple[Problem, ...]


def lint_path(path: Path, *, before: Path | None = None) -> Linted:
    """A scene's file, or all scenes under a folder; `before` is the pack as it was published."""
    files = scene_files(path)
    if not files:
        what = _("there is no scene here.")
        cure = _("Name a scene's file, or a folder that holds some.")
        return Linted(scenes=(), files=0, problems=(Problem(file=str(path), what=what, cure=cure),))
    by_schema = check({file: file.read_bytes() for file in files}, kind="scenarios").problems
    read, by_rules = read_and_lint(files, told={problem.file for problem in by_schema}, before=before)
    return Linted(scenes=read, files=len(files), problems=(*by_schema, *by_rules))


def problems(placed: Sequence[Placed]) -> tuple[Problem, ...]:
    """What our rules say about the scenes among entries that fit their schemas."""
    scenes = [Path(each.file) for each in placed if each.table == "scene"]
    return read_and_lint(scenes, beside=placed)[1]


def read_and_lint(
    files: Collection[Path],
    *,
    told: Collection[str] = (),
    before: Path | None = None,
    beside: Sequence[Placed] = (),
) -> tuple[tuple[Scene, ...], tuple[Problem, ...]]:
    """The scenes of these files, and what the rules have to say; `beside` is what comes with them."""
    sources, cards = known_sources(beside), known_cards(beside)
    scenes: dict[Path, Scene] = {}
    problems: list[Problem] = []
    for file in files:
        try:
            scene = load(file)
        except Trouble as trouble:
            if str(file) not in told:
                problems.append(as_problem(trouble, file=str(file), entry=""))
            continue
        scenes[file] = scene
        faults = lint(scene, sources=sources, cards=cards)
        problems.extend(fault.as_problem(file=str(file), entry=scene.id) for fault in faults)
    read = tuple(scenes.values())
    file_of = {id(scene): str(file) for file, scene in scenes.items()}
    for scene, fault in lint_pack(read, before=_published(before)):
        problems.append(fault.as_problem(file=file_of.get(id(scene), str(before)), entry=scene.id))
    return read, tuple(problems)


def scene_files(path: Path) -> tuple[Path, ...]:
    """The file, or every file under a folder that is a scene or cannot be told."""
    if not path.is_dir():
        return (path,) if path.is_file() else ()
    return tuple(file for file in sorted(path.rglob("*.toml")) if _may_be_scene(file))


def known_sources(beside: Sequence[Placed] = ()) -> frozenset[str] | None:
    """The ids of the resources that ship or come along; None where no library ships."""
    return _known("resources", beside)


def known_cards(beside: Sequence[Placed] = ()) -> frozenset[str] | None:
    """The ids of the history cards that ship or come along; None where none ship."""
    return _known("cards", beside)


def _known(kind: str, beside: Sequence[Placed]) -> frozenset[str] | None:
    shipped = frozenset(str(entry.get("id")) for entry in content.load(kind).entries)
    return shipped | {each.id for each in beside if each.table == KINDS[kind]} if shipped else None


def _may_be_scene(file: Path) -> bool:
    """A file that cannot be read is some other kind's business, unless it lies among the scenes."""
    try:
        return WHOLE_FILES["scene"] in tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return file.parent.name == "scenarios"


def _published(before: Path | None) -> tuple[Scene, ...]:
    return tuple(_readable(scene_files(before))) if before else ()


def _readable(files: Collection[Path]) -> Iterator[Scene]:
    for file in files:
        try:
            yield load(file)
        except Trouble:
            continue  # what cannot be read was never published
