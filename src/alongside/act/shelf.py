"""The actions that ship, and the person's own beside them; broken entries are named, not fatal."""

from dataclasses import dataclass
from pathlib import Path

from alongside.act.acts import Refused
from alongside.act.catalogue import Catalogue, from_entries
from alongside.core.content import load
from alongside.core.content_check import Problem
from alongside.core.folder import content_roots


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The catalogue and what had to be left out of it."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]


def read_catalogue(folder: Path, *, locale: str = "en") -> Shelf:
    """The actions of a locale; `folder` is the data folder, for the person's own entries and the cache."""
    loaded = load("actions", locale=locale, also=content_roots(folder), cache=folder / "cache")
    sound, problems = [], list(loaded.problems)
    for entry in loaded.entries:
        try:
            from_entries((entry,))
        except Refused as refused:
            cause, cure = refused.cause, refused.way_out
            problems.append(Problem(file="actions", entry=refused.place, what=cause, cure=cure))
        else:
            sound.append(entry)
    return Shelf(catalogue=from_entries(sound), problems=tuple(problems))
