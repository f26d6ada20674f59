"""The list that every backup begins with: what it holds, of which release, and how to tell it is whole."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.web.upkeep.tables import EMPTIED, Chain, Holdings

NAME: Final = "manifest.json"
KIND: Final = "alongside backup"
FORMAT: Final = 1
LEFT_OUT: Final = ("vault.key", "cookie.key", "event keys", "links", *EMPTIED)
"""What is never in a backup: keys, one-time links, and the rows by which browsers are signed in."""
IF_ENCRYPTED: Final = ("secret.key",)
"""What is in an encrypted backup alone."""


class NoBackup(Trouble):
    """A file that is no backup of ours, or not a whole one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One file of a backup."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What stands in the list. `made` is a moment in UTC, `engine` the version of SQLite or PostgreSQL."""

    made: str
    alongside: str
    python: str
    database: str
    engine: str
    holdings: Holdings
    files: dict[str, Content]

    def as_json(self) -> bytes:
        """The list as it stands in the backup."""
        left_out = [*LEFT_OUT, *(name for name in IF_ENCRYPTED if name not in self.files)]
        head = {"kind": KIND, "format": FORMAT, **asdict(self), "left_out": left_out}
        return json.dumps(head, ensure_ascii=False, indent=1).encode() + b"\n"


def read_manifest(data: bytes) -> Manifest:
    """The list of a backup. Raises NoBackup for anything else."""
    try:
        told = json.loads(data)
        if told["kind"] != KIND:
            raise _not_ours()
        if told["format"] != FORMAT:
            raise NoBackup(
                "",
                _("this backup is of a kind that this release does not know (%(kind)s).")
                % {"kind": told["format"]},
                _("Restore it with the release of Alongside that made it, or a newer one."),
            )
        return _from(told)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _not_ours() from error


def _from(told: Mapping[str, object]) -> Manifest:
    held, files = _mapping(told["holdings"]), _mapping(told["files"])
    chain = _mapping(held["chain"])
    breaks_at = chain["breaks_at"]
    applied = held["migrations"]
    if not isinstance(applied, list):
        raise _not_ours()
    return Manifest(
        made=str(told["made"]),
        alongside=str(told["alongside"]),
        python=str(told["python"]),
        database=str(told["database"]),
        engine=str(told["engine"]),
        holdings=Holdings(
            counts={name: int(str(count)) for name, count in _mapping(held["counts"]).items()},
            migrations=tuple((str(app), str(name)) for app, name in applied),
            chain=Chain(
                sequence=int(str(chain["sequence"])),
                hash=str(chain["hash"]),
                breaks_at=None if breaks_at is None else int(str(breaks_at)),
            ),
        ),
        files={name: _content(_mapping(each)) for name, each in files.items()},
    )


def _content(told: Mapping[str, object]) -> Content:
    return Content(bytes=int(str(told["bytes"])), sha256=str(told["sha256"]))


def _mapping(told: object) -> Mapping[str, object]:
    if not isinstance(told, dict):
        raise _not_ours()
    return told


def _not_ours() -> NoBackup:
    return NoBackup(
        "", _("this is not a backup that Alongside made."), _("Name a file made by: alongside backup")
    )
