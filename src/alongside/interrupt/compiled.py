"""Compiled rules as files: what they are named by, read, kept and forgotten.

What is compiled is named by a digest of all it was made of, so that an edited rule is used at once and
nothing stale ever is. JSON, never pickle: a cache somebody else wrote can at most be wrong.
"""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

VERSION: Final = 17
"""Of this compiler, its rare words, and what reads it: raise it with every change of these."""
TEXT: Final = "text"
KEPT: Final = 8
"""Compiled sets that a cache keeps (our choice): several projects with house rules of their own."""
Json = dict[str, Any]
"""As it was compiled: our own files, whose form their version tells."""


def digest(files: Mapping[str, bytes]) -> str:
    """What the compiled form is named by: the version, and name and content of every file."""
    import hashlib  # noqa: PLC0415  # compiled rules need none

    told = hashlib.sha256(f"{VERSION}".encode())
    for name in sorted(files):
        told.update(f"\0{name}\0{len(files[name])}\0".encode("utf-8", "surrogateescape"))
        told.update(files[name])
    return told.hexdigest()[:32]


def kept(folder: Path, name: str) -> Json | None:
    """What was compiled before, or None where it is absent, cut short, or of another version."""
    try:
        held = json.loads((folder / f"{name}.json").read_bytes())
    except (OSError, ValueError):
        return None
    return held if isinstance(held, dict) and held.get("version") == VERSION else None


def keep(folder: Path, compiled: Mapping[str, Json]) -> bool:
    """Write what was compiled, each file whole or not at all; False where it cannot be written."""
    try:
        for each in (folder.parent, folder):
            each.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, held in compiled.items():
            _write(folder / f"{name}.json", written(held))
    except OSError:  # a full disk, a read-only folder: compiling again is slower, nothing worse
        return False
    return True


def written(held: Json) -> bytes:
    """The JSON of one compiled file, the same for the same rules."""
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()


def _write(file: Path, data: bytes) -> None:
    beside = file.with_suffix(f".{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def forget_old(cache: Path, keeping: Path) -> None:
    """Leave the newest compiled sets, and the one in use."""
    with contextlib.suppress(OSError):
        folders = [each for each in cache.iterdir() if each.is_dir() and each != keeping]
        folders.sort(key=lambda each: each.stat().st_mtime, reverse=True)
        for old in folders[KEPT - 1 :]:
            for file in old.iterdir():
                file.unlink(missing_ok=True)
            old.rmdir()
