"""Keeping a result when the reader asks for it: numbers and verdicts, without a word of the transcript."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from alongside.core.deeds import Deed, Entry, Keeper
from alongside.core.files import write_whole
from alongside.core.findings import Confidence, Finding
from alongside.core.language import gettext as _
from alongside.core.practices import Practice
from alongside.core.problems import Trouble
from alongside.listen.json_report import as_json
from alongside.listen.summary import Report

ROOM: Final = "listen"
KIND: Final = "look"
"""Under which a kept result lies on the shelf."""


def saved_findings(keeper: Keeper) -> tuple[Finding, ...]:
    """The findings of the look that was kept last, without their quotes; empty where none was kept."""
    kept = keeper.entries(ROOM, KIND)
    last = max((each.entry.body for each in kept), key=lambda body: str(body.get("kept_at", "")), default={})
    held = last.get("findings")
    return tuple(_finding(each) for each in held if isinstance(each, dict)) if isinstance(held, list) else ()


def _finding(body: Mapping[str, object]) -> Finding:
    def text(name: str) -> str:
        return str(body.get(name, ""))

    return Finding(
        id=text("id"),
        practice=Practice(text("practice")),
        what=text("what"),
        why=text("why"),
        evidence=(),
        confidence=Confidence(text("confidence")),
        source=text("source"),
        try_next=text("try_next"),
        cue=text("cue"),
        act=text("act"),
        positive=body.get("positive") is True,
    )


def save_in(folder: Path, report: Report, *, name: str) -> Path:
    """The result without quotes as `<name>.listen.json` in the folder, which is made where it is missing."""
    if folder.is_file():
        raise Trouble(
            str(folder),
            _("is a file, so no result can be saved in it."),
            _("Name a folder after --save, or write --save last to keep the result with your own entries."),
        )
    target = folder / f"{name}.listen.json"
    write_whole(target, as_json(report, quotes=False).encode())
    return target


def body_of(report: Report) -> Mapping[str, object]:
    """What is kept of a report: numbers and verdicts as JSON values, without quotes."""
    body: Mapping[str, object] = json.loads(as_json(report, quotes=False))
    return body


def deed_keep(body: Mapping[str, object], *, id: UUID, now: datetime) -> Deed:
    """The deed that keeps a result sealed among the person's own entries; `now` tells which was kept last."""
    entry = Entry(room=ROOM, kind=KIND, day=now.date(), body={**body, "kept_at": now.isoformat()})
    return Deed(action="listen.keep", put={id: entry})
