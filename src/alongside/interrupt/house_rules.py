"""What a house settled for its own texts: `[tool.alongside.check]` in pyproject.toml or alongside.toml.

The nearest file with that table decides, from the folder one is in upwards to the root of the repository. Its
paths and patterns are relative to where it lies.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.interrupt.hits import Profile
from alongside.interrupt.walk import LeftOut, nothing_left_out

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILES: Final = ("alongside.toml", "pyproject.toml")
TABLE: Final = "[tool.alongside.check]"
_LISTS: Final = ("exclude", "packs", "allow", "ignore")


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseRules:
    """The settings of a house.

    `exclude` are patterns as in .gitignore, which hold for named files too; `packs` folders of rules; `allow`
    phrases that are fine here; `ignore` ids of rules that are off.
    """

    file: Path | None = None
    profile: Profile | None = None
    exclude: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    allow: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @property
    def left_out(self) -> LeftOut:
        """Whether a file, named by its whole path, is left out."""
        if self.file is None or not self.exclude:
            return nothing_left_out
        folder = self.file.parent

        def left_out(path: Path) -> bool:
            if not path.is_relative_to(folder):
                return False
            inside = path.relative_to(folder).as_posix()
            may = any(_may_match(pattern, inside) for pattern in self.exclude)
            return may and _spec(self.exclude).match_file(inside)

        return left_out


def _may_match(pattern: str, path: str) -> bool:
    """Whether all that stands literally in a pattern stands in the path: else nothing need be imported."""
    if "[" in pattern or "\\" in pattern:
        return True
    return all(piece.strip("/") in path for piece in re.split(r"[*?]+", pattern.strip().lstrip("!")))


@lru_cache(maxsize=4)
def _spec(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  # only where there is something to leave out

    try:
        return GitIgnoreSpec.from_lines(patterns)
    except ValueError as error:
        raise Trouble(f"{TABLE}, exclude", f"{error}.", _("Mend that pattern.")) from error


def read_house_rules(folder: Path) -> HouseRules:
    """The settings that hold in `folder`; empty where there are none. Raises Trouble for unsound ones."""
    for place in (folder, *folder.parents):
        for name in FILES:
            table = _table(place / name)
            if table is not None:
                return _settled(table, place / name)
        if (place / ".git").exists():
            break
    return HouseRules()


def read_house_rules_here() -> HouseRules:
    """The settings that hold in the folder one is in. Raises Trouble where that is gone, too."""
    try:
        here = Path.cwd()
    except FileNotFoundError as error:
        raise Trouble(
            ".", _("the folder you are in is gone."), _("Go to another one with cd, then try again.")
        ) from error
    return read_house_rules(here)


def _table(file: Path) -> Mapping[str, object] | None:
    try:
        data = file.read_bytes()
    except OSError:
        return None
    if b"tool.alongside" not in data:
        return None
    import tomllib  # noqa: PLC0415  # most runs have no settings to read

    try:
        whole = tomllib.loads(data.decode())
    except ValueError as error:
        way_out = _("Mend the file, or run it from another folder.")
        raise Trouble(str(file), _("this is not sound TOML (%(why)s).") % {"why": error}, way_out) from error
    for key in ("tool", "alongside", "check"):
        inner = whole.get(key)
        if not isinstance(inner, dict):
            return None
        whole = inner
    return whole


def _settled(table: Mapping[str, object], file: Path) -> HouseRules:
    known = (*_LISTS, "profile")
    for key in table:
        if key not in known:
            raise _trouble(file, key, _("there is no such setting."), ", ".join(known))
    exclude, packs, allow, ignore = (_words(table, key, file) for key in _LISTS)
    return HouseRules(
        file=file,
        profile=_profile(table.get("profile"), file),
        exclude=exclude,
        packs=tuple(file.parent / pack for pack in packs),
        allow=allow,
        ignore=ignore,
    )


def _profile(given: object, file: Path) -> Profile | None:
    if given is None:
        return None
    if given not in list(Profile):
        raise _trouble(file, "profile", _("there is no such profile."), ", ".join(Profile))
    return Profile(cast("str", given))


def _words(table: Mapping[str, object], key: str, file: Path) -> tuple[str, ...]:
    given = table.get(key, [])
    if not isinstance(given, list) or not all(isinstance(each, str) and each.strip() for each in given):
        raise _trouble(file, key, _("this is not a list of words in quotation marks."), f'{key} = ["…"]')
    return tuple(cast("Sequence[str]", given))


def _trouble(file: Path, key: str, cause: str, fitting: str) -> Trouble:
    place = _("%(file)s, %(table)s, %(key)s") % {"file": file, "table": TABLE, "key": key}
    return Trouble(place, cause, _("What would do: %(fitting)s.") % {"fitting": fitting})
