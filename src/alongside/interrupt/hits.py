"""What a check finds: places with the words, and what stands around them.

A `Hit` says where and which rule; the rule's own texts (why, what to say, alternatives) are looked up by its
id only where somebody reads them, so that a large tree costs no more than its bytes.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How much a hit weighs. `consider` is a hint and never fails anything."""

    REWORD = "reword"
    CONSIDER = "consider"


class Profile(StrEnum):
    """Which rules are on."""

    DEFAULT = "default"
    STRICT = "strict"
    JOB_AD = "job-ad"


class Kind(StrEnum):
    """What a text is written in: how words for readers are told from code, addresses and markup."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    REST = "rest"
    ASCIIDOC = "asciidoc"
    LATEX = "latex"
    POD = "pod"
    MESSAGE = "message"
    CODE = "code"
    DATA = "data"
    NOTEBOOK = "notebook"
    DOCX = "docx"
    ODT = "odt"
    PPTX = "pptx"
    PDF = "pdf"


class Span(NamedTuple):
    """A stretch of bytes, from `start` up to but without `end`; offsets in the original.

    A tuple by name: a page of markup has thousands, and a dataclass costs five times as much to make.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a document that is checked by itself, as UTF-8, and where it stands.

    `place` is empty for a plain file, where lines and columns count; else it says where in the document, such
    as “cell 3”, “paragraph 12” or “slide 2”. `masked` are the spans that are not words for readers (code,
    addresses, markup), in order and apart. `first_line` is the number of its first line.
    """

    data: bytes
    masked: tuple[Span, ...] = ()
    place: str = ""
    first_line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Words that a rule found.

    `start` and `end` are byte offsets in the passage; `line` (from 1) and `column` (from 1) count in
    characters, that is code points. `words` is what stands there, `sentence` what stands around it on one
    line. `mentioned` says that the words are quoted or spoken about. `fingerprint` survives moved lines.
    """

    rule: str
    level: Level
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    words: str
    sentence: str
    place: str = ""
    mentioned: bool = False
    cued: bool = False
    fingerprint: str = ""
