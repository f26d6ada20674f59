"""One backup as one file: a tar that begins with its manifest, closed to an operator's age key if wished.

Tar and age are open formats: a backup can be opened with their own programs where there is no Alongside.
"""

import hashlib
import os
import tarfile
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Final

from alongside.core import erasures
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.web.upkeep import manifest as listing
from alongside.web.upkeep.databases import COPIES
from alongside.web.upkeep.manifest import Content, Manifest, NoBackup

OWN_FOLDERS: Final = ("content", "packs", "receipts")
"""Folders of the data folder that go into a backup whole."""
OWN_FILES: Final = (erasures.NAME, "community")
"""Files of it that do: the journal of erasures, and the mark that says whether this is a community."""
SECRET: Final = "secret.key"  # noqa: S105  # a file's name
"""Goes along in an encrypted backup alone: what members prove their second factor with is sealed under it."""
_AGE: Final = b"age-encryption.org/v1\n"
_BLOCK: Final = 2**20


def describe(folder: Path) -> dict[str, Content]:
    """Every file below `folder`, with its length and SHA-256."""
    return {
        file.relative_to(folder).as_posix(): Content(bytes=file.stat().st_size, sha256=sha256_of(file))
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.is_symlink()
    }


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file, as hexadecimal digits."""
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def pack(folder: Path, told: Manifest, target: Path) -> None:
    """Write the files of `folder` that the manifest names into one tar, the manifest first, onto the disk."""
    (folder / listing.NAME).write_bytes(told.as_json())
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for name in (listing.NAME, *told.files):
                tar.add(folder / name, arcname=name, recursive=False, filter=_nameless)
        file.flush()
        os.fsync(file.fileno())


def unpack(archive: Path, folder: Path) -> Manifest:
    """Put what the archive holds into `folder`, and return its manifest. Raises NoBackup unless all fits."""
    try:
        with tarfile.open(archive, mode="r:") as tar:
            told = _first(tar)
            while entry := tar.next():
                _take_out(tar, entry, folder, told.files)
    except tarfile.TarError as error:
        raise NoBackup(str(archive), _("this is no backup, or only part of one."), _another()) from error
    except NoBackup as trouble:
        raise NoBackup(str(archive), trouble.cause, trouble.way_out) from trouble
    missing = [name for name, content in told.files.items() if not _fits(folder / name, content)]
    if missing:
        cause = _("%(name)s in it is missing or was changed.") % {"name": missing[0]}
        raise NoBackup(str(archive), cause, _another())
    return told


def is_closed(archive: Path) -> bool:
    """Whether the file is encrypted with age."""
    with archive.open("rb") as file:
        return file.read(len(_AGE)) == _AGE


def close_to(recipients: Sequence[str], clear: Path, closed: Path) -> None:
    """Encrypt a file to these age keys (`age1…`). Raises Trouble where a key is none."""
    pyrage = _pyrage()
    try:
        keys = [pyrage.x25519.Recipient.from_str(each) for each in recipients]
    except pyrage.RecipientError as error:
        raise Trouble(
            "ALONGSIDE_BACKUP_KEY",
            _("this is no public key of age."),
            _("It begins with age1. Make a pair with: age-keygen -o backup.agekey"),
        ) from error
    pyrage.encrypt_file(str(clear), str(closed), keys)


def open_with(key: Path | None, closed: Path, clear: Path) -> None:
    """Decrypt a file with the keys in `key`. Raises Trouble where none of them opens it."""
    if key is None:
        raise Trouble(
            str(closed),
            _("this backup is encrypted."),
            _("Name the file with its key: --key FILE"),
        )
    pyrage = _pyrage()
    try:
        lines = [line.strip() for line in key.read_text("utf-8", "replace").splitlines()]
        keys = [pyrage.x25519.Identity.from_str(line) for line in lines if line and not line.startswith("#")]
        pyrage.decrypt_file(str(closed), str(clear), keys)
    except (pyrage.IdentityError, pyrage.DecryptError, OSError) as error:
        raise Trouble(
            str(key),
            _("this key does not open the backup."),
            _("Name the file that age-keygen wrote when the backup key was made."),
        ) from error


def _first(tar: tarfile.TarFile) -> Manifest:
    entry = tar.next()
    stream = tar.extractfile(entry) if entry and entry.name == listing.NAME and entry.isreg() else None
    if stream is None:
        raise NoBackup(
            "", _("this is not a backup that Alongside made."), _("Name a file made by: alongside backup")
        )
    return listing.read_manifest(stream.read())


def _take_out(
    tar: tarfile.TarFile, entry: tarfile.TarInfo, folder: Path, named: Mapping[str, Content]
) -> None:
    """Write one file out, where the manifest names it and it is of the length named there."""
    content = named.get(entry.name)
    stream = tar.extractfile(entry) if entry.isreg() else None
    if content is None or stream is None or content.bytes != entry.size or not is_ours(entry.name):
        cause = _("it holds something that does not belong there: %(name)s.") % {"name": ascii(entry.name)}
        raise NoBackup("", cause, _another())
    target = folder / entry.name
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        while block := stream.read(_BLOCK):
            file.write(block)


def is_ours(name: str) -> bool:
    """Whether a backup may hold a file of this name: nothing outside the folder, and no key."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or path.as_posix() != name:
        return False
    return name in {*COPIES.values(), *OWN_FILES, SECRET} or (
        len(path.parts) > 1 and path.parts[0] in OWN_FOLDERS
    )


def _fits(file: Path, content: Content) -> bool:
    return file.is_file() and sha256_of(file) == content.sha256


def _nameless(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Who owns the files on this machine is nobody's business elsewhere."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mode = 0o600
    return entry


def _another() -> str:
    return _("Nothing was restored. Use another backup, or copy this one again from where it came.")


def _pyrage() -> ModuleType:
    try:
        return import_module("pyrage")  # an extra: only who encrypts backups needs it
    except ImportError as error:
        raise Trouble(
            "ALONGSIDE_BACKUP_KEY",
            _("to encrypt backups, one more package is needed."),
            _("Install it: pip install 'alongside[backup]'"),
        ) from error
