"""The archive of a content pack: a ZIP of TOML and Markdown with the SHA-256 of every file; nothing runs.

Reading trusts nothing it is told: names, sizes and modes are checked before a byte is unpacked, and what is
unpacked is counted. Limits: 20 MB and 5,000 files (our choices); a packed file opens to at most 100 times its
size (our choice; text in TOML rarely shrinks to a tenth).
"""

import hashlib
import io
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from alongside.core.language import gettext as _
from alongside.core.problems import Trouble

SUMS: Final = "SHA256SUMS"
MOST_BYTES: Final = 20_000_000
MOST_FILES: Final = 5_000
MOST_TIMES: Final = 100
SMALL: Final = 10_000
"""Bytes below which a file may shrink as it likes: an empty line repeated is no bomb."""
SUFFIXES: Final = (".toml", ".md")
LONGEST_NAME: Final = 200

_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,4}")
_UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OSError,
)
"""All that the standard library raises for bytes that are no sound archive."""
_BEGINNING: Final = (1980, 1, 1, 0, 0, 0)


def write_archive(files: Mapping[str, bytes]) -> bytes:
    """The archive of these files by name, with their sums; the same files give the same bytes."""
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return zipped({**files, SUMS: sums.encode()})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of these files by name, without a date: the same files give the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            entry.create_system = 3  # the same on every machine
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return held.getvalue()


def read_archive(data: bytes, *, name: str) -> dict[str, bytes]:
    """The files of an archive by name, without its sums. Raises Trouble naming `name` and what is wrong."""
    if len(data) > MOST_BYTES:
        raise _refused(name, _("it is larger than %(mb)d MB.") % {"mb": MOST_BYTES // 1_000_000})
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = _checked(archive.infolist(), name)
            files = _unpacked(archive, entries, name)
    except _UNREADABLE as error:
        raise _refused(name, _("it cannot be read as a ZIP archive (%(why)s).") % {"why": error}) from error
    _compare(files, files.pop(SUMS, b""), name)
    return files


def _checked(entries: list[zipfile.ZipInfo], name: str) -> list[zipfile.ZipInfo]:
    """The files' entries, without folders. Raises Trouble for the first that could do harm."""
    if len(entries) > MOST_FILES:
        raise _refused(name, _("it holds more than %(count)d files.") % {"count": MOST_FILES})
    seen: set[str] = set()
    for entry in entries:
        if why := _harm(entry) or (_("it is there twice.") if entry.filename.lower() in seen else ""):
            raise _refused(f"{name}: {_shown(entry.filename)}", why)
        seen.add(entry.filename.lower())
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise _refused(name, _("it unpacks to more than %(mb)d MB.") % {"mb": MOST_BYTES // 1_000_000})
    return [entry for entry in entries if not entry.is_dir()]


def _harm(entry: zipfile.ZipInfo) -> str:
    """Why an entry is not taken, or nothing."""
    mode = entry.external_attr >> 16
    file = entry.filename
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}:  # 0: written without saying
        return _("it is a link or a device, not a file.")
    if not _PLAIN.fullmatch(file.removesuffix("/")) or len(file) > LONGEST_NAME:
        return _(
            "its name leads out of the pack, or has signs other than letters, digits, - _ and full stops."
        )
    if not entry.is_dir() and file != SUMS and not file.endswith(SUFFIXES):
        return _("only .toml and .md files belong in a pack.")
    if entry.file_size > max(SMALL, MOST_TIMES * entry.compress_size):
        return _("it unpacks to over %(times)d times its size.") % {"times": MOST_TIMES}
    if entry.flag_bits & 1:
        return _("it is locked with a password.")
    return ""


def _unpacked(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str) -> dict[str, bytes]:
    """Every file's bytes; a file that holds more than its entry says is refused, not cut."""
    files: dict[str, bytes] = {}
    for entry in entries:
        with archive.open(entry) as opened:
            files[entry.filename] = opened.read(entry.file_size + 1)
        if len(files[entry.filename]) != entry.file_size:
            raise _refused(f"{name}: {entry.filename}", _("it is not as long as the archive says."))
    return files


def _compare(files: Mapping[str, bytes], sums: bytes, name: str) -> None:
    """Every file and no other stands in the sums, with its own. Raises Trouble."""
    lines = [line.partition("  ") for line in sums.decode("ascii", "replace").splitlines()]
    stated = {file: digest for digest, _gap, file in lines}
    for file in sorted(files.keys() | stated.keys()):
        if file not in files:
            raise _refused(
                name, _("%(file)s is named in %(sums)s and missing.") % {"file": file, "sums": SUMS}
            )
        if file not in stated:
            raise _refused(name, _("%(file)s is not named in %(sums)s.") % {"file": file, "sums": SUMS})
        if hashlib.sha256(files[file]).hexdigest() != stated[file]:
            raise _refused(f"{name}: {file}", _("it was changed after the pack was built."))


def _shown(text: str) -> str:
    """A name from outside, short and without signs that a terminal would obey."""
    return "".join(sign if sign.isprintable() else "?" for sign in text[:LONGEST_NAME])


def _refused(place: str, cause: str) -> Trouble:
    return Trouble(place, cause, _("Nothing was installed. Ask its publisher for a pack that is whole."))
