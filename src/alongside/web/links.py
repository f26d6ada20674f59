"""One-time links: the way into a solo installation. On disk lies only the token's hash.

Using a link removes its file, so it opens once. Links end after an hour; `alongside link` makes a fresh one.
"""

import hashlib
import secrets
import time
from pathlib import Path
from typing import Final

LIFETIME_S: Final = 60 * 60


def make_link(folder: Path) -> str:
    """A fresh token; its hash is kept in `folder`/links."""
    token = secrets.token_urlsafe(24)
    place = folder / "links"
    place.mkdir(mode=0o700, exist_ok=True)
    (place / _hash(token)).touch(mode=0o600, exist_ok=False)
    return token


def use_link(folder: Path, token: str, *, now_s: float) -> bool:
    """True once for a token that was made less than an hour before `now_s` (seconds since the epoch)."""
    file = folder / "links" / _hash(token)
    try:
        made_s = file.stat().st_mtime
        file.unlink()
    except FileNotFoundError:
        return False
    return now_s - made_s < LIFETIME_S


def peek_link(folder: Path, token: str, *, now_s: float) -> bool:
    """Whether the token would still open; looking does not use it up."""
    try:
        return now_s - (folder / "links" / _hash(token)).stat().st_mtime < LIFETIME_S
    except FileNotFoundError:
        return False


def drop_old_links(folder: Path, *, now_s: float) -> None:
    """Remove the links nobody used in time."""
    for file in (folder / "links").glob("*"):
        if now_s - file.stat().st_mtime >= LIFETIME_S:
            file.unlink(missing_ok=True)


def now_s() -> float:
    """Seconds since the epoch, read by the doors."""
    return time.time()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
