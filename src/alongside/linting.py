"""Content checked whole: by the schemas, then by each room's own rules. Rooms are asked by name only."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from alongside.core.content import lint
from alongside.core.content_check import Loaded, Placed, Problem
from alongside.rooms import ROOMS


def lint_content(path: Path) -> Loaded:
    """Every entry of a TOML file, or of all under a folder; one with any problem is left out."""
    found = lint(path)
    problems = (*found.problems, *_by_rooms(found.placed))
    wrong = {(problem.file, problem.entry) for problem in problems}
    sound = tuple(each for each in found.placed if (each.file, each.id) not in wrong)
    return Loaded(entries=tuple(each.entry for each in sound), placed=sound, problems=problems)


def _by_rooms(placed: tuple[Placed, ...]) -> Iterator[Problem]:
    """What the rooms' rules say about the entries that fit their schemas."""
    for room in ROOMS:
        if room.lint:
            module, function = room.lint.split(":")
            yield from getattr(import_module(module), function)(placed)
