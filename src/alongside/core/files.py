"""Files written whole or not at all: beside first, then renamed."""

import os
from contextlib import suppress
from pathlib import Path

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble


def write_whole(target: Path, data: bytes, *, private: bool = False) -> None:
    """Write the file, its folder too where it is missing; `private` keeps others on the machine out.

    Raises Trouble where it cannot be written; nothing half-written is left.
    """
    beside = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(beside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600 if private else 0o666)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):  # where the folder could not be made, there is nothing to remove
            beside.unlink(missing_ok=True)
        raise Trouble(
            str(target),
            _("this cannot be written (%(why)s).") % {"why": error.strerror or error},
            _("Choose another place."),
        ) from error
