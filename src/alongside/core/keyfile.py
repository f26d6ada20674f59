"""The solo owner's vault key: one file of mode 0600, owned by the person, in a folder of mode 0700.

It protects against copied databases, cloud sync and backups, not against somebody signed in as the same
person.
"""

import os
import re
import secrets
import stat
from pathlib import Path
from typing import Final

from alongside.core import erasures
from alongside.core.erasures import Erased, Kind
from alongside.core.language import gettext as _
from alongside.core.problems import Trouble
from alongside.core.vault import Unlocked

NAME: Final = "vault.key"
COMMUNITY: Final = "community"
"""The file that says a community lives in a folder: nobody's key lies there."""
READY: Final = "ready"
"""What that file says once the owner has an account."""
_HEADER: Final = "alongside-vault-1"
_NAMED: Final = re.compile(rb"alongside-vault-1 ([0-9a-f]{32}) ")
_WIDER_THAN_OWNER: Final = stat.S_IRWXG | stat.S_IRWXO


class UnsafeKey(Trouble):
    """The key file cannot be used as it lies there."""


def unlock(folder: Path) -> Unlocked:
    """Open the vault with the key in `folder`; make the key where there is none yet.

    Raises UnsafeKey where the file or its folder is open to others, belongs to somebody else, is a link, or
    is damaged.
    """
    file = folder / NAME
    if (folder / COMMUNITY).exists():
        raise UnsafeKey(
            str(folder),
            _("a community lives in this folder, and each member's entries open with their own passphrase."),
            _("Sign in in the browser; or name a folder of your own with --data DIR."),
        )
    try:
        _check_mode(folder, folder.stat(), wanted=0o700)
        return _read(file) if os.path.lexists(file) else _make(file)
    except OSError as error:
        raise UnsafeKey(
            str(file),
            _("the vault key cannot be read or made there (%(reason)s).") % {"reason": error.strerror},
            _("It is a plain file of yours, no link, in a folder that you may write to."),
        ) from error


def destroy(folder: Path) -> None:
    """Overwrite and remove the key: whatever is still sealed with it stays closed for good.

    Its id goes into the journal of erasures first, so that rows in an older backup are dropped on their way
    back.
    """
    file = folder / NAME
    try:
        with file.open("r+b") as handle:
            named = _NAMED.match(handle.read(256))
            if named:
                erasures.note(folder, Erased(kind=Kind.KEY, id=named[1].decode()))
            handle.seek(0)
            handle.write(b"\0" * file.stat().st_size)
            handle.flush()
            os.fsync(handle.fileno())
        file.unlink()
    except FileNotFoundError:
        return


def _read(file: Path) -> Unlocked:
    handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)  # a pipe would wait for a writer
    try:  # every page reads it: a file object would ask the system five questions more
        _check_mode(file, os.fstat(handle), wanted=0o600)
        words = os.read(handle, 256).decode("ascii", "replace").split()
    finally:
        os.close(handle)
    try:
        key_id, key = (bytes.fromhex(word) for word in words[1:]) if words[:1] == [_HEADER] else (b"", b"")
        return Unlocked(key, key_id)
    except ValueError as error:
        raise UnsafeKey(
            str(file),
            _("this is not a vault key, or it is damaged."),
            _("Put the right file back; without it the entries sealed with it cannot be opened."),
        ) from error


def _make(file: Path) -> Unlocked:
    """Write the key beside, then link it into place: nobody sees half a key, and the first one made wins."""
    vault = Unlocked.create()
    beside = file.with_name(f".{NAME}.{secrets.token_hex(8)}")  # two threads of one process make it too
    handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as text:
        text.write(f"{_HEADER} {vault.key_id.hex()} {vault.export_key().hex()}\n")
        text.flush()
        os.fsync(text.fileno())
    try:
        os.link(beside, file)
    except FileExistsError:
        return _read(file)
    finally:
        beside.unlink()
    return vault


def _check_mode(path: Path, found: os.stat_result, *, wanted: int) -> None:
    if found.st_mode & _WIDER_THAN_OWNER:
        raise UnsafeKey(
            str(path),
            _("others on this machine can open this, so your entries would not be private."),
            _("Close it to others: chmod %(mode)o %(path)s") % {"mode": wanted, "path": path},
        )
    if hasattr(os, "getuid") and found.st_uid != os.getuid():
        raise UnsafeKey(
            str(path),
            _("this belongs to another user of this machine."),
            _("Take it over with chown, or name a folder of your own with --data DIR."),
        )
