"""The ZIP package of an office document, opened with care: what it says of itself is not believed.

Refused are packages that unpack to more than 200 MB or to over 200 times their size, locked ones, and XML
that declares entities of its own, which no office program writes.
"""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Final, NoReturn
from xml.parsers import expat

from alongside.core.language import gettext as _
from alongside.interrupt.refusals import Unreadable

MOST_BYTES: Final = 200_000_000  # own choice
MOST_TIMES: Final = 200  # own choice
SMALL: Final = 100_000
"""Bytes below which a package may shrink as it likes (own choice): an empty page repeated is no bomb."""

_UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OSError,
    KeyError,
)
"""All that the standard library raises for bytes that are no sound archive."""

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Words = Callable[[str], None]


class Package:
    """An opened package. `name` is what it is called where it is refused."""

    def __init__(self, data: bytes, *, name: str) -> None:
        self._name = name
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            cause = _("It is locked with a password, or in a format from before 2007.")
            raise Unreadable(name, cause, _("Save it without a password as .docx, .odt or .pptx."))
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except _UNREADABLE as error:
            raise self._broken(name) from error
        self._left = MOST_BYTES if len(data) * MOST_TIMES > MOST_BYTES else max(SMALL, len(data) * MOST_TIMES)
        if sum(entry.file_size for entry in entries) > self._left:
            raise self._bomb()

    def parts(self) -> tuple[str, ...]:
        """The names of the files in it."""
        return tuple(self._archive.namelist())

    def refuse(self) -> NoReturn:
        """Say that what makes a document of this kind is not in it."""
        raise self._broken(self._name)

    def parse(self, part: str, *, start: Start, end: End, words: Words) -> None:
        """Read one XML file of the package; names of elements are without their prefix.

        Raises Unreadable, naming the file, where it is broken or declares entities.
        """
        place = f"{self._name}: {part}"
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, about: start(_local(tag), about)
        parser.EndElementHandler = lambda tag: end(_local(tag))
        parser.CharacterDataHandler = words
        parser.StartDoctypeDeclHandler = lambda *_about: _declared(place)
        parser.EntityDeclHandler = lambda *_about: _declared(place)
        try:
            parser.Parse(self._bytes(part), True)
        except expat.ExpatError as error:
            raise self._broken(place) from error

    def _bytes(self, part: str) -> bytes:
        """What a file unpacks to; what was unpacked so far is counted, whatever the package says."""
        try:
            with self._archive.open(part) as opened:
                data = opened.read(self._left + 1)
        except _UNREADABLE as error:
            raise self._broken(f"{self._name}: {part}") from error
        self._left -= len(data)
        if self._left < 0:
            raise self._bomb()
        return data

    def _broken(self, place: str) -> Unreadable:
        cause = _("It cannot be read; it is broken, locked, or not what its name says.")
        return Unreadable(place, cause, _("Open it in your office program and save it again."))

    def _bomb(self) -> Unreadable:
        cause = _("It unpacks to more than %(mb)d MB or to over %(times)d times its size.") % {
            "mb": MOST_BYTES // 1_000_000,
            "times": MOST_TIMES,
        }
        return Unreadable(self._name, cause, _("Split it, or save it again without pictures."))


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _declared(place: str) -> None:
    cause = _("It declares entities of its own, which no office document does.")
    raise Unreadable(place, cause, _("Open it in your office program and save it again."))
