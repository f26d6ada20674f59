"""The bytes of a file and what they say as text: size, encoding, and the refusals before any format.

Nothing is guessed from the file's name. Encoding: a byte order mark decides, then UTF-8, then Windows-1252,
which is said aloud because accents may be wrong.
"""

import codecs
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble

MAX_BYTES = 50 * 2**20  # Own choice: a day of talk is under 5 MB; whatever is larger is not one meeting.

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BELOW_MARKS = bytes(range(0xCC))  # UTF-8 lead bytes below U+0300, where no character combines with another
_BINARY = (
    b"\x89PNG",
    b"PK\x03\x04",
    b"%PDF",
    b"\xff\xd8\xff",
    b"GIF8",
    b"OggS",
    b"ID3",
    b"RIFF",
    b"\x1f\x8b",
)


class Unreadable(Trouble):
    """A file that holds no meeting we can read, with the cause and the way out in a sentence each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    r"""Text in NFC with line ends as `\n`, how it was decoded, and a note where that is doubtful."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def load(source: Path | bytes, *, name: str) -> bytes:
    """The bytes of `source`, refused before reading where they are none, too many, or no text."""
    size = len(source) if isinstance(source, bytes) else _size(source, name=name)
    if not size:
        raise Unreadable(
            name, _("The file is empty (0 bytes)."), _("Export the transcript again, then try once more.")
        )
    if size > MAX_BYTES:
        raise too_large(name, size)
    data = source if isinstance(source, bytes) else source.read_bytes()
    if is_binary(data[: 64 * 1024]):
        raise Unreadable(
            name,
            _("This is not a text file."),
            _("Give the transcript as text, such as .vtt. Sound, video and pictures are not read."),
        )
    return data


def words_beside(data: bytes, *, name: str, no_text: str, way_out: str) -> str:
    """The text of a file given beside the transcript; `no_text` says what a picture in its place is not.

    Raises Unreadable where it is empty, too large, or no text.
    """
    if not data:
        raise Unreadable(name, _("The file is empty."), way_out)
    if len(data) > MAX_BYTES:
        raise too_large(name, len(data))
    if is_binary(data[: 64 * 1024]):
        raise Unreadable(name, no_text, way_out)
    return decode(data, name=name).text


def _size(path: Path, *, name: str) -> int:
    try:
        if path.is_dir():
            raise Unreadable(name, _("This is a folder."), _("Name one transcript in it."))
        return path.stat().st_size
    except OSError as error:
        raise Unreadable(
            name,
            _("The file cannot be opened: %(why)s.") % {"why": error.strerror},
            _("Check the name and try again."),
        ) from error


def too_large(name: str, size: int) -> Unreadable:
    """The refusal of a file above MAX_BYTES."""
    cause = _("The file has %(size)d MB, and at most %(most)d MB are read.")
    return Unreadable(
        name,
        cause % {"size": -(-size // 2**20), "most": MAX_BYTES // 2**20},
        _("Split it by meeting, one file each, or export the transcript without sound or pictures."),
    )


def is_binary(head: bytes) -> bool:
    """Whether the bytes are no text we read. UTF-16 holds NUL bytes, so its mark is asked first."""
    if head.startswith(_UTF16):
        return False
    return head.startswith(_BINARY) or b"\0" in head


def decode(data: bytes, *, name: str) -> Decoded:
    """The text of `data`: a byte order mark decides, then UTF-8, then Windows-1252 with a note."""
    lines = data if data.startswith(_UTF16) else data.replace(b"\r\n", b"\n")
    text, encoding = _text_of(lines)
    notes: tuple[str, ...] = ()
    if encoding == "cp1252":
        note = _("%(name)s is not UTF-8; it was read as Windows-1252, so look whether accents are right.")
        notes = (note % {"name": name},)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if encoding != "utf-8" or lines.translate(None, _BELOW_MARKS):
        text = unicodedata.normalize("NFC", text)
    return Decoded(text=text, encoding=encoding, notes=notes)


def _text_of(data: bytes) -> tuple[str, str]:
    for mark, codec, title in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, errors="replace"), title
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "cp1252"


def decode_head(head: bytes) -> str:
    """The text of a file's first bytes; a character cut in two at the end is left out."""
    for mark, codec, _title in _MARKS:
        if head.startswith(mark):
            text = head.decode(codec, errors="ignore")
            break
    else:
        try:
            text = codecs.getincrementaldecoder("utf-8")().decode(head)
        except UnicodeDecodeError:
            text = head.decode("cp1252", errors="replace")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
