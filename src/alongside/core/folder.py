"""The folder where everything of a person lies: database, vault key, cache. Nothing lies elsewhere."""

import os
from pathlib import Path

import platformdirs

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble

VARIABLE = "ALONGSIDE_DATA"
OWN = "content"
"""The folder of a person's own entries, inside the data folder."""
PACKS = "packs"
"""The folder of installed packs, inside the data folder."""
OFF = ".off"
"""A file with a pack's name and this ending switches the pack off."""


def data_folder() -> Path:
    """The folder named by `ALONGSIDE_DATA`, else the platform's user data folder. It need not exist yet."""
    given = os.environ.get(VARIABLE)
    return (
        Path(given).expanduser() if given else Path(platformdirs.user_data_dir("alongside", appauthor=False))
    )


def make_data_folder() -> Path:
    """The data folder, made with mode 0700 where it was missing; an empty one is closed to others.

    Raises Trouble where it cannot be made. A folder with something in it keeps its mode: it may serve others
    too.
    """
    folder = data_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not any(folder.iterdir()):
            folder.chmod(0o700)
    except OSError as error:
        raise Trouble(
            str(folder),
            _("the data folder cannot be made (%(reason)s).") % {"reason": error.strerror},
            _("Name another one with --data DIR or %(variable)s.") % {"variable": VARIABLE},
        ) from error
    return folder


def content_roots(folder: Path) -> tuple[Path, ...]:
    """Where content lies beside what ships: the person's own, then every pack that is switched on."""
    if not (folder / PACKS).is_dir():
        return (folder / OWN,)
    packs = sorted((folder / PACKS).glob("*/pack.toml"))
    on = (pack.parent for pack in packs if not pack.parent.with_suffix(OFF).exists())
    return (folder / OWN, *(pack for pack in on if not pack.name.startswith(".")))


def database_file() -> Path:
    """The SQLite file inside the data folder."""
    return data_folder() / "alongside.sqlite3"
