"""Everything of one person: as one ZIP to take along; and the files that go with them when they go."""

import io
import shutil
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from alongside.act.diary import read_diary
from alongside.act.interchange import acts_as_csv, export_diary
from alongside.core.deeds import Keeper
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.web.upkeep.backup import FOLDER, LAST, backups_in

_OWN: Final = ("content", "packs")
_GONE: Final = (*_OWN, "links", "cache")
_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""A ZIP asks for a time; this is its earliest, so that two exports of the same things are the same."""


def bundle(keeper: Keeper, *, folder: Path) -> bytes:
    """The ZIP: every entry as JSON, the acts as a table, and content and packs as they lie in the folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        _add(file, "READ-ME.txt", _about().encode())
        _add(file, "alongside.json", export_diary(keeper))
        with suppress(
            Trouble
        ):  # an entry that its room cannot read is in the JSON; only the table goes without
            _add(file, "acts.csv", acts_as_csv(read_diary(keeper).acts).encode())
        for name in _OWN:
            for own in sorted((folder / name).rglob("*")):
                if own.is_file() and not own.is_symlink():
                    _add(file, own.relative_to(folder).as_posix(), own.read_bytes())
    return out.getvalue()


def remove_files(folder: Path) -> None:
    """Remove what lies beside the database and is the person's: own content, packs, links, the last look."""
    for name in _GONE:
        shutil.rmtree(folder / name, ignore_errors=True)
    (folder / LAST).unlink(missing_ok=True)


def left_behind(folder: Path) -> list[Path]:
    """Backups in the folder's own place for them; others are known to the person alone."""
    return backups_in(folder / FOLDER)


def _add(file: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    file.writestr(entry, data)


def _about() -> str:
    lines = (
        _("This is everything that Alongside keeps of you."),
        _("alongside.json: every entry. It comes back with: alongside act import alongside.json"),
        _("acts.csv: what you did, as a table."),
        _("content and packs: what you wrote or put in, if there is any."),
    )
    return "\n".join(lines) + "\n"
