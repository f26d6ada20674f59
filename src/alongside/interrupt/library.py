"""Where rules lie: those that ship, and packs or house rules in the same TOML. Nothing is parsed here."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble

SHIPPED: Final = Path(__file__).parent.parent / "content" / "en"
FOLDERS: Final = ("rules", "rule-sources", "word-lists")
OURS: Final = "shipped:"
"""Begins the name of a file that ships; no path of a pack begins so."""


class PackRefused(Trouble):
    """A pack that is not there, or cannot be read."""


def rule_files(packs: Sequence[Path] = ()) -> dict[str, bytes]:
    """The files of rules that ship and of packs, by a name that says which; no file is parsed."""
    shipped = (file for name in FOLDERS for file in sorted((SHIPPED / name).glob("*.toml")))
    files = {f"{OURS}{file.parent.name}/{file.name}": file.read_bytes() for file in shipped}
    for pack in packs:
        files.update({str(file): _read(file) for file in _files_of(pack)})
    return files


def _files_of(pack: Path) -> list[Path]:
    files = sorted(pack.rglob("*.toml")) if pack.is_dir() else [pack]
    if not files:
        raise PackRefused(
            str(pack), _("there are no rules here."), _("Name a folder with .toml files of rules.")
        )
    return files


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        cause = _("this file of rules cannot be read (%(reason)s).") % {"reason": error.strerror}
        raise PackRefused(str(file), cause, _("Check that it exists and that you may read it.")) from error
