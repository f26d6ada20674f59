"""What a check of a document came to: what stands, what was set aside and by what, what was not read."""

from dataclasses import dataclass
from enum import StrEnum

from alongside.interrupt.hits import Hit


class SetAside(StrEnum):
    """By what a hit was set aside."""

    COMMENT = "comment"
    SETTINGS = "settings"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppressed:
    """A hit that somebody set aside, and the reason they gave, if any."""

    hit: Hit
    by: SetAside
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """A comment that sets nothing aside: where it stands, and what it says."""

    line: int
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """One document, checked. `path` is as it was named, with `/` between folders.

    `hits` are in order of place. `unread` says why it could not be read, `notes` how it was read where that
    is not as usual; `binary` that it holds no text.
    """

    path: str
    hits: tuple[Hit, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    unused: tuple[Unused, ...] = ()
    notes: tuple[str, ...] = ()
    unread: str = ""
    binary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Everything that one run came to, in the order in which it was named.

    `count` documents with text were checked; `size` is the bytes of all.
    """

    files: tuple[FileResult, ...]
    count: int
    size: int = 0
    binaries: int = 0
    links: int = 0
    left_out: int = 0
    stale: tuple[str, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Every hit that stands, file by file."""
        return tuple(hit for file in self.files for hit in file.hits)

    @property
    def unread(self) -> tuple[FileResult, ...]:
        """The documents that could not be read."""
        return tuple(file for file in self.files if file.unread)
