"""Keeping a result when the reader asks for it: numbers and verdicts, without a word of the transcript."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

from alongside.core.deeds import Deed, Entry
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.listen.json_report import as_json
from alongside.listen.summary import Report

ROOM: Final = "listen"
KIND: Final = "look"
"""Under which a kept result lies on the shelf."""


def save_in(folder: Path, report: Report, *, name: str) -> Path:
    """The result without quotes as `<name>.listen.json` in the folder, which is made where it is missing."""
    if folder.is_file():
        raise Trouble(
            str(folder),
            _("is a file, so no result can be saved in it."),
            _("Name a folder after --save, or write --save last to keep the result with your own entries."),
        )
    target = folder / f"{name}.listen.json"
    write_whole(target, as_json(report, quotes=False))
    return target


def write_whole(target: Path, text: str) -> None:
    """The file as a whole or not at all: written beside, then renamed. Raises Trouble where it cannot be."""
    beside = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        os.replace(beside, target)  # noqa: PTH105 -- one call that replaces on every platform
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Trouble(
            str(target),
            _("cannot be written (%(why)s).") % {"why": error.strerror or error},
            _("Choose another place."),
        ) from error


def deed_keep(report: Report, *, id: UUID, today: date) -> Deed:
    """The deed that keeps a result, without quotes, sealed among the person's own entries."""
    body = json.loads(as_json(report, quotes=False))
    return Deed(action="listen.keep", put={id: Entry(room=ROOM, kind=KIND, day=today, body=body)})
