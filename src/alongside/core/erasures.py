"""The journal of erasures: random ids of what was erased, so that no older backup brings it back.

One file `erasures` beside the database, a line each: `key` and the id of a vault key, or `member` and the id
of a member. The ids were drawn at random and lead to nobody. Limits: what was erased after the last copy of
the journal was made comes back with a backup once the folder itself is lost.
"""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

NAME: Final = "erasures"
_LINE: Final = re.compile(r"(key|member) ([0-9a-f]{32})")


class Kind(StrEnum):
    """What the id belongs to: a vault key and all that is sealed with it, or a member and all of theirs."""

    KEY = "key"
    MEMBER = "member"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """One erasure: `id` is 32 hexadecimal digits."""

    kind: Kind
    id: str


def note(folder: Path, *erased: Erased) -> None:
    """Add to the journal in `folder`, and have it on the disk before returning.

    A line that a crash left half-written stays alone: every entry begins on a line of its own.
    """
    handle = os.open(folder / NAME, os.O_CREAT | os.O_APPEND | os.O_RDWR, 0o600)
    with os.fdopen(handle, "ab") as journal:
        journal.write(b"".join(b"\n%s %s\n" % (each.kind.encode(), each.id.encode()) for each in erased))
        journal.flush()
        os.fsync(journal.fileno())


def read(*files: Path) -> tuple[Erased, ...]:
    """What the journals hold, each erasure once, in their order; a file that is not there holds nothing."""
    found: dict[Erased, None] = {}
    for file in files:
        if file.is_file():
            lines = file.read_text("utf-8", "replace").splitlines()
            found.update(dict.fromkeys(_readable(lines)))
    return tuple(found)


def written(erased: Sequence[Erased]) -> bytes:
    """The journal that holds these."""
    return "".join(f"{each.kind} {each.id}\n" for each in erased).encode()


def _readable(lines: Iterable[str]) -> Iterable[Erased]:
    for line in lines:
        if match := _LINE.fullmatch(line):
            yield Erased(kind=Kind(match[1]), id=match[2])
